extension JSONScanner {
  /// Passes over a string.
  ///
  /// - Returns: What stands between the quotes.
  @inline(__always)
  package mutating func skipString(in line: Span<UInt8>) throws(LogEntryError) -> JSONText {
    guard try peek(in: line) == UInt8(ascii: "\"") else { throw .malformed(byteOffset: byteOffset) }
    byteOffset &+= 1
    let start = byteOffset
    var hasEscapes = false
    while true {
      byteOffset = ByteSearch.endOfPlainText(in: line, from: byteOffset)
      guard byteOffset < line.count else { throw .truncated(byteOffset: line.count) }
      let byte = line[byteOffset]
      if byte == UInt8(ascii: "\"") {
        let range = ByteRange(start: start, end: byteOffset)
        byteOffset &+= 1
        return JSONText(range: range, hasEscapes: hasEscapes)
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape(in: line)
      } else if byte >= 0x80 {
        try skipMultibyteCharacter(in: line)
      } else {
        throw .malformed(byteOffset: byteOffset)
      }
    }
  }

  /// Passes over the next value.
  ///
  /// - Returns: What stands between the quotes of a string; `nil` for a value of another kind.
  mutating func skipOptionalString(in line: Span<UInt8>) throws(LogEntryError) -> JSONText? {
    if try peek(in: line) == UInt8(ascii: "\"") { return try skipString(in: line) }
    try skipValue(in: line)
    return nil
  }

  /// `\n` and its like, or `\u` and four hexadecimal digits.
  private mutating func skipEscape(in line: Span<UInt8>) throws(LogEntryError) {
    byteOffset += 1
    guard byteOffset < line.count else { throw .truncated(byteOffset: line.count) }
    switch line[byteOffset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      byteOffset += 1
    case UInt8(ascii: "u"):
      byteOffset += 1
      for _ in 0..<4 {
        guard byteOffset < line.count else { throw .truncated(byteOffset: line.count) }
        guard JSONString.hexadecimalValue(line[byteOffset]) != nil else {
          throw .malformed(byteOffset: byteOffset)
        }
        byteOffset += 1
      }
    default: throw .malformed(byteOffset: byteOffset)
    }
  }

  /// One character of two to four bytes, well formed by table 3-7 of the Unicode Standard.
  mutating func skipMultibyteCharacter(in line: Span<UInt8>) throws(LogEntryError) {
    let second: ClosedRange<UInt8>
    let following: Int
    switch line[byteOffset] {
    case 0xc2...0xdf: (second, following) = (0x80...0xbf, 1)
    case 0xe0: (second, following) = (0xa0...0xbf, 2)
    case 0xe1...0xec, 0xee...0xef: (second, following) = (0x80...0xbf, 2)
    case 0xed: (second, following) = (0x80...0x9f, 2)
    case 0xf0: (second, following) = (0x90...0xbf, 3)
    case 0xf1...0xf3: (second, following) = (0x80...0xbf, 3)
    case 0xf4: (second, following) = (0x80...0x8f, 3)
    default: throw .malformed(byteOffset: byteOffset)
    }
    for index in 1...following {
      let offset = byteOffset + index
      guard offset < line.count else { throw .truncated(byteOffset: line.count) }
      guard (index == 1 ? second : 0x80...0xbf).contains(line[offset]) else {
        throw .malformed(byteOffset: offset)
      }
    }
    byteOffset += 1 + following
  }

  /// `true`, `false` or `null`.
  mutating func skipLiteral(
    _ literal: StaticString, in line: Span<UInt8>
  ) throws(LogEntryError) {
    let range = ByteRange(start: byteOffset, end: byteOffset + literal.utf8CodeUnitCount)
    guard range.end <= line.count, ByteSearch.equals(line, range, literal) else {
      throw endOfMatch(with: literal, in: line)
    }
    byteOffset = range.end
  }

  /// What is wrong where the next bytes and a literal part.
  private func endOfMatch(with literal: StaticString, in line: Span<UInt8>) -> LogEntryError {
    var offset = byteOffset
    for byte in literal.description.utf8 {
      guard offset < line.count else { return .truncated(byteOffset: line.count) }
      guard line[offset] == byte else { break }
      offset += 1
    }
    return .malformed(byteOffset: offset)
  }

  /// A number as RFC 8259 spells it: no leading zeros or plus, digits on both sides of a point.
  mutating func skipNumber(in line: Span<UInt8>) throws(LogEntryError) {
    if line[byteOffset] == UInt8(ascii: "-") { byteOffset += 1 }
    if byteOffset < line.count, line[byteOffset] == UInt8(ascii: "0") {
      byteOffset += 1
    } else {
      try skipDigits(in: line)
    }
    if byteOffset < line.count, line[byteOffset] == UInt8(ascii: ".") {
      byteOffset += 1
      try skipDigits(in: line)
    }
    if byteOffset < line.count, line[byteOffset] | 0x20 == UInt8(ascii: "e") {
      byteOffset += 1
      if byteOffset < line.count,
        line[byteOffset] == UInt8(ascii: "+") || line[byteOffset] == UInt8(ascii: "-")
      {
        byteOffset += 1
      }
      try skipDigits(in: line)
    }
  }

  /// At least one digit.
  private mutating func skipDigits(in line: Span<UInt8>) throws(LogEntryError) {
    let start = byteOffset
    while byteOffset < line.count, Self.isDigit(line[byteOffset]) { byteOffset &+= 1 }
    guard byteOffset > start else {
      throw byteOffset < line.count
        ? .malformed(byteOffset: byteOffset) : .truncated(byteOffset: line.count)
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
