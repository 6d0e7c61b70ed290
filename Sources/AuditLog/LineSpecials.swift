/// What makes a block of a line special: its end, escapes, characters beyond ASCII.
///
/// Most blocks have none of these.
struct LineSpecials {
  /// The places before the end of the line; all of them, if the line goes on.
  private(set) var inLine = ~(0 as UInt64)
  /// The places that a backslash before them escapes.
  private(set) var escaped: UInt64 = 0
  private var backslashes: UInt64 = 0
  private var escapes = EscapePlaces()
  /// 1 if the next block begins in a string that has escapes.
  private var stringCarry: UInt64 = 0
  /// 1 if the next block's first byte follows a string that has escapes.
  private var closingCarry: UInt64 = 0
  /// Where characters beyond ASCII are to be checked on from.
  private var uncheckedOffset = 0

  /// Whether the next block is special, whatever is in it.
  @inline(__always)
  var isPending: Bool { escapes.isPending }

  /// Whether there are escapes in the block, or in a string that it ends.
  @inline(__always)
  var hasEscapes: Bool { backslashes | stringCarry | closingCarry != 0 }

  /// Looks at a special block, behind which as many bytes follow.
  ///
  /// - Returns: Whether escapes are spelled well, characters well formed, and no control character
  ///   but the line feed is there.
  @inline(never)
  mutating func read(_ block: ByteBlock, in bytes: Span<UInt8>, at offset: Int) -> Bool {
    inLine = ~0
    let controls = block.placesOfControls
    if controls != 0 {
      let count = controls.trailingZeroBitCount
      guard bytes[offset &+ count] == 0x0a else { return false }
      inLine = (1 &<< UInt64(count)) &- 1
    }
    backslashes = block.places(of: UInt8(ascii: "\\")) & inLine
    escaped = escapes.escaped(by: backslashes) & inLine
    return areEscapesValid(in: bytes, at: offset)
      && areCharactersValid(block.placesOfNonASCII & inLine, in: bytes, at: offset)
  }

  /// The places behind strings that have escapes.
  ///
  /// A backslash is added to the places of its string, so that a carry runs to the closing quote.
  ///
  /// - Parameter inside: The places in strings, the opening quotes included.
  /// - Returns: The places, and no others.
  @inline(__always)
  mutating func behindEscapedStrings(inside: UInt64) -> UInt64 {
    let (sum, isCarried) = inside.addingReportingOverflow(backslashes & inside)
    let (sumOfBoth, isCarriedOn) = sum.addingReportingOverflow(stringCarry)
    stringCarry = isCarried || isCarriedOn ? 1 : 0
    let closings = sumOfBoth & ~inside
    let behind = closings &<< 1 | closingCarry
    closingCarry = closings &>> 63
    backslashes = 0
    return behind
  }

  /// Passes over a block that is all inside of a string.
  @inline(__always)
  mutating func passInside() {
    if backslashes != 0 { stringCarry = 1 }
    backslashes = 0
  }

  private func areEscapesValid(in bytes: Span<UInt8>, at offset: Int) -> Bool {
    var rest = escaped
    while rest != 0 {
      let place = offset &+ rest.trailingZeroBitCount
      rest &= rest &- 1
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
        UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        continue
      case UInt8(ascii: "u"):
        for index in 1...4 {
          guard JSONString.hexadecimalValue(bytes[place &+ index]) != nil else { return false }
        }
      default: return false
      }
    }
    return true
  }

  private mutating func areCharactersValid(
    _ places: UInt64, in bytes: Span<UInt8>, at offset: Int
  ) -> Bool {
    var rest = places
    while rest != 0 {
      let start = offset &+ rest.trailingZeroBitCount
      rest &= rest &- 1
      guard start >= uncheckedOffset else { continue }
      var scanner = JSONScanner(at: start)
      do { try scanner.skipMultibyteCharacter(in: bytes) } catch { return false }
      uncheckedOffset = scanner.byteOffset
    }
    return true
  }
}
