/// Questions about single bytes of text.
enum ASCII {
  static let space = UInt8(ascii: " ")

  static func lowercased(_ byte: UInt8) -> UInt8 {
    isUppercase(byte) ? byte | 0x20 : byte
  }

  static func isUppercase(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

  /// A letter, a digit, or part of a character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
  }

  /// Whether two texts differ in the case of ASCII letters at most.
  static func isEqualIgnoringCase(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where lowercased(one[index]) != lowercased(other[index]) {
      return false
    }
    return true
  }
}

// Log text is compared byte for byte. Swift's own `hasPrefix`, `hasSuffix` and `split` go by what
// Unicode calls a character: a combining accent behind a name would hide it from them.
extension String {
  /// Whether it begins with just these bytes.
  func begins(with prefix: String) -> Bool {
    let (bytes, start) = (utf8.span, prefix.utf8.span)
    guard bytes.count >= start.count else { return false }
    for index in start.indices where bytes[index] != start[index] { return false }
    return true
  }

  /// Whether it ends with just these bytes.
  func ends(with suffix: String) -> Bool {
    let (bytes, end) = (utf8.span, suffix.utf8.span)
    let start = bytes.count - end.count
    guard start >= 0 else { return false }
    for index in end.indices where bytes[start + index] != end[index] { return false }
    return true
  }

  /// Whether the two differ in the case of ASCII letters at most.
  func isEqualIgnoringCase(_ other: String) -> Bool {
    ASCII.isEqualIgnoringCase(utf8.span, other.utf8.span)
  }

  /// The same text with `A` to `Z` as `a` to `z`, and nothing else changed.
  var asciiLowercased: String {
    let bytes = utf8.span
    guard bytes.indices.contains(where: { ASCII.isUppercase(bytes[$0]) }) else { return self }
    return String(decoding: utf8.map(ASCII.lowercased), as: UTF8.self)
  }

  /// What stands at some bytes, which cut no character apart.
  func utf8Slice(_ range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// What follows the last such byte; all of it, if there is none.
  func part(afterLast separator: Unicode.Scalar) -> String {
    guard let last = utf8.lastIndex(of: UInt8(ascii: separator)) else { return self }
    return String(self[utf8.index(after: last)...])
  }
}
