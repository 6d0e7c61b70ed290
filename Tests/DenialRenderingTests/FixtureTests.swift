import DenialClassification
import Foundation
import Testing

@testable import DenialAggregation
@testable import DenialRendering

/// Whole reports, compared with the files in `Fixtures`.
///
/// With `RECORD_FIXTURES=1` in the environment the files are written anew, and the tests fail so
/// that nobody forgets to read them.
struct FixtureTests {
  @Test(arguments: [80, 120])
  func `a rich report looks as it did when it was reviewed`(width: Int) throws {
    let options = TextOptions(width: width)
    try compare(TextRenderer(options: options).render(Sample.rich), with: "rich-\(width).txt")
  }

  @Test func `a report without a denial says so and what it cannot show`() throws {
    try compare(TextRenderer().render(Sample.quiet), with: "quiet-80.txt")
  }

  @Test func `a report without an entry claims nothing`() throws {
    try compare(TextRenderer().render(Sample.empty), with: "empty-80.txt")
  }

  @Test func `a rich report is the same JSON as when it was reviewed`() throws {
    let text = String(decoding: JSONRenderer().render(Sample.rich), as: UTF8.self)
    try compare(text, with: "rich.json")
  }

  private func compare(_ text: String, with name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded: read it, then run the tests without RECORD_FIXTURES")
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(lines, expectedLines).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name):\(index + 1): «\(pair.0)» instead of «\(pair.1)»")
      return
    }
    #expect(lines.count == expectedLines.count)
  }
}
