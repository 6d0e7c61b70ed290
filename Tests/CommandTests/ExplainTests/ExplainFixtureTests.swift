import Foundation
import Testing

/// Whole runs of `explain`, each a folder in `Fixtures/explain`: its arguments, its input (which is
/// standard input where the arguments name no file), and what must come out.
///
/// With `RECORD_FIXTURES=1` in the environment the outcomes are written anew, and the tests fail so
/// that nobody forgets to read them.
struct ExplainFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/explain")

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func `no run is lost`() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names)
  func `a run comes out as it did when it was reviewed`(name: String) throws {
    let run = Self.folder.appending(path: name)
    let arguments = try String(contentsOf: run.appending(path: "arguments.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let input = try Data(contentsOf: run.appending(path: "input.jsonl"))
    let workspace = try Workspace()
    try workspace.file("input.jsonl", input)
    let isPiped = !arguments.contains("input.jsonl")
    let result = try workspace.run(["explain"] + arguments, input: isPiped ? input : Data())
    let outcome = "\(result.text)---\n\(result.errors)exit status \(result.status ?? -1)\n"
    let file = run.appending(path: "outcome.txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(outcome.utf8).write(to: file)
      Issue.record("\(name) was recorded: read it, then run the tests without RECORD_FIXTURES")
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let lines = outcome.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(lines, expectedLines).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name):\(index + 1): «\(pair.0)» instead of «\(pair.1)»")
      return
    }
    #expect(lines.count == expectedLines.count)
  }

  /// The made-up prompt of the fixtures stands in `request`.
  @Test(arguments: names)
  func `no body of a request is shown`(name: String) throws {
    let file = Self.folder.appending(path: name).appending(path: "outcome.txt")
    #expect(try !String(contentsOf: file, encoding: .utf8).contains("secret prompt"))
  }
}
