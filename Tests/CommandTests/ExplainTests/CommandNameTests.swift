import Testing

/// Help, and what is said to those who misspell a command.
struct CommandNameTests {
  @Test(arguments: [
    ("explian", "explain"), ("exlpain", "explain"), ("reprot", "report"), ("reports", "report"),
    ("code", "codes"), ("extrct", "extract"), ("hlep", "help"),
  ])
  func `a misspelled command is told from a file that is not there`(
    word: String, name: String
  ) throws {
    let result = try Workspace().run([word, "x.jsonl"])
    #expect(result.status == 64)
    #expect(
      result.errorLines.first?.hasPrefix(
        "Error: there is no file \(word): did you mean the command \(name)?") == true)
  }

  @Test(arguments: [
    ["./explian"], ["explian.jsonl"], ["report", "explian"], ["x", "explian"], ["logs"], ["xplyn"],
    ["--", "explian"],
  ])
  func `what may well be a file is only said not to be there`(arguments: [String]) throws {
    let result = try Workspace().run(arguments)
    #expect(result.status == 2)
    #expect(result.errorLines.first?.hasPrefix("cannot open ") == true)
  }

  @Test func `a file that is named like a misspelled command is read`() throws {
    let workspace = try Workspace()
    try workspace.file("explian", lines: EntryText.lines(1))
    let result = try workspace.run(["explian"])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("1 denial by 1 principal"))
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func `the first help shows the options of the report as well`(arguments: [String]) throws {
    let workspace = try Workspace()
    let result = try workspace.run(arguments)
    #expect(result.status == 0)
    let own = try workspace.run(["report", "--help"]).lines
      .filter { $0.hasPrefix("  -") && !$0.contains("--help") && !$0.contains("--version") }
    #expect(own.count > 5)
    for line in own { #expect(result.lines.contains(line)) }
    for name in ["report (default)", "extract", "explain", "codes"] {
      #expect(result.text.contains("\n  \(name) "))
    }
    #expect(result.lines.filter { $0.hasPrefix("USAGE:") }.count == 1)
  }

  @Test(arguments: ["report", "extract", "explain", "codes"])
  func `the help of a command is its own`(name: String) throws {
    let result = try Workspace().run(["help", name])
    #expect(result.status == 0)
    #expect(result.text.contains("USAGE: denials-report \(name) "))
    #expect(!result.text.contains("THE DEFAULT COMMAND:"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `shells complete the names of causes`(shell: String) throws {
    let result = try Workspace().run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    #expect(result.text.contains("vpc-service-controls") && result.text.contains("explain"))
  }
}
