import Foundation
import Testing

/// Equal input gives equal bytes, however the work is divided and the input is packed.
struct DeterminismTests {
  private static let divisions: [(jobs: Int, batchBytes: Int)] = [
    (1, 1000), (2, 524_288), (7, 65_536), (7, 1), (7, 4_194_304),
  ]

  @Test(arguments: [["-f", "json"], ["-f", "text", "--top", "0"], ["extract", "--all"]])
  func `workers and batches show in no output`(command: [String]) throws {
    let workspace = try Workspace()
    let lines = try SampleLogs.mixture()
    let paths = [
      try workspace.file("a.gz", GzipTool.member(lines: lines)),
      try workspace.file("b.jsonl", lines: EntryText.lines(40)), SampleLogs.path("1153.jsonl.gz"),
    ]
    let expected = try workspace.run(command + paths)
    #expect(expected.status == 0)
    #expect(expected.output.count > 10_000)
    for division in Self.divisions {
      let options = ["--jobs", "\(division.jobs)", "--batch-bytes", "\(division.batchBytes)"]
      let result = try workspace.run(command + paths + options)
      #expect(result.output == expected.output, "\(division)")
    }
  }

  @Test func `workers and batches show in no diagnostic`() throws {
    let workspace = try Workspace()
    let lines = try hostileLines()
    let paths = try (0..<3).map { try workspace.file("\($0)", lines: lines.rotated(by: $0)) }
    let options = ["-f", "json", "--max-entry-bytes", "3000"]
    let expected = try workspace.run(options + paths)
    #expect(expected.errorLines.count == 33)
    for division in Self.divisions {
      let arguments = ["--jobs", "\(division.jobs)", "--batch-bytes", "\(division.batchBytes)"]
      let result = try workspace.run(options + arguments + paths)
      #expect(result.errors == expected.errors, "\(division)")
      #expect(result.output == expected.output, "\(division)")
    }
    try expected.report().expectBalance()
  }

  /// Lines of the samples with bad ones among them.
  private func hostileLines() throws -> [String] {
    var lines = try SampleLogs.mixture()
    for index in stride(from: 5, to: lines.count, by: 12) {
      lines[index] = String(repeating: "\(index) ", count: 5 * index)
    }
    return lines
  }

  @Test(arguments: [false, true])
  func `the same lines in sixteen files in any order give the same report`(
    isDealt: Bool
  ) throws {
    let workspace = try Workspace()
    let lines = try SampleLogs.mixture()
    var paths: [String] = []
    for shard in 0..<16 {
      let part = lines.indices.filter {
        isDealt ? $0 % 16 == shard : $0 * 16 / lines.count == shard
      }
      .map { lines[$0] }
      if shard % 3 == 0 {
        paths.append(try workspace.file("\(shard).json", lines: part))
      } else {
        paths.append(try workspace.file("\(shard).json.gz", GzipTool.member(lines: part)))
      }
    }
    let whole = try workspace.json(workspace.file("whole", lines: lines)).text
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2 {
      let result = try workspace.run(["-f", "json"] + paths)
      #expect(withoutPacking(result.text) == withoutPacking(whole))
      #expect(try result.report().books.sources == 16)
      paths.shuffle(using: &generator)
    }
  }

  @Test func `the order of damaged files of one content shows nowhere`() throws {
    let workspace = try Workspace()
    let damaged = try GzipTool.member(lines: EntryText.lines(8)).dropLast(9)
    let paths = try ["b", "a", "c"].map { try workspace.file($0, Data(damaged)) }
    let outputs = Set(
      try [paths, paths.reversed()].map { try workspace.run(["-f", "json"] + $0).output })
    #expect(outputs.count == 1)
  }

  @Test func `the clock comes from SOURCE_DATE_EPOCH, and --now goes before it`() throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("1100.jsonl.gz")
    let epoch = ["SOURCE_DATE_EPOCH": "86400"]
    let result = try workspace.run([path, "-f", "json"], environment: epoch)
    #expect(try result.report().generatedAt == "1970-01-02T00:00:00Z")
    #expect(
      try workspace.run([path], environment: epoch).text.contains("made 1970-01-02 00:00 UTC"))
    let now = ["--now", "2026-11-23T03:00:00+01:00"]
    let other = try workspace.run([path, "-f", "json"] + now, environment: epoch)
    #expect(try other.report().generatedAt == "2026-11-23T02:00:00Z")
  }
}

extension [String] {
  /// The lines from one third or two thirds on, and then those before.
  fileprivate func rotated(by number: Int) -> [String] {
    let start = count * number / 3
    return Array(self[start...] + self[..<start])
  }
}
