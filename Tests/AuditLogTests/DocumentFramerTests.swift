import AuditLog
import Testing

struct DocumentFramerTests {
  /// Documents, and what stands around them.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `documents come out as they went in, in whatever they were wrapped`(seed: UInt64) throws {
    var generator = DocumentGenerator(seed: seed)
    let documents = (0..<generator.count(1...6)).map { _ in generator.document() }
    for isArray in [true, false] {
      var source = Source(isArray: isArray)
      for (index, document) in documents.enumerated() {
        if index > 0 {
          source.add(isArray ? "\(generator.space()),\(generator.space())" : generator.space())
        }
        source.addDocument(document)
      }
      source.end()
      let framing = Framing(source.text)
      #expect(framing.lines == documents.map(Self.onOneLine), "\(source.text)")
      #expect(framing.byteOffsets == source.byteOffsets)
      #expect(framing.lineNumbers == source.lineNumbers)
      for line in framing.lines { try skip(line) }
      for size in [1, 2, 3, 5, 17] {
        #expect(Framing(source.text, pieceBytes: size) == framing)
        let often = Framing(
          parts: [Array(source.text.utf8)], pieceBytes: size, takesOften: true)
        #expect(often == framing)
      }
    }
  }

  /// A source and what must be found in it.
  private struct Source {
    var text = ""
    var byteOffsets: [Int] = []
    var lineNumbers: [Int] = []
    let isArray: Bool

    init(isArray: Bool) {
      self.isArray = isArray
      text = isArray ? "\r\n [ \n" : "\n"
    }

    mutating func add(_ more: String) { text += more }

    mutating func addDocument(_ document: String) {
      byteOffsets.append(text.utf8.count)
      lineNumbers.append(1 + text.utf8.count { $0 == 0x0a })
      text += document
    }

    mutating func end() { text += isArray ? "\n]\n" : "\n" }
  }

  private static func onOneLine(_ document: String) -> String {
    String(decoding: document.utf8.map { $0 == 0x0a ? 0x20 : $0 }, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("", []), (" \r\n\t\n", []), ("[]", []), ("[]\n[ ]\n", []), ("[[],[]]", []),
      ("{}", ["{}"]), ("{}{}", ["{}", "{}"]), ("[{}]", ["{}"]), ("[{},{}]", ["{}", "{}"]),
      ("[{}]\n[{\"a\":1}]", ["{}", "{\"a\":1}"]), ("[]{}", ["{}"]),
      ("[{}]{}[{}]", ["{}", "{}", "{}"]),
      ("[[{}],[{},[{}]]]", ["{}", "{}", "{}"]), ("{},\n{},\n", ["{}", "{}"]),
      ("[\n  {\n    \"a\": 1\n  },\n  {}\n]\n", ["{     \"a\": 1   }", "{}"]),
      ("{\r\n}\r\n{\r\n}", ["{\r }", "{\r }"]),
      ("\u{feff}[{}]\n\u{feff}[{}]\n\u{feff}", ["{}", "{}"]), ("[{}]\u{feff}[{}]", ["{}", "{}"]),
      ("{}\n\u{feff}\n{}", ["{}", "{}"]),
    ])
  func `what stands around documents is left out`(text: String, lines: [String]) {
    expect(text, lines)
  }

  /// Frames in pieces of many sizes.
  private func expect(_ text: String, _ lines: [String]) {
    for size in [.max, 1, 2, 3, 7] {
      #expect(Framing(text, pieceBytes: size).lines == lines, "\(text), by \(size)")
    }
  }

  @Test(
    arguments: [
      ("[1,2]", ["1", "2"]), ("[\"a\",\"b,]{\",null]", ["\"a\"", "\"b,]{\"", "null"]),
      ("[{},garbage,{}]", ["{}", "garbage", "{}"]), ("[{} x y {}]", ["{}", "x y", "{}"]),
      ("{}\nERROR: no\n{}", ["{}", "ERROR: no", "{}"]),
      ("[{},\"a\\\"\",{}]", ["{}", "\"a\\\"\"", "{}"]),
      ("{}}\n{}", ["{}", "}", "{}"]), ("[{}, \u{1}\u{0} ,{}]", ["{}", "\u{1}\u{0}", "{}"]),
      ("[{\"a\":NaN},{}]", ["{\"a\":NaN}", "{}"]), ("[{\"a\":1,},{}]", ["{\"a\":1,}", "{}"]),
      ("{}\n\u{feff}x\n{}", ["{}", "\u{feff}x", "{}"]), ("\u{feff}", []),
      ("[{'a':'b'},{}]", ["{'a':'b'}", "{}"]),
    ])
  func `what is no document is a line of its own, and the next document is found`(
    text: String, lines: [String]
  ) {
    expect(text, lines)
  }

  /// A broken document ends where a line looks like the beginning of another.
  @Test(
    arguments: [
      // A string that is not closed.
      ("[\n  {\n    \"a\": \"x\n  },\n  {}\n]", ["{     \"a\": \"x   },", "{}"]),
      // A bracket that is not closed.
      ("[\n  {\n    \"a\": {\n  },\n  {}\n]", ["{     \"a\": {   },", "{}"]),
      ("[\n  {\n    \"a\": [\n  },\n  {}\n]", ["{     \"a\": [   },", "{}"]),
      // What is lost inside.
      (
        "[\n  {\n    \"a\"\n      \"b\": [\n      {}\n    ]\n  },\n  {}\n]",
        ["{     \"a\"       \"b\": [       {}     ]   },", "{}"]
      ),
      // A file that was cut off, and another behind it.
      ("[\n  {\n    \"a\": 1,\n[\n  {}\n]", ["{     \"a\": 1,", "{}"]),
      ("{\n  \"a\": \"x{\n  \"b\": 1\n}\n{}", ["{   \"a\": \"x{   \"b\": 1 }", "{}"]),
      ("{\"a\":\n{\"b\":1}\n{}", ["{\"a\": {\"b\":1}", "{}"]),
      ("{\"a\":1,\n{\"b\":1}\n{}", ["{\"a\":1,", "{\"b\":1}", "{}"]),
      // A byte order mark is no indentation.
      (
        "\u{feff}{\n  \"a\"\n  {\n  }\n}\n{}", ["{   \"a\"   {   } }", "{}"]
      ),
      // On one line the rest of the line is lost.
      ("[{\"a\":\"x},{\"b\":1},{}]\n[{}]", ["{\"a\":\"x},{\"b\":1},{}]", "{}"]),
      ("[{\"a\":{\"b\":1},{\"c\":1},{}]", ["{\"a\":{\"b\":1},{\"c\":1},{}]"]),
    ])
  func `a broken document costs no more than itself if documents have lines of their own`(
    text: String, lines: [String]
  ) {
    #expect(Framing(text).lines == lines)
    for size in 1...9 { #expect(Framing(text, pieceBytes: size) == Framing(text)) }
  }

  @Test(arguments: ["[{},", "[", "[{}", "[[{}]", "[{},\n", "[]["])
  func `an array that nothing closes is a document that is cut off`(text: String) {
    #expect(Framing(text).lines.last == "[")
    #expect(Framing(text).byteOffsets.last == text.utf8.count)
  }

  @Test func `every beginning of an array has its whole documents and one that is cut off`() throws
  {
    let documents = [#"{"a":[{}],"b":"x,\"]"}"#, "{}", #"{"c":{"d":null}}"#]
    for separator in [",", ",\n  "] {
      let text = "[" + documents.joined(separator: separator) + "]"
      for count in 1..<text.utf8.count {
        let lines = Framing(String(decoding: text.utf8.prefix(count), as: UTF8.self)).lines
        let (whole, broken) = (lines.dropLast(), lines.last)
        #expect(Array(whole) == Array(documents.prefix(whole.count)))
        #expect(throws: LogEntryError.self) { try skip(broken ?? "{}") }
      }
    }
  }

  @Test func `what comes after a loss is a document only where a line begins one`() {
    let first = Array("[\n  {},\n  {\n    \"a\": \"x".utf8)
    let rests: [(String, [String])] = [
      // In the middle of a document, of which an inner object begins a line.
      (
        "yz\",\n    \"b\": [\n      {\n        \"c\": 1\n      }\n    ]\n  },\n  {\"d\":1}\n]\n",
        ["yz\",     \"b\": [       {         \"c\": 1       }     ]   },", "{\"d\":1}"]
      ),
      // A whole file.
      ("[\n  {\"d\":1}\n]\n", ["{\"d\":1}"]), ("{\"d\":1}\n", ["{\"d\":1}"]), ("", []),
      ("  ]\n}\n{}", ["] }", "{}"]),
      ("      {\"c\":1},\n      {\"d\":2}\n", ["{\"c\":1},       {\"d\":2}"]),
    ]
    for (rest, lines) in rests {
      let framing = Framing(parts: [first, Array(rest.utf8)])
      #expect(framing.lines == ["{}", "{     \"a\": \"x"] + lines)
      for size in 1...7 {
        #expect(Framing(parts: [first, Array(rest.utf8)], pieceBytes: size) == framing)
      }
    }
  }

  @Test(arguments: [1, 5, 10, 1 << 20])
  func `of a document beyond the limit no more is kept than shows it`(pieceBytes: Int) {
    let long = "{\"a\":\"\(String(repeating: "x", count: 500))\"}"
    let fitting = "{\"a\":\"\(String(repeating: "x", count: 92))\"}"
    for text in ["[{},\(long),\(fitting)]", "{}\n\(long)\n\(fitting)"] {
      let framing = Framing(text, pieceBytes: pieceBytes, limit: 100)
      #expect(framing.lines == ["{}", String(long.prefix(101)), fitting])
    }
    let garbage = "[{}," + String(repeating: "g", count: 5000) + ",{}]"
    #expect(Framing(garbage, pieceBytes: pieceBytes, limit: 100).lines.map(\.count) == [2, 101, 2])
  }

  @Test func `any depth of brackets is followed`() throws {
    for depth in [63, 64, 65, 500, 5000] {
      let deep = String(repeating: #"{"a":["#, count: depth) + String(repeating: "]}", count: depth)
      #expect(Framing("[\(deep),{}]").lines == [deep, "{}"])
    }
  }

  @Test func `any bytes at all give the same documents for any sizes of pieces`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("{}[],:\"\\ \n\r\tab1\u{feff}é".utf8) + [0x00, 0xff, 0xef]
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let cut = Int.random(in: 0...bytes.count, using: &random)
      let parts = [Array(bytes[..<cut]), Array(bytes[cut...])]
      let whole = Framing(parts: parts, limit: 20)
      #expect(whole.byteOffsets == whole.byteOffsets.sorted())
      for size in [1, 2, 3, 11] {
        #expect(Framing(parts: parts, pieceBytes: size, limit: 20) == whole, "\(bytes)")
      }
      // Nothing but what may stand between documents is left out.
      let ink = Set("{}:\"\\ab1".utf8)
      let kept = Framing(parts: parts).lines.joined().utf8.count { ink.contains($0) }
      #expect(kept == bytes.count { ink.contains($0) }, "\(bytes)")
    }
  }
}
