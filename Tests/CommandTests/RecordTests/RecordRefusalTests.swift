import Foundation
import Testing

/// Records that must not be mixed with what this version makes.
struct RecordRefusalTests {
  /// With a log, its records, and records that must be refused.
  private static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let records = try workspace.extract(workspace.file("log", lines: EntryText.lines(8))).lines
    try workspace.file("records", lines: records)
    let header = #"{"denialRecords":1,"tool":"denials-report 9.9.9","rules":"0123456789abcdef"}"#
    try workspace.file("other-rules", lines: [header] + records.dropFirst())
    let version = records[0].replacing(#""denialRecords":1"#, with: #""denialRecords":2"#)
    try workspace.file("other-version", lines: [version] + records.dropFirst())
    try workspace.file("later", lines: records + [header] + records.dropFirst())
    try workspace.file("headless", lines: Array(records.dropFirst()))
    try workspace.file("footers", lines: Array(records.suffix(1)))
    return workspace
  }

  private static let otherRules =
    "denial records made with other rules than this version's: extract them again from the logs"
  private static let headless =
    "denial records without their first line, which names the rules that they were made with"

  @Test(arguments: [
    ("other-rules", otherRules), ("other-version", otherRules), ("later", otherRules),
    ("headless", headless), ("footers", headless),
  ])
  func `records of another make are refused, and others count`(
    name: String, reason: String
  ) throws {
    let workspace = try Self.workspace()
    let alone = try workspace.run([name])
    #expect(alone.status == 2)
    #expect(
      alone.errorLines == ["\(name): \(reason)", "nothing to report: no input could be read"])
    #expect(alone.output.isEmpty)
    let result = try workspace.json("log", name)
    #expect(result.status == 3)
    #expect(result.errorLines == ["\(name): \(reason)"])
    let report = try result.report()
    #expect(report.books.denials == EntryText.denialCount(of: 8))
    #expect(report.books["unreadableSources"] == 1)
    report.expectBalance()
  }

  @Test func `extract of records is refused`() throws {
    let workspace = try Self.workspace()
    let reason = "records: these are denial records already; extract makes them of logs"
    let alone = try workspace.extract("records")
    #expect(alone.status == 2)
    #expect(alone.errorLines.first == reason)
    let result = try workspace.extract("log", "records")
    #expect(result.status == 3)
    #expect(result.errorLines == [reason])
    let classes = try result.lines.dropFirst().dropLast(2).map { try RecordDocument($0).entryClass }
    #expect(classes == Array(repeating: "denial", count: EntryText.denialCount(of: 8)))
  }

  @Test func `records among log entries are no entries`() throws {
    let workspace = try Self.workspace()
    let result = try workspace.shell(#"cat log records | "$denials" -f json"#)
    #expect(result.status == 0)
    let reason = "a denial record among log entries; give files of records by themselves"
    #expect(result.errorLines == (9...12).map { "(standard input):\($0): \(reason)" })
    let report = try result.report()
    #expect(report.books.entries == 8)
    #expect(report.books["malformed"] == 4)
    report.expectBalance()
  }
}
