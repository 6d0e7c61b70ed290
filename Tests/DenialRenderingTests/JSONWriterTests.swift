import DenialAggregation
import Foundation
import Testing

struct JSONWriterTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a string is written as its characters are one by one`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let scalars: [Unicode.Scalar] = [
      "a", "z", " ", "~", "\"", "\\", "\n", "\t", "\u{0}", "\u{7F}", "é", "\u{202E}", "太", "🙂",
    ]
    for count in 0..<60 {
      let plainCount = generator.next() % 40
      let text = (0..<count).map { _ in
        scalars[Int(generator.next() % (UInt64(scalars.count) + plainCount)) % scalars.count]
      }
      let parts = text.map { scalar in Self.text(.compact) { $0.string(String(scalar)) } }
      var whole = String.UnicodeScalarView()
      whole.append(contentsOf: text)
      let expected = "\"" + parts.map { $0.dropFirst().dropLast() }.joined() + "\""
      #expect(Self.text(.compact) { $0.string(String(whole)) } == expected)
    }
  }

  @Test(arguments: [JSONWriter.Style.compact, .pretty], 0...5)
  func `an array in pieces is the array`(style: JSONWriter.Style, count: Int) {
    let whole = Self.text(style) { writer in
      writer.array { writer in
        for number in 0..<count { writer.object { $0.member("number", number) } }
      }
    }
    let inPieces = Self.text(style) { writer in
      writer.array { writer in
        let place = writer.elementPlace
        for start in stride(from: 0, to: count, by: 2) {
          var piece = JSONWriter(at: place, isFirst: start == 0)
          for number in start..<min(start + 2, count) {
            piece.object { $0.member("number", number) }
          }
          writer.append(elements: piece.bytes)
        }
        writer.append(elements: [])
      }
    }
    #expect(inPieces == whole)
  }

  private static func text(
    _ style: JSONWriter.Style, _ body: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter(style: style)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func everything(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", "a")
      writer.member("none", nil as String?)
      writer.member("number", -12)
      writer.member("truth", true)
      writer.member("list", ["b", "c"])
      writer.key("empty")
      writer.object { _ in }
      writer.key("line")
      writer.array(isInline: true) { writer in
        writer.object { $0.member("x", 1) }
        writer.array { _ in }
        writer.null()
      }
    }
  }

  @Test func `a compact document has no white space`() {
    let expected =
      #"{"text":"a","none":null,"number":-12,"truth":true,"list":["b","c"],"empty":{},"#
      + #""line":[{"x":1},[],null]}"#
    #expect(Self.text(.compact, Self.everything) == expected)
  }

  @Test func `a pretty document has a line per member and two spaces a level`() {
    let expected = """
      {
        "text": "a",
        "none": null,
        "number": -12,
        "truth": true,
        "list": [
          "b",
          "c"
        ],
        "empty": {},
        "line": [{"x": 1}, [], null]
      }
      """
    #expect(Self.text(.pretty, Self.everything) == expected)
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("", #""""#), (#"a"b\c"#, #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\0\u{1B}\u{7F}", #""\u0000\u001B\u007F""#), ("\u{85}\u{9B}", #""\u0085\u009B""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{202E}\u{2066}", #""\u202E\u2066""#),
    ("\u{200B}\u{FEFF}\u{AD}", #""\u200B\uFEFF\u00AD""#), ("\u{E0041}", #""\uDB40\uDC41""#),
    ("\u{3164}\u{FE0F}", #""\u3164\uFE0F""#), ("ü太😀/", #""ü太😀/""#),
  ])
  func `a string is escaped where a terminal could be deceived`(value: String, expected: String) {
    #expect(Self.text(.compact) { $0.string(value) } == expected)
    #expect(Self.text(.compact) { $0.object { $0.member(value, 0) } } == "{\(expected):0}")
  }

  @Test(arguments: [0, 7, 10, -1, .max, .min])
  func `an integer has all its digits`(value: Int) {
    #expect(Self.text(.compact) { $0.integer(value) } == String(value))
  }

  @Test func `any text comes back from a JSON reader, and no character of it is concealed`() throws
  {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let value = String.random(scalarCount: 40, using: &random)
      let text = Self.text(.compact) { $0.array { $0.string(value) } }
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String]
      #expect(read?.first.map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
      let concealed = text.unicodeScalars.filter(\.isConcealed)
      #expect(concealed.isEmpty)
    }
  }

  @Test func `documents follow each other line by line, and the writer is reused`() {
    var writer = JSONWriter(style: .compact)
    for number in 1...2 {
      writer.integer(number)
      writer.endLine()
    }
    #expect(writer.bytes == Array("1\n2\n".utf8))
    writer.removeAll()
    writer.bool(false)
    #expect(writer.bytes == Array("false".utf8))
  }

  @Test func `a value without a key is an error of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.object { $0.integer(1) }
    }
  }

  @Test func `a key without a value is an error of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.object { $0.key("a") }
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.object { writer in
        writer.key("a")
        writer.key("b")
      }
    }
  }

  @Test func `a key outside of an object is an error of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.array { $0.key("a") }
    }
  }

  @Test func `a second document on a line is an error of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.integer(1)
      writer.integer(2)
    }
  }

  @Test func `a line without a document is an error of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.endLine()
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter(style: .compact)
      writer.array { $0.removeAll() }
    }
  }
}
