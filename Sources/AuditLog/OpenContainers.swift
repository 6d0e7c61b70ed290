/// The containers that are open in a line, and what they mean for the places of a block.
struct OpenContainers {
  /// A bit for each open container, the innermost lowest: whether it is an object.
  ///
  /// The outermost one always is, so this also tells the depth. From 64 on ``excess`` may be set,
  /// from 65 on it is.
  private var kinds: UInt64 = 1
  /// Bit 0: whether something was closed by the wrong bracket.
  private var mismatches: UInt64 = 0
  /// Bit 63: whether there were brackets behind the end of the outermost object, or too many were
  /// open.
  private var excess: UInt64 = 0
  /// The places whose innermost container is an object.
  private(set) var inObject: UInt64 = 0
  /// The places in the outermost object and in no other container.
  private(set) var outermost: UInt64 = 0
  /// The places in the outermost object and in at most one other container.
  private(set) var nearlyOutermost: UInt64 = 0

  /// Begins inside of an object.
  @inline(__always)
  init() {}

  /// Whether all containers were closed, each by its own bracket.
  @inline(__always)
  var areClosed: Bool { kinds == 0 && mismatches & 1 == 0 && excess &>> 63 == 0 }

  /// Opens and closes what the brackets of a block say.
  ///
  /// A bracket counts to what is before it. No branch depends on which bracket it is.
  @inline(__always)
  mutating func walk(opens: UInt64, closes: UInt64, in bytes: Span<UInt8>, at offset: Int) {
    inObject = 0 &- (kinds & 1)
    outermost = Self.allOnes(ifNegative: kinds &- 2)
    nearlyOutermost = Self.allOnes(ifNegative: kinds &- 4)
    var rest = opens | closes
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      let bit = rest & (0 &- rest)
      let behind = (0 &- bit) ^ bit
      rest ^= bit
      // Bit 5 tells braces from brackets.
      let brace = UInt64(ByteSearch.byte(in: bytes, at: offset &+ place) &>> 5) & 1
      let isOpen = opens & bit != 0
      let next = isOpen ? kinds &+ kinds &+ brace : kinds &>> 1
      mismatches |= isOpen ? 0 : kinds ^ brace
      excess |= kinds &- 1
      inObject ^= (0 &- ((kinds ^ next) & 1)) & behind
      outermost ^= Self.allOnes(ifNegative: (kinds &- 2) ^ (next &- 2)) & behind
      nearlyOutermost ^= Self.allOnes(ifNegative: (kinds &- 4) ^ (next &- 4)) & behind
      kinds = next
    }
  }

  @inline(__always)
  private static func allOnes(ifNegative word: UInt64) -> UInt64 {
    UInt64(bitPattern: Int64(bitPattern: word) &>> 63)
  }
}
