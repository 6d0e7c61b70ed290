import AuditLog

/// A status message as the text rules read it: in lower case, with names of things blanked out.
///
/// Messages carry names of resources and permissions, and names contain words such as quota,
/// billing and rate. So most rules look at ``plain``, where these are gone:
///
///     Permission 'cloudquotas.quotas.update' denied on resource '//…/rate-limit' (or it may …
///     permission                             denied on resource                  (or it may …
///
/// Patterns are literal words, matched in linear time; log text never meets a regular expression.
/// A text is made when a rule asks for a phrase that may stand in it, which is seldom.
final class MessageText {
  /// As the log has it.
  let original: String
  private let runs: LetterRuns
  private lazy var unquotedBytes = Self.blankingQuotes(in: Self.lowercased(original))
  private lazy var fullWords = Self.words(in: Self.lowercased(original))
  private lazy var unquotedWords = Self.words(in: unquotedBytes)
  private lazy var plainWords = Self.words(in: Self.blankingNames(in: unquotedBytes))

  init(_ original: String) {
    self.original = original
    runs = LetterRuns(of: original.utf8.span)
  }

  /// What of a message is looked at.
  enum Part {
    case full, unquoted, plain
  }

  /// The whole message.
  var full: WordText { WordText(self, .full) }
  /// Without quoted parts.
  var unquoted: WordText { WordText(self, .unquoted) }
  /// Without quoted parts, words that hold a `/`, and dotted names such as `a.b.c`.
  var plain: WordText { WordText(self, .plain) }

  /// Whether the message may have all words of a phrase, in any case, names of things included.
  func mayHold(_ phrase: StaticString) -> Bool { runs.mayHold(phrase) }

  /// What follows the first `text`, which may not span lines; `nil` if it does not occur.
  func suffix(after text: StaticString) -> Substring? {
    mayHold(text) ? original.suffix(after: text) : nil
  }

  /// White space and `_` as one space, with one at each end.
  fileprivate func words(of part: Part) -> [UInt8] {
    switch part {
    case .full: fullWords
    case .unquoted: unquotedWords
    case .plain: plainWords
    }
  }
}

// MARK: - Making the texts

extension MessageText {
  private static func lowercased(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for index in bytes.indices { bytes[index] = ASCII.lowercased(bytes[index]) }
    return bytes
  }

  /// Blanks what stands between quotes; an apostrophe inside a word opens nothing.
  private static func blankingQuotes(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var closingQuotes = ClosingQuotes()
    var offset = 0
    while offset < bytes.count {
      let quote = bytes[offset]
      let opens = ASCII.isQuote(quote) && (offset == 0 || !ASCII.isWord(bytes[offset - 1]))
      if opens, let end = closingQuotes.next(quote, in: bytes, after: offset) {
        for index in offset...end { result[index] = ASCII.space }
        offset = end
      }
      offset += 1
    }
    return result
  }

  /// Blanks words that hold a `/`, or two points between letters or digits.
  private static func blankingNames(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var start = 0
    var isPath = false
    var pointCount = 0
    for end in 0...bytes.count {
      if end < bytes.count, bytes[end] > ASCII.space {
        if bytes[end] == UInt8(ascii: "/") { isPath = true }
        let isInside = end > start && end + 1 < bytes.count
        if bytes[end] == UInt8(ascii: "."), isInside, ASCII.isWord(bytes[end - 1]),
          ASCII.isWord(bytes[end + 1])
        {
          pointCount += 1
        }
      } else {
        if isPath || pointCount >= 2 { for index in start..<end { result[index] = ASCII.space } }
        (start, isPath, pointCount) = (end + 1, false, 0)
      }
    }
    return result
  }

  private static func words(in lowercased: [UInt8]) -> [UInt8] {
    // Each byte is written, and the next one in its place where it is one space too many.
    var bytes = [UInt8](repeating: ASCII.space, count: lowercased.count + 2)
    var count = 1
    var endsInSpace = true
    for byte in lowercased {
      let isSpace = byte <= ASCII.space || byte == UInt8(ascii: "_")
      bytes[count] = isSpace ? ASCII.space : byte
      count &+= isSpace && endsInSpace ? 0 : 1
      endsInSpace = isSpace
    }
    if !endsInSpace {
      bytes[count] = ASCII.space
      count &+= 1
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

/// Finds closing quotes from the front to the back of a text, and passes over each byte once for
/// each kind of quote.
private struct ClosingQuotes {
  /// By kind, the first closing quote not before the last one asked for; without one the end.
  private var found = InlineArray<3, Int>(repeating: 0)

  /// The first such quote that is followed by no letter or digit; `nil` if it is too far away to
  /// belong to the one at `start`.
  mutating func next(_ quote: UInt8, in bytes: [UInt8], after start: Int) -> Int? {
    let kind = quote == UInt8(ascii: "'") ? 0 : quote == UInt8(ascii: "\"") ? 1 : 2
    var offset = max(found[kind], start + 1)
    while offset < bytes.count, !Self.closes(quote, at: offset, in: bytes) { offset += 1 }
    found[kind] = offset
    return offset < bytes.count && offset - start <= 4096 ? offset : nil
  }

  private static func closes(_ quote: UInt8, at offset: Int, in bytes: [UInt8]) -> Bool {
    bytes[offset] == quote && (offset + 1 == bytes.count || !ASCII.isWord(bytes[offset + 1]))
  }
}

/// Lower-case text in which words and phrases are looked for.
struct WordText {
  private let message: MessageText
  private let part: MessageText.Part

  fileprivate init(_ message: MessageText, _ part: MessageText.Part) {
    (self.message, self.part) = (message, part)
  }

  /// Whether a phrase stands here as whole words; `_` in the text counts as a space.
  func says(_ phrase: StaticString) -> Bool {
    message.mayHold(phrase) && position(ofWords: phrase) != nil
  }

  /// Whether one of several phrases stands here as whole words.
  func says(any phrases: [StaticString]) -> Bool {
    phrases.contains { says($0) }
  }

  /// Whether text stands here at all, also inside a word.
  func contains(_ text: StaticString) -> Bool {
    message.mayHold(text)
      && TextSearch.offset(of: text, in: message.words(of: part).span) != nil
  }

  /// Whether one of several texts stands here at all.
  func contains(any texts: [StaticString]) -> Bool {
    texts.contains { contains($0) }
  }

  /// Whether `phrase` begins the text.
  func begins(with phrase: StaticString) -> Bool {
    message.mayHold(phrase) && position(ofWords: phrase) == 1
  }

  /// Whether a word begins with one of several stems.
  func hasWord(beginningWith stems: [StaticString]) -> Bool {
    stems.contains { message.mayHold($0) && hasWord(beginningWith: $0) }
  }

  private func hasWord(beginningWith stem: StaticString) -> Bool {
    let bytes = message.words(of: part)
    var start = 0
    while let found = TextSearch.offset(of: stem, in: bytes.span, from: start) {
      if !ASCII.isWord(bytes[found - 1]) { return true }
      start = found + 1
    }
    return false
  }

  private func position(ofWords phrase: StaticString) -> Int? {
    let bytes = message.words(of: part)
    var start = 0
    while let found = TextSearch.offset(of: phrase, in: bytes.span, from: start) {
      if Self.isWholeWord(found, found + phrase.utf8CodeUnitCount, in: bytes) { return found }
      start = found + 1
    }
    return nil
  }

  private static func isWholeWord(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Bool {
    let beginsWord = !ASCII.isWord(bytes[start]) || !ASCII.isWord(bytes[start - 1])
    let endsWord = !ASCII.isWord(bytes[end - 1]) || !ASCII.isWord(bytes[end])
    return beginsWord && endsWord && !hasFraction(behind: end, in: bytes)
  }

  /// Whether a number that seems to end here is larger: `limit: 0.5` does not say `limit: 0`.
  private static func hasFraction(behind end: Int, in bytes: [UInt8]) -> Bool {
    guard ASCII.isDigit(bytes[end - 1]), bytes[end] == UInt8(ascii: ".") else { return false }
    let digits = bytes[(end + 1)...].prefix(while: ASCII.isDigit)
    return digits.contains { $0 != UInt8(ascii: "0") }
  }
}
