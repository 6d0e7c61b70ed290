import Testing

@testable import DenialRendering

/// The reference of codes and causes on terminals of any width.
struct CodesRendererTests {
  @Test(arguments: [40, 60, 80, 100, 200])
  func `lines keep to the width, but for commands to paste`(width: Int) throws {
    let renderer = CodesRenderer(options: TextOptions(width: width))
    let topics = try CodeTopic.names.map { name throws(CodeTopicError) in try CodeTopic(name) }
    for text in [renderer.render([]), renderer.render(topics)] {
      for line in text.split(separator: "\n") {
        let isCommand = ["gcloud ", "kubectl ", "--"].contains { line.contains($0) }
        #expect(columnCount(of: line) <= width || isCommand, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test func `every name means itself, and no two mean the same`() throws {
    let topics = try CodeTopic.names.map { name throws(CodeTopicError) in try CodeTopic(name) }
    #expect(Set(topics).count == CodeTopic.names.count)
    #expect(CodeTopic.names.count == 3 + 35 + 11)
  }

  @Test(arguments: [
    ("explian", ["explain"]), ("explain", ["explain"]), ("xplain", ["explain"]),
    ("cods", ["codes"]),
    ("repotr", ["report"]), ("extra", []), ("", []), ("r", []), ("zzzzzz", []),
    (String(repeating: "x", count: 100_000), []),
  ])
  func `a word is near another if few slips make it of that`(word: String, nearest: [String]) {
    #expect(
      NearestWord.nearest(to: word, among: ["report", "extract", "explain", "codes"]) == nearest)
  }

  @Test func `of equally near words at most three are named, in their order`() {
    let words = ["bat", "cat", "dog", "eat", "fat"]
    #expect(NearestWord.nearest(to: "hat", among: words) == ["bat", "cat", "eat"])
  }

  @Test func `an unknown word is quoted as far as it can be shown`() {
    let words = ["\u{1b}[31m", String(repeating: "x", count: 500), "\u{202e}"]
    for word in words {
      let text = CodeTopicError(word: word, nearest: ["a", "b", "c"]).description
      #expect(text.hasSuffix("' is no code and no cause: did you mean a, b or c?"))
      #expect(text.utf8.count < 200)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202e}" })
    }
  }
}
