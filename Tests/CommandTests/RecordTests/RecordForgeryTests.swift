import Foundation
import Testing

/// Footers that nobody would write: the books stay whole.
struct RecordForgeryTests {
  private static func header(_ workspace: Workspace) throws -> String {
    try #require(try workspace.extract(input: Data(EntryText().line.utf8)).lines.first)
  }

  @Test(arguments: [Int.min, -1, 0, Int.max])
  func `any number of sources is survived`(sourceCount: Int) throws {
    let workspace = try Workspace()
    let footer =
      #"{"footer":{"source":"a","fingerprint":"x","books":{},"records":0,"checksum":"0","sources":"#
      + "\(sourceCount)}}"
    try workspace.file("records", lines: [try Self.header(workspace), footer])
    let result = try workspace.json("records")
    #expect([0, 3].contains(result.status))
    try result.report().expectBalance()
  }

  @Test func `enormous counts add up without a crash`() throws {
    let workspace = try Workspace()
    let footers = (0..<1100).map { number in
      #"{"footer":{"source":"s\#(number)","fingerprint":"f\#(number)","#
        + #""books":{"compressedBytes":9223372036854775807},"records":0,"checksum":"0"}}"#
    }
    try workspace.file("records", lines: [try Self.header(workspace)] + footers)
    let result = try workspace.json("records")
    #expect([0, 3].contains(result.status))
    try result.report().expectBalance()
  }

  @Test func `records of the same bytes read under other limits merge in any order`() throws {
    let workspace = try Workspace()
    var long = EntryText(insertID: "b")
    long.more = ["request": ["filler": String(repeating: "x", count: 3000)]]
    try workspace.file("log", lines: [EntryText(insertID: "a").line, long.line])
    try workspace.file("short", try workspace.extract("--max-entry-bytes", "2000", "log").output)
    try workspace.file("whole", try workspace.extract("log").output)
    let first = try workspace.json("short", "whole")
    #expect(try workspace.json("whole", "short").output == first.output)
    let report = try first.report()
    #expect(report.books.denials == 2)
    report.expectBalance()
  }
}
