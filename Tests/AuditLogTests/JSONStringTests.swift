import Testing

@testable import AuditLog

struct JSONStringTests {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), (#"\" \\ \/"#, "\" \\ /"), (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
    (#"A\u00E9\u00e9"#, "A\u{E9}\u{E9}"), (#"\u0000"#, "\0"), (#"\u001f"#, "\u{1F}"),
    (#"\uD83D\uDE80"#, "🚀"), (#"\ud83d\ude80\n"#, "🚀\n"), (#"\uffff"#, "\u{FFFF}"),
    (#"\udbff\udfff"#, "\u{10FFFF}"), (#"\ud800\udc00"#, "\u{10000}"),
    ("\u{7F}", "\u{7F}"), ("é🚀", "é🚀"), (#"é\u0041é"#, "éAé"),
    ("1234567\\n12345678\\n", "1234567\n12345678\n"),
  ])
  func `escapes are what they spell`(spelled: String, expected: String) throws {
    #expect(try read("\"\(spelled)\"") == .string(expected))
    #expect(try read("{\"\(spelled)\":1}") == .object([.init(key: expected, value: .number("1"))]))
  }

  @Test(arguments: [
    (#"\ud800"#, "\u{FFFD}"), (#"\udfff"#, "\u{FFFD}"), (#"\ude80\ud83d"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\n"#, "\u{FFFD}\n"),
    (#"\ud83d\ud83d\ude80"#, "\u{FFFD}🚀"), (#"\ud83d\\ude80"#, "\u{FFFD}\\ude80"),
    (#"\ud83d🚀"#, "\u{FFFD}🚀"), (#"\udbff\ue000"#, "\u{FFFD}\u{E000}"),
  ])
  func `a surrogate without its other half becomes U+FFFD`(spelled: String, expected: String) throws
  {
    #expect(try read("\"\(spelled)\"") == .string(expected))
  }

  @Test(arguments: [
    (#"\x41"#, 1), (#"\U0041"#, 1), (#"\'"#, 1), (#"\0"#, 1), (#"\ "#, 1), (#"\é"#, 1),
    (#"\u12g4"#, 4), (#"\u+041"#, 2), (#"\u 041"#, 2), (#"\u"xyz"#, 2), (#"ab\u004x"#, 7),
  ])
  func `an escape that JSON does not have is malformed`(spelled: String, byteOffset: Int) {
    let expected = LogEntryError.malformed(byteOffset: byteOffset + 1)
    #expect(throws: expected) { try skip("\"\(spelled)\"") }
    #expect(throws: expected) { try read("\"\(spelled)\"") }
  }

  @Test(arguments: Array(UInt8(0)..<0x20), Array(0...17))
  func `no control character stands in a string`(byte: UInt8, textBytes: Int) {
    let line = [UInt8(ascii: "\"")] + Array(repeating: UInt8(ascii: "x"), count: textBytes) + [byte]
    let expected = LogEntryError.malformed(byteOffset: 1 + textBytes)
    #expect(throws: expected) { try skip(line + Array("xxxxxxxxxx\"".utf8)) }
  }

  @Test(arguments: 0...40)
  func `a string of any length ends at its quote`(textBytes: Int) throws {
    let text = String(repeating: "x", count: textBytes)
    #expect(try skip("\"\(text)\" ") == ByteRange(start: 0, end: textBytes + 2))
    for special in ["é", "\\\\", "\\u00e9", "🚀"] {
      let line = "\"\(text)\(special)\(text)\""
      #expect(try skip(line).end == line.utf8.count)
    }
  }
}
