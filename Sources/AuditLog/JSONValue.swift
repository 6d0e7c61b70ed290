/// A JSON value in memory, for the few entries that are read in full.
package enum JSONValue: Hashable, Sendable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  /// The number as it is spelled.
  case number(String)
  case bool(Bool)
  case null

  /// A key and its value; keys may repeat.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue
  }

  /// Reads the value at `range`, which a scanner has passed over before.
  package init(in line: Span<UInt8>, at range: ByteRange) throws(LogEntryError) {
    var scanner = JSONScanner(at: range.start)
    try self.init(from: &scanner, in: line)
  }

  /// Reads the next value; nesting is limited by the scanner.
  package init(from scanner: inout JSONScanner, in line: Span<UInt8>) throws(LogEntryError) {
    try self.init(reading: &scanner, in: line)
  }

  /// Reads the next value.
  init(
    reading tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) {
    switch try tokens.peek(in: line) {
    case UInt8(ascii: "{"): self = .object(try Self.members(from: &tokens, in: line))
    case UInt8(ascii: "["): self = .array(try Self.elements(from: &tokens, in: line))
    case UInt8(ascii: "\""):
      self = .string(try tokens.skipString(in: line).string(in: line))
    case let first:
      let range = try tokens.skipValue(in: line)
      switch first {
      case UInt8(ascii: "t"): self = .bool(true)
      case UInt8(ascii: "f"): self = .bool(false)
      case UInt8(ascii: "n"): self = .null
      default: self = .number(ByteSearch.string(line.extracting(range.start..<range.end)))
      }
    }
  }

  private static func members(
    from tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) -> [Member] {
    _ = try tokens.enterObject(in: line)
    var members: [Member] = []
    members.reserveCapacity(4)
    while let key = try tokens.nextKey(in: line) {
      let value = try JSONValue(reading: &tokens, in: line)
      members.append(Member(key: key.string(in: line), value: value))
    }
    return members
  }

  private static func elements(
    from tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) -> [JSONValue] {
    _ = try tokens.enterArray(in: line)
    var elements: [JSONValue] = []
    while try tokens.nextElement(in: line) {
      elements.append(try JSONValue(reading: &tokens, in: line))
    }
    return elements
  }

  /// The value of a key; of a key that repeats, the last one.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The value of the first of several spellings of a key.
  package func first(of keys: String...) -> JSONValue? {
    for key in keys {
      if let value = self[key], value != .null { return value }
    }
    return nil
  }

  /// The string; `nil` if it is none.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The whole number, spelled as a number or, as protobuf's JSON does for 64 bits, in a string.
  package var integer: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    case .object, .array, .bool, .null: nil
    }
  }

  package var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The elements of an array, a single object as its only element, else nothing.
  ///
  /// Exporters write a list of one as the thing itself.
  package var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .object: [self]
    case .string, .number, .bool, .null: []
    }
  }

  package var isEmpty: Bool {
    switch self {
    case .object(let members): members.isEmpty
    case .array(let elements): elements.isEmpty
    case .string(let string): string.isEmpty
    case .null: true
    case .number, .bool: false
    }
  }
}
