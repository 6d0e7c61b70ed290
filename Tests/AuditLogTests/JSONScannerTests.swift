import Testing

@testable import AuditLog

struct JSONScannerTests {
  @Test(arguments: [
    ("1", 0, 1), ("  -0 ", 2, 4), ("\t\"a\"\r\n", 1, 4), (" [ 1 , 2 ] ", 1, 10), ("{ }", 0, 3),
    (#" { "a" : { "b" : [ ] } } "#, 1, 24), ("\n1e5\n", 1, 4), (" true ", 1, 5),
  ])
  func `a value stands between the white space around it`(line: String, start: Int, end: Int) throws
  {
    #expect(try skip(line) == ByteRange(start: start, end: end))
  }

  @Test(arguments: [
    "0", "-0", "7", "10", "0.0", "0.10", "-0.5", "1e5", "1E5", "1e+5", "1E-5", "-1.25e+30", "0e0",
    "0E+00", "1e400", "18446744073709551616", "3.141592653589793238462643383279",
  ])
  func `a number keeps its spelling`(number: String) throws {
    #expect(try read(number) == .number(number))
    #expect(try read("[\(number) ,\(number)]") == .array([.number(number), .number(number)]))
  }

  @Test func `white space may stand between all parts`() throws {
    let loose = " {\t\"a\"\n:\r[ 1 ,\r\n true ,{ } , [ ]\t] , \"b\" : \"x y\" } \n"
    let tight = #"{"a":[1,true,{},[]],"b":"x y"}"#
    #expect(try read(loose) == read(tight))
  }

  @Test func `keys and elements are given one by one, and what is inside them is passed over`()
    throws
  {
    let line = Array(#" {"a": [1, {"b": 2}, []], "": {}, "c\n": null} "#.utf8)
    let span = line.span
    var scanner = JSONScanner()
    var keys: [String] = []
    var elements = 0
    let entersArray = try scanner.enterArray(in: span)
    let entersObject = try scanner.enterObject(in: span)
    try #require(!entersArray && entersObject)
    while let key = try scanner.nextKey(in: span) {
      keys.append(JSONString.string(key, in: span))
      #expect(key.hasEscapes == (keys.count == 3))
      if try scanner.enterArray(in: span) {
        while try scanner.nextElement(in: span) {
          try scanner.skipValue(in: span)
          elements += 1
        }
      } else {
        try scanner.skipValue(in: span)
      }
    }
    try scanner.finish(in: span)
    #expect(keys == ["a", "", "c\n"])
    #expect(elements == 3)
  }

  @Test func `an optional string is given if there is one`() throws {
    let line = Array(#"["a\n", 1, [], "b"]"#.utf8)
    let span = line.span
    var scanner = JSONScanner()
    var strings: [String?] = []
    let entersArray = try scanner.enterArray(in: span)
    try #require(entersArray)
    while try scanner.nextElement(in: span) {
      let text = try scanner.skipOptionalString(in: span)
      strings.append(text.map { JSONString.string($0, in: span) })
    }
    #expect(strings == ["a\n", nil, nil, "b"])
  }

  @Test(arguments: [
    ("{}", 0), (#"{"a":false}"#, 1), (#"{"false":"false"}"#, 0),
    ("[false,[false,{\"a\":false}]]", 3),
    ("[true,null,\"false\"]", 0),
  ])
  func `false is counted where it is a value`(line: String, count: Int) throws {
    let bytes = Array(line.utf8)
    var scanner = JSONScanner()
    try scanner.skipValue(in: bytes.span)
    #expect(scanner.falseCount == count)
  }

  @Test func `a scanner can begin anywhere in a line`() throws {
    let line = Array(#"{"a": {"b": [1, 2]}}"#.utf8)
    var scanner = JSONScanner(at: 6)
    let object = try scanner.skipValue(in: line.span)
    let array = try JSONValue(in: line.span, at: ByteRange(start: 12, end: 18))
    #expect(object == ByteRange(start: 6, end: 19))
    #expect(array == .array([.number("1"), .number("2")]))
  }
}
