import CZlib

/// Inflates one gzip member at a time with the system's zlib, which checks its CRC and length.
///
/// The only file of this module that holds a pointer. zlib wants its `z_stream` at a fixed address,
/// so the struct owns one on the heap and frees it at the end of its life.
@safe
package struct GzipInflater: ~Copyable {
  /// How far one call came.
  package struct Progress: Hashable, Sendable {
    package let consumedCount: Int
    package let state: State
  }

  /// What the next call needs.
  package enum State: Hashable, Sendable {
    /// Room: the output limit was reached, there may be more.
    case outputFull
    /// Input: all that was given is used up.
    case inputUsedUp
    /// The member is complete and correct; `reset()` comes before the next one.
    case memberEnd
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// Makes an inflater at the start of a member.
  ///
  /// - Throws: `outOfMemory`, nothing else.
  package init() throws(GzipError) {
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

  /// Inflates until the input is used up, the output limit is reached or the member ends.
  ///
  /// - Parameters:
  ///   - compressed: What follows the bytes consumed so far.
  ///   - compressedOffset: Where `compressed` begins in the whole stream; only errors use it.
  ///   - output: Grows by the inflated bytes; also by those before an error.
  ///   - count: The most bytes to append, at least 1.
  /// - Returns: How many bytes were consumed, and why it stopped there.
  /// - Throws: `corrupt` or `outOfMemory`; only `reset()` makes the inflater usable after that.
  package mutating func inflate(
    _ compressed: Span<UInt8>, at compressedOffset: Int, into output: inout [UInt8],
    atMost count: Int
  ) throws(GzipError) -> Progress {
    precondition(count > 0, "an inflater needs room")
    var code = Z_OK
    output.append(addingCapacity: count) { room in
      // SAFETY: the buffer does not leave the closure; what step() says was written, zlib has
      // written, from its start and without gaps.
      unsafe room.withUnsafeMutableBufferPointer { buffer, initializedCount in
        (code, initializedCount) = unsafe step(compressed, into: buffer)
      }
    }
    // SAFETY: a plain field of a valid z_stream; zlib has counted it down.
    let consumedCount = unsafe Self.inputCount(compressed) - Int(stream.pointee.avail_in)
    switch code {
    case Z_STREAM_END:
      return Progress(consumedCount: consumedCount, state: .memberEnd)
    // Z_BUF_ERROR: no progress was possible, and there was room; so it is input that lacks.
    case Z_OK, Z_BUF_ERROR:
      // SAFETY: as above.
      let isFull = unsafe stream.pointee.avail_out == 0
      return Progress(consumedCount: consumedCount, state: isFull ? .outputFull : .inputUsedUp)
    case Z_DATA_ERROR, Z_NEED_DICT:
      throw .corrupt(compressedOffset: compressedOffset + consumedCount)
    case Z_MEM_ERROR:
      throw .outOfMemory
    case let other:
      preconditionFailure("inflate returned \(other)")
    }
  }

  /// Forgets the current member: the next byte given is the first of another one.
  package mutating func reset() {
    // SAFETY: zlib's state is valid from init to deinit.
    let code = unsafe inflateReset(stream)
    precondition(code == Z_OK, "inflateReset returned \(code)")
  }

  /// Calls zlib once; returns its code and how many bytes it has written.
  private mutating func step(
    _ compressed: Span<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
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
      let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      unsafe stream.pointee.next_in = nil
      unsafe stream.pointee.next_out = nil
      return unsafe (code, Int(room - stream.pointee.avail_out))
    }
  }

  /// How many bytes of the input one call of zlib takes: its counters have 32 bits.
  private static func inputCount(_ compressed: Span<UInt8>) -> Int {
    Int(uInt(clamping: compressed.count))
  }

  /// The largest window, and 16 for a gzip header and trailer (zlib.h, inflateInit2).
  private static let gzipWindowBits: CInt = 15 + 16
}
