import Testing

@testable import AuditLog

struct JSONValueTests {
  @Test(arguments: [
    (#"{"a":1,"a":2}"#, "2"), (#"{"a":1,"b":9,"\u0061":2}"#, "2"), (#"{"\u0061":2,"a":1}"#, "1"),
    (#"{"a":{"a":3},"a":1}"#, "1"), (#"{"b":{"a":3},"a":1}"#, "1"),
  ])
  func `of keys that repeat the last one counts, however it is spelled`(
    line: String, expected: String
  ) throws {
    #expect(try read(line)["a"] == .number(expected))
    let bytes = Array(line.utf8)
    let tree = try JSONTree(line: bytes.span)
    let value = try tree.value(tree.member("a", of: JSONTree.root, in: bytes.span), in: bytes.span)
    #expect(value == .number(expected))
  }

  @Test func `a key that is missing has no value`() throws {
    let line = Array(#"{"b":null}"#.utf8)
    #expect(try read(line)["a"] == nil)
    #expect(try read(line)["b"] == .null)
    #expect(try read("[1]")["a"] == nil)
    let tree = try JSONTree(line: line.span)
    let number = tree.member("a", of: JSONTree.root, in: line.span)
    let value = try tree.value(number, in: line.span)
    let string = tree.text(tree.member("b", of: JSONTree.root, in: line.span), in: line.span)
    #expect(number == nil)
    #expect(value == .null)
    #expect(string == nil)
  }

  @Test(arguments: [
    (#"{"x":"1","y":"2"}"#, "1"), (#"{"y":"2"}"#, "2"), (#"{"x":null,"y":"2"}"#, "2"),
    (#"{"z":"3"}"#, ""),
  ])
  func `the first of several spellings counts`(line: String, expected: String) throws {
    #expect(try read(line).first(of: "x", "y")?.string ?? "" == expected)
  }

  @Test func `only an object is read as one`() throws {
    let line = Array(#"{"request":[1,[2]],"status":{"c":2}}"#.utf8)
    let span = line.span
    let tree = try JSONTree(line: span)
    let list = tree.member("request", of: JSONTree.root, in: span)
    let map = tree.member("status", of: JSONTree.root, in: span)
    let ofList = tree.member("c", of: list, in: span)
    let (areList, areMap) = (tree.elements(of: list, in: span), tree.elements(of: map, in: span))
    #expect(list != nil && ofList == nil)
    #expect(areList.count == 2 && areMap == [map])
    let value = try tree.value(tree.member("c", of: map, in: span), in: span)
    #expect(value == .number("2"))
    let array = Array("[]".utf8)
    #expect(throws: LogEntryError.notAnObject) { try JSONTree(line: array.span) }
  }

  @Test(arguments: [
    ("[1,2]", 2), ("[]", 0), ("{}", 1), (#"{"a":1}"#, 1), ("null", 0), ("\"x\"", 0), ("1", 0),
    ("true", 0),
  ])
  func `a single object is a list of one`(line: String, count: Int) throws {
    #expect(try read(line).elements.count == count)
  }

  @Test(
    arguments: [
      ("1", 1), ("-7", -7), ("\"42\"", 42), ("1.0", nil), ("1e3", nil), ("\"x\"", nil),
      ("\"\"", nil),
      ("99999999999999999999", nil), ("true", nil), ("null", nil), ("[1]", nil), ("{}", nil),
    ] as [(String, Int?)])
  func `a whole number may stand in a string`(line: String, expected: Int?) throws {
    #expect(try read(line).integer == expected)
  }

  @Test(arguments: [
    ("{}", true), ("[]", true), ("\"\"", true), ("null", true), (#"{"a":null}"#, false),
    ("[null]", false), ("\" \"", false), ("0", false), ("false", false),
  ])
  func `nothing in it is empty`(line: String, isEmpty: Bool) throws {
    #expect(try read(line).isEmpty == isEmpty)
  }

  @Test func `each kind of value is only its own kind`() throws {
    let values = try ["\"s\"", "true", "1", "null", "[]", "{}"].map { try read($0) }
    #expect(values.map(\.string) == ["s", nil, nil, nil, nil, nil])
    #expect(values.map(\.bool) == [nil, true, nil, nil, nil, nil])
    #expect(try read("false").bool == false)
  }
}
