import Foundation
import Testing

/// A way to hand lines to the program, which must not matter.
struct Packing: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Makes what is to be read; the result is for the command line, and for standard input.
  let pack: @Sendable ([String], Workspace) throws -> (paths: [String], input: Data)

  init(
    _ description: String,
    _ pack: @escaping @Sendable ([String], Workspace) throws -> (paths: [String], input: Data)
  ) {
    testDescription = description
    self.pack = pack
  }

  static let all = files + streams + texts + shapes

  private static let files = [
    Packing("plain file") { lines, workspace in
      ([try workspace.file("a.jsonl", lines: lines)], Data())
    },
    Packing("gzip file") { lines, workspace in
      ([try workspace.file("a.gz", GzipTool.member(lines: lines))], Data())
    },
    Packing("plain file that is named as gzip") { lines, workspace in
      ([try workspace.file("a.json.gz", lines: lines)], Data())
    },
    Packing("gzip file that is not named so") { lines, workspace in
      ([try workspace.file("a", GzipTool.member(lines: lines))], Data())
    },
    Packing("several members in one file") { lines, workspace in
      ([try workspace.file("a.gz", members(lines))], Data())
    },
    Packing("zero padding after gzip") { lines, workspace in
      ([try workspace.file("a.gz", members(lines) + Data(count: 1000))], Data())
    },
    Packing("directories in a directory") { lines, workspace in
      for (index, chunk) in lines.chunks(of: 30).enumerated() {
        let data = index % 3 == 0 ? text(chunk) : try GzipTool.member(lines: chunk)
        try workspace.file("logs/2026/\(index % 2)/13:00:00_S\(index).json", data)
      }
      return (["logs"], Data())
    },
  ]

  private static let streams = [
    Packing("standard input without a path") { lines, _ in ([], text(lines)) },
    Packing("a dash") { lines, _ in (["-"], text(lines)) },
    Packing("several gzip files through cat") { lines, _ in ([], try members(lines)) },
    Packing("a file, a dash and a directory") { lines, workspace in
      let chunks = lines.chunks(of: lines.count / 3 + 1)
      try workspace.file("a.gz", members(chunks[0]))
      try workspace.file("logs/b.jsonl", lines: chunks[1])
      return (["a.gz", "-", "logs"], try members(chunks[2]))
    },
  ]

  private static let texts = [
    Packing("lines that end in CR LF") { lines, _ in ([], text(lines, end: "\r\n")) },
    Packing("a byte order mark") { lines, _ in ([], Data([0xef, 0xbb, 0xbf]) + text(lines)) },
    Packing("a byte order mark in gzip") { lines, _ in
      ([], try GzipTool.member("\u{feff}" + lines.joined(separator: "\n")))
    },
    Packing("a byte order mark on each line") { lines, _ in
      ([], text(lines.map { "\u{feff}" + $0 }))
    },
    Packing("no line feed at the end") { lines, _ in ([], text(lines).dropLast()) },
    Packing("white space around each line") { lines, _ in
      ([], text(lines.map { " \t\($0) " }))
    },
  ]

  private static func text(_ lines: [String], end: String = "\n") -> Data {
    Data(lines.map { $0 + end }.joined().utf8)
  }

  /// Members of twenty lines each.
  private static func members(_ lines: [String]) throws -> Data {
    Data(try lines.chunks(of: 20).map { try GzipTool.member(lines: $0) }.joined())
  }
}

extension Array {
  /// The elements in arrays of at most `size`.
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
