/// Which runs of three bytes a text has, whatever their case.
///
/// A message is asked for about a hundred phrases and has one or two: a set of hashes says of nearly
/// all others at once that they are missing. What is not missing must still be looked for.
package struct LetterRuns: Sendable {
  /// One bit for each hash, and one more that is always set.
  private let bits: [UInt64]

  package init(of text: Span<UInt8>) {
    var bits = [UInt64].filled(with: 0, count: Int(Self.always >> 6) + 1)
    var words = bits.mutableSpan
    var run: UInt32 = 0
    var index = 0
    while index < text.count {
      run = Self.next(run, text[index])
      index &+= 1
      if index >= 3 {
        let hash = Self.hash(run)
        words[Int(hash &>> 6)] |= 1 &<< UInt64(truncatingIfNeeded: hash)
      }
    }
    words[Int(Self.always >> 6)] = 1
    self.bits = bits
  }

  /// Whether a phrase may stand in the text, in any case, with any white space between its words.
  ///
  /// - Returns: `false` only if a word of the phrase is missing.
  package func mayHold(_ phrase: Phrase) -> Bool {
    contains(phrase.firstRun) && contains(phrase.lastRun) && mayHoldAll(of: phrase.text)
  }

  /// The index of the first phrase from `index` on that may stand in the text; without one the end.
  package func firstHeld(of phrases: [Phrase], from index: Int) -> Int {
    for index in index..<phrases.count where mayHold(phrases[index]) { return index }
    return phrases.count
  }

  private func mayHoldAll(of phrase: StaticString) -> Bool {
    var run: UInt32 = 0
    var letterCount = 0
    for index in 0..<phrase.utf8CodeUnitCount {
      let byte = TextSearch.byte(of: phrase, at: index)
      letterCount = byte == UInt8(ascii: " ") ? 0 : letterCount &+ 1
      run = Self.next(run, byte)
      if letterCount >= 3, !contains(Self.hash(run)) { return false }
    }
    return true
  }

  /// Where the bit is of the three bytes of a phrase from `start` on; an empty run is in every text,
  /// and so is taken to be one that spans words.
  fileprivate static func run(of phrase: StaticString, from start: Int) -> UInt16 {
    guard start >= 0, start + 3 <= phrase.utf8CodeUnitCount else { return always }
    var run: UInt32 = 0
    for index in start..<start + 3 {
      let byte = TextSearch.byte(of: phrase, at: index)
      if byte == UInt8(ascii: " ") { return always }
      run = next(run, byte)
    }
    return hash(run)
  }

  /// The last three bytes, once `byte` has come.
  @inline(__always)
  private static func next(_ run: UInt32, _ byte: UInt8) -> UInt32 {
    let isUppercase = byte &- UInt8(ascii: "A") < 26
    return run &>> 8 | UInt32(isUppercase ? byte | 0x20 : byte) &<< 16
  }

  @inline(__always)
  private func contains(_ hash: UInt16) -> Bool {
    bits[Int(hash &>> 6)] &>> UInt64(truncatingIfNeeded: hash) & 1 == 1
  }

  /// From 0 to 2047.
  @inline(__always)
  private static func hash(_ run: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: (run &* 0x9e37_79b1) &>> 21)
  }

  /// Behind all hashes.
  private static var always: UInt16 { 2048 }
}

/// Words to look for in a text, and by which nearly all texts are told at once not to hold them.
package struct Phrase: ExpressibleByStringLiteral, Sendable {
  /// In lower case, with single spaces between words.
  package let text: StaticString
  /// The run of the first three bytes, and that of the last.
  fileprivate let firstRun, lastRun: UInt16

  package init(stringLiteral text: StaticString) {
    self.text = text
    firstRun = LetterRuns.run(of: text, from: 0)
    lastRun = LetterRuns.run(of: text, from: text.utf8CodeUnitCount - 3)
  }
}
