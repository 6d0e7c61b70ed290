/// The places that backslashes escape, a block at a time.
struct EscapePlaces {
  /// 1 if the next block's first byte is escaped.
  private var carry: UInt64 = 0

  @inline(__always)
  init() {}

  /// Whether the first byte of the next block is escaped.
  @inline(__always)
  var isPending: Bool { carry != 0 }

  /// The places behind each backslash that is not escaped itself.
  ///
  /// In a run of backslashes that begins at an even place, those at even places escape, and
  /// likewise for odd ones; a subtraction tells the two apart by where its borrow ends.
  @inline(__always)
  mutating func escaped(by backslashes: UInt64) -> UInt64 {
    if backslashes | carry == 0 { return 0 }
    let oddPlaces: UInt64 = 0xaaaa_aaaa_aaaa_aaaa
    let starts = backslashes & ~carry
    let runs = ((starts &<< 1 | oddPlaces) &- starts) ^ oddPlaces
    let escaped = runs ^ (backslashes | carry)
    carry = (runs & backslashes) &>> 63
    return escaped
  }
}

/// The places in strings, a block at a time.
struct StringPlaces {
  /// All ones if the next block begins in a string, else 0.
  private var carry: UInt64 = 0

  @inline(__always)
  init() {}

  /// Whether the next block begins in a string.
  @inline(__always)
  var isPending: Bool { carry != 0 }

  /// The places in strings, the opening quotes included, by all quotes that are not escaped.
  @inline(__always)
  mutating func inside(quotes: UInt64) -> UInt64 { inside(parity: Self.parity(of: quotes)) }

  /// The same by what ``parity(of:)`` makes of the quotes.
  @inline(__always)
  mutating func inside(parity: UInt64) -> UInt64 {
    let inside = parity ^ carry
    carry = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
    return inside
  }

  /// For each place, whether the number of quotes up to it is odd.
  @inline(__always)
  static func parity(of quotes: UInt64) -> UInt64 {
    var parity = quotes
    parity ^= parity &<< 1
    parity ^= parity &<< 2
    parity ^= parity &<< 4
    parity ^= parity &<< 8
    parity ^= parity &<< 16
    parity ^= parity &<< 32
    return parity
  }
}
