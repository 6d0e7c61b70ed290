/// A status message as the text rules read it: in lower case, with names of things blanked out.
///
/// Messages carry names of resources and permissions, and names contain words such as quota,
/// billing and rate. So most rules look at ``plain``, where these are gone:
///
///     Permission 'cloudquotas.quotas.update' denied on resource '//…/rate-limit' (or it may …
///     permission                             denied on resource                  (or it may …
///
/// Patterns are literal words, matched in linear time; log text never meets a regular expression.
struct MessageText {
  /// As the log has it.
  let original: String
  /// The whole message.
  let full: WordText
  /// Without quoted parts.
  let unquoted: WordText
  /// Without quoted parts, words that hold a `/`, and dotted names such as `a.b.c`.
  let plain: WordText

  init(_ original: String) {
    self.original = original
    let lowercased = original.utf8.map(ASCII.lowercased)
    let unquotedBytes = Self.blankingQuotes(in: lowercased)
    full = WordText(lowercased)
    unquoted = WordText(unquotedBytes)
    plain = WordText(Self.blankingNames(in: unquotedBytes))
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

  private static func blankingNames(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for word in ASCII.wordRanges(in: bytes) {
      let isName = bytes[word].contains(UInt8(ascii: "/")) || isDottedName(bytes[word])
      if isName { for index in word { result[index] = ASCII.space } }
    }
    return result
  }

  /// Whether at least two points stand between letters or digits.
  private static func isDottedName(_ word: ArraySlice<UInt8>) -> Bool {
    var points = 0
    for index in word.indices.dropFirst().dropLast() where word[index] == UInt8(ascii: ".") {
      if ASCII.isWord(word[index - 1]), ASCII.isWord(word[index + 1]) { points += 1 }
    }
    return points >= 2
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
  /// White space and `_` as one space, with one at each end.
  private let bytes: [UInt8]

  init(_ lowercased: [UInt8]) {
    var bytes: [UInt8] = [ASCII.space]
    bytes.reserveCapacity(lowercased.count + 2)
    for byte in lowercased {
      let isSpace = byte <= ASCII.space || byte == UInt8(ascii: "_")
      if !isSpace {
        bytes.append(byte)
      } else if bytes.last != ASCII.space {
        bytes.append(ASCII.space)
      }
    }
    if bytes.last != ASCII.space { bytes.append(ASCII.space) }
    self.bytes = bytes
  }

  /// Whether a phrase stands here as whole words; `_` in the text counts as a space.
  func says(_ phrase: StaticString) -> Bool {
    position(of: phrase, wholeWords: true) != nil
  }

  /// Whether one of several phrases stands here as whole words.
  func says(any phrases: [StaticString]) -> Bool {
    phrases.contains { says($0) }
  }

  /// Whether text stands here at all, also inside a word.
  func contains(_ text: StaticString) -> Bool {
    position(of: text, wholeWords: false) != nil
  }

  /// Whether one of several texts stands here at all.
  func contains(any texts: [StaticString]) -> Bool {
    texts.contains { contains($0) }
  }

  /// Whether `phrase` begins the text.
  func begins(with phrase: StaticString) -> Bool {
    position(of: phrase, wholeWords: true) == 1
  }

  /// Whether a word begins with one of several stems.
  func hasWord(beginningWith stems: [StaticString]) -> Bool {
    stems.contains { stem in
      var start = 0
      while let found = position(of: stem, wholeWords: false, from: start) {
        if !ASCII.isWord(bytes[found - 1]) { return true }
        start = found + 1
      }
      return false
    }
  }

  private func position(
    of text: StaticString, wholeWords: Bool, from start: Int = 0
  ) -> Int? {
    let needle = Array(text.description.utf8)
    var offset = start
    while offset + needle.count <= bytes.count {
      if matches(needle, at: offset), !wholeWords || isWholeWord(offset, offset + needle.count) {
        return offset
      }
      offset += 1
    }
    return nil
  }

  private func matches(_ needle: [UInt8], at offset: Int) -> Bool {
    for index in needle.indices where bytes[offset + index] != needle[index] { return false }
    return true
  }

  private func isWholeWord(_ start: Int, _ end: Int) -> Bool {
    let beginsWord = !ASCII.isWord(bytes[start]) || !ASCII.isWord(bytes[start - 1])
    let endsWord = !ASCII.isWord(bytes[end - 1]) || !ASCII.isWord(bytes[end])
    return beginsWord && endsWord && !hasFraction(behind: end)
  }

  /// Whether a number that seems to end here is larger: `limit: 0.5` does not say `limit: 0`.
  private func hasFraction(behind end: Int) -> Bool {
    guard ASCII.isDigit(bytes[end - 1]), bytes[end] == UInt8(ascii: ".") else { return false }
    let digits = bytes[(end + 1)...].prefix(while: ASCII.isDigit)
    return digits.contains { $0 != UInt8(ascii: "0") }
  }
}
