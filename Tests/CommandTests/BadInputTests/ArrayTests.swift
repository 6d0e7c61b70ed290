import Foundation
import Testing

/// A JSON array, as `gcloud logging read --format=json` prints, is told from a log.
struct ArrayTests {
  @Test(arguments: [
    "[\n  {\n    \"insertId\": \"a\"\n  }\n]\n", "[{\"a\":1},{\"a\":2}]", "\n [\n]",
  ])
  func `an array is refused with what to do`(text: String) throws {
    let workspace = try Workspace()
    try workspace.file("array.json", text)
    let message =
      "array.json: a JSON array, as gcloud logging read --format=json prints: pass it through "
      + "jq -c '.[]'"
    let alone = try workspace.run(["array.json"])
    #expect(alone.status == 2)
    #expect(alone.errorLines.first == message)
    try workspace.file("log", lines: [EntryText().line])
    let beside = try workspace.json("array.json", "log")
    #expect(beside.status == 3)
    #expect(beside.errorLines == [message])
    #expect(try beside.report().books.denials == 1)
  }

  @Test func `a line that is an array among entries is a bad line`() throws {
    let lines = ["[1,2]", EntryText().line, "[{}]"]
    let result = try Workspace().json(input: Data(lines.joined(separator: "\n").utf8))
    #expect(result.status == 0)
    #expect(try result.report().books["malformed"] == 2)
    #expect(try result.report().books.denials == 1)
  }
}
