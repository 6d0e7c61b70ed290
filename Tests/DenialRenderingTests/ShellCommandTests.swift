import Foundation
import Testing

@testable import DenialRendering

struct ShellCommandTests {
  @Test func `a command that fits stays on its line`() throws {
    let command = try #require(ShellCommand("gcloud x --a=1 --b=2"))
    #expect(command.lines(room: 20) == ["gcloud x --a=1 --b=2"])
  }

  @Test func `a longer one goes on behind a backslash, before a flag`() throws {
    let command = try #require(ShellCommand("gcloud x --a=1 --b=2"))
    #expect(command.lines(room: 19) == ["gcloud x --a=1 \\", "  --b=2"])
    #expect(command.lines(room: 5) == ["gcloud x \\", "  --a=1 \\", "  --b=2"])
  }

  @Test func `commands and comments keep their lines`() throws {
    let script = "# make --the role first\ngcloud a \\\n  --b=1\n\ngcloud c\n"
    let command = try #require(ShellCommand(script))
    #expect(command.lines(room: 40) == ["# make --the role first", "gcloud a --b=1", "gcloud c"])
    #expect(command.lines(room: 8).first == "# make --the role first")
  }

  @Test func `a value in quotes is not broken`() throws {
    let command = try #require(ShellCommand(#"g --t='a --b' --u="c --d" --v=e\ --f 'it'\''s --x'"#))
    #expect(
      command.lines(room: 1) == [
        "g \\", "  --t='a --b' \\", #"  --u="c --d" \"#, #"  --v=e\ --f 'it'\''s --x'"#,
      ])
  }

  @Test(arguments: [
    "g --a='open", "g --a=\"open", "g --a='line\nfeed'", "g --a='\u{1B}[31m'", "g --a=\u{202E}",
    "g --a='\r'", "g --a=\0", "g \\", "g --a='\u{301}'",
  ])
  func `what would not be pasted as it is read is refused`(script: String) {
    #expect(ShellCommand(script) == nil)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/bin/bash"),
      "no /bin/bash: broken commands are not compared with whole ones"))
  func `bash reads the same words from a broken command as from a whole one`() throws {
    var random = SeededGenerator(seed: 5)
    let values = [
      "plain", "'two words'", #"'it'\''s --not a flag'"#, #""$HOME --x""#, #"a\ b"#, "é太",
      #"'back\slash'"#, "'#'", "roles/x.y",
    ]
    for _ in 0..<40 {
      var script = "show"
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let value = values.randomElement(using: &random) ?? ""
        script += Bool.random(using: &random) ? " --flag=\(value)" : " \(value)"
      }
      let command = try #require(ShellCommand(script))
      let room = Int.random(in: 1...60, using: &random)
      let broken = command.lines(room: room).joined(separator: "\n")
      #expect(try words(of: broken) == words(of: script), "\(broken)")
    }
  }

  /// The arguments that bash passes on, one a line in brackets.
  private func words(of script: String) throws -> String {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-c", "show() { printf '<%s>\\n' \"$@\"; }\n" + script]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
