import Foundation
import Testing

/// What stands in the way of writing a report is said before anything is read.
struct OutputObstacleTests {
  @Test(arguments: ["log.json", "./log.json", "twin"])
  func `a report never replaces a log that it reads`(output: String) throws {
    let workspace = try Workspace()
    try workspace.file("log.json", lines: [EntryText().line])
    try FileManager.default.linkItem(
      at: workspace.url(of: "log.json"), to: workspace.url(of: "twin"))
    let before = try workspace.contents(of: "log.json")
    for input in ["log.json", "."] {
      let result = try workspace.run([input, "-o", "json=\(output)"])
      #expect(result.status == 2)
      #expect(result.errorLines == ["cannot write \(output): it is one of the inputs"])
      #expect(try workspace.contents(of: "log.json") == before)
    }
  }

  @Test func `a folder that is not there is said at once, whatever the input`() throws {
    let result = try Workspace().run(["missing", "-o", "nowhere/r.json"])
    #expect(result.status == 2)
    #expect(result.errorLines == ["cannot write nowhere/r.json: No such file or directory"])
  }

  @Test func `extract ends when nobody reads on`() throws {
    let extract = #"timeout 60 "$denials" extract --all --batch-bytes 1 2>&1"#
    let result = try Workspace().shell(
      #"yes '{"a":1}' | \#(extract) | head -n 1; echo ${PIPESTATUS[1]}"#)
    #expect(result.lines.count == 2)
    #expect(result.lines.last == "0")
  }
}
