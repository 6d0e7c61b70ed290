import Foundation
import Testing

/// `--fail-on`, for scripts that wait for something.
struct FailOnTests {
  @Test(
    arguments: [
      (["any"], 1), (["1152"], 1), (["iam-rejection"], 1), (["missing-role"], 1), (["1153"], 0),
      (["rate-limit"], 0), (["1153", "missing-role"], 1),
    ] as [([String], Int32)])
  func `a code, a cause or any denial makes the status 1, and the report is there`(
    conditions: [String], status: Int32
  ) throws {
    let input = Data(EntryText().line.utf8)
    let options = conditions.flatMap { ["--fail-on", $0] }
    let result = try Workspace().run(["-f", "json"] + options, input: input)
    #expect(result.status == status)
    #expect(try result.report().books.denials == 1)
  }

  @Test func `what was asked for wins over input that was not read`() throws {
    let workspace = try Workspace()
    let name = try workspace.file("log", lines: [EntryText().line])
    #expect(try workspace.run(["--fail-on", "any", name, "nowhere"]).status == 1)
    #expect(try workspace.run(["--fail-on", "1100", name, "nowhere"]).status == 3)
  }

  @Test func `wrong words are wrong usage`() throws {
    let workspace = try Workspace()
    #expect(try workspace.run(["--fail-on", "1154"]).status == 64)
    let result = try workspace.run(["--fail-on", "new"])
    #expect(result.status == 64)
    #expect(result.errors.contains("--fail-on new needs --history"))
  }

  #if History
    @Test func `only news fails a run that waits for news`() throws {
      let workspace = try Workspace()
      let name = try workspace.file("log", lines: [EntryText().line])
      let run = { (day: Int) in
        try workspace.run([
          "--history", "d.sqlite", "--fail-on", "new", "--now", "2026-11-\(day)T02:00:00Z", name,
        ])
      }
      #expect(try run(23).status == 1)
      #expect(try run(24).status == 0)
    }
  #endif
}
