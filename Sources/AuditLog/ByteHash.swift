/// Hashes bytes, eight at a time, and compares them so.
///
/// Without a seed the hash is the same on every machine, and whoever makes the input can make two
/// with one hash. With a seed that nobody knows it serves tables of hostile text.
package struct ByteHash: Sendable {
  private var state: UInt64

  /// A hash that is the same everywhere, or with another seed not.
  package init(seed: UInt64 = Self.commonSeed) {
    state = seed
  }

  /// The seed of hashes that are the same everywhere.
  package static let commonSeed: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// A seed that is another in each run of the program.
  package static let secretSeed = UInt64(bitPattern: Int64(Hasher().finalize()))

  /// Takes in a text, so that ("ab", "c") and ("a", "bc") differ.
  @inline(__always)
  package mutating func combine(_ text: String) {
    if text.isEmpty { combine(0 as UInt64) } else { combine(text.utf8.span) }
  }

  /// Takes in bytes and how many they are.
  package mutating func combine(_ bytes: Span<UInt8>) {
    let count = bytes.count
    var offset = 0
    while offset &+ 8 <= count {
      combine(Self.word(in: bytes, at: offset))
      offset &+= 8
    }
    combine(Self.tail(of: bytes, from: offset) ^ UInt64(count) << 56 ^ UInt64(count) >> 8)
  }

  /// The fewer than eight bytes from `offset` on, the last one lowest.
  @inline(__always)
  private static func tail(of bytes: Span<UInt8>, from offset: Int) -> UInt64 {
    let count = bytes.count
    if offset == count { return 0 }
    if count >= 8 {
      let mask = 1 << UInt64(truncatingIfNeeded: (count &- offset) &* 8) &- 1 as UInt64
      return word(in: bytes, at: count &- 8).byteSwapped & mask
    }
    var tail: UInt64 = 0
    for index in offset..<count { tail = tail << 8 | UInt64(bytes[index]) }
    return tail
  }

  /// Takes in a number.
  @inline(__always)
  package mutating func combine(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    state = product.high ^ product.low ^ word &* 0xa076_1d64_78bd_642f
  }

  /// The hash of what was taken in so far; all of its bits are good.
  package var value: UInt64 {
    let product = (state ^ 0xe703_7ed1_a0b4_28db).multipliedFullWidth(by: 0x8ebc_6af0_9c88_c6e3)
    let mixed = product.high ^ product.low
    return mixed ^ mixed >> 32
  }

  /// Whether two runs of bytes are the same.
  package static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset &+ 8 <= left.count {
      if word(in: left, at: offset) != word(in: right, at: offset) { return false }
      offset &+= 8
    }
    while offset < left.count {
      if left[offset] != right[offset] { return false }
      offset &+= 1
    }
    return true
  }

  /// Whether one run of bytes comes before another: by the first byte that differs, or as its beginning.
  package static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let count = min(left.count, right.count)
    var offset = 0
    while offset &+ 8 <= count {
      let words = (word(in: left, at: offset), word(in: right, at: offset))
      if words.0 != words.1 { return words.0.byteSwapped < words.1.byteSwapped }
      offset &+= 8
    }
    while offset < count {
      if left[offset] != right[offset] { return left[offset] < right[offset] }
      offset &+= 1
    }
    return left.count < right.count
  }

  /// Eight bytes from `offset` on, the first one lowest.
  @inline(__always)
  fileprivate static func word(in bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    // SAFETY: the callers have checked that `offset + 8 <= bytes.count`, and offsets start at 0.
    UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}

extension Hasher {
  /// Takes in a text by its bytes, not as Unicode compares it, and how many they are.
  package mutating func combine(bytesOf text: String) {
    let bytes = text.utf8.span
    let count = bytes.count
    var offset = 0
    while offset &+ 8 <= count {
      combine(ByteHash.word(in: bytes, at: offset))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    combine(tail)
    combine(count)
  }
}
