/// Reads gzip members one after another, and finds the next one when a member is damaged.
///
///     ... | member | member | 0 0 0 |   whole members, then zero padding: all fine
///     ... | mem### | member |           damage, resumed at the second member
///     ... | mem|member |                cut short: the inflater runs on into the second member,
///                                       so the search goes back to where the first one began
///
/// A place counts as a member only if it inflates and looks like logs, see `isReadableMember`.
/// Bytes, damages and offsets depend on the compressed bytes alone, never on the sizes of blocks.
/// Memory is bounded: ``lookBackBytes``, three times at most, and a block.
package struct GzipReader: ~Copyable {
  /// What a call of ``read(into:atMost:)`` came to.
  package enum Outcome: Hashable, Sendable {
    /// At least one byte was appended.
    case bytes
    /// Nothing was appended: a block, or word that there is none, must come first.
    case needsInput
    /// Something between the bytes before and the bytes after is missing or wrong.
    case damage(GzipDamage)
    /// Nothing was appended and nothing will be.
    case end
  }

  private enum State {
    /// Before a member, padding or the end.
    case boundary
    case member(startOffset: Int)
    /// After an error, on the way to the next readable member.
    case searching(GzipError)
    case ended
  }

  private var inflater: GzipInflater
  private(set) var window = CompressedWindow()
  /// The compressed offset that comes next: to inflate or, while searching, to try.
  private var position = 0
  private var state = State.boundary
  private var isInputComplete = false
  /// The first text of a place that may be a member.
  private var probe: [UInt8] = []

  /// Makes a reader at the start of a stream.
  ///
  /// - Parameter engine: One of ``InflateEngine/present``.
  /// - Throws: `outOfMemory`, nothing else.
  package init(engine: InflateEngine = .fastest) throws(GzipError) {
    self.init(inflater: try GzipInflater(engine: engine))
  }

  init(inflater: consuming GzipInflater) {
    self.inflater = inflater
  }

  /// Takes in the compressed bytes that come next, any number of them.
  package mutating func supply(_ block: [UInt8]) {
    precondition(!isInputComplete, "the input was complete")
    window.append(block, keepingFrom: neededOffset)
  }

  /// Says that all compressed bytes were supplied.
  package mutating func finishInput() {
    isInputComplete = true
  }

  /// Appends inflated bytes to `output`, at most `count`; at least one unless the outcome says else.
  package mutating func read(into output: inout [UInt8], atMost count: Int) -> Outcome {
    do {
      while true {
        switch state {
        case .boundary:
          if let outcome = startMember() { return outcome }
        case .member(let startOffset):
          let outcome = try inflateMember(from: startOffset, into: &output, atMost: count)
          if let outcome { return outcome }
        case .searching(let error):
          return try search(after: error)
        case .ended:
          return .end
        }
      }
    } catch {
      state = .ended
      return .damage(GzipDamage(error: error, resumedOffset: nil))
    }
  }

  /// Steps over padding and tells a member from garbage; `nil` means go on.
  private mutating func startMember() -> Outcome? {
    if position > 0 { position = window.firstOffset(ofOtherThan: 0, from: position) }
    let availableCount = window.endOffset - position
    guard availableCount >= Self.magic.count || isInputComplete else { return .needsInput }
    guard availableCount > 0 else {
      state = .ended
      return .end
    }
    // A single byte at the end may be the first of a member that is cut short.
    let isMember = Self.magic.indices.prefix(availableCount).allSatisfy {
      window[position + $0] == Self.magic[$0]
    }
    if isMember {
      inflater.reset()
      state = .member(startOffset: position)
    } else if position == 0 {
      state = .searching(.corrupt(compressedOffset: 0))
    } else {
      state = .searching(.trailingGarbage(compressedOffset: position))
    }
    return nil
  }

  /// Inflates what the window holds; `nil` means go on.
  private mutating func inflateMember(
    from startOffset: Int, into output: inout [UInt8], atMost count: Int
  ) throws(GzipError) -> Outcome? {
    let countBefore = output.count
    let kept = window.bytes
    do {
      let progress = try inflater.inflate(
        kept.span, from: window.startOffset, at: position, isComplete: isInputComplete,
        into: &output, atMost: count)
      position = progress.nextOffset
      if progress.state == .memberEnd { state = .boundary }
      if output.count > countBefore { return .bytes }
      guard progress.state == .inputUsedUp, position == window.endOffset else { return nil }
      guard isInputComplete else { return .needsInput }
      startSearch(after: .truncated(compressedOffset: position), at: position, from: startOffset)
    } catch .corrupt(let offset) {
      startSearch(after: .corrupt(compressedOffset: offset), at: offset, from: startOffset)
    }
    return output.count > countBefore ? .bytes : nil
  }

  /// Goes back behind the member's start: an inflater notices damage late, in the next member or two.
  private mutating func startSearch(after error: GzipError, at offset: Int, from startOffset: Int) {
    position = max(startOffset + 1, offset - Self.lookBackBytes)
    state = .searching(error)
  }

  /// Tries every place from `position` on, until one is a readable member or the input ends.
  private mutating func search(after error: GzipError) throws(GzipError) -> Outcome {
    while true {
      position = window.firstOffset(of: Self.magic[0], from: position)
      let availableCount = window.endOffset - position
      // Trying with less would make the answer depend on the sizes of blocks.
      guard availableCount >= Self.probeInputBytes || isInputComplete else { return .needsInput }
      guard availableCount > 0 else {
        state = .ended
        return .damage(GzipDamage(error: error, resumedOffset: nil))
      }
      if try isReadableMember(at: position) {
        inflater.reset()
        state = .member(startOffset: position)
        return .damage(GzipDamage(error: error.bounded(by: position), resumedOffset: position))
      }
      position += 1
    }
  }

  /// Whether a member begins here that inflates to JSON, as far as its first bytes tell.
  ///
  /// By chance, compressed data hold the magic number once in 64 KiB. So the rest of the header must
  /// be one to zlib, and the member inflate to ``probeTextBytes``, or to its proper end, and begin
  /// like JSON.
  private mutating func isReadableMember(at offset: Int) throws(GzipError) -> Bool {
    let end = min(offset + Self.probeInputBytes, window.endOffset)
    guard end - offset > 1, window[offset + 1] == Self.magic[1] else { return false }
    let kept = window.bytes
    let range = window.index(of: offset)..<window.index(of: end)
    probe.removeAll(keepingCapacity: true)
    var isWhole = false
    do {
      isWhole = try inflater.probe(
        kept.span.extracting(range), into: &probe, atMost: Self.probeTextBytes)
    } catch .corrupt {
      // What came before the damage may be enough.
    }
    return (isWhole || probe.count == Self.probeTextBytes) && Self.beginsLikeJSON(probe)
  }

  /// Whether a byte order mark and white space, if any, are followed by an object or an array.
  private static func beginsLikeJSON(_ text: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = text.starts(with: mark) ? text.dropFirst(mark.count) : text[...]
    let first = body.first { !" \t\r\n".utf8.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The offset before which no byte will be asked for again.
  private var neededOffset: Int {
    switch state {
    case .boundary, .searching: position
    case .member(let startOffset):
      max(startOffset, inflater.neededOffset(from: position) - Self.lookBackBytes)
    case .ended: window.endOffset
    }
  }

  /// How far before the place where damage shows a swallowed member is looked for.
  ///
  /// A misread Huffman code runs on to its end-of-block symbol, which comes once in 2^15 symbols
  /// or more often; 512 KiB hold ten times as many.
  static let lookBackBytes = 512 * 1024
  /// The compressed bytes by which a place is judged: a header with a long file name, a Huffman
  /// table of 300 bytes and 512 symbols of at most 15 bits fit in; an extra field of 64 KiB does not.
  static let probeInputBytes = 4096
  /// The text that a place must yield to count as a member, if the member has as much.
  static let probeTextBytes = 512

  /// What every member begins with (RFC 1952, section 2.3.1).
  package static let magic: [UInt8] = [0x1F, 0x8B]
}

extension GzipError {
  /// The same damage, known to begin no later than the next member does.
  fileprivate func bounded(by memberOffset: Int) -> GzipError {
    switch self {
    case .corrupt(let offset) where memberOffset < offset,
      .truncated(let offset) where memberOffset < offset:
      .corrupt(compressedOffset: memberOffset)
    case .corrupt, .truncated, .trailingGarbage, .outOfMemory:
      self
    }
  }
}
