import CByteMask

/// Looks at eight or sixteen bytes at a time.
///
/// Skipping JSON through `Span` alone runs at about half the speed, because most bytes of an audit
/// log stand inside strings; everything else in this module reads bytes one by one.
enum ByteSearch {
  /// The first byte from `byteOffset` on that a JSON string cannot pass over blindly.
  ///
  /// - Returns: The offset of a quote, a backslash, a control character or a byte of a non-ASCII
  ///   character; `line.count` if there is none.
  @inline(__always)
  static func endOfPlainText(in line: Span<UInt8>, from byteOffset: Int) -> Int {
    var offset = byteOffset
    while offset &+ 16 <= line.count {
      let hits = stringSpecials(vector(in: line, at: offset))
      if hits != 0 { return offset &+ hits.trailingZeroBitCount }
      offset &+= 16
    }
    while offset < line.count {
      let byte = line[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 {
        return offset
      }
      offset &+= 1
    }
    return offset
  }

  /// The closing quote of a string that begins at `start`, behind its opening quote.
  ///
  /// The string must be known to be well spelled, and to have sixteen bytes behind it.
  @inline(__always)
  static func endOfString(
    in line: Span<UInt8>, from start: Int
  ) -> (offset: Int, hasEscapes: Bool) {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    var offset = start
    var hasEscapes = false
    while true {
      precondition(offset &+ 16 <= line.count, "inside of the bytes")
      let vector = vector(in: line, at: offset)
      // SAFETY: a mask is as wide as what it compares, and plain numbers.
      let hits = cbytemask_bits(
        unsafe unsafeBitCast((vector .== quote) .| (vector .== backslash), to: SIMD16<UInt8>.self))
      if hits == 0 {
        offset &+= 16
        continue
      }
      offset &+= hits.trailingZeroBitCount
      if line[offset] == UInt8(ascii: "\"") { return (offset, hasEscapes) }
      hasEscapes = true
      offset &+= 2
    }
  }

  /// The offset of the first line feed from `byteOffset` on; `bytes.count` if there is none.
  @inline(__always)
  static func endOfLine(in bytes: Span<UInt8>, from byteOffset: Int) -> Int {
    var offset = byteOffset
    while offset &+ 16 <= bytes.count {
      let hits = lineFeeds(in: bytes, at: offset)
      if hits[0] != 0 { return offset &+ hits[0].trailingZeroBitCount &>> 3 }
      if hits[1] != 0 { return offset &+ 8 &+ hits[1].trailingZeroBitCount &>> 3 }
      offset &+= 16
    }
    while offset < bytes.count, bytes[offset] != 0x0a { offset &+= 1 }
    return offset
  }

  /// How many line feeds there are.
  ///
  /// Sixteen bytes at a time, each counting for itself, and added up before one can overflow.
  static func lineFeedCount(in bytes: Span<UInt8>) -> Int {
    var count = 0
    var offset = 0
    while offset &+ 16 <= bytes.count {
      let blockEnd = min(offset &+ 255 * 16, bytes.count &- 15)
      var counts = SIMD16<UInt8>.zero
      while offset < blockEnd {
        // SAFETY: both are sixteen bytes of plain numbers. All ones is minus one.
        counts &-= unsafe unsafeBitCast(
          lineFeeds(in: bytes, at: offset), to: SIMD16<UInt8>.self)
        offset &+= 16
      }
      // SAFETY: both are sixteen bytes of plain numbers.
      let words = unsafe unsafeBitCast(counts, to: SIMD2<UInt64>.self)
      count &+= byteSum(words[0]) &+ byteSum(words[1])
    }
    while offset < bytes.count {
      if bytes[offset] == 0x0a { count &+= 1 }
      offset &+= 1
    }
    return count
  }

  /// Whether `text` stands at `range`, byte for byte.
  @inline(__always)
  static func equals(_ line: Span<UInt8>, _ range: ByteRange, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard range.count == count else { return false }
    precondition(range.start >= 0 && range.end <= line.count, "inside of the line")
    var index = 0
    if count >= 8 {
      // The last look overlaps the one before.
      while index &+ 8 < count {
        if word(in: line, at: range.start &+ index) != word(text, at: index) { return false }
        index &+= 8
      }
      return word(in: line, at: range.end &- 8) == word(text, at: count &- 8)
    }
    while index < count {
      // SAFETY: `index` is less than the code unit count, and the string is ASCII text in memory.
      let byte = unsafe text.utf8Start[index]
      if line[range.start &+ index] != byte { return false }
      index &+= 1
    }
    return true
  }

  /// Whether `text` stands in `bytes` from `start` on.
  static func areEqual(_ bytes: Span<UInt8>, from start: Int, _ text: Span<UInt8>) -> Bool {
    guard start >= 0, start <= bytes.count &- text.count else { return false }
    var index = 0
    while index &+ 8 <= text.count {
      if word(in: bytes, at: start &+ index) != word(in: text, at: index) { return false }
      index &+= 8
    }
    while index < text.count {
      if bytes[start &+ index] != text[index] { return false }
      index &+= 1
    }
    return true
  }

  /// Whether the bytes at `range` end in `text`.
  static func hasSuffix(_ line: Span<UInt8>, _ range: ByteRange, _ text: StaticString) -> Bool {
    let start = range.end - text.utf8CodeUnitCount
    return start >= range.start && equals(line, ByteRange(start: start, end: range.end), text)
  }

  /// A copy of `bytes`, which are well-formed UTF-8; bytes that are not become U+FFFD.
  static func string(_ bytes: Span<UInt8>) -> String {
    // SAFETY: the buffer is used only inside the closure.
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Eight bytes from `offset` on, the first one lowest; all of them must be there.
  @inline(__always)
  static func word(in bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= bytes.count)
    // SAFETY: the callers have checked that `offset + 8 <= bytes.count`, and offsets start at 0.
    return UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Eight bytes of `text` from `offset` on, all of which it has, the first one lowest.
  @inline(__always)
  static func word(_ text: StaticString, at offset: Int = 0) -> UInt64 {
    assert(text.hasPointerRepresentation && offset + 8 <= text.utf8CodeUnitCount)
    // SAFETY: the text is in memory and has these bytes: all callers have seen to that.
    return unsafe UInt64(
      littleEndian: UnsafeRawPointer(text.utf8Start + offset).loadUnaligned(as: UInt64.self))
  }

  /// Sixteen bytes from `offset` on, the first one lowest; all of them must be there.
  @inline(__always)
  static func vector(in bytes: Span<UInt8>, at offset: Int) -> SIMD16<UInt8> {
    assert(offset >= 0 && offset + 16 <= bytes.count)
    // SAFETY: the callers have checked that `offset + 16 <= bytes.count`, and offsets start at 0.
    return unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The byte at `offset`, which must be there.
  @inline(__always)
  static func byte(in bytes: Span<UInt8>, at offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < bytes.count)
    // SAFETY: the callers have checked that `offset < bytes.count`, and offsets start at 0.
    return unsafe bytes[unchecked: offset]
  }

  /// Sixteen bytes from `offset` on, the first one lowest: all ones for a line feed, else zero.
  @inline(__always)
  private static func lineFeeds(in bytes: Span<UInt8>, at offset: Int) -> SIMD2<UInt64> {
    let vector = vector(in: bytes, at: offset)
    // A bare literal would select a comparison byte by byte, at a tenth of the speed.
    let lineFeed = SIMD16<UInt8>(repeating: 0x0a)
    // SAFETY: a mask is as wide as what it compares, and plain numbers.
    return unsafe unsafeBitCast(vector .== lineFeed, to: SIMD2<UInt64>.self)
  }

  /// The sum of the eight bytes of a word.
  @inline(__always)
  private static func byteSum(_ word: UInt64) -> Int {
    let pairs = (word & 0x00ff_00ff_00ff_00ff) &+ ((word &>> 8) & 0x00ff_00ff_00ff_00ff)
    return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// A bit for every byte that ends plain string text.
  @inline(__always)
  private static func stringSpecials(_ vector: SIMD16<UInt8>) -> UInt64 {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    // As signed numbers, the bytes of non-ASCII characters are below zero.
    let space = SIMD16<Int8>(repeating: 0x20)
    // SAFETY: vectors and masks of sixteen bytes are all plain numbers.
    let signed = unsafe unsafeBitCast(vector, to: SIMD16<Int8>.self)
    let specials = (vector .== quote) .| (vector .== backslash) .| (signed .< space)
    return cbytemask_bits(unsafe unsafeBitCast(specials, to: SIMD16<UInt8>.self))
  }
}
