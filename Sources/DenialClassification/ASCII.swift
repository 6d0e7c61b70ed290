/// Questions about single bytes of text.
enum ASCII {
  static let space = UInt8(ascii: " ")

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

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

  /// The stretches between white space.
  static func wordRanges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte <= space {
        if let begun = start { ranges.append(begun..<offset) }
        start = nil
      } else if start == nil {
        start = offset
      }
    }
    if let start { ranges.append(start..<bytes.count) }
    return ranges
  }
}

// Log text is compared byte for byte. Swift's own `hasPrefix`, `hasSuffix` and `split` go by what
// Unicode calls a character: a combining accent behind a name would hide it from them.
extension StringProtocol {
  /// Whether it begins with just these bytes.
  func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// Whether it ends with just these bytes.
  func ends(with suffix: String) -> Bool {
    utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Whether the two differ in the case of ASCII letters at most.
  func isEqualIgnoringCase(_ other: String) -> Bool {
    utf8.lazy.map(ASCII.lowercased).elementsEqual(other.utf8.lazy.map(ASCII.lowercased))
  }

  /// The same text with `A` to `Z` as `a` to `z`, and nothing else changed.
  var asciiLowercased: String {
    String(decoding: utf8.map(ASCII.lowercased), as: UTF8.self)
  }
}

extension String {
  /// What follows the last such byte; all of it, if there is none.
  func part(afterLast separator: Unicode.Scalar) -> String {
    guard let last = utf8.lastIndex(of: UInt8(ascii: separator)) else { return self }
    return String(self[utf8.index(after: last)...])
  }
}
