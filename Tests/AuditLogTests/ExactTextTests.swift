import AuditLog
import Testing

struct ExactTextTests {
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  @Test func `texts are equal when their bytes are, not when Unicode says so`() {
    #expect(Self.composed == Self.decomposed)
    #expect(ExactText(Self.composed) != ExactText(Self.decomposed))
    #expect(ExactText(Self.composed) == ExactText("caf" + "\u{E9}"))
    #expect(ExactText("K") != ExactText("\u{212A}"))
  }

  @Test func `a set keeps both spellings, and each once`() {
    let spellings = [Self.composed, Self.decomposed, "cafe", "", Self.composed, Self.decomposed]
    let texts = Set(spellings.map { ExactText($0) })
    #expect(texts.count == 4)
    #expect(texts.contains(ExactText(Self.composed)) && texts.contains(ExactText(Self.decomposed)))
  }

  @Test func `the order is that of the bytes, whoever came first`() {
    let sorted = ["", "A", "a", "ab", "a\u{301}", "\u{E1}", "\u{212A}", "🚀"]
    for shuffled in [sorted, sorted.reversed(), Array(sorted[4...] + sorted[..<4])] {
      let order = shuffled.map { ExactText($0) }.sorted().map { Array($0.string.utf8) }
      #expect(order == sorted.map { Array($0.utf8) })
    }
  }
}
