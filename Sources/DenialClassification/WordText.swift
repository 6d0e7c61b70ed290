import AuditLog

/// Lower-case text in which words and phrases are looked for.
///
/// A class, as every rule asks for it and few find anything in it.
final class WordText: Sendable {
  /// White space and `_` as one space, with one at each end.
  let bytes: [UInt8]
  private let runs: LetterRuns
  /// Whether something quoted was left out.
  let leavesOutQuotes: Bool
  /// Whether a name without quotes was left out.
  let leavesOutNames: Bool

  init(_ walk: WordWalk) {
    bytes = walk.bytes
    runs = LetterRuns(of: walk.bytes.span)
    (leavesOutQuotes, leavesOutNames) = (walk.leavesOutQuotes, walk.leavesOutNames)
  }

  /// The words of a text that are left without names of objects.
  convenience init(_ text: ObjectlessText) {
    self.init(WordWalk(text.bytes.span, part: .full))
  }

  /// Whether a phrase stands here as whole words; `_` in the text counts as a space.
  func says(_ phrase: Phrase) -> Bool {
    runs.mayHold(phrase) && position(ofWords: phrase.text) != nil
  }

  /// Whether one of several phrases stands here as whole words.
  func says(any phrases: [Phrase]) -> Bool {
    var index = runs.firstHeld(of: phrases, from: 0)
    while index < phrases.count {
      if position(ofWords: phrases[index].text) != nil { return true }
      index = runs.firstHeld(of: phrases, from: index + 1)
    }
    return false
  }

  /// Whether text stands here at all, also inside a word.
  func contains(_ text: Phrase) -> Bool {
    runs.mayHold(text) && offset(of: text.text, from: 0) != nil
  }

  /// Whether one of several texts stands here at all.
  func contains(any texts: [Phrase]) -> Bool {
    var index = runs.firstHeld(of: texts, from: 0)
    while index < texts.count {
      if offset(of: texts[index].text, from: 0) != nil { return true }
      index = runs.firstHeld(of: texts, from: index + 1)
    }
    return false
  }

  /// Whether `phrase` begins the text.
  func begins(with phrase: Phrase) -> Bool {
    runs.mayHold(phrase) && position(ofWords: phrase.text) == 1
  }

  /// Whether a word begins with one of several stems.
  func hasWord(beginningWith stems: [Phrase]) -> Bool {
    var index = runs.firstHeld(of: stems, from: 0)
    while index < stems.count {
      if hasWord(beginningWith: stems[index].text) { return true }
      index = runs.firstHeld(of: stems, from: index + 1)
    }
    return false
  }

  private func hasWord(beginningWith stem: StaticString) -> Bool {
    var start = 0
    while let found = offset(of: stem, from: start) {
      if !ASCII.isWord(bytes[found - 1]) { return true }
      start = found + 1
    }
    return false
  }

  private func position(ofWords phrase: StaticString) -> Int? {
    var start = 0
    while let found = offset(of: phrase, from: start) {
      if isWholeWord(found, found + phrase.utf8CodeUnitCount) { return found }
      start = found + 1
    }
    return nil
  }

  private func offset(of text: StaticString, from start: Int) -> Int? {
    let bytes = bytes
    return TextSearch.offset(of: text, in: bytes.span, from: start)
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
