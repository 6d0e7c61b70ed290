import Foundation
import Testing

/// Files that are no logs at all: one line each, not ten.
struct ForeignFileTests {
  private static let readme = """
    # Logs

    Made every night by the exporter.
    Do not edit.
    Ask in #platform if a day is missing.

    """

  @Test func `a text file among logs is said in one line`() throws {
    let workspace = try Workspace()
    try workspace.file("logs/README.md", Self.readme)
    try workspace.file("logs/a.gz", GzipTool.member(lines: EntryText.lines(8)))
    try workspace.file("logs/sub/b.json", lines: EntryText.lines(8, prefix: "b"))
    let result = try workspace.json("logs")
    #expect(result.status == 0)
    #expect(
      result.errorLines
        == ["logs/README.md: not a log: none of its 5 lines is a JSON object"])
    let report = try result.report()
    #expect(report.books.denials == 2 * EntryText.denialCount(of: 8))
    #expect(report.books["malformed"] == 4)
    report.expectBalance()
    #expect(try workspace.json("logs", "--strict").status == 3)
  }

  @Test func `binary garbage is said in one line`() throws {
    var generator = SeededGenerator(seed: 2)
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let workspace = try Workspace()
    for batchBytes in [1, 4_194_304] {
      let result = try workspace.json(
        workspace.file("x.bin", Data(bytes)), "--batch-bytes", "\(batchBytes)", "--jobs", "4")
      #expect(result.status == 3, "there was something to read, and none of it is an entry")
      let lineCount = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).count
      #expect(
        result.errorLines
          == ["x.bin: not a log: none of its \(lineCount) lines is a JSON object"])
      try result.report().expectBalance()
    }
  }

  @Test(arguments: [(3, 3), (4, 1)])
  func `a few bad lines are named each, more are one`(count: Int, errorCount: Int) throws {
    let text = String(repeating: "x\n", count: count)
    #expect(try Workspace().run([], input: Data(text.utf8)).errorLines.count == errorCount)
  }

  @Test func `a file with one entry is a log with many bad lines`() throws {
    let lines = (1...20).map { "bad \($0)" } + [EntryText().line]
    let result = try Workspace().run([], input: Data(lines.joined(separator: "\n").utf8))
    #expect(result.errorLines.count == 11)
    #expect(result.errorLines.last == "(standard input): 10 more lines that were not read")
  }

  @Test func `JSON objects of another kind are counted as no audit entries`() throws {
    let lines = [#"{"a":1}"#, #"{"textPayload":"PERMISSION_DENIED","logName":"x"}"#]
    let result = try Workspace().json(input: Data(lines.joined(separator: "\n").utf8))
    #expect(result.errors == "")
    #expect(try result.report().books.otherClasses["not-an-audit-entry"] == 2)
  }
}
