import CZlib

/// One zlib stream: a gzip member from its first byte, or the deflate data in it from any block.
///
/// zlib wants its `z_stream` at a fixed address, so the struct owns one on the heap and frees it at
/// the end of its life.
@safe
struct ZlibStream: ~Copyable {
  /// Why a call went no further.
  enum Stop: Hashable, Sendable {
    case outputFull
    case inputUsedUp
    /// Only the header was asked for, and that is complete.
    case headerEnd
    case streamEnd
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// Makes a stream at the start of a gzip member.
  ///
  /// - Throws: `outOfMemory`, nothing else.
  init() throws(GzipError) {
    // SAFETY: no function is passed, so zlib uses its own.
    try unsafe self.init(allocate: nil)
  }

  /// As `init()`, with another allocator: tests pass one that fails.
  init(allocate: alloc_func?) throws(GzipError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    // SAFETY: freshly allocated for one z_stream, zeroed but for the allocator, as zlib asks; freed
    // here on failure, else by deinit, never twice.
    unsafe stream.initialize(to: z_stream())
    unsafe stream.pointee.zalloc = allocate
    guard unsafe czlib_inflate_init(stream, Self.gzipWindowBits) == Z_OK else {
      // SAFETY: a failed inflateInit2 leaves nothing of its own behind.
      unsafe stream.deallocate()
      throw .outOfMemory
    }
    // SAFETY: from here on the pointer belongs to self alone.
    unsafe self.stream = stream
  }

  deinit {
    // SAFETY: init was completed, so zlib's state is valid; nothing can use the stream after this.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Inflates until the input is used up, the output limit is reached or the stream ends.
  ///
  /// - Parameters:
  ///   - compressed: What follows the bytes consumed so far.
  ///   - compressedOffset: Where `compressed` begins in the whole stream; only errors use it.
  ///   - output: Grows by the inflated bytes; also by those before an error.
  ///   - count: The most bytes to append, at least 1.
  ///   - isHeaderOnly: Whether to stop in front of the first block.
  /// - Returns: How many bytes were consumed, and why it stopped there.
  /// - Throws: `corrupt` or `outOfMemory`; only a reset makes the stream usable after that.
  mutating func inflate(
    _ compressed: Span<UInt8>, at compressedOffset: Int, into output: inout [UInt8],
    atMost count: Int, isHeaderOnly: Bool = false
  ) throws(GzipError) -> (consumedCount: Int, stop: Stop) {
    var code = Z_OK
    output.append(addingCapacity: count) { room in
      // SAFETY: the buffer does not leave the closure; what step() says was written, zlib has
      // written, from its start and without gaps.
      unsafe room.withUnsafeMutableBufferPointer { buffer, initializedCount in
        let flush = isHeaderOnly ? Z_BLOCK : Z_NO_FLUSH
        (code, initializedCount) = unsafe step(compressed, into: buffer, flush: flush)
      }
    }
    // SAFETY: a plain field of a valid z_stream; zlib has counted it down.
    let consumedCount = unsafe Self.inputCount(compressed) - Int(stream.pointee.avail_in)
    switch code {
    case Z_STREAM_END:
      return (consumedCount, .streamEnd)
    // Z_BUF_ERROR: no progress was possible, and there was room; so it is input that lacks.
    case Z_OK, Z_BUF_ERROR:
      // SAFETY: as above. Bit 7 of data_type tells a place in front of a block (zlib.h, inflate).
      if isHeaderOnly, unsafe stream.pointee.data_type & 128 != 0 {
        return (consumedCount, .headerEnd)
      }
      let isFull = unsafe stream.pointee.avail_out == 0
      return (consumedCount, isFull ? .outputFull : .inputUsedUp)
    case Z_DATA_ERROR, Z_NEED_DICT:
      throw .corrupt(compressedOffset: compressedOffset + consumedCount)
    case Z_MEM_ERROR:
      throw .outOfMemory
    case let other:
      preconditionFailure("inflate returned \(other)")
    }
  }

  /// Forgets everything: the next byte given is the first of a gzip member.
  mutating func resetToMember() {
    // SAFETY: zlib's state is valid from init to deinit.
    let code = unsafe inflateReset2(stream, Self.gzipWindowBits)
    precondition(code == Z_OK, "inflateReset2 returned \(code)")
  }

  /// Forgets everything: what comes next is a block of deflate data.
  ///
  /// - Parameters:
  ///   - history: The text before the block, at most 32 KiB.
  ///   - bits: The first bits of the block, if it begins inside a byte.
  ///   - bitCount: How many; 0 to 7.
  /// - Throws: `outOfMemory`, nothing else.
  mutating func resetToBlock(
    after history: Span<UInt8>, bits: UInt8, bitCount: Int
  ) throws(GzipError) {
    // SAFETY: zlib's state is valid from init to deinit; it copies the history and keeps no pointer.
    var code = unsafe inflateReset2(stream, -Self.maxWindowBits)
    precondition(code == Z_OK, "inflateReset2 returned \(code)")
    if !history.isEmpty {
      code = unsafe history.withUnsafeBufferPointer { buffer in
        unsafe inflateSetDictionary(stream, buffer.baseAddress, uInt(buffer.count))
      }
      guard code != Z_MEM_ERROR else { throw .outOfMemory }
      precondition(code == Z_OK, "inflateSetDictionary returned \(code)")
    }
    // SAFETY: as above.
    code = unsafe inflatePrime(stream, CInt(bitCount), CInt(bits))
    precondition(code == Z_OK, "inflatePrime returned \(code)")
  }

  /// The CRC-32 of a text that goes on with these bytes.
  static func checkSum(_ checkSum: UInt32, of bytes: Span<UInt8>) -> UInt32 {
    guard !bytes.isEmpty else { return checkSum }
    // SAFETY: zlib reads `count` bytes from `baseAddress` and keeps no pointer.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(
        truncatingIfNeeded: crc32_z(uLong(checkSum), buffer.baseAddress, buffer.count))
    }
  }

  /// Calls zlib once; returns its code and how many bytes it has written.
  private mutating func step(
    _ compressed: Span<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, flush: CInt
  ) -> (code: CInt, writtenCount: Int) {
    // SAFETY: zlib reads avail_in bytes at next_in and never writes there, and writes at most
    // avail_out bytes at next_out; both buffers are at least as long and outlive the call, and the
    // pointers are cleared after it.
    unsafe compressed.withUnsafeBufferPointer { input in
      let room = uInt(clamping: output.count)
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = uInt(clamping: input.count)
      unsafe stream.pointee.next_out = output.baseAddress
      unsafe stream.pointee.avail_out = room
      let code = unsafe CZlib.inflate(stream, flush)
      unsafe stream.pointee.next_in = nil
      unsafe stream.pointee.next_out = nil
      return unsafe (code, Int(room - stream.pointee.avail_out))
    }
  }

  /// How many bytes of the input one call of zlib takes: its counters have 32 bits.
  private static func inputCount(_ compressed: Span<UInt8>) -> Int {
    Int(uInt(clamping: compressed.count))
  }

  private static let maxWindowBits: CInt = 15
  /// The largest window, and 16 for a gzip header and trailer (zlib.h, inflateInit2).
  private static let gzipWindowBits: CInt = maxWindowBits + 16
}
