import CByteMask

/// A quick look at a line among others: what ``LineOutline`` finds, or no answer.
///
/// It answers only if the line is surely one JSON object, without white space between tokens and
/// without the unusual; whoever gets no answer takes the careful way, which also says what is wrong.
/// It reads sixty-four bytes at a time as sets of places, because an audit log has a token every few
/// bytes, and a branch for each is what a careful reading spends its time with.
///
/// - Source: G. Langdale and D. Lemire, "Parsing gigabytes of JSON per second", for places of quotes
///   and escapes.
package struct LineGlance {
  /// What was found; ranges count from the start of the line.
  package let outline: LineOutline
  /// Where the line begins.
  let start: Int
  /// Where the line ends: its line feed.
  package let end: Int

  /// How many bytes must follow a block: words and keys may be read from any of its places on.
  private static let slackBytes = 64

  /// Looks at the line that begins at `start`; no answer to one that ends near the end of `bytes`.
  package init?(_ bytes: Span<UInt8>, from start: Int) {
    self.init(bytes, from: start, by: .best)
  }

  /// The same by an engine that this processor can run.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int, by engine: BlockTokens.Engine) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var strings = StringPlaces()
    var grammar = TokenGrammar()
    var containers = OpenContainers()
    var specials = LineSpecials()
    var keys = GlancedKeys()
    var hasFalse = false
    var offset = start &+ 1
    var run = TokenRun(by: engine)
    while offset &+ (ByteBlock.byteCount &+ Self.slackBytes) <= bytes.count {
      let found = run.next(in: bytes, at: offset, before: bytes.count &- Self.slackBytes)
      var quotes = found.quotes
      var parity = found.parity
      var inLine = ~(0 as UInt64)
      if found.specials != 0 || specials.isPending {
        guard specials.read(ByteBlock(bytes, at: offset), in: bytes, at: offset) else { return nil }
        inLine = specials.inLine
        let others = specials.escaped | ~inLine
        if quotes & others != 0 {
          quotes &= ~others
          parity = StringPlaces.parity(of: quotes)
        }
      }
      if quotes == 0, strings.isPending, inLine == ~0 {
        specials.passInside()
        offset &+= ByteBlock.byteCount
        continue
      }
      let tokens = TokenPlaces(
        found, quotes: quotes, inside: strings.inside(parity: parity), inLine: inLine)
      containers.walk(opens: tokens.opens, closes: tokens.closes, in: bytes, at: offset)
      let scalarStarts = grammar.starts(ofScalars: tokens.scalars)
      guard
        GlancedScalar.areValid(
          tokens.scalars, starts: scalarStarts, in: bytes, at: offset, hasFalse: &hasFalse)
      else { return nil }
      var errors: UInt64 = 0
      var keyStarts = grammar.keyStarts(
        tokens, scalarStarts: scalarStarts, inObject: containers.inObject, errors: &errors)
      if specials.hasEscapes {
        errors |= specials.behindEscapedStrings(inside: tokens.inside) & tokens.colons
      }
      guard errors == 0 else { return nil }
      keyStarts &= containers.nearlyOutermost
      while keyStarts != 0 {
        let place = UInt64(truncatingIfNeeded: keyStarts.trailingZeroBitCount)
        keyStarts &= keyStarts &- 1
        let isOutermost = containers.outermost &>> place & 1 != 0
        let keyOffset = offset &+ Int(truncatingIfNeeded: place)
        guard
          !keys.mayMatter(bytes, at: keyOffset, isOutermost: isOutermost)
            || keys.note(bytes, at: keyOffset, isOutermost: isOutermost)
        else { return nil }
      }
      if inLine != ~0 {
        end = offset &+ inLine.nonzeroBitCount
        guard !strings.isPending, containers.areClosed, bytes[end &- 1] == UInt8(ascii: "}"),
          let outline = LineOutline(keys, hasFalse: hasFalse, in: bytes, lineStart: start)
        else { return nil }
        self.start = start
        self.outline = outline
        return
      }
      offset &+= ByteBlock.byteCount
    }
    return nil
  }
}

/// Scalars that are no strings: numbers, `true`, `false` and `null`.
private enum GlancedScalar {
  /// Whether each run of places is one scalar.
  ///
  /// - Parameters:
  ///   - scalars: All places of the block that no other token takes.
  ///   - starts: Those with another token before them.
  ///   - bytes: Many lines.
  ///   - offset: Where the block begins.
  ///   - hasFalse: Is set if a scalar is `false`.
  /// - Returns: `false` if one run is no scalar.
  @inline(__always)
  static func areValid(
    _ scalars: UInt64, starts: UInt64, in bytes: Span<UInt8>, at offset: Int, hasFalse: inout Bool
  ) -> Bool {
    var rest = starts
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest &- 1
      let count = (~(scalars &>> UInt64(truncatingIfNeeded: place))).trailingZeroBitCount
      let start = offset &+ place
      // A run that reaches the end of the block may go on in the next one.
      let isShort = count <= 8 && place &+ count < ByteBlock.byteCount
      guard
        isShort && isCommon(ByteSearch.word(in: bytes, at: start), count)
          || isValid(bytes, at: start, hasFalse: &hasFalse)
      else { return false }
    }
    return true
  }

  /// Whether the first bytes of a word are `true` or a number without sign, point and exponent.
  @inline(__always)
  private static func isCommon(_ word: UInt64, _ count: Int) -> Bool {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let highHalves: UInt64 = 0xf0f0_f0f0_f0f0_f0f0
    // The bytes behind become zeros.
    let unused = count == 8 ? 0 : ~(0 as UInt64) &<< UInt64(truncatingIfNeeded: count &* 8)
    let digits = (word & ~unused) | (zeros & unused)
    // With 6 added, what follows 9 leaves the column of the digits.
    let isNumber =
      digits & highHalves == zeros
      && (digits &+ 0x0606_0606_0606_0606) & highHalves == zeros
      && (word & 0xff != 0x30 || count == 1)
    return isNumber || count == 4 && word & 0xffff_ffff == 0x6575_7274
  }

  /// The same of any scalar, by the careful reading.
  @inline(never)
  private static func isValid(_ bytes: Span<UInt8>, at start: Int, hasFalse: inout Bool) -> Bool {
    var scanner = JSONScanner(at: start)
    do {
      switch bytes[start] {
      case UInt8(ascii: "t"): try scanner.skipLiteral("true", in: bytes)
      case UInt8(ascii: "n"): try scanner.skipLiteral("null", in: bytes)
      case UInt8(ascii: "f"):
        try scanner.skipLiteral("false", in: bytes)
        hasFalse = true
      default: try scanner.skipNumber(in: bytes)
      }
    } catch { return false }
    guard scanner.byteOffset < bytes.count else { return false }
    switch bytes[scanner.byteOffset] {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    default: return false
    }
  }
}
