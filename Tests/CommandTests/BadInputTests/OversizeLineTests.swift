import Foundation
import Testing

/// Lines beyond `--max-entry-bytes`: passed over, whatever their length and place.
struct OversizeLineTests {
  private static let limit = 1500

  /// The length of a line with a request of so many bytes.
  private static func line(_ insertID: String, requestBytes: Int) -> String {
    var entry = EntryText(insertID: insertID)
    entry.more["request"] = ["prompt": String(repeating: "x", count: requestBytes)]
    return entry.line
  }

  /// Runs with batches of one line, of a few, and of all.
  private func expect(
    _ text: String, errors: [String], denials: Int, oversize: Int
  ) throws {
    for batchBytes in [1, 5000, 4_194_304] {
      let result = try Workspace().json(
        "--max-entry-bytes", "\(Self.limit)", "--batch-bytes", "\(batchBytes)",
        input: Data(text.utf8))
      #expect(result.status == (denials == 0 ? 3 : 0))
      #expect(result.errorLines == errors.map { "(standard input):\($0)" }, "\(batchBytes)")
      let report = try result.report()
      #expect(report.books.denials == denials)
      #expect(report.books["oversize"] == oversize)
      #expect(report.books.uncompressedBytes == text.utf8.count)
      report.expectBalance()
    }
  }

  private static let reason = "longer than \(limit) bytes, not read; see --max-entry-bytes"

  @Test(arguments: [1000, 100_000, 500_000])
  func `a long line is passed over, in the middle and at the end`(requestBytes: Int) throws {
    let lines = [
      EntryText(insertID: "a").line, Self.line("long", requestBytes: requestBytes),
      EntryText(insertID: "b").line, "bad", Self.line("longer", requestBytes: requestBytes * 2),
    ]
    let errors = ["2: \(Self.reason)", "4: not valid JSON at byte 0", "5: \(Self.reason)"]
    try expect(lines.joined(separator: "\n"), errors: errors, denials: 2, oversize: 2)
    try expect(lines.joined(separator: "\n") + "\n", errors: errors, denials: 2, oversize: 2)
  }

  @Test func `only long lines are no denials, and no end of the world`() throws {
    let line = Self.line("long", requestBytes: 200_000)
    try expect(
      [line, line].joined(separator: "\n"), errors: (1...2).map { "\($0): \(Self.reason)" },
      denials: 0, oversize: 2)
  }

  @Test func `a line of just the limit is read`() throws {
    let base = Self.line("a", requestBytes: 0).utf8.count
    let fitting = Self.line("a", requestBytes: Self.limit - base)
    try expect(fitting, errors: [], denials: 1, oversize: 0)
    try expect(fitting + " ", errors: ["1: \(Self.reason)"], denials: 0, oversize: 1)
  }

  @Test func `a long line that ends in damage counts once, and the next member is read`() throws {
    let workspace = try Workspace()
    // Incompressible text, so that the damage comes within the long line.
    var generator = SeededGenerator(seed: 4)
    let noise = (0..<40_000).map { _ in String(generator.next() % 36, radix: 36) }.joined()
    let first = try GzipTool.member(EntryText(insertID: "a").line + "\n" + noise)
    let second = try GzipTool.member(lines: [EntryText(insertID: "b").line, "bad"])
    try workspace.file("x.gz", first.dropLast(1000) + second)
    for batchBytes in [1, 4_194_304] {
      let result = try workspace.json(
        "--max-entry-bytes", "\(Self.limit)", "--batch-bytes", "\(batchBytes)", "x.gz")
      #expect(result.status == 3)
      let report = try result.report()
      #expect(report.books.denials == 2)
      #expect(report.books["oversize"] == 1)
      #expect(report.books["malformed"] == 1)
      #expect(report.books["corruptSources"] == 1)
      report.expectBalance()
      #expect(result.errorLines.count == 3)
      #expect(result.errorLines.last == "x.gz:4: not valid JSON at byte 0")
    }
  }

  @Test(arguments: [1, 4_194_304])
  func `a record tells the line and the byte where its entry stands`(batchBytes: Int) throws {
    let lines = [
      "\u{feff}", EntryText(insertID: "a").line, "", Self.line("long", requestBytes: 70_000),
      EntryText(insertID: "b").line, "bad", EntryText(insertID: "c").line,
    ]
    let text = lines.joined(separator: "\r\n")
    let result = try Workspace().extract(
      "--max-entry-bytes", "\(Self.limit)", "--batch-bytes", "\(batchBytes)",
      input: Data(text.utf8))
    let records = try result.lines.dropFirst().dropLast().map(RecordDocument.init)
    #expect(records.map(\.insertId) == ["a", "b", "c"])
    #expect(records.map(\.line) == [2, 5, 7])
    for record in records {
      let rest = String(decoding: Array(text.utf8).dropFirst(record.byteOffset), as: UTF8.self)
      #expect(rest.hasPrefix(EntryText(insertID: record.insertId).line))
    }
  }
}
