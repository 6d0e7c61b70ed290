import Testing

/// Filters that cannot be meant are wrong usage, never an empty report.
struct FilterUsageTests {
  @Test(
    arguments: [[], ["extract"]],
    [
      (["--since", "yesterday"], "--since takes a time such as 2026-11-22T10:00:00+01:00"),
      (["--since", ""], "--since takes a time"),
      (["--until", "2026-11-31"], "--until takes a time"),
      (["--until", "24"], "or a time ago such as 90m, 24h, 7d or 2w, not '24'"),
      (
        ["--since", "2026-11-22", "--until", "2026-11-22"],
        "--since 2026-11-22T00:00:00Z is not before --until 2026-11-22T00:00:00Z"
      ),
      (["--since", "1h", "--until", "2h"], "name the day after the last one"),
      (["--code", "7"], "1152 (iam-rejection), 1153 (throttling) or 1100 (quota-or-credential)"),
      (["--code", "1152,1153"], "not '1152,1153'"),
      (["--cause", "no-such-cause"], "--cause takes missing-role, cross-project, "),
      (["--cause", "zz*"], "or model-not-enabled, a part of one, or a pattern with * or ?"),
      (["--principal", ""], "--principal takes a part of a name"),
      (["--project", ""], "--project takes a part"), (["--service", ""], "--service takes a part"),
      (["--method", String(repeating: "x", count: 513)], "--method takes at most 512 bytes"),
      (["--principal"], "Missing value for '--principal"),
    ])
  func `a wrong value is wrong usage, and says what is right`(
    command: [String], wrong: (options: [String], message: String)
  ) throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: EntryText.lines(4))
    let result = try workspace.run(command + ["a"] + wrong.options)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(wrong.message), "\(result.errors)")
  }

  @Test func `a time ago counts back from the clock of the run`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: [EntryText().line])
    func since(_ options: String...) throws -> String? {
      try workspace.run(["a", "-f", "json", "--since", "90m"] + options).report().window.since
    }
    #expect(try since() == "2026-11-23T00:30:00Z")
    #expect(try since("--now", "2026-11-22T10:00:00+01:00") == "2026-11-22T07:30:00Z")
    let records = try workspace.extract("a", "--since", "1h", "--now", "2026-11-22T10:30:00Z")
    #expect(records.lines.count == 3)
    #expect(records.lines.last?.contains(#""since":"2026-11-22T09:30:00Z""#) == true)
    #expect(try workspace.extract("a", "--since", "1h").lines.count == 2)
  }

  @Test func `help names every filter and what it takes`() throws {
    for command in ["report", "extract"] {
      let text = try Workspace().run([command, "--help"]).text
      let options = [
        "--since", "--until", "--principal", "--project", "--service", "--method", "--code",
        "--cause",
      ]
      for option in options { #expect(text.contains("\n  \(option) <")) }
      for part in ["24h", "2026-11-22T10:00", "UTC", "* and ?"] { #expect(text.contains(part)) }
    }
  }
}
