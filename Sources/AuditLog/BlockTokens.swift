import CByteMask

/// Where what JSON is made of stands in sixty-four bytes: one bit a byte, the first byte lowest.
struct BlockTokens: Hashable {
  var quotes: UInt64
  /// For each byte, whether the number of quotes up to it is odd.
  var parity: UInt64
  var colons: UInt64
  var commas: UInt64
  /// `{` and `[`.
  var opens: UInt64
  /// `}` and `]`.
  var closes: UInt64
  /// Whether there is a backslash, a control character or a byte of a non-ASCII character.
  var hasSpecials: Bool
}

extension BlockTokens {
  /// Looks at the bytes from `offset` on, all of which must be there.
  ///
  /// - Parameters:
  ///   - bytes: Many lines.
  ///   - offset: Where the block begins.
  ///   - engine: How; one that this processor can run.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int, by engine: Engine) {
    switch engine {
    case .portable: self.init(ByteBlock(bytes, at: offset))
    #if arch(x86_64)
      case .avx2: self.init(ByteSearch.tokensByAVX2(in: bytes, at: offset))
      case .avx512: self.init(ByteSearch.tokensByAVX512(in: bytes, at: offset))
    #endif
    }
  }

  @inline(__always)
  private init(_ block: ByteBlock) {
    quotes = block.places(of: UInt8(ascii: "\""))
    parity = StringPlaces.parity(of: quotes)
    colons = block.places(of: UInt8(ascii: ":"))
    commas = block.places(of: UInt8(ascii: ","))
    opens = block.places(ofEitherCase: UInt8(ascii: "{"))
    closes = block.places(ofEitherCase: UInt8(ascii: "}"))
    hasSpecials = block.hasSpecials
  }

  #if arch(x86_64)
    @inline(__always)
    private init(_ found: cbytemask_tokens) {
      quotes = found.quotes
      parity = found.parity
      colons = found.colons
      commas = found.commas
      opens = found.opens
      closes = found.closes
      hasSpecials = found.specials != 0
    }
  #endif

  /// How blocks are looked at: by instructions that every processor has, or by wider ones.
  enum Engine: CaseIterable {
    case portable
    #if arch(x86_64)
      case avx2
      case avx512
    #endif

    /// Those that this processor can run, the fastest last.
    static let runnable: [Engine] = Array(allCases.prefix(Int(cbytemask_best_engine()) + 1))

    /// The fastest that this processor can run.
    static let best: Engine = runnable.last ?? .portable
  }
}
