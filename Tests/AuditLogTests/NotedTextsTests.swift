import Testing

@testable import AuditLog

struct NotedTextsTests {
  private func isNew(_ text: String, to noted: inout NotedTexts) -> Bool {
    let bytes = Array(text.utf8)
    return noted.isNew(bytes.span)
  }

  @Test func `a text is new once`() {
    var noted = NotedTexts()
    // All lengths around words of eight bytes, and texts that differ in one byte.
    let texts = (0...40).flatMap { count in
      let text = String(repeating: "a", count: count)
      return count == 0 ? [text] : [text, text.dropLast() + "b", "b" + text.dropFirst()]
    }
    for text in Set(texts).sorted().prefix(NotedTexts.countLimit) {
      #expect(isNew(text, to: &noted))
      #expect(!isNew(text, to: &noted))
    }
  }

  @Test func `beyond the limit, texts are new each time`() {
    var noted = NotedTexts()
    for number in 0..<NotedTexts.countLimit { #expect(isNew("\(number)", to: &noted)) }
    #expect(isNew("x", to: &noted))
    #expect(isNew("x", to: &noted))
    #expect(!isNew("0", to: &noted))
  }
}
