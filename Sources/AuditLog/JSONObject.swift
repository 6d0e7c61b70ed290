/// The keys of one object and where their values stand; a value is read only when asked for.
struct JSONObject {
  private var members: [(key: String, value: ByteRange)] = []

  /// The object that a whole line is.
  init(line: Span<UInt8>) throws(LogEntryError) {
    var scanner = JSONScanner(at: Lines.textStart(of: line))
    guard try scanner.enterObject(in: line) else { throw .notAnObject }
    try readMembers(from: &scanner, in: line)
  }

  /// The object at `range`; `nil` if another kind of value stands there.
  init?(in line: Span<UInt8>, at range: ByteRange) throws(LogEntryError) {
    var scanner = JSONScanner(at: range.start)
    guard try scanner.enterObject(in: line) else { return nil }
    try readMembers(from: &scanner, in: line)
  }

  /// Where the value of a key stands; of a key that repeats, the last one.
  subscript(key: String) -> ByteRange? {
    members.last { $0.key == key }?.value
  }

  /// The value of a key; `null` if there is none.
  func value(_ key: String, in line: Span<UInt8>) throws(LogEntryError) -> JSONValue {
    guard let range = self[key] else { return .null }
    return try JSONValue(in: line, at: range)
  }

  /// The string of the first of several spellings of a key; empty if there is none.
  func string(_ keys: String..., in line: Span<UInt8>) throws(LogEntryError) -> String {
    for key in keys {
      if let string = try value(key, in: line).string { return string }
    }
    return ""
  }

  private mutating func readMembers(
    from scanner: inout JSONScanner, in line: Span<UInt8>
  ) throws(LogEntryError) {
    while let key = try scanner.nextKey(in: line) {
      let name = JSONString.string(key, in: line)
      members.append((name, try scanner.skipValue(in: line)))
    }
  }
}
