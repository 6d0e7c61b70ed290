import CByteMask

/// Where tokens stand in a block: one bit a byte, the first byte lowest.
struct TokenPlaces {
  /// Quotes that are not escaped.
  let quotes: UInt64
  /// What is in strings, the opening quotes included.
  let inside: UInt64
  let colons: UInt64
  let commas: UInt64
  /// `{` and `[`.
  let opens: UInt64
  /// `}` and `]`.
  let closes: UInt64
  /// Whatever else is outside of strings.
  let scalars: UInt64

  /// - Parameters:
  ///   - found: What stands in the block, in strings as well.
  ///   - quotes: Quotes that are not escaped.
  ///   - inside: The places in strings, the opening quotes included.
  ///   - inLine: The places before the end of the line.
  @inline(__always)
  init(_ found: BlockTokens, quotes: UInt64, inside: UInt64, inLine: UInt64) {
    let outside = ~(inside | quotes) & inLine
    self.quotes = quotes
    self.inside = inside
    colons = found.colons & outside
    commas = found.commas & outside
    opens = found.opens & outside
    closes = found.closes & outside
    scalars = outside & ~(colons | commas | opens | closes)
  }
}

/// The grammar of JSON without white space between tokens, a block at a time.
///
/// What may follow a token stands right behind it, so the rules compare places with places moved by
/// one. Each rule holds for all bytes of a block at once; carries hold what the last byte of the
/// block before was, as bit 0.
struct TokenGrammar {
  private var colonCarry: UInt64 = 0
  private var signCarry: UInt64 = 1
  private var openCarry: UInt64 = 1
  private var scalarCarry: UInt64 = 0
  private var keyCarry: UInt64 = 0
  /// 1 if the next block begins in a string that follows a colon.
  private var valueCarry: UInt64 = 0

  /// Begins behind an opening brace.
  @inline(__always)
  init() {}

  /// The first bytes of scalars.
  @inline(__always)
  mutating func starts(ofScalars scalars: UInt64) -> UInt64 {
    let starts = scalars & ~(scalars &+ scalars &+ scalarCarry)
    scalarCarry = scalars &>> 63
    return starts
  }

  /// Checks what follows what.
  ///
  /// - Parameters:
  ///   - tokens: Where the tokens stand.
  ///   - scalarStarts: The first bytes of scalars.
  ///   - inObject: The places whose innermost container is an object.
  ///   - errors: Gets the places where a rule is broken.
  /// - Returns: The opening quotes of keys.
  @inline(__always)
  mutating func keyStarts(
    _ tokens: TokenPlaces, scalarStarts: UInt64, inObject: UInt64, errors: inout UInt64
  ) -> UInt64 {
    let behindSigns = Self.behind(tokens.colons | tokens.commas | tokens.opens, &signCarry)
    let behindOpens = Self.behind(tokens.opens, &openCarry)
    let behindColons = Self.behind(tokens.colons, &colonCarry)
    let openingQuotes = tokens.quotes & tokens.inside
    let otherStarts = tokens.opens | scalarStarts
    // Behind a sign, and nowhere else, a value or a key begins, unless a container ends at once.
    errors |=
      (otherStarts | openingQuotes) ^ (behindSigns & ~(tokens.closes & behindOpens))
    // In an object, and nowhere else, a colon stands behind every string that follows no colon.
    errors |= tokens.colons ^ (behindKeys(tokens, behindColons: behindColons) & inObject)
    // In an object, only a colon may have another value than a string behind it.
    let keyPlaces = (behindSigns ^ behindColons) & inObject
    errors |= otherStarts & keyPlaces
    return openingQuotes & keyPlaces
  }

  /// The places behind strings that follow no colon.
  ///
  /// A value's opening quote is added to the places of its string, so that a carry runs to the
  /// closing quote.
  @inline(__always)
  private mutating func behindKeys(_ tokens: TokenPlaces, behindColons: UInt64) -> UInt64 {
    let (sum, isCarried) = tokens.inside.addingReportingOverflow(
      (tokens.quotes & behindColons) | valueCarry)
    valueCarry = isCarried ? 1 : 0
    return Self.behind(tokens.quotes & ~(tokens.inside | sum), &keyCarry)
  }

  @inline(__always)
  private static func behind(_ places: UInt64, _ carry: inout UInt64) -> UInt64 {
    let behind = places &+ places &+ carry
    carry = places &>> 63
    return behind
  }
}
