/// Inflates one gzip member at a time, and checks its CRC and length.
///
/// zlib does it all, or ISA-L the most of it, see ``FastMember``. Both give the same.
package struct GzipInflater: ~Copyable {
  /// How far one call came.
  package struct Progress: Hashable, Sendable {
    /// Where the next call goes on, in the whole stream.
    package let nextOffset: Int
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

  private var zlib: ZlibStream
  #if FastInflate
    /// Present if the engine is ISA-L.
    private var fast: FastMember?
  #endif

  /// Makes an inflater at the start of a member.
  ///
  /// - Parameter engine: One of ``InflateEngine/present``.
  /// - Throws: `outOfMemory`, nothing else.
  package init(engine: InflateEngine = .fastest) throws(GzipError) {
    precondition(InflateEngine.present.contains(engine), "\(engine) was not built in")
    self.init(zlib: try ZlibStream(), engine: engine)
  }

  /// As `init(engine:)`, with a zlib of the caller's: tests pass one that gets no memory.
  init(zlib: consuming ZlibStream, engine: InflateEngine) {
    self.zlib = zlib
    #if FastInflate
      fast = engine == .isal ? FastMember() : nil
    #endif
  }

  /// Inflates until the input is used up, the output limit is reached or the member ends.
  ///
  /// - Parameters:
  ///   - stream: A part of the stream that has all from ``neededOffset(from:)`` on.
  ///   - streamOffset: Where that part begins in the whole stream.
  ///   - offset: What comes next: where the member begins, then where the last call says.
  ///   - isComplete: Whether the part reaches to the end of the stream.
  ///   - output: Grows by the inflated bytes; also by those before an error.
  ///   - count: The most bytes to append, at least 1.
  /// - Returns: How far it came, and why it stopped there.
  /// - Throws: `corrupt` or `outOfMemory`; only `reset()` makes the inflater usable after that.
  package mutating func inflate(
    _ stream: Span<UInt8>, from streamOffset: Int, at offset: Int, isComplete: Bool,
    into output: inout [UInt8], atMost count: Int
  ) throws(GzipError) -> Progress {
    precondition(count > 0, "an inflater needs room")
    #if FastInflate
      let progress = try fast?.inflate(
        stream, from: streamOffset, at: offset, isComplete: isComplete, zlib: &zlib,
        into: &output, atMost: count)
      if let progress { return progress }
    #endif
    let rest = stream.extracting((offset - streamOffset)...)
    let step = try zlib.inflate(rest, at: offset, into: &output, atMost: count)
    return Progress(nextOffset: offset + step.consumedCount, state: State(step.stop))
  }

  /// Inflates the first bytes of what may be a member, always by zlib; a `reset()` comes after it.
  ///
  /// - Returns: Whether the member ends within the limits.
  /// - Throws: As ``inflate(_:from:at:isComplete:into:atMost:)``.
  mutating func probe(
    _ beginning: Span<UInt8>, into output: inout [UInt8], atMost count: Int
  ) throws(GzipError) -> Bool {
    zlib.resetToMember()
    return try zlib.inflate(beginning, at: 0, into: &output, atMost: count).stop == .streamEnd
  }

  /// The offset before which no byte will be asked for again, if `offset` comes next.
  func neededOffset(from offset: Int) -> Int {
    #if FastInflate
      return fast?.neededOffset(from: offset) ?? offset
    #else
      return offset
    #endif
  }

  /// Forgets the current member: the next byte given is the first of another one.
  package mutating func reset() {
    zlib.resetToMember()
    #if FastInflate
      fast?.reset()
    #endif
  }
}

extension GzipInflater.State {
  /// What a call needs, by what zlib says.
  init(_ stop: ZlibStream.Stop) {
    switch stop {
    case .outputFull: self = .outputFull
    case .inputUsedUp, .headerEnd: self = .inputUsedUp
    case .streamEnd: self = .memberEnd
    }
  }
}
