import Foundation
import Testing

/// Records that are incomplete or changed: told, and what is whole counts.
struct RecordDamageTests {
  private static func records() throws -> [String] {
    let workspace = try Workspace()
    try workspace.file("a", lines: EntryText.lines(24, prefix: "a"))
    try workspace.file("b", lines: EntryText.lines(24, prefix: "b"))
    try workspace.file("none", lines: ["{}"])
    return try workspace.extract("a", "b", "none").lines
  }

  /// Header, six records each of `a` and `b`, three footers.
  private static let result = Result { try records() }

  private static func incomplete(_ names: String...) -> [String] {
    names.map { "(standard input): the records of \($0) are incomplete" }
  }

  private static let missing = "(standard input): nothing is left of the records of "

  @Test(arguments: [
    (1, 0, [missing + "another source"]),
    (4, 3, incomplete("a")), (7, 6, incomplete("a")), (10, 9, incomplete("a", "b")),
    (13, 12, incomplete("a", "b")), (14, 12, incomplete("b") + [missing + "another source"]),
    (15, 12, [missing + "another source"]),
  ])
  func `records that end between two lines are damaged`(
    lineCount: Int, denials: Int, errors: [String]
  ) throws {
    let lines = try Self.result.get()
    #expect(lines.count == 16)
    let text = lines.prefix(lineCount).joined(separator: "\n") + "\n"
    let result = try Workspace().json(input: Data(text.utf8))
    #expect(result.status == 3)
    #expect(result.errorLines == errors)
    let report = try result.report()
    #expect(report.books.denials == denials)
    report.expectBalance()
    let warning = report.warnings.first { $0.id == "late-or-truncated-source" }
    #expect(warning != nil)
  }

  @Test(arguments: [2, 9, 14, 16])
  func `records that end within a line are damaged`(lineNumber: Int) throws {
    let lines = try Self.result.get()
    let cut = lines.prefix(lineNumber).joined(separator: "\n").dropLast(5)
    let result = try Workspace().json(input: Data(cut.utf8))
    #expect(result.status == 3)
    #expect(
      result.errorLines.last?.hasPrefix("(standard input):\(lineNumber): cut off at ") == true)
    let report = try result.report()
    #expect(report.books.denials == min(lineNumber - 2, 12))
    #expect(report.books["malformed"] == 1)
    report.expectBalance()
  }

  @Test(arguments: [
    // A record, then a footer.
    (2, "203.0.113.7", "203.0.113.8"), (2, #""insertId":"a0""#, #""insertId":"a9""#),
    (14, #""denialEntries":6"#, #""denialEntries":7"#),
    (14, #""uncompressedBytes":2"#, #""uncompressedBytes":3"#),
    (14, #""fingerprint":""#, #""fingerprint":"0"#), (14, #""records":6"#, #""records":5"#),
    (14, #""sources":3"#, #""sources":2"#), (14, "T10:00:00.500Z", "T11:00:00.500Z"),
  ])
  func `a changed byte is noticed`(lineNumber: Int, old: String, new: String) throws {
    var lines = try Self.result.get()
    #expect(lines[lineNumber - 1].contains(old))
    lines[lineNumber - 1] = lines[lineNumber - 1].replacing(old, with: new, maxReplacements: 1)
    let result = try Workspace().json(input: Data(lines.joined(separator: "\n").utf8))
    #expect(result.status == 3)
    #expect(result.errorLines == Self.incomplete("a"))
    let report = try result.report()
    #expect(report.books.denials == 12)
    #expect(report.books["corruptSources"] == 1)
    report.expectBalance()
  }

  @Test func `a record that is lost or comes twice is noticed`() throws {
    let lines = try Self.result.get()
    let lost = lines.filter { $0 != lines[3] }
    let twice = lines.flatMap { $0 == lines[3] ? [$0, $0] : [$0] }
    for (changed, denials) in [(lost, 11), (twice, 12)] {
      let result = try Workspace().json(input: Data(changed.joined(separator: "\n").utf8))
      #expect(result.status == 3)
      #expect(result.errorLines == Self.incomplete("a"))
      #expect(try result.report().books.denials == denials)
      try result.report().expectBalance()
    }
  }

  @Test func `a bad line among records is named, and the records count`() throws {
    var lines = try Self.result.get()
    lines.insert(contentsOf: ["bad", #"{"logName":"x"}"#, "[]"], at: 5)
    let result = try Workspace().json(input: Data(lines.joined(separator: "\n").utf8))
    #expect(result.status == 0)
    #expect(
      result.errorLines
        == [
          "(standard input):6: not valid JSON at byte 0",
          "(standard input):7: neither a denial record nor a footer, not read",
          "(standard input):8: neither a denial record nor a footer, not read",
        ])
    #expect(try result.report().books.denials == 12)
    try result.report().expectBalance()
  }

  @Test(arguments: [1, 4_194_304])
  func `records beyond the limit are counted like other long lines`(batchBytes: Int) throws {
    let lines = try Self.result.get()
    let limit = lines[0].utf8.count
    let result = try Workspace().json(
      "--max-entry-bytes", "\(limit)", "--batch-bytes", "\(batchBytes)",
      input: Data(lines.joined(separator: "\n").utf8))
    #expect(result.status == 3)
    #expect(try result.report().books["oversize"] == 15)
    #expect(result.errorLines.contains { $0.hasSuffix(": 5 more lines that were not read") })
    try result.report().expectBalance()
  }

  @Test func `packed records that are damaged are a damaged source`() throws {
    let workspace = try Workspace()
    let member = try GzipTool.member(lines: Self.result.get())
    let result = try workspace.json(workspace.file("r.gz", member.dropLast(4)))
    #expect(result.status == 3)
    #expect(try result.report().books.denials == 12)
    #expect(try result.report().books["corruptSources"] == 1)
  }
}
