import Testing

@testable import DenialRendering

struct ColumnWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("太郎", 4), ("한글", 4), ("\u{1112}\u{1161}", 2),
    ("ﾊﾝｶｸ", 4), ("ＡＢ", 4), ("😀", 2), ("→", 1), ("…", 1), ("\u{231A}", 2), ("\u{2318}", 1),
    ("\u{1F32C}", 1), ("\u{1F32D}", 2), ("\u{3FFFD}", 2), ("Ж", 1), ("שָׁ", 1),
  ])
  func `a text is as wide as a terminal shows it`(text: String, columns: Int) {
    #expect(columnCount(of: text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef", "abcdef"), ("abcdef", 5, "abcd…", "ab…ef"), ("abcdef", 2, "a…", "a…"),
    ("太郎太郎", 7, "太郎太…", "太…太郎"), ("太郎太郎", 6, "太郎…", "太…郎"),
    ("ae\u{301}e\u{301}e\u{301}b", 4, "ae\u{301}e\u{301}…", "ae\u{301}…b"),
  ])
  func `a text that is too long is cut at its end or in its middle`(
    text: String, columns: Int, end: String, middle: String
  ) {
    #expect(cutEnd(of: text, columns: columns) == end)
    #expect(cutMiddle(of: text, columns: columns) == middle)
  }

  @Test func `a cut text is never wider than asked for`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1_000 {
      let text = printable(String.random(scalarCount: 12, using: &random))
      let columns = Int.random(in: 3...30, using: &random)
      for cut in [cutEnd(of: text, columns: columns), cutMiddle(of: text, columns: columns)] {
        #expect(columnCount(of: cut) <= columns)
        #expect(cut == text || cut.contains("…"))
      }
    }
  }
}
