import Testing

@testable import AuditLog

struct TextSearchTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `plain text ends at the first byte that JSON may have to escape`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let others: [UInt8] = [0x22, 0x5c, 0x0a, 0x00, 0x1f, 0x7f, 0x80, 0xc3, 0xff]
    let borders: [UInt8] = [0x20, 0x21, 0x23, 0x5b, 0x5d, 0x7e, 0x61]
    for count in 0..<80 {
      var bytes = (0..<count).map { _ in borders[Int(generator.next() % 7)] }
      #expect(TextSearch.endOfPlainText(in: bytes.span) == count)
      guard count > 0 else { continue }
      for _ in 0..<2 {
        bytes[Int(generator.next() % UInt64(count))] = others[Int(generator.next() % 9)]
      }
      for start in 0...count {
        let end = bytes[start...].firstIndex { others.contains($0) } ?? count
        #expect(TextSearch.endOfPlainText(in: bytes.span, from: start) == end)
      }
    }
  }

  private static let pairs = (
    TextSearch.Pair("a", "b"), TextSearch.Pair("b", "b"), TextSearch.Pair("c", "a"),
    TextSearch.Pair("d", "c")
  )

  private static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...70, using: &generator)).map { _ in
      UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "p"), using: &generator)
    }
  }

  @Test func `pairs are found wherever they stand, and only they`() {
    var generator = SeededGenerator(seed: 7)
    var foundCount = 0
    for _ in 0..<5000 {
      let text = Self.text(&generator)
      let isIn = zip(text, text.dropFirst()).contains { first, second in
        ["ab", "bb", "ca", "dc"].contains(String(decoding: [first, second], as: UTF8.self))
      }
      #expect(TextSearch.holds(Self.pairs, in: text.span) == isIn)
      foundCount += isIn ? 1 : 0
    }
    #expect((500...4500).contains(foundCount))
  }

  @Test func `pairs of letters are found in any case`() {
    var generator = SeededGenerator(seed: 9)
    let pairs = (TextSearch.Pair("a", "b"), TextSearch.Pair("p", "c"))
    for _ in 0..<5000 {
      let text = Self.text(&generator).map {
        Bool.random(using: &generator) ? $0 ^ 0x20 : $0
      }
      let isIn = ["ab", "pc"].contains {
        String(decoding: text, as: UTF8.self).lowercased().contains($0)
      }
      #expect(TextSearch.holdsInAnyCase(pairs, in: text.span) == isIn)
    }
    let others: [UInt8] = [0x40, 0x62, 0x21, 0x42]
    #expect(TextSearch.holdsInAnyCase(pairs, in: others.span) == false)
  }

  @Test(arguments: ["a", "ab", "abc", "p", "aa", "cab"] as [StaticString])
  func `a text is found where it stands first`(part: StaticString) {
    var generator = SeededGenerator(seed: 8)
    let needle = Array(part.description.utf8)
    for _ in 0..<500 {
      let text = Self.text(&generator)
      let start = Int.random(in: 0...3, using: &generator)
      let places = text.indices.filter { $0 >= start && text[$0...].starts(with: needle) }
      #expect(TextSearch.offset(of: part, in: text.span, from: start) == places.first)
    }
  }

  @Test(arguments: [
    ("Permission", 0, true), ("xPERMISSION", 1, true), ("permissio", 0, false),
    ("permissioN", 1, false), ("", 0, false), ("permissi\u{130}n", 0, false),
  ])
  func `a word stands somewhere in any case`(text: String, offset: Int, stands: Bool) {
    #expect(TextSearch.stands("permission", at: offset, in: text.utf8.span) == stands)
  }
}

struct LetterRunsTests {
  private static let phrases: [Phrase] = [
    "quota exceeded", "rate limit", "is", " tokens ", "limit: 0", "' exceeded", "per day", "abc",
  ]

  @Test(arguments: phrases)
  func `a phrase that stands in a text is never missed`(phrase: Phrase) {
    var generator = SeededGenerator(seed: 9)
    for length in 0..<300 {
      let before = String(
        (0..<length).map { _ in "abcdefgh '_/.é".randomElement(using: &generator) ?? "x" })
      for spelling in [phrase.text.description, phrase.text.description.uppercased()] {
        let text = before + spelling.replacing(" ", with: "_\n ") + before
        #expect(LetterRuns(of: text.utf8.span).mayHold(phrase))
      }
    }
  }

  @Test func `most phrases that are missing are found to be`() {
    let text = "Permission 'a.b.c' denied on resource '//x.example.com/p' (or it may not exist)."
    let runs = LetterRuns(of: text.utf8.span)
    #expect(Self.phrases.filter { runs.mayHold($0) }.map(\.text.description) == ["is"])
  }
}
