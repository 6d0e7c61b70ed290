import AuditLog

/// One walk over a message, which keeps its words in lower case and leaves names of things out.
///
/// White space and `_` become one space, with one at each end. What is left out parts words as
/// white space does.
struct WordWalk {
  let bytes: [UInt8]
  /// Whether something quoted was left out.
  let leavesOutQuotes: Bool
  /// Whether a name without quotes was left out.
  let leavesOutNames: Bool

  init(_ text: Span<UInt8>, part: MessageText.Part) {
    var bytes = [UInt8].filled(with: ASCII.space, count: text.count + 2)
    var room = bytes.mutableSpan
    let kept = Self.walk(text, part: part, keepingIn: &room)
    bytes.removeLast(bytes.count - kept.count)
    self.bytes = bytes
    (leavesOutQuotes, leavesOutNames) = (kept.leavesOutQuotes, kept.leavesOutNames)
  }

  private static func walk(
    _ text: Span<UInt8>, part: MessageText.Part, keepingIn room: inout MutableSpan<UInt8>
  ) -> KeptWords {
    var words = KeptWords(keepsNames: part != .plain)
    var closingQuotes = ClosingQuotes()
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte &- UInt8(ascii: "a") < 26 {
        words.keep(byte, in: &room)
      } else if byte <= ASCII.space {
        words.endWord(in: &room)
      } else if ASCII.isQuote(byte), part != .full, opens(at: offset, of: text),
        let end = closingQuotes.next(byte, in: text, after: offset)
      {
        words.leavesOutQuotes = true
        words.endWord(in: &room)
        offset = end
      } else if byte == UInt8(ascii: "_") {
        words.keepSpace(in: &room)
      } else {
        words.noteName(at: offset, of: text)
        words.keep(ASCII.lowercased(byte), in: &room)
      }
      offset += 1
    }
    words.endWord(in: &room)
    return words
  }

  /// Whether a quote may open something: an apostrophe inside a word does not.
  private static func opens(at offset: Int, of text: Span<UInt8>) -> Bool {
    offset == 0 || !ASCII.isWord(text[offset - 1])
  }
}

/// What a walk has kept so far, and the word under way.
private struct KeptWords {
  private let keepsNames: Bool
  private(set) var count = 1
  var leavesOutQuotes = false
  private(set) var leavesOutNames = false
  private var endsInSpace = true
  /// How many bytes were kept before the word under way.
  private var wordStart = 1
  /// Whether that word holds a `/`.
  private var isPath = false
  /// How many points in it stand between letters or digits.
  private var pointCount = 0

  init(keepsNames: Bool) { self.keepsNames = keepsNames }

  @inline(__always)
  mutating func keep(_ byte: UInt8, in room: inout MutableSpan<UInt8>) {
    room[count] = byte
    count &+= 1
    endsInSpace = false
  }

  @inline(__always)
  mutating func keepSpace(in room: inout MutableSpan<UInt8>) {
    if endsInSpace { return }
    room[count] = ASCII.space
    count &+= 1
    endsInSpace = true
  }

  /// Takes note of what makes a word a name: a `/`, or two points between letters or digits.
  @inline(__always)
  mutating func noteName(at offset: Int, of text: Span<UInt8>) {
    if text[offset] == UInt8(ascii: "/") {
      isPath = true
    } else if text[offset] == UInt8(ascii: "."), offset > 0, offset + 1 < text.count,
      ASCII.isWord(text[offset - 1]), ASCII.isWord(text[offset + 1])
    {
      pointCount += 1
    }
  }

  /// Ends the word under way, and lets go of it if it is a name.
  @inline(__always)
  mutating func endWord(in room: inout MutableSpan<UInt8>) {
    if isPath || pointCount >= 2, !keepsNames {
      leavesOutNames = true
      count = wordStart
      endsInSpace = true
    }
    keepSpace(in: &room)
    (wordStart, isPath, pointCount) = (count, false, 0)
  }
}

/// Finds closing quotes from the front to the back of a text, and passes over each byte once for
/// each kind of quote.
private struct ClosingQuotes {
  /// By kind, the first closing quote not before the last one asked for; without one the end.
  private var found = InlineArray<3, Int>(repeating: 0)

  /// The first such quote that is followed by no letter or digit; `nil` if it is too far away to
  /// belong to the one at `start`.
  mutating func next(_ quote: UInt8, in bytes: Span<UInt8>, after start: Int) -> Int? {
    let kind = quote == UInt8(ascii: "'") ? 0 : quote == UInt8(ascii: "\"") ? 1 : 2
    var offset = max(found[kind], start + 1)
    while offset < bytes.count, !Self.closes(quote, at: offset, in: bytes) { offset += 1 }
    found[kind] = offset
    return offset < bytes.count && offset - start <= 4096 ? offset : nil
  }

  private static func closes(_ quote: UInt8, at offset: Int, in bytes: Span<UInt8>) -> Bool {
    bytes[offset] == quote && (offset + 1 == bytes.count || !ASCII.isWord(bytes[offset + 1]))
  }
}
