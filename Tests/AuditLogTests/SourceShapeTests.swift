import AuditLog
import Testing

struct SourceShapeTests {
  private func shape(_ text: String, isWhole: Bool = true) -> SourceShape? {
    let bytes = Array(text.utf8)
    return SourceShape(of: bytes.span, isWhole: isWhole)
  }

  @Test(arguments: [
    "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}", "", "\n\n", "text", "{\"a\":1} x\n", "{}\n{\n",
    "\n\r\n {\"a\":1}\n", "\u{feff}{\"a\":1}\n", "{\"a\":1}\r\n",
    // A first line that was cut off.
    "{\"a\":\"tr\n{\"a\":2}\n", "{\"a\":\n{\"a\":2}\n", "{\"a\":1,\n\n{\"a\":2}\n",
    // Text in brackets is no array.
    "[2026-11-22 10:00:00] started\n", "[INFO] started\n", "[section]\n", "[[section]]\n",
    "[    0.000000] Linux\n", "[1] 7\n", "[\"a\"]\n", "[\n", "[", "{\"a\":x,\n\"b\":1}",
  ])
  func `entries one a line are told, and so is what is not recognised`(text: String) {
    #expect(shape(text) == .lines)
  }

  @Test(arguments: [
    "[{\"a\":1}]", "[\n  {\n", "[{", "[]", "[ ]\n", "[[{", "\n [\n{}]", "\u{feff}[{}]",
    "\n\u{feff}\n[\n  {}", "[1,{}]", "[\"a\", {}]", "[null ,{}]",
    "{\n  \"a\": 1\n}\n", "{ \n}", "{\r\n  \"a\": 1\r\n}\r\n", "{\"a\":1,\n \"b\":2}\n",
    "{\"a\": [\n  1]}", "{\"a\":1}{\"a\":2}", "{\"a\":1}, {\"a\":2}", "{\"a\":1},\n{\"a\":2},\n",
    "\u{feff}{\n\"a\":1}",
  ])
  func `arrays and objects over several lines are told`(text: String) {
    #expect(shape(text) == .documents)
  }

  @Test(arguments: [
    "", "\n ", "\u{feff}", "[", "[\n ", "[[", "[1", "[\"a", "[1 ", "{", "{\"a\":1", "{\"a\":1}",
    "{\n".dropLast() + "",
    "{\"a\":\n", "{\"a\":\n  ", "\n\u{feff}",
  ])
  func `while the beginning does not tell, more must be seen`(text: String) {
    #expect(shape(text, isWhole: false) == nil)
  }

  @Test func `half a byte order mark does not tell either`() {
    for count in 1...2 {
      let bytes = Array(Lines.byteOrderMark.prefix(count))
      #expect(SourceShape(of: bytes.span, isWhole: false) == nil)
      #expect(SourceShape(of: bytes.span, isWhole: true) == .lines)
    }
  }

  @Test func `no more is looked at than needed, and never more than the limit`() {
    let long = String(repeating: "x", count: SourceShape.lookBytes)
    #expect(shape("[{\"a\":\"\(long)", isWhole: false) == .documents)
    #expect(shape("{\"a\":\"\(long)", isWhole: false) == .lines)
    #expect(shape("{\"a\":1,\n\"\(long)", isWhole: false) == .documents)
    let blank = String(repeating: "\n", count: SourceShape.lookBytes + 1)
    #expect(shape(blank, isWhole: false) == .lines)
    #expect(shape("[\(blank)", isWhole: false) == .documents)
    #expect(shape("[\"\(long)", isWhole: false) == .lines)
  }

  /// A longer look never changes what a shorter one said.
  @Test func `the answer does not depend on how much came at once`() {
    var generator = DocumentGenerator(seed: 3)
    for _ in 0..<200 {
      let documents = (0..<3).map { _ in generator.document() }
      let text = generator.pick([
        "[" + documents.joined(separator: ",\n") + "]", documents.joined(separator: "\n"),
        documents.map { $0.replacing("\n", with: " ") }.joined(separator: "\n") + "\n",
      ])
      let whole = shape(text)
      for count in 0...text.utf8.count {
        let beginning = Array(text.utf8.prefix(count))
        let told = SourceShape(of: beginning.span, isWhole: false)
        #expect(told == nil || told == whole, "\(text), after \(count)")
      }
    }
  }
}
