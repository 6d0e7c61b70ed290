import Testing

@testable import AuditLog

struct JSONTreeTests {
  private static let root = JSONTree.root

  @Test func `members of objects inside of objects are found`() throws {
    let line = Array(
      #"{"a":{"b":1},"protoPayload":{"status":{"code":7,"x":[{}]},"request":{"name":"n"}},"c":"d"}"#
        .utf8)
    let span = line.span
    let tree = try JSONTree(line: span)
    let payload = tree.member("protoPayload", of: Self.root, in: span)
    let status = tree.member("status", of: payload, in: span)
    let code = try tree.value(tree.member("code", of: status, in: span), in: span)
    let request = tree.member("request", of: payload, in: span)
    let name = tree.string(.requestName, of: request, in: span)
    let behind = tree.text(tree.member("c", of: Self.root, in: span), in: span)?.string(in: span)
    #expect(code == .number("7") && name == "n" && behind == "d")
    let missing = tree.member("b", of: nil, in: span)
    #expect(missing == nil)
  }

  @Test func `what no field stands in is passed over as a whole, and can still be read`() throws {
    let line = Array(#"{"response":{"name":[1,{"x":{}}]},"metadata":{"a":1}}"#.utf8)
    let span = line.span
    let tree = try JSONTree(line: span)
    let inside = tree.member(
      "name", of: tree.member("response", of: Self.root, in: span), in: span)
    let metadata = try tree.value(tree.member("metadata", of: Self.root, in: span), in: span)
    #expect(inside == nil)
    #expect(metadata["a"] == .number("1"))
  }

  @Test(
    arguments: [
      ("callerIp", "callerIp", true, false), ("callerIp", "caller_ip", false, true),
      ("callerIp", "caller_ip_", false, false), ("callerIp", "caller_i", false, false),
      ("callerIp", "callerip", false, false), ("status", "status", true, true),
      ("callerIp", #"caller\u005fip"#, false, true), ("callerIp", #"caller\u0049p"#, true, false),
    ] as [(StaticString, String, Bool, Bool)])
  func `a name is spelled as the source does`(
    name: StaticString, key: String, isCamelCase: Bool, isSnakeCase: Bool
  ) throws {
    let line = Array("{\"\(key)\":1}".utf8)
    let span = line.span
    let tree = try JSONTree(line: span)
    let entry = tree.member(name, .entry, of: Self.root, in: span)
    let row = tree.member(name, .bigQueryRow, of: Self.root, in: span)
    let snake = tree.member(name, .logAnalyticsRow, of: Self.root, in: span)
    #expect((entry != nil) == isCamelCase && (row != nil) == isCamelCase)
    #expect((snake != nil) == isSnakeCase)
  }

  @Test(
    arguments: [
      ("true", true, true), ("false", false, false), (#""true""#, nil, true),
      (#""f\u0061lse""#, nil, false), ("null", nil, nil), ("1", nil, nil), (#""yes""#, nil, nil),
    ] as [(String, Bool?, Bool?)])
  func `a boolean may stand in a string where a row has it`(
    json: String, ofEntry: Bool?, ofRow: Bool?
  ) throws {
    let line = Array("{\"granted\":\(json)}".utf8)
    let span = line.span
    let tree = try JSONTree(line: span)
    let granted = tree.member("granted", of: Self.root, in: span)
    let entry = tree.bool(granted, .entry, in: span)
    let row = tree.bool(granted, .bigQueryRow, in: span)
    #expect(entry == ofEntry && row == ofRow)
  }

  @Test(arguments: [("[]", 0), ("[1]", 1), ("[[1,2],{},3]", 3), ("{}", 1), ("null", 0)])
  func `the elements of a list are counted without what stands inside of them`(
    json: String, count: Int
  ) throws {
    let line = Array("{\"authorizationInfo\":\(json),\"x\":1}".utf8)
    let span = line.span
    let tree = try JSONTree(line: span)
    let list = tree.member("authorizationInfo", of: Self.root, in: span)
    let elements = tree.elements(of: list, in: span)
    #expect(elements.count == count)
  }
}
