/// Where the values stand that an entry is read from, found in one pass over its line.
///
///     {"logName": …, "protoPayload": {"status": {"code": …}, "response": …}, …}
///     0              1               2          3            4          5
///
/// A value is known by its number; it is read only when asked for. Objects and arrays in which no
/// field of an entry stands, such as the body of a response, are passed over as a whole.
struct JSONTree {
  var nodes: [Node] = []
  /// Whether the line has no white space between tokens, as a glance has seen.
  private let isCompact: Bool
  /// Whether a key is spelled with escapes, so that its mark does not tell its name.
  var hasEscapedKeys = false

  /// The number of the value that all others stand in.
  static let root = 0

  /// A value; behind it stand the values inside of it.
  struct Node {
    let mark: KeyMark
    /// Empty for the elements of an array.
    let key: JSONText
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

  /// The object that a line is of which a glance has found it.
  ///
  /// Offsets count from the start of the bytes that the glance looked at.
  init(_ glance: LineGlance, in bytes: Span<UInt8>) throws(LogEntryError) {
    var scanner = CompactScanner(at: glance.start)
    isCompact = true
    try fill(from: &scanner, in: bytes)
  }

  /// The next value, which is passed over.
  init(from scanner: inout JSONScanner, in line: Span<UInt8>) throws(LogEntryError) {
    isCompact = false
    try fill(from: &scanner, in: line)
  }

  // MARK: Finding values

  /// The value of a key, of a key that repeats the last one; `nil` without it, or without an object.
  func member(
    _ name: StaticString, _ spelling: EntrySpelling = .entry, of parent: Int?,
    in line: Span<UInt8>
  ) -> Int? {
    guard let parent, isObject(parent, in: line) else { return nil }
    if hasEscapedKeys || spelling == .logAnalyticsRow {
      return memberBySpelling(name, spelling, of: parent, in: line)
    }
    let mark = KeyMark(name)
    let nodes = nodes.span
    let end = nodes[parent].end
    var found: Int?
    var number = parent + 1
    while number < end {
      if nodes[number].mark == mark, ByteSearch.equals(line, nodes[number].key.range, name) {
        found = number
      }
      number = nodes[number].end
    }
    return found
  }

  /// The same, by what each key spells.
  private func memberBySpelling(
    _ name: StaticString, _ spelling: EntrySpelling, of parent: Int, in line: Span<UInt8>
  ) -> Int? {
    var found: Int?
    var number = parent + 1
    while number < nodes[parent].end {
      if spelling.spells(name, nodes[number].key, in: line) { found = number }
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

  /// The string of a key; `nil` if there is none.
  func string(
    _ name: StaticString, _ spelling: EntrySpelling = .entry, of parent: Int?,
    in line: Span<UInt8>
  ) -> String? {
    text(member(name, spelling, of: parent, in: line), in: line)?.string(in: line)
  }

  /// Whether the value of a key is `true`, which a row may have in a string; `nil` if it is neither.
  func bool(
    _ name: StaticString, _ spelling: EntrySpelling, of parent: Int?, in line: Span<UInt8>
  ) -> Bool? {
    guard let number = member(name, of: parent, in: line) else { return nil }
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

  /// The value of a key in memory; `null` if there is none.
  func value(
    _ name: StaticString, _ spelling: EntrySpelling = .entry, of parent: Int?,
    in line: Span<UInt8>
  ) throws(LogEntryError) -> JSONValue {
    guard let number = member(name, spelling, of: parent, in: line) else { return .null }
    return try value(number, in: line)
  }

  /// A value in memory.
  func value(_ number: Int, in line: Span<UInt8>) throws(LogEntryError) -> JSONValue {
    let start = nodes[number].value.start
    if isCompact {
      var scanner = CompactScanner(at: start)
      return try JSONValue(reading: &scanner, in: line)
    }
    var scanner = JSONScanner(at: start)
    return try JSONValue(reading: &scanner, in: line)
  }
}
