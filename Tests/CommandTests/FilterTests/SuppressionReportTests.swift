import Foundation
import Testing

/// `--suppress`: what nobody wants to hear of is counted and not shown.
struct SuppressionReportTests {
  private static let lines = [
    EntryText(insertID: "a", principal: "alice@example.com").line,
    EntryText(insertID: "b", principal: "alice@example.com").line,
    EntryText(insertID: "c", principal: "bob@example.com").line,
  ]
  private static let rest = "owner=platform expires=2026-12-31 reason=\"retired soon\""

  private func run(
    _ workspace: Workspace, _ suppressions: [String], _ arguments: [String] = ["-f", "json"]
  ) throws -> ProgramResult {
    try workspace.file("log", lines: Self.lines)
    try workspace.file("known", lines: suppressions)
    return try workspace.run(arguments + ["--suppress", "known", "log"])
  }

  @Test(arguments: [
    "principal=alice@*", "principal=ALICE@example.com", "principal=alice@* cause=missing-role",
    "principal=alice* permission=aiplatform.* project=acme-????",
  ])
  func `what a line names is counted and not shown`(subject: String) throws {
    let result = try run(Workspace(), ["# known", "", "\(subject) \(Self.rest)"])
    #expect(result.status == 0, "\(result.errors)")
    let report = try result.report()
    #expect(report.principals.map(\.principal) == ["bob@example.com"])
    #expect(report.books.denials == 1)
    #expect(report.books.suppressed == 2)
    report.expectBalance()
    #expect(report.suppressions?.map(\.denials) == [2])
    #expect(report.suppressions?.map(\.findings) == [1])
    #expect(report.suppressions?.map(\.line) == [3])
  }

  @Test(arguments: [
    "principal=alice", "principal=alice@* project=other", "principal=alice@* cause=cross-*",
    "permission=storage.*",
  ])
  func `what a line does not name in full is shown`(subject: String) throws {
    let report = try run(Workspace(), ["\(subject) \(Self.rest)"]).report()
    #expect(report.books.denials == 3)
    #expect(report.books.suppressed == 0)
    #expect(report.warnings.map(\.id).contains("suppression-unused"))
  }

  @Test func `a line that has expired hides nothing, and that is said`() throws {
    let report = try run(
      Workspace(), ["principal=alice@* owner=x reason=y expires=2026-11-23"]
    ).report()
    #expect(report.books.denials == 3)
    let warning = report.warnings.first { $0.id == "suppression-expired" }
    #expect(warning?.text.contains("line 1 (principal=alice@*; x)") == true)
  }

  @Test func `the first line that fits counts`() throws {
    let report = try run(
      Workspace(), ["cause=missing-role \(Self.rest)", "principal=bob@* \(Self.rest)"]
    ).report()
    #expect(report.suppressions?.map(\.denials) == [3, 0])
    #expect(report.principals.isEmpty)
  }

  @Test func `text names who answers for it`() throws {
    let text = try run(Workspace(), ["principal=alice@* \(Self.rest)"], []).text
    #expect(text.contains("Suppressed: 2 denials of 1 finding\n"))
    #expect(
      text.contains(
        "  line 1  2 denials: principal=alice@*, until 2026-12-31, platform: retired soon"))
    #expect(text.contains("+ 2 suppressed"))
  }

  @Test(arguments: [
    ("owner=x reason=y expires=2026-12-31", "line 1: name at least one of principal"),
    ("principal=a owner=x expires=2026-12-31", "line 1: reason= is missing"),
    ("principal=a reason=y expires=2026-12-31", "line 1: owner= is missing"),
    ("principal=a owner=x reason=y", "line 1: expires= is missing"),
    ("principal=a owner=x reason=y expires=soon", "line 1: expires= takes a date"),
    ("principal=a principal=b owner=x", "line 1: principal= stands there twice"),
    ("who=a", "line 1: there is no 'who'; names are principal, permission"),
    ("principal=a reason=two words", "line 1: 'words' is not name=value"),
    ("principal=a reason=\"two words", "line 1: a quote is not closed"),
    ("principal= owner=x", "line 1: principal= takes a name or a pattern"),
    ("cause=mising-role owner=x", "line 1: no cause is called 'mising-role'"),
  ])
  func `a line that is not understood ends the run`(line: String, expected: String) throws {
    let result = try run(Workspace(), [line])
    #expect(result.status == 2)
    #expect(result.errors.contains("suppressions known: \(expected)"), "\(result.errors)")
    #expect(result.text == "")
  }

  @Test func `without the option nothing of it is in the report`() throws {
    let workspace = try Workspace()
    let text = try workspace.json(input: Data(Self.lines[0].utf8)).text
    #expect(!text.contains("suppress"))
  }

  #if History
    @Test func `a finding is news once it is suppressed no more`() throws {
      let workspace = try Workspace()
      let night = { (day: String) in
        try run(
          workspace, ["principal=alice@* owner=x reason=y expires=2026-11-25"],
          ["--history", "d.sqlite", "--now", "2026-11-\(day)T02:00:00Z"]
        ).text
      }
      _ = try night("23")
      #expect(try night("24").contains("new finding") == false)
      #expect(try night("25").contains("1 new finding"))
      #expect(try night("26").contains("new finding") == false)
    }
  #endif
}
