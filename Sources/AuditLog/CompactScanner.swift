/// Moves over JSON that is known to be valid and without white space between its tokens.
///
/// What a ``LineGlance`` has seen is: nothing is checked again, and what is passed over is looked at
/// sixty-four bytes at a time. As many bytes must follow the value.
struct CompactScanner: JSONTokens {
  private(set) var byteOffset: Int

  init(at byteOffset: Int) {
    self.byteOffset = byteOffset
  }

  @inline(__always)
  func peek(in line: Span<UInt8>) -> UInt8 { line[byteOffset] }

  @inline(__always)
  mutating func enterObject(in line: Span<UInt8>) -> Bool {
    guard line[byteOffset] == UInt8(ascii: "{") else { return false }
    byteOffset &+= 1
    return true
  }

  @inline(__always)
  mutating func nextKey(in line: Span<UInt8>) -> JSONText? {
    let byte = line[byteOffset]
    if byte == UInt8(ascii: "}") {
      byteOffset &+= 1
      return nil
    }
    if byte == UInt8(ascii: ",") { byteOffset &+= 1 }
    let key = skipString(in: line)
    // The colon.
    byteOffset &+= 1
    return key
  }

  @inline(__always)
  mutating func enterArray(in line: Span<UInt8>) -> Bool {
    guard line[byteOffset] == UInt8(ascii: "[") else { return false }
    byteOffset &+= 1
    return true
  }

  @inline(__always)
  mutating func nextElement(in line: Span<UInt8>) -> Bool {
    let byte = line[byteOffset]
    if byte == UInt8(ascii: "]") {
      byteOffset &+= 1
      return false
    }
    if byte == UInt8(ascii: ",") { byteOffset &+= 1 }
    return true
  }

  @inline(__always)
  mutating func skipString(in line: Span<UInt8>) -> JSONText {
    let start = byteOffset &+ 1
    let (end, hasEscapes) = ByteSearch.endOfString(in: line, from: start)
    byteOffset = end &+ 1
    return JSONText(range: ByteRange(start: start, end: end), hasEscapes: hasEscapes)
  }

  @discardableResult
  mutating func skipValue(in line: Span<UInt8>) -> ByteRange {
    let start = byteOffset
    switch line[start] {
    case UInt8(ascii: "\""): _ = skipString(in: line)
    case UInt8(ascii: "{"), UInt8(ascii: "["): skipContainer(in: line)
    case UInt8(ascii: "t"), UInt8(ascii: "n"): byteOffset &+= 4
    case UInt8(ascii: "f"): byteOffset &+= 5
    default:
      repeat { byteOffset &+= 1 } while !Self.endsNumber(line[byteOffset])
    }
    return ByteRange(start: start, end: byteOffset)
  }

  private static func endsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte | 0x20 == UInt8(ascii: "}")
  }

  private mutating func skipContainer(in line: Span<UInt8>) {
    // Bodies have empty containers everywhere.
    if line[byteOffset &+ 1] == line[byteOffset] &+ 2 {
      byteOffset &+= 2
      return
    }
    var escapes = EscapePlaces()
    var strings = StringPlaces()
    var depth = 0
    while true {
      let block = ByteBlock(checking: line, at: byteOffset)
      let backslashes = block.places(of: UInt8(ascii: "\\"))
      let escaped = escapes.escaped(by: backslashes)
      let inside = strings.inside(quotes: block.places(of: UInt8(ascii: "\"")) & ~escaped)
      let opens = block.places(ofEitherCase: UInt8(ascii: "{")) & ~inside
      var brackets = opens | block.places(ofEitherCase: UInt8(ascii: "}")) & ~inside
      while brackets != 0 {
        let bit = brackets & (0 &- brackets)
        depth &+= opens & bit != 0 ? 1 : -1
        if depth == 0 {
          byteOffset &+= bit.trailingZeroBitCount &+ 1
          return
        }
        brackets ^= bit
      }
      byteOffset &+= ByteBlock.byteCount
    }
  }
}
