import AuditLog
import Testing

struct JSONErrorTests {
  @Test(arguments: [
    ("x", 0), ("\u{A0}{}", 0), ("]", 0), ("}", 0), (":", 0), (",", 0),
    ("+1", 0), (".5", 0), ("'a'", 0), ("NaN", 0), ("Infinity", 0), ("// c", 0),
    ("True", 0), ("tRue", 1), ("trux", 3), ("nul1", 3), ("falsy", 4), ("nulll", 4), ("true1", 4),
    ("[tru]", 4), (#"{"a":nul}"#, 8),
    ("1 2", 2), ("{}{}", 2), ("[]]", 2), ("1;", 1), ("{}\u{2028}", 2), ("1\u{0C}", 1),
    ("\u{0B}1", 0), ("\0", 0), ("{}\0", 2),
    ("01", 1), ("-01", 2), ("00", 1), ("-x", 1), ("--1", 1), ("1.x", 2), ("1..5", 2), ("1.e5", 2),
    ("1ex", 2), ("1e+x", 3), ("1e5.5", 3), ("0x10", 1), ("1_000", 1), ("-Infinity", 1),
    ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1}", 2), ("[1:2]", 2), ("[x]", 1),
    ("{,}", 1), ("{a:1}", 1), ("{1:2}", 1), ("{null:1}", 1), (#"{"a"}"#, 4), (#"{"a" 1}"#, 5),
    (#"{"a":}"#, 5), (#"{"a":1,}"#, 7), (#"{"a":1]"#, 6), (#"{"a":1 "b":2}"#, 7),
    (#"{"a":1,,"b":2}"#, 7), (#"{"a"::1}"#, 5), (#"{"a":{"b":x}}"#, 10),
  ])
  func `the byte that cannot stand there is told`(line: String, byteOffset: Int) {
    let expected = LogEntryError.malformed(byteOffset: byteOffset)
    #expect(throws: expected) { try skip(line) }
    #expect(throws: expected) { try read(line) }
    #expect(throws: expected) { try outline(line) }
  }

  @Test(arguments: [
    "", " ", " \t\r\n ", "\"", "\"abc", "\"\\", "\"\\u", "\"\\u00", "\"\\u004", "-", "1.", "1e",
    "1e+", "-0.", "t", "tru", "nul", "fals", "[", "[1", "[1,", "[[]", "{", "{\"", "{\"a", "{\"a\"",
    "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":{}", "{\"a\":\"b", "{\"a\":[1,2],", "{\"a\":tr",
  ])
  func `a line that ends inside a value is cut off at its end`(line: String) {
    let expected = LogEntryError.truncated(byteOffset: line.utf8.count)
    #expect(throws: expected) { try skip(line) }
    #expect(throws: expected) { try read(line) }
    #expect(throws: expected) { try outline(line) }
  }

  @Test func `every beginning of an object is cut off, and nothing else`() throws {
    let line = #"{"a": [true, {"b\u00e9": -1.5e3}, "\\"], "c": null, "é🚀": false}"#
    let bytes = Array(line.utf8)
    for end in bytes.indices {
      #expect(throws: LogEntryError.truncated(byteOffset: end)) { try skip(Array(bytes[..<end])) }
    }
    try skip(bytes)
  }

  @Test(arguments: [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")])
  func `512 containers may be open at once, and no more`(opening: String, closing: String) throws {
    let width = opening.hasPrefix("[{") ? 2 : 1
    func nested(_ depth: Int) -> String {
      let count = depth / width
      return String(repeating: opening, count: count) + "1"
        + String(repeating: closing, count: count)
    }
    #expect(try skip(nested(512)).end == nested(512).utf8.count)
    #expect(try read(nested(512)) != .null)
    let tooDeep = LogEntryError.tooDeep(byteOffset: 512 / width * opening.utf8.count)
    #expect(throws: tooDeep) { try skip(nested(512 + width)) }
    #expect(throws: tooDeep) { try read(nested(512 + width)) }
  }

  @Test func `containers side by side are not deep`() throws {
    let line = "[" + String(repeating: #"[{"a":[]}],"#, count: 2000) + "[]]"
    #expect(try skip(line).end == line.utf8.count)
    #expect(try read(line).elements.count == 2001)
  }

  @Test(arguments: ["[]", " [{}] ", "1", "\"{}\"", "true", "null", "-0.5e1"])
  func `a line that is JSON but no object is no log entry`(line: String) {
    #expect(throws: LogEntryError.notAnObject) { try outline(line) }
    #expect(throws: LogEntryError.notAnObject) { try entry(line) }
  }

  @Test(arguments: [
    (LogEntryError.malformed(byteOffset: 17), "not valid JSON at byte 17"),
    (.truncated(byteOffset: 9), "cut off at byte 9, inside a JSON value"),
    (.tooDeep(byteOffset: 700), "nested deeper than 512 levels at byte 700"),
    (.notAnObject, "JSON, but not an object; a log entry is one object a line"),
  ])
  func `an error says what and where`(error: LogEntryError, text: String) {
    #expect("\(error)" == text)
  }
}
