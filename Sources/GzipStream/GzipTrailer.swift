#if FastInflate
  /// What the trailer of a gzip member says of its text (RFC 1952, section 2.3.1).
  struct TextSums: Hashable, Sendable {
    /// The CRC-32.
    var checkSum: UInt32 = 0
    /// How much, modulo 2^32.
    var textCount: UInt32 = 0

    /// Adds the text that comes next.
    mutating func add(_ text: Span<UInt8>) {
      checkSum = ZlibStream.checkSum(checkSum, of: text)
      textCount &+= UInt32(truncatingIfNeeded: text.count)
    }
  }

  /// The last eight bytes of a member, which come in any pieces.
  struct GzipTrailer: Hashable, Sendable {
    private var bits: UInt64 = 0
    private var byteCount = 0

    /// Whether all was read and is right.
    var isComplete: Bool { byteCount == 8 }

    /// Reads on.
    ///
    /// - Returns: How many bytes were used.
    /// - Throws: `corrupt`, behind the number that is wrong, as zlib does; again if it is read on.
    mutating func read(
      _ rest: Span<UInt8>, at offset: Int, expecting sums: TextSums
    ) throws(GzipError) -> Int {
      var index = 0
      while index < rest.count, byteCount < 8 {
        bits |= UInt64(rest[index]) << UInt64(byteCount * 8)
        index += 1
        byteCount += 1
        let isRight =
          switch byteCount {
          case 4: UInt32(truncatingIfNeeded: bits) == sums.checkSum
          case 8: UInt32(truncatingIfNeeded: bits >> 32) == sums.textCount
          default: true
          }
        guard isRight else { throw .corrupt(compressedOffset: offset + index) }
      }
      return index
    }
  }

  /// The start of a deflate block, from which zlib can read on.
  struct BlockCheckpoint: Sendable {
    /// Of the byte in which the block begins, in the whole stream.
    private(set) var offset = 0
    /// How many of its bits belong to what was before; 0 to 7.
    private(set) var usedBitCount = 0
    /// Of the text before the block.
    private(set) var sums = TextSums()
    /// The text before the block, 32 KiB or all that there is.
    var history: [UInt8] = []

    /// Moves to the first block of a member.
    mutating func start(at offset: Int) {
      move(toBit: offset * 8, sums: TextSums())
      history.removeAll(keepingCapacity: true)
    }

    /// Moves to a later block, whose ``history`` the caller sets.
    mutating func move(toBit bitOffset: Int, sums: TextSums) {
      offset = bitOffset / 8
      usedBitCount = bitOffset % 8
      self.sums = sums
    }
  }
#endif
