import Testing

@testable import DenialRendering

struct TextPageTests {
  private func flow(
    _ text: String, width: Int, lead: String = "", indent: Int = 0
  ) -> [Substring] {
    var page = TextPage(width: width, isColored: false)
    page.flow(Word.words(of: text), lead: StyledText(lead), indent: indent)
    return page.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  @Test func `words go on at the indent when a line is full`() {
    #expect(flow("one two three", width: 9, lead: "> ", indent: 2) == ["> one two", "  three"])
    #expect(flow("", width: 9, lead: "> ") == [">"])
  }

  @Test func `a word that no line holds is broken, never cut`() {
    let word = String(repeating: "abcdefghij", count: 5)
    let lines = flow("to \(word) end", width: 24, indent: 2)
    #expect(lines == ["to abcdefghijabcdefghija", "  bcdefghijabcdefghijabc", "  defghij end"])
    let narrow = flow("a long beginning \(word)", width: 24, indent: 2)
    #expect(narrow.first == "a long beginning")
    #expect(narrow.dropFirst().map { $0.dropFirst(2) }.joined() == word)
  }

  @Test func `a wide character is not halved`() {
    #expect(flow("太郎太郎", width: 5) == ["太郎", "太郎"])
  }

  @Test func `no line ends in a space, with colours or without`() {
    for isColored in [false, true] {
      var page = TextPage(width: 40, isColored: isColored)
      var line = StyledText("a ", .warning)
      line.append(" ", .strong)
      line.append("b", .grant)
      line.appendSpaced(Word("c  ", .grant))
      line.pad(to: 20)
      page.line(line)
      let colored = "\u{1B}[33ma \u{1B}[0m \u{1B}[32mb c\u{1B}[0m\n"
      #expect(page.text == (isColored ? colored : "a  b c\n"))
    }
  }
}
