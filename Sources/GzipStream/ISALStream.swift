#if FastInflate
  import CISAL

  /// The deflate data of a gzip member by Intel's ISA-L, which can be stopped where a block ends.
  ///
  /// ISA-L stops by itself only after the last block. So a block is called the last to stop after it,
  /// and the next one then follows as if nothing had been.
  @safe
  struct ISALStream: ~Copyable {
    /// Why a call went no further.
    enum Stop: Hashable, Sendable {
      case outputFull
      case inputUsedUp
      /// The block is complete for which ``stopAfterBlock()`` asked; it was not the last one.
      case blockEnd
      /// The last block is complete.
      case dataEnd
      /// ISA-L found no valid data; what the call appended is worth nothing.
      case damage
    }

    private let state: UnsafeMutablePointer<inflate_state>
    /// Whether the block in progress is the last one, if it is called the last in any case.
    private var isLastBlock: Bool?

    init() {
      let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
      // SAFETY: allocated for one inflate_state, of which isal_inflate_init sets what is read; the
      // pointer belongs to self alone and is freed by deinit.
      unsafe isal_inflate_init(state)
      unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR)
      unsafe self.state = state
    }

    deinit {
      // SAFETY: allocated by init, and nothing can use it after this.
      unsafe state.deallocate()
    }

    /// Forgets everything: what comes next is the first block of a member.
    mutating func reset() {
      isLastBlock = nil
      // SAFETY: the state is valid from init to deinit.
      unsafe isal_inflate_reset(state)
    }

    /// The CRC-32 of the text so far.
    var checkSum: UInt32 {
      // SAFETY: a plain field of a valid state.
      unsafe state.pointee.crc
    }

    /// How many bits of the consumed bytes belong to what follows, at the end of a block.
    var unreadBitCount: Int {
      // SAFETY: as above.
      unsafe Int(state.pointee.read_in_length)
    }

    /// Asks to stop after the block in progress; between two blocks it does nothing.
    mutating func stopAfterBlock() {
      // SAFETY: plain fields of a valid state. What the next block is, its header will say.
      let blockState = unsafe state.pointee.block_state
      guard isLastBlock == nil, blockState == ISAL_BLOCK_CODED || blockState == ISAL_BLOCK_TYPE0
      else { return }
      isLastBlock = unsafe state.pointee.bfinal != 0
      unsafe state.pointee.bfinal = 1
    }

    /// Inflates until the input is used up, the output limit is reached or ISA-L stops.
    ///
    /// - Parameters:
    ///   - compressed: What follows the bytes consumed so far, at most 2 GiB.
    ///   - output: Grows by the inflated bytes.
    ///   - count: The most bytes to append, at least 1 and at most 2 GiB.
    /// - Returns: How many bytes were consumed, and why it stopped there.
    mutating func inflate(
      _ compressed: Span<UInt8>, into output: inout [UInt8], atMost count: Int
    ) -> (consumedCount: Int, stop: Stop) {
      var code: CInt = 0
      output.append(addingCapacity: count) { room in
        // SAFETY: the buffer does not leave the closure; ISA-L has written the bytes that step()
        // counts, from its start and without gaps.
        unsafe room.withUnsafeMutableBufferPointer { buffer, initializedCount in
          (code, initializedCount) = unsafe step(compressed, into: buffer, atMost: count)
        }
      }
      guard code == ISAL_DECOMP_OK else { return (0, .damage) }
      // SAFETY: plain fields of a valid state.
      let consumedCount = unsafe compressed.count - Int(state.pointee.avail_in)
      if unsafe state.pointee.block_state == ISAL_BLOCK_FINISH {
        let isEnd = isLastBlock ?? true
        isLastBlock = nil
        return (consumedCount, isEnd ? .dataEnd : .blockEnd)
      }
      // SAFETY: as above.
      return (consumedCount, unsafe state.pointee.avail_out == 0 ? .outputFull : .inputUsedUp)
    }

    /// Goes on after the end of a block that was not the last one.
    ///
    /// - Parameter history: Becomes the latest text, 32 KiB or all that there was.
    mutating func beginBlock(rememberingIn history: inout [UInt8]) {
      history.removeAll(keepingCapacity: true)
      history.append(addingCapacity: cisal_history_size) { room in
        // SAFETY: the room is as large as the history may be; ISA-L copies it and keeps no pointer.
        unsafe room.withUnsafeMutableBufferPointer { buffer, initializedCount in
          guard let base = buffer.baseAddress else { return }
          initializedCount = unsafe cisal_copy_history(state, base)
          unsafe cisal_begin_block(state, base, initializedCount)
        }
      }
    }

    /// Calls ISA-L once; returns its code and how many bytes it has written.
    private mutating func step(
      _ compressed: Span<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, atMost count: Int
    ) -> (code: CInt, writtenCount: Int) {
      // SAFETY: ISA-L reads avail_in bytes at next_in and never writes there, and writes at most
      // avail_out bytes at next_out; both buffers are as long and outlive the call, and the pointers
      // are cleared after it. cisal_keep_history reads what was written, behind next_out.
      unsafe compressed.withUnsafeBufferPointer { input in
        unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe state.pointee.avail_in = UInt32(input.count)
        unsafe state.pointee.next_out = output.baseAddress
        unsafe state.pointee.avail_out = UInt32(count)
        let code = unsafe isal_inflate(state)
        // After an error ISA-L's counts may be wrong.
        let isGood = code == ISAL_DECOMP_OK
        let writtenCount = unsafe isGood ? count - Int(state.pointee.avail_out) : 0
        if isGood, isLastBlock == false {
          let blockState = unsafe state.pointee.block_state
          if blockState == ISAL_BLOCK_INPUT_DONE || blockState == ISAL_BLOCK_FINISH {
            // SAFETY: as above.
            unsafe cisal_keep_history(state, writtenCount)
          }
        }
        unsafe state.pointee.next_in = nil
        unsafe state.pointee.next_out = nil
        return (code, writtenCount)
      }
    }
  }
#endif
