import Foundation
import Testing

/// Inputs of which nothing can be read: each is said, and the others make the report.
struct UnreadableInputTests {
  @Test(arguments: [
    ("missing.gz", "cannot open missing.gz: No such file or directory"),
    ("loop", "cannot open loop: Too many levels of symbolic links"),
    ("", "cannot open \"\": No such file or directory"),
    // The memory of a process has nothing at address 0: opened, but not read.
    ("/proc/self/mem", "cannot read /proc/self/mem: Input/output error"),
  ])
  func `an input that cannot be read is said`(path: String, reason: String) throws {
    let workspace = try Workspace()
    try workspace.link("loop", to: "loop")
    let alone = try workspace.run([path])
    #expect(alone.status == 2)
    #expect(alone.errorLines == [reason, "nothing to report: no input could be read"])
    #expect(alone.output.isEmpty)
    try workspace.file("good", lines: EntryText.lines(4))
    let result = try workspace.json("good", path)
    #expect(result.status == 3)
    #expect(result.errorLines == [reason])
    let report = try result.report()
    #expect(report.books.denials == EntryText.denialCount(of: 4))
    #expect(report.books["unreadableSources"] == 1)
    report.expectBalance()
  }

  @Test(
    .enabled(if: geteuid() != 0, "root may read every file: run the tests as another user"))
  func `a file without permission is said`() throws {
    let workspace = try Workspace()
    try workspace.file("secret", lines: EntryText.lines(4))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: workspace.url(of: "secret").path())
    let result = try workspace.run(["secret"])
    #expect(result.status == 2)
    #expect(result.errorLines.first == "cannot open secret: Permission denied")
  }

  @Test func `an empty file is said and no error`() throws {
    let workspace = try Workspace()
    let result = try workspace.json(workspace.file("empty.gz", Data()))
    #expect(result.status == 0)
    #expect(result.errorLines == ["empty.gz is empty"])
    try result.report().expectBalance()
    let stream = try workspace.run([])
    #expect(stream.status == 0)
    #expect(stream.errorLines == ["(standard input) is empty"])
    #expect(stream.text.hasPrefix("No log entries were read"))
  }

  @Test func `an empty directory has nothing to report`() throws {
    let workspace = try Workspace()
    let result = try workspace.run([workspace.directory("empty")])
    #expect(result.status == 2)
    #expect(
      result.errorLines
        == ["no files to read in empty", "nothing to report: no input could be read"])
    try workspace.file("good", lines: EntryText.lines(4))
    #expect(try workspace.run(["empty", "good"]).status == 0)
  }

  @Test(arguments: [
    (#""$denials" <&-"#, "cannot read (standard input): Bad file descriptor"),
    (#""$denials" extract - <&-"#, "cannot read (standard input): Bad file descriptor"),
    (#""$denials" < ."#, "cannot read (standard input): Is a directory"),
  ])
  func `standard input that cannot be read is said`(script: String, reason: String) throws {
    let result = try Workspace().shell(script)
    #expect(result.status == 2)
    #expect(result.errorLines.first == reason)
  }

  @Test func `--quiet still says why there is no report`() throws {
    let result = try Workspace().run(["missing", "--quiet"])
    #expect(result.status == 2)
    #expect(result.errorLines == ["nothing to report: no input could be read"])
  }
}
