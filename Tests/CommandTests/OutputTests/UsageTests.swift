import Testing

/// The command line itself.
struct UsageTests {
  @Test(arguments: [
    ["--bogus"], ["-x"], ["--top", "-1"], ["--top=many"], ["--jobs", "0"], ["-j", "1.5"],
    ["--max-entry-bytes", "0"], ["--max-entry-bytes", "2000000000"], ["--batch-bytes", "0"],
    ["--batch-bytes", "2000000000"], ["--format", "xml"], ["-f"], ["--color", "blue"],
    ["--now", "yesterday"], ["--now", ""], ["-o"], ["extract", "--format", "json"],
    ["extract", "-o", "r.json"], ["extract", "--jobs", "-1"], ["--all"],
  ])
  func `a wrong option is wrong usage, before anything is read`(arguments: [String]) throws {
    let result = try Workspace().run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains("Usage: denials-report "))
  }

  @Test(arguments: ["", "x", "-1", "9000000001", "99999999999999999999"])
  func `a clock that is none is wrong usage`(epoch: String) throws {
    let result = try Workspace().run([], environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(result.status == (epoch.isEmpty ? 0 : 64))
    #expect(result.errors.contains("SOURCE_DATE_EPOCH") == !epoch.isEmpty)
  }

  @Test func `--version prints the version alone`() throws {
    let result = try Workspace().run(["--version"])
    #expect(result.status == 0)
    #expect(result.lines.count == 1)
    #expect(result.text.contains(#/^[0-9]+\.[0-9]+\.[0-9]+\n$/#))
    let header = try Workspace().extract().lines.first
    let version = result.text.split(separator: "\n")[0]
    #expect(header?.contains(#""tool":"denials-report \#(version)""#) == true)
  }

  @Test(arguments: [
    (["--help"], "USAGE: denials-report <subcommand>"),
    (["help"], "USAGE: denials-report <subcommand>"),
    (["report", "-h"], "--max-entry-bytes"), (["help", "extract"], "--all"),
  ])
  func `help goes to stdout`(arguments: [String], part: String) throws {
    let result = try Workspace().run(arguments)
    #expect(result.status == 0)
    #expect(result.text.contains(part))
    #expect(!result.text.contains("--batch-bytes"))
    #expect(result.errors == "")
  }

  @Test func `report is the default command and may be named`() throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("1100.jsonl.gz")
    #expect(try workspace.run(["report", path]).output == workspace.run([path]).output)
  }
}
