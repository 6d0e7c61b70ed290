import Foundation
import Testing

/// `-o`: whole files in place of old ones, in the format that their names tell.
struct OutputFileTests {
  private static let log = Data(EntryText.lines(4).joined(separator: "\n").utf8)

  @Test func `several files are written, each in its own format, and nothing to stdout`() throws {
    let workspace = try Workspace()
    let names = ["r.txt", "r.JSON", "json=plain", "./json=r.txt"]
    let result = try workspace.run(names.flatMap { ["-o", $0] }, input: Self.log)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors == "")
    let text = try workspace.run([], input: Self.log).output
    let json = try workspace.json(input: Self.log).output
    #expect(try workspace.names() == ["json=r.txt", "plain", "r.JSON", "r.txt"])
    #expect(try workspace.contents(of: "r.txt") == text)
    #expect(try workspace.contents(of: "json=r.txt") == text)
    #expect(try workspace.contents(of: "r.JSON") == json)
    #expect(try workspace.contents(of: "plain") == json)
  }

  @Test func `a format for stdout adds to the files`() throws {
    let workspace = try Workspace()
    let result = try workspace.run(["-o", "r.txt", "--format", "json"], input: Self.log)
    #expect(try result.report().books.entries == 4)
    #expect(try workspace.names() == ["r.txt"])
  }

  @Test(arguments: [
    ("report", "cannot tell the format of 'report'"),
    ("report.xml", "cannot tell the format of 'report.xml'"),
    ("dir.json/report", "cannot tell the format of 'dir.json/report'"),
    ("yaml=r.txt ", "cannot tell the format of 'yaml=r.txt '"),
    ("", "no file name in ''"), ("json=", "no file name in 'json='"),
  ])
  func `a file without a known format is wrong usage`(name: String, reason: String) throws {
    let workspace = try Workspace()
    let result = try workspace.run(["-o", "r.json", "-o", name], input: Self.log)
    #expect(result.status == 64)
    #expect(result.errors.contains("-o: \(reason)"))
    #expect(try workspace.names() == [])
  }

  @Test func `a file that is there is replaced and keeps its mode`() throws {
    let workspace = try Workspace()
    try workspace.file("r.json", "old")
    try FileManager.default.linkItem(
      at: workspace.url(of: "r.json"), to: workspace.url(of: "other name"))
    let result = try workspace.shell(
      #"chmod 4640 r.json; umask 077; "$denials" -o r.json; stat -c %a r.json"#)
    #expect(result.status == 0)
    #expect(result.lines == ["4640"])
    #expect(String(decoding: try workspace.contents(of: "r.json"), as: UTF8.self).hasPrefix("{"))
    // Replaced, not written over: whoever has the old file open goes on seeing it.
    #expect(try workspace.contents(of: "other name") == Data("old".utf8))
    #expect(try workspace.names() == ["other name", "r.json"])
  }

  @Test func `a new file has the mode that the umask leaves`() throws {
    let result = try Workspace().shell(#"umask 027; "$denials" -o r.json; stat -c %a r.json"#)
    #expect(result.lines == ["640"])
  }

  @Test func `a name may be as long as names can be`() throws {
    let workspace = try Workspace()
    let name = String(repeating: "x", count: 250) + ".json"
    #expect(try workspace.run(["-o", name], input: Self.log).status == 0)
    #expect(try workspace.names() == [name])
  }

  @Test func `a temporary file that a killed run left is in nobody's way`() throws {
    let workspace = try Workspace()
    let result = try workspace.shell(
      #"touch .denials-report-$$-0.tmp .denials-report-$$-1.tmp; exec "$denials" -o r.json"#)
    #expect(result.status == 0)
    #expect(try workspace.names().count == 3)
    #expect(try workspace.contents(of: "r.json").count > 100)
  }

  @Test(arguments: [
    ("directory.json", "it is a directory"),
    ("link.json", "it is a link; name the file that it leads to"),
    ("dangling.json", "it is a link; name the file that it leads to"),
    ("missing/r.json", "No such file or directory"),
    ("old.txt/r.json", "Not a directory"),
    // Nobody, not even root, can make a file there.
    ("/proc/r.json", "No such file or directory"),
    ("json=/dev/full", "No space left on device"),
  ])
  func `what cannot be written is said, and nothing is left`(
    name: String, reason: String
  ) throws {
    let workspace = try Workspace()
    try workspace.directory("directory.json")
    try workspace.file("old.txt", "old")
    try workspace.link("link.json", to: "old.txt")
    try workspace.link("dangling.json", to: "nothing")
    let names = try workspace.names()
    let result = try workspace.run(["-f", "json", "-o", name], input: Self.log)
    #expect(result.status == 2)
    let shown = name.replacing("json=", with: "")
    #expect(result.errorLines == ["cannot write \(shown): \(reason)"])
    #expect(result.output.isEmpty)
    #expect(try workspace.names() == names)
    #expect(try workspace.contents(of: "old.txt") == Data("old".utf8))
  }

  @Test func `a write that fails half-way leaves the old file`() throws {
    let workspace = try Workspace()
    try workspace.file("r.json", "old")
    // A limit on sizes of files stands for a full disk; without the trap a signal comes first.
    let result = try workspace.shell(#"trap '' XFSZ; ulimit -f 1; "$denials" -o r.json"#)
    #expect(result.status == 2)
    #expect(result.errorLines.last == "cannot write r.json: File too large")
    #expect(try workspace.names() == ["r.json"])
    #expect(try workspace.contents(of: "r.json") == Data("old".utf8))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere: run the tests as another user"))
  func `a directory without permission is said`() throws {
    let workspace = try Workspace()
    try workspace.directory("closed")
    let result = try workspace.shell(#"chmod 555 closed; "$denials" -o closed/r.json"#)
    #expect(result.status == 2)
    #expect(result.errorLines.last == "cannot write closed/r.json: Permission denied")
  }

  @Test func `without any readable input the old file stays`() throws {
    let workspace = try Workspace()
    try workspace.file("r.json", "old")
    #expect(try workspace.run(["missing", "-o", "r.json"]).status == 2)
    #expect(try workspace.contents(of: "r.json") == Data("old".utf8))
    let damaged = try workspace.file("x.gz", GzipTool.member(lines: EntryText.lines(4)).dropLast(3))
    #expect(try workspace.run([damaged, "-o", "r.json"]).status == 3)
    #expect(try workspace.contents(of: "r.json").count > 100)
  }

  @Test func `devices and pipes are written to as they are`() throws {
    let workspace = try Workspace()
    try workspace.file("log", Self.log)
    let null = try workspace.run(["log", "-o", "json=/dev/null"])
    #expect(null.status == 0)
    #expect(null.output.isEmpty)
    let json = try workspace.json("log").text
    let pipe = try workspace.shell(
      #"mkfifo p.json; cat p.json & "$denials" log -o p.json && wait && test -p p.json"#)
    #expect(pipe.status == 0)
    #expect(pipe.text == json)
    let stdout = try workspace.shell(
      #"echo before; "$denials" log -o json=/dev/stdout && echo after"#)
    #expect(stdout.text == "before\n\(json)after\n")
  }
}
