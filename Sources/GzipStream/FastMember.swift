#if FastInflate
  /// A gzip member by ISA-L, with zlib as the judge.
  ///
  ///     header ──► blocks ─────────────────────► CRC, length ──► end
  ///      zlib      ISA-L     │ damage, cut          ours
  ///                 ▲        ▼
  ///            checkpoint ──► zlib, from there to the end of the member
  ///
  /// A checkpoint is the start of a block not far back, with the text before it. When ISA-L finds
  /// damage or the stream ends early, zlib goes over the blocks since then and has the last word: text,
  /// verdict and offset are its own.
  ///
  /// One thing remains: Huffman codes that leave bits unused. zlib refuses them where a block defines
  /// them, ISA-L reads on to where such bits are used, and to the end if they are not. If a call ended
  /// in between, text has come out that zlib would not give, and after a checkpoint the offset of the
  /// damage is a later one. No encoder makes such codes, and chance hardly ever does.
  struct FastMember: ~Copyable {
    /// Who reads what comes next.
    private enum Mode {
      /// zlib, up to the first block.
      case header
      case fast
      /// zlib, which gives so much text again before it gives what is new.
      case judged(knownCount: Int)
      case trailer(GzipTrailer, isJudged: Bool)
    }

    private var isal = ISALStream()
    private var mode = Mode.header
    private var checkpoint = BlockCheckpoint()
    /// How much text came out since the checkpoint.
    private var knownCount = 0
    /// Of all text, as the trailer has them.
    private var sums = TextSums()

    /// As ``GzipInflater/inflate(_:from:at:isComplete:into:atMost:)``, with zlib at hand.
    mutating func inflate(
      _ stream: Span<UInt8>, from streamOffset: Int, at offset: Int, isComplete: Bool,
      zlib: inout ZlibStream, into output: inout [UInt8], atMost count: Int
    ) throws(GzipError) -> GzipInflater.Progress {
      let countBefore = output.count
      var next = offset
      while true {
        let rest = stream.extracting((next - streamOffset)...)
        let room = count - (output.count - countBefore)
        switch mode {
        case .header:
          let step = try zlib.inflate(
            rest, at: next, into: &output, atMost: room, isHeaderOnly: true)
          next += step.consumedCount
          guard step.stop == .headerEnd else {
            return .init(nextOffset: next, state: .inputUsedUp)
          }
          startBlocks(at: next)
        case .fast:
          guard room > 0 else { return .init(nextOffset: next, state: .outputFull) }
          guard let stop = inflateFast(rest, at: &next, into: &output, atMost: room) else {
            takeBack(&output, to: countBefore)
            try judge(stream, from: streamOffset, next: &next, zlib: &zlib)
            continue
          }
          guard stop == .inputUsedUp, next == streamOffset + stream.count else { continue }
          guard isComplete, output.count == countBefore else {
            return .init(nextOffset: next, state: .inputUsedUp)
          }
          // Cut short. zlib gives each symbol that is complete, ISA-L several at once or none.
          try judge(stream, from: streamOffset, next: &next, zlib: &zlib)
        case .judged(let knownCount):
          guard room > 0 else { return .init(nextOffset: next, state: .outputFull) }
          let stop = try inflateJudged(
            rest, at: &next, zlib: &zlib, knownCount: knownCount, into: &output, atMost: room)
          if stop == .inputUsedUp { return .init(nextOffset: next, state: .inputUsedUp) }
        case .trailer(var trailer, let isJudged):
          do {
            next += try trailer.read(rest, at: next, expecting: sums)
            mode = .trailer(trailer, isJudged: isJudged)
            return .init(
              nextOffset: next, state: trailer.isComplete ? .memberEnd : .inputUsedUp)
          } catch {
            if isJudged { throw error }
            takeBack(&output, to: countBefore)
            try judge(stream, from: streamOffset, next: &next, zlib: &zlib)
          }
        }
      }
    }

    /// Forgets the current member.
    mutating func reset() {
      mode = .header
    }

    /// The offset before which no byte will be asked for again, if `offset` comes next.
    func neededOffset(from offset: Int) -> Int {
      switch mode {
      case .fast, .trailer(_, isJudged: false): checkpoint.offset
      case .header, .judged, .trailer(_, isJudged: true): offset
      }
    }

    private mutating func startBlocks(at offset: Int) {
      isal.reset()
      sums = TextSums()
      checkpoint.start(at: offset)
      knownCount = 0
      mode = .fast
    }

    /// Lets ISA-L inflate; `nil` if it is zlib's turn, and then nothing was appended.
    private mutating func inflateFast(
      _ rest: Span<UInt8>, at next: inout Int, into output: inout [UInt8], atMost room: Int
    ) -> ISALStream.Stop? {
      let input = rest.extracting(first: Self.stepBytes)
      guard next + input.count - checkpoint.offset <= Self.reachBytes else { return nil }
      if next - checkpoint.offset >= Self.checkpointBytes { isal.stopAfterBlock() }
      let countBefore = output.count
      let step = isal.inflate(input, into: &output, atMost: min(room, Self.maxRoom))
      guard step.stop != .damage else { return nil }
      next += step.consumedCount
      knownCount += output.count - countBefore
      sums.textCount &+= UInt32(truncatingIfNeeded: output.count - countBefore)
      switch step.stop {
      case .outputFull, .inputUsedUp, .damage: break
      case .blockEnd:
        sums.checkSum = isal.checkSum
        isal.beginBlock(rememberingIn: &checkpoint.history)
        checkpoint.move(toBit: next * 8 - isal.unreadBitCount, sums: sums)
        knownCount = 0
      case .dataEnd:
        sums.checkSum = isal.checkSum
        next -= isal.unreadBitCount / 8
        mode = .trailer(GzipTrailer(), isJudged: false)
      }
      return step.stop
    }

    /// Drops what a call has appended since the checkpoint: zlib gives it again, or does not.
    private mutating func takeBack(_ output: inout [UInt8], to countBefore: Int) {
      let count = min(knownCount, output.count - countBefore)
      output.removeLast(count)
      knownCount -= count
    }

    /// Hands the member over to zlib, from the checkpoint on.
    private mutating func judge(
      _ stream: Span<UInt8>, from streamOffset: Int, next: inout Int, zlib: inout ZlibStream
    ) throws(GzipError) {
      next = checkpoint.offset
      var bits: UInt8 = 0
      if checkpoint.usedBitCount > 0 {
        bits = stream[next - streamOffset] >> UInt8(checkpoint.usedBitCount)
        next += 1
      }
      try zlib.resetToBlock(
        after: checkpoint.history.span, bits: bits, bitCount: (8 - checkpoint.usedBitCount) % 8)
      sums = checkpoint.sums
      mode = .judged(knownCount: knownCount)
    }

    /// Lets zlib inflate, first what is known and then what is new.
    private mutating func inflateJudged(
      _ rest: Span<UInt8>, at next: inout Int, zlib: inout ZlibStream, knownCount: Int,
      into output: inout [UInt8], atMost room: Int
    ) throws(GzipError) -> ZlibStream.Stop {
      let step: (consumedCount: Int, stop: ZlibStream.Stop)
      if knownCount > 0 {
        var known: [UInt8] = []
        step = try zlib.inflate(
          rest, at: next, into: &known, atMost: min(knownCount, Self.stepBytes))
        sums.add(known.span)
        mode = .judged(knownCount: knownCount - known.count)
      } else {
        let countBefore = output.count
        step = try zlib.inflate(rest, at: next, into: &output, atMost: room)
        sums.add(output.span.extracting(countBefore...))
      }
      next += step.consumedCount
      if step.stop == .streamEnd { mode = .trailer(GzipTrailer(), isJudged: true) }
      return step.stop
    }

    /// The compressed bytes between two checkpoints, and a block. Each costs a copy of 32 KiB, and one
    /// of the text that follows: 1 % of the time of 512 KiB of text, which these mostly are.
    private static let checkpointBytes = 48 * 1024
    /// The most that ISA-L gets at once.
    private static let stepBytes = 128 * 1024
    /// How far behind the checkpoint may be; members of blocks that are longer are left to zlib.
    static let reachBytes = 512 * 1024
    private static let maxRoom = 1 << 30
  }
#endif
