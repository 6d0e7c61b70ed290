/// Looks for short pieces of text in bytes, byte for byte.
///
/// Sixteen bytes at a time where a denial's every string is looked through: by single bytes that
/// takes five times as many instructions.
package enum TextSearch {
  /// Where `text` stands first from `start` on; `nil` if it does not.
  package static func offset(
    of text: StaticString, in bytes: Span<UInt8>, from start: Int = 0
  ) -> Int? {
    let count = text.utf8CodeUnitCount
    let last = bytes.count - count
    guard count > 0 else { return start <= last ? start : nil }
    let first = byte(of: text, at: 0)
    let second = byte(of: text, at: min(1, count &- 1))
    var offset = start
    while offset <= last {
      if offset &+ 17 <= bytes.count, !mayBegin(first, second, count, in: bytes, at: offset) {
        offset &+= 16
        continue
      }
      // Behind the last whole look, one that overlaps it.
      if offset &+ 17 > bytes.count, bytes.count >= 17, count > 1,
        !mayBegin(first, second, count, in: bytes, at: bytes.count &- 17)
      {
        return nil
      }
      let end = min(offset &+ 16, last &+ 1)
      while offset < end {
        if bytes[offset] == first,
          ByteSearch.equals(bytes, ByteRange(start: offset, end: offset &+ count), text)
        {
          return offset
        }
        offset &+= 1
      }
    }
    return nil
  }

  /// Whether text of two bytes or more may begin at one of sixteen places, by its first two bytes.
  @inline(__always)
  private static func mayBegin(
    _ first: UInt8, _ second: UInt8, _ count: Int, in bytes: Span<UInt8>, at offset: Int
  ) -> Bool {
    guard count > 1 else { return true }
    let pair = Pair(first, second)
    let found = hits(pair, block(in: bytes, at: offset), block(in: bytes, at: offset &+ 1))
    return found[0] | found[1] != 0
  }

  /// Whether `text`, which is in lower case, stands at `offset` in any case.
  package static func stands(
    _ text: StaticString, at offset: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = bytes[offset &+ index]
      let isUppercase = byte &- UInt8(ascii: "A") < 26
      if (isUppercase ? byte | 0x20 : byte) != Self.byte(of: text, at: index) { return false }
    }
    return true
  }

  /// Two bytes, one behind the other.
  package struct Pair: Sendable {
    let first: UInt8
    let second: UInt8

    package init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
      (self.first, self.second) = (UInt8(ascii: first), UInt8(ascii: second))
    }

    fileprivate init(_ first: UInt8, _ second: UInt8) {
      (self.first, self.second) = (first, second)
    }
  }

  /// Whether one of four pairs stands anywhere.
  package static func holds(
    _ pairs: (Pair, Pair, Pair, Pair), in bytes: Span<UInt8>
  ) -> Bool {
    let lastStart = bytes.count &- 17
    guard lastStart >= 0 else { return holdsInFew(pairs, in: bytes) }
    var offset = 0
    while true {
      let (first, second) = (block(in: bytes, at: offset), block(in: bytes, at: offset &+ 1))
      let found =
        hits(pairs.0, first, second) | hits(pairs.1, first, second)
        | hits(pairs.2, first, second) | hits(pairs.3, first, second)
      if found[0] | found[1] != 0 { return true }
      if offset == lastStart { return false }
      // The last look overlaps the one before.
      offset = min(offset &+ 16, lastStart)
    }
  }

  /// Where the first byte from `start` on stands that is a quote, a backslash or no printable ASCII;
  /// the end if there is none.
  package static func endOfPlainText(in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    let count = bytes.count
    var offset = start
    while offset &+ 16 <= count {
      let found = specials(of: block(in: bytes, at: offset))
      if found[0] != 0 { return offset &+ found[0].trailingZeroBitCount / 8 }
      if found[1] != 0 { return offset &+ 8 &+ found[1].trailingZeroBitCount / 8 }
      offset &+= 16
    }
    while offset < count, isPlain(bytes[offset]) { offset &+= 1 }
    return offset
  }

  /// All ones where a byte is a quote, a backslash or no printable ASCII.
  @inline(__always)
  private static func specials(of block: SIMD16<UInt8>) -> SIMD2<UInt64> {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let space = SIMD16<UInt8>(repeating: 0x20)
    let range = SIMD16<UInt8>(repeating: 0x5e)
    // Masks are not joined as masks, which takes a step for each of their bits.
    // SAFETY: a mask is as wide as what it compares, and plain numbers.
    return unsafe unsafeBitCast(block .== quote, to: SIMD2<UInt64>.self)
      | unsafeBitCast(block .== backslash, to: SIMD2<UInt64>.self)
      | unsafeBitCast(block &- space .> range, to: SIMD2<UInt64>.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 <= 0x5e && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Whether one of two pairs of letters, given in lower case, stands anywhere in any case.
  package static func holdsInAnyCase(_ pairs: (Pair, Pair), in bytes: Span<UInt8>) -> Bool {
    let lastStart = bytes.count &- 17
    guard lastStart >= 0 else { return holdsInAnyCaseByBytes(pairs, in: bytes) }
    let fold = SIMD16<UInt8>(repeating: 0x20)
    var offset = 0
    while true {
      let first = block(in: bytes, at: offset) | fold
      let second = block(in: bytes, at: offset &+ 1) | fold
      let found = hits(pairs.0, first, second) | hits(pairs.1, first, second)
      if found[0] | found[1] != 0 { return true }
      if offset == lastStart { return false }
      // The last look overlaps the one before.
      offset = min(offset &+ 16, lastStart)
    }
  }

  private static func holdsInAnyCaseByBytes(_ pairs: (Pair, Pair), in bytes: Span<UInt8>) -> Bool {
    var index = 1
    while index < bytes.count {
      let (first, second) = (bytes[index &- 1] | 0x20, bytes[index] | 0x20)
      if first == pairs.0.first && second == pairs.0.second
        || first == pairs.1.first && second == pairs.1.second
      {
        return true
      }
      index &+= 1
    }
    return false
  }

  /// The same in up to sixteen bytes, eight at a time.
  private static func holdsInFew(
    _ pairs: (Pair, Pair, Pair, Pair), in bytes: Span<UInt8>
  ) -> Bool {
    let lastStart = bytes.count &- 9
    guard lastStart >= 0 else { return holdsByBytes(pairs, in: bytes) }
    return holdsInEight(pairs, in: bytes, at: 0) || holdsInEight(pairs, in: bytes, at: lastStart)
  }

  /// Whether one of the pairs begins at one of eight places.
  @inline(__always)
  private static func holdsInEight(
    _ pairs: (Pair, Pair, Pair, Pair), in bytes: Span<UInt8>, at offset: Int
  ) -> Bool {
    // SAFETY: the caller sees to it that `offset + 9 <= bytes.count`, and offsets start at 0.
    let (first, second) = unsafe (
      bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD8<UInt8>.self),
      bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 1, as: SIMD8<UInt8>.self)
    )
    return hits(pairs.0, first, second) | hits(pairs.1, first, second)
      | hits(pairs.2, first, second) | hits(pairs.3, first, second) != 0
  }

  private static func holdsByBytes(
    _ pairs: (Pair, Pair, Pair, Pair), in bytes: Span<UInt8>
  ) -> Bool {
    for index in bytes.indices.dropFirst() {
      for pair in [pairs.0, pairs.1, pairs.2, pairs.3]
      where bytes[index &- 1] == pair.first && bytes[index] == pair.second {
        return true
      }
    }
    return false
  }

  /// All ones where `pair` begins.
  @inline(__always)
  private static func hits(
    _ pair: Pair, _ first: SIMD16<UInt8>, _ second: SIMD16<UInt8>
  ) -> SIMD2<UInt64> {
    // SAFETY: a mask is as wide as what it compares, and plain numbers.
    unsafe unsafeBitCast(first .== SIMD16<UInt8>(repeating: pair.first), to: SIMD2<UInt64>.self)
      & unsafeBitCast(second .== SIMD16<UInt8>(repeating: pair.second), to: SIMD2<UInt64>.self)
  }

  /// All ones where `pair` begins.
  @inline(__always)
  private static func hits(_ pair: Pair, _ first: SIMD8<UInt8>, _ second: SIMD8<UInt8>) -> UInt64 {
    // SAFETY: a mask is as wide as what it compares, and plain numbers.
    unsafe unsafeBitCast(first .== SIMD8<UInt8>(repeating: pair.first), to: UInt64.self)
      & unsafeBitCast(second .== SIMD8<UInt8>(repeating: pair.second), to: UInt64.self)
  }

  /// Sixteen bytes from `offset` on.
  @inline(__always)
  private static func block(in bytes: Span<UInt8>, at offset: Int) -> SIMD16<UInt8> {
    // SAFETY: the caller sees to it that `offset + 16 <= bytes.count`, and offsets start at 0.
    unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// One byte of a literal.
  @inline(__always)
  static func byte(of text: StaticString, at index: Int) -> UInt8 {
    precondition(index >= 0 && index < text.utf8CodeUnitCount, "inside of the literal")
    // SAFETY: the index was just checked, and the string is ASCII text in memory.
    return unsafe text.utf8Start[index]
  }
}
