import Foundation
import Testing

/// A half outside the window does not count, and still says who made the call that failed inside.
struct WindowedJoinTests {
  private static let window = ["--since", "2026-11-22T10:00", "--until", "2026-11-22T11:00"]

  /// A half of one call; without a status code it went well.
  private static func half(
    _ id: String, at time: String, first: Bool, principal: String?, statusCode: Int?
  ) -> String {
    var entry = EntryText(
      insertID: id, timestamp: "2026-11-22T\(time)Z", principal: principal, statusCode: statusCode)
    entry.around["operation"] =
      ["id": "op", "producer": "compute.googleapis.com", first ? "first" : "last": true]
      as [String: any Sendable]
    return entry.line
  }

  @Test(arguments: [nil, 7], [["report"], ["extract"]])
  func `the first half lends its principal, refused or not, from logs and from records`(
    firstStatusCode: Int?, path: [String]
  ) throws {
    let workspace = try Workspace()
    let lines = [
      Self.half(
        "f", at: "09:59:58", first: true, principal: "alice@example.com",
        statusCode: firstStatusCode),
      Self.half("l", at: "10:00:02", first: false, principal: nil, statusCode: 7),
    ]
    try workspace.file("log", lines: lines)
    if path == ["extract"] { try workspace.file("log", workspace.extract("log").output) }
    let report = try workspace.run(["-f", "json", "log"] + Self.window).report()
    report.expectBalance()
    #expect(report.books.denials == 1)
    #expect(report.books.merged.values.allSatisfy { $0 == 0 })
    #expect(report.principals.map(\.principal) == ["alice@example.com"])
    #expect(report.books.incomplete["operations"] == 0)
    let alone = try workspace.run(["-f", "json"] + Self.window, input: Data(lines[1].utf8)).report()
    #expect(alone.principals.map(\.principal) == ["(unknown)"])
    #expect(alone.warnings.map(\.id).contains("unmatched-operations"))
  }

  @Test func `filters see a denial as it is once its halves are joined`() throws {
    let workspace = try Workspace()
    let lines = [
      Self.half("f", at: "10:00:00", first: true, principal: "alice@example.com", statusCode: nil),
      Self.half("l", at: "10:00:02", first: false, principal: nil, statusCode: 7),
    ]
    try workspace.file("log", lines: lines)
    let alice = try workspace.json("log", "--principal", "alice").report()
    #expect(alice.books.denials == 1)
    let unknown = try workspace.json("log", "--principal", "(unknown)").report()
    #expect(unknown.books.denials == 0)
    #expect(unknown.books.otherClasses["filtered-out"] == 1)
    unknown.expectBalance()
  }
}
