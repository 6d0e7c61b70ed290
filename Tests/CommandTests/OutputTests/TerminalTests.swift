import Foundation
import Testing

/// What depends on who looks: colour, width, and asking for input.
struct TerminalTests {
  private static let escape = "\u{1b}["
  private static let log = SampleLogs.path("1153.jsonl.gz")

  @Test func `colour is off in files and pipes, and on if it is asked for`() throws {
    let workspace = try Workspace()
    #expect(try !workspace.run([Self.log]).text.contains(Self.escape))
    let never = try workspace.run([Self.log, "--color", "never"])
    #expect(!never.text.contains(Self.escape))
    let always = try workspace.run([Self.log, "--color=always"], environment: ["NO_COLOR": "1"])
    #expect(always.text.contains(Self.escape))
    let plain = always.text.replacing(#/\u{1b}\[[0-9;]*m/#, with: "")
    #expect(plain == never.text)
    let json = try workspace.run([Self.log, "-f", "json", "--color", "always"])
    #expect(!json.text.contains(Self.escape))
  }

  @Test(
    .enabled(if: Program(named: "script") != nil, "no `script` here to make a terminal with"),
    arguments: [
      ("TERM=xterm", true), ("TERM=dumb", false), ("TERM=xterm NO_COLOR=1", false),
      ("TERM=xterm NO_COLOR=", true),
    ])
  func `colour on a terminal obeys NO_COLOR and TERM`(variables: String, isColored: Bool) throws {
    let script = try #require(Program(named: "script"))
    let command = "stty cols 60; \(variables) '\(Program.denialsReport.path)' '\(Self.log)'"
    let result = try Workspace().run(script, ["-qefc", command, "/dev/null"])
    #expect(result.status == 0)
    #expect(result.text.contains(Self.escape) == isColored)
    let plain = result.text.replacing(#/\u{1b}\[[0-9;]*m/#, with: "")
    let lines = plain.split(separator: "\r\n").filter { !$0.contains("--") }
    #expect(lines.allSatisfy { $0.count <= 60 })
  }

  @Test(.enabled(if: Program(named: "script") != nil, "no `script` here to make a terminal with"))
  func `without input a terminal gets help, not a program that waits`() throws {
    let script = try #require(Program(named: "script"))
    for command in ["", "extract", "explain"] {
      let line = "'\(Program.denialsReport.path)' \(command)"
      let result = try Workspace().run(script, ["-qefc", line, "/dev/null"])
      #expect(result.status == 64)
      #expect(result.text.contains("no input: name files or directories, or pipe logs in"))
    }
  }

  @Test func `--top is for text; machine formats are complete`() throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("1152.jsonl.gz")
    let report = try workspace.json(path, "--top", "1").report()
    #expect(report.principals.count > 10)
    for (top, shown) in [("1", 1), ("3", 3), ("0", report.principals.count)] {
      let lines = try workspace.run([path, "--top", top]).lines
      let headings = lines.filter { $0.contains(#/^[0-9]+\. /#) }
      #expect(headings.count == shown)
    }
  }
}

/// The line on standard error that says how far a run is.
struct ProgressTests {
  private static let escape = "\u{1b}["
  /// Gives the run time to show something.
  private static let slowly = "{ cat '\(SampleLogs.path("1153.jsonl.gz"))'; sleep 1.2; }"

  @Test func `a pipe gets none, unless it is asked for`() throws {
    let workspace = try Workspace()
    let plain = try workspace.shell("\(Self.slowly) | $denials")
    #expect(plain.errors.isEmpty)
    let asked = try workspace.shell("\(Self.slowly) | $denials --progress always")
    #expect(asked.errors.contains(" read  "))
    #expect(asked.errors.hasSuffix("\r\(Self.escape)K"))
    #expect(asked.output == plain.output)
    for options in ["--progress never", "--progress always --quiet"] {
      #expect(try workspace.shell("\(Self.slowly) | $denials \(options)").errors.isEmpty)
    }
  }

  @Test(.enabled(if: Program(named: "script") != nil, "no `script` here to make a terminal with"))
  func `a terminal gets one that is taken away before the report`() throws {
    let script = try #require(Program(named: "script"))
    for (variables, isShown) in [("TERM=xterm", true), ("TERM=dumb", false)] {
      let command = "\(Self.slowly) | \(variables) '\(Program.denialsReport.path)' --color never"
      let result = try Workspace().run(script, ["-qefc", command, "/dev/null"])
      let parts = result.text.components(separatedBy: "\r\(Self.escape)K")
      #expect((parts.count > 1) == isShown)
      #expect(try #require(parts.last).contains(#/^[0-9]+ denials by/#))
    }
  }
}
