/// Where the values stand that an entry is read from, found in one pass over its line.
///
///     {"logName": …, "protoPayload": {"status": {"code": …}, "response": …}, …}
///     0              1               2          3            4          5
///
/// A value is known by its number; it is read only when asked for. Objects and arrays in which no
/// field of an entry stands, such as the body of a response, are passed over as a whole.
struct JSONTree {
  var nodes: [Node] = []
  /// Whether the fields of an entry were found in a line without white space, and nothing else.
  private(set) var isCompact = false
  /// Then the values of fields that no list holds, by the fields' numbers; 0 without one.
  var places = InlineArray<64, Int16>(repeating: 0)

  /// The number of the value that all others stand in.
  static let root = 0

  /// A value; behind it stand the values inside of it.
  struct Node {
    /// Empty for the elements of an array, and for fields.
    var key = JSONTree.noKey
    /// What a value is in a compact line, if it has a key.
    var field: EntryField?
    var value: ByteRange
    /// Whether the value is a string with escapes.
    var hasEscapes = false
    /// The number of the first value that stands outside of this one again.
    var end: Int
  }

  /// The object that a whole line is.
  init(line: Span<UInt8>) throws(LogEntryError) {
    var scanner = JSONScanner(at: Lines.textStart(of: line))
    guard try scanner.peek(in: line) == UInt8(ascii: "{") else { throw .notAnObject }
    try self.init(from: &scanner, in: line)
  }

  /// The next value, which is passed over.
  init(from scanner: inout JSONScanner, in line: Span<UInt8>) throws(LogEntryError) {
    nodes.reserveCapacity(96)
    try add(Self.noKey, isRead: true, from: &scanner, in: line)
  }

  /// A tree to be filled with the fields of a compact line.
  init() {
    isCompact = true
  }

  // MARK: Finding values

  /// The value of a field of an object, of one that comes twice the last one; `nil` without it.
  func member(
    _ field: EntryField, _ spelling: EntrySpelling = .entry, of parent: Int?,
    in line: Span<UInt8>
  ) -> Int? {
    guard isCompact else { return member(field.facts.name, spelling, of: parent, in: line) }
    guard let parent else { return nil }
    guard field.isOfElement else {
      let number = Int(places[Int(field.rawValue)])
      return number == 0 ? nil : number
    }
    var found: Int?
    var number = parent + 1
    while number < nodes[parent].end {
      if nodes[number].field == field { found = number }
      number = nodes[number].end
    }
    return found
  }

  /// The value of a key, of a key that repeats the last one; `nil` without it, or without an object.
  func member(
    _ name: StaticString, _ spelling: EntrySpelling = .entry, of parent: Int?,
    in line: Span<UInt8>
  ) -> Int? {
    guard let parent, isObject(parent, in: line) else { return nil }
    let nodes = nodes.span
    let end = nodes[parent].end
    let byteCount = name.utf8CodeUnitCount
    let mayBeLonger = spelling == .logAnalyticsRow
    var found: Int?
    var number = parent + 1
    while number < end {
      // Most keys are told apart by their length.
      if nodes[number].key.range.count == byteCount || mayBeLonger || nodes[number].key.hasEscapes,
        spelling.spells(name, nodes[number].key, in: line)
      {
        found = number
      }
      number = nodes[number].end
    }
    return found
  }

  /// The elements of an array, an object as its only element, else nothing.
  func elements(of number: Int?, in line: Span<UInt8>) -> [Int] {
    guard let number else { return [] }
    if isObject(number, in: line) { return [number] }
    guard line[nodes[number].value.start] == UInt8(ascii: "[") else { return [] }
    return Array(sequence(first: number + 1) { nodes[$0].end }.prefix { $0 < nodes[number].end })
  }

  func isObject(_ number: Int, in line: Span<UInt8>) -> Bool {
    line[nodes[number].value.start] == UInt8(ascii: "{")
  }

  func isNull(_ number: Int, in line: Span<UInt8>) -> Bool {
    line[nodes[number].value.start] == UInt8(ascii: "n")
  }

  func isNumber(_ number: Int, in line: Span<UInt8>) -> Bool {
    let first = line[nodes[number].value.start]
    return first == UInt8(ascii: "-") || JSONScanner.isDigit(first)
  }

  func range(of number: Int) -> ByteRange { nodes[number].value }

  // MARK: Reading values

  /// A string between its quotes; `nil` for a value of another kind.
  func text(_ number: Int?, in line: Span<UInt8>) -> JSONText? {
    guard let number, line[nodes[number].value.start] == UInt8(ascii: "\"") else { return nil }
    let node = nodes[number]
    return JSONText(
      range: ByteRange(start: node.value.start + 1, end: node.value.end - 1),
      hasEscapes: node.hasEscapes)
  }

  /// The string of a field; `nil` if there is none.
  func string(
    _ field: EntryField, _ spelling: EntrySpelling = .entry, of parent: Int?,
    in line: Span<UInt8>
  ) -> String? {
    text(member(field, spelling, of: parent, in: line), in: line)?.string(in: line)
  }

  /// Whether a value is `true`, which a row may have in a string; `nil` if it is neither.
  func bool(_ number: Int?, _ spelling: EntrySpelling, in line: Span<UInt8>) -> Bool? {
    guard let number else { return nil }
    if spelling.isRow, let text = text(number, in: line) {
      let string = text.string(in: line)
      return string == "true" ? true : string == "false" ? false : nil
    }
    switch line[nodes[number].value.start] {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default: return nil
    }
  }

  /// A value in memory; `null` if there is none.
  func value(_ number: Int?, in line: Span<UInt8>) throws(LogEntryError) -> JSONValue {
    guard let number else { return .null }
    let start = nodes[number].value.start
    if isCompact {
      var scanner = CompactScanner(at: start)
      return try JSONValue(reading: &scanner, in: line)
    }
    var scanner = JSONScanner(at: start)
    return try JSONValue(reading: &scanner, in: line)
  }
}

// MARK: - Making the tree

extension JSONTree {
  /// The key of what has none.
  static let noKey = JSONText(range: ByteRange(start: 0, end: 0), hasEscapes: false)

  private mutating func add(
    _ key: JSONText, isRead: Bool, from scanner: inout JSONScanner, in line: Span<UInt8>
  ) throws(LogEntryError) {
    let first = try scanner.peek(in: line)
    let start = scanner.byteOffset
    let number = nodes.count
    nodes.append(Node(key: key, value: ByteRange(start: start, end: start), end: number + 1))
    if first == UInt8(ascii: "\"") {
      nodes[number].hasEscapes = try scanner.skipString(in: line).hasEscapes
    } else if isRead, try scanner.enterObject(in: line) {
      while let key = try scanner.nextKey(in: line) {
        try add(key, isRead: Self.isRead(key, in: line), from: &scanner, in: line)
      }
    } else if isRead, try scanner.enterArray(in: line) {
      while try scanner.nextElement(in: line) {
        try add(Self.noKey, isRead: true, from: &scanner, in: line)
      }
    } else {
      try scanner.skipValue(in: line)
    }
    nodes[number].value.end = scanner.byteOffset
    nodes[number].end = nodes.count
  }

  /// Whether fields of an entry may stand in the object or array of a key.
  private static func isRead(_ key: JSONText, in line: Span<UInt8>) -> Bool {
    if key.hasEscapes { return true }
    guard key.range.count < namesByLength.count else { return false }
    return namesByLength[key.range.count].contains { ByteSearch.equals(line, key.range, $0) }
  }

  private static let namesByLength: [[StaticString]] = {
    var byLength = [[StaticString]](repeating: [], count: 33)
    for name in names { byLength[name.utf8CodeUnitCount].append(name) }
    return byLength
  }()

  private static let names: [StaticString] = [
    "protoPayload", "protopayload", "protopayload_auditlog", "proto_payload", "audit_log",
    "resource", "labels", "operation", "split", "message", "status", "request",
    "requestMetadata", "request_metadata", "authenticationInfo", "authentication_info",
    "oauthInfo", "oauth_info", "serviceAccountDelegationInfo", "service_account_delegation_info",
    "firstPartyPrincipal", "first_party_principal", "authorizationInfo", "authorization_info",
    "policyViolationInfo", "policy_violation_info", "orgPolicyViolationInfo",
    "org_policy_violation_info",
  ]
}
