/// Turns the text between the quotes of a JSON string, already checked, into a `String`.
enum JSONString {
  /// The string that `text` spells.
  ///
  /// Escaped surrogate pairs become one character, a lone surrogate becomes U+FFFD.
  static func string(_ text: JSONText, in line: Span<UInt8>) -> String {
    let bytes = line.extracting(text.range.start..<text.range.end)
    guard text.hasEscapes else { return ByteSearch.string(bytes) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        offset = appendEscape(at: offset, of: bytes, to: &unescaped)
      } else {
        unescaped.append(byte)
        offset += 1
      }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// The value of a hexadecimal digit of either case.
  static func hexadecimalValue(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func appendEscape(
    at offset: Int, of bytes: Span<UInt8>, to unescaped: inout [UInt8]
  ) -> Int {
    let letter = bytes[offset + 1]
    switch letter {
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0c)
    case UInt8(ascii: "n"): unescaped.append(0x0a)
    case UInt8(ascii: "r"): unescaped.append(0x0d)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"):
      let (scalar, end) = unicodeEscape(at: offset, of: bytes)
      unescaped.append(contentsOf: Array(String(scalar).utf8))
      return end
    default: unescaped.append(letter)
    }
    return offset + 2
  }

  /// The character that one `\u` escape spells, or two that are a surrogate pair.
  private static func unicodeEscape(
    at offset: Int, of bytes: Span<UInt8>
  ) -> (scalar: Unicode.Scalar, end: Int) {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let high = codeUnit(at: offset + 2, of: bytes)
    guard UTF16.isLeadSurrogate(high) else {
      return (Unicode.Scalar(high) ?? replacement, offset + 6)
    }
    guard offset + 12 <= bytes.count, bytes[offset + 6] == UInt8(ascii: "\\"),
      bytes[offset + 7] == UInt8(ascii: "u")
    else { return (replacement, offset + 6) }
    let low = codeUnit(at: offset + 8, of: bytes)
    guard UTF16.isTrailSurrogate(low) else { return (replacement, offset + 6) }
    let value = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(low) - 0xdc00)
    return (Unicode.Scalar(value) ?? replacement, offset + 12)
  }

  private static func codeUnit(at offset: Int, of bytes: Span<UInt8>) -> UInt16 {
    var value: UInt16 = 0
    for index in offset..<offset + 4 {
      value = value << 4 | (hexadecimalValue(bytes[index]) ?? 0)
    }
    return value
  }
}
