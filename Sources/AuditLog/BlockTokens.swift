import CByteMask

/// Where what JSON is made of stands in sixty-four bytes: one bit a byte, the first byte lowest.
typealias BlockTokens = cbytemask_tokens

extension BlockTokens {
  /// Looks at one block.
  @inline(__always)
  init(_ block: ByteBlock) {
    let quotes = block.places(of: UInt8(ascii: "\""))
    self.init(
      quotes: quotes, parity: StringPlaces.parity(of: quotes),
      colons: block.places(of: UInt8(ascii: ":")), commas: block.places(of: UInt8(ascii: ",")),
      opens: block.places(ofEitherCase: UInt8(ascii: "{")),
      closes: block.places(ofEitherCase: UInt8(ascii: "}")), specials: block.placesOfSpecials)
  }

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

/// The tokens of some blocks that follow each other: found together, as a call takes as long as a
/// block.
struct TokenRun {
  typealias Blocks = InlineArray<8, BlockTokens>

  private var blocks = Blocks(repeating: BlockTokens())
  private var index = 0
  private var count = 0
  private let engine: BlockTokens.Engine

  /// Begins before the first block.
  ///
  /// - Parameter engine: One that this processor can run.
  @inline(__always)
  init(by engine: BlockTokens.Engine) {
    self.engine = engine
  }

  /// The tokens of the block at `offset`, which follows the one before.
  ///
  /// Some blocks behind it are looked at as well, but none beyond `end`, where the bytes go on to.
  @inline(__always)
  mutating func next(in bytes: Span<UInt8>, at offset: Int, before end: Int) -> BlockTokens {
    if index == count {
      count = min(blocks.count, (end &- offset) / ByteBlock.byteCount)
      index = 0
      find(in: bytes, at: offset)
    }
    let found = blocks[index]
    index &+= 1
    return found
  }

  /// Finds the tokens of the blocks from `offset` on, which must be there.
  @inline(__always)
  private mutating func find(in bytes: Span<UInt8>, at offset: Int) {
    assert(offset >= 0 && count <= blocks.count)
    assert(offset + count * ByteBlock.byteCount <= bytes.count)
    switch engine {
    case .portable:
      for index in 0..<count {
        blocks[index] = BlockTokens(
          ByteBlock(bytes, at: offset &+ index &* ByteBlock.byteCount))
      }
    #if arch(x86_64)
      case .avx2, .avx512:
        // SAFETY: the caller has checked that there are so many bytes, and room for so many blocks;
        // the pointers are used only inside the closures.
        unsafe bytes.withUnsafeBytes { text in
          unsafe withUnsafeMutableBytes(of: &blocks) { blocks in
            let text = unsafe text.baseAddress.unsafelyUnwrapped + offset
            let found = unsafe blocks.baseAddress.unsafelyUnwrapped
              .assumingMemoryBound(to: BlockTokens.self)
            if engine == .avx512 {
              unsafe cbytemask_find_avx512(text, count, found)
            } else {
              unsafe cbytemask_find_avx2(text, count, found)
            }
          }
        }
    #endif
    }
  }
}
