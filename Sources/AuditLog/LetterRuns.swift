/// Which runs of three bytes a text has, whatever their case.
///
/// A message is asked for about a hundred phrases and has one or two: a set of hashes says of nearly
/// all others at once that they are missing. What is not missing must still be looked for.
package struct LetterRuns: Sendable {
  /// One bit for each hash.
  private var bits = InlineArray<32, UInt64>(repeating: 0)

  package init(of text: Span<UInt8>) {
    var run: UInt32 = 0
    var index = 0
    while index < text.count {
      run = Self.next(run, text[index])
      index &+= 1
      if index >= 3 { insert(run) }
    }
  }

  /// Whether a phrase may stand in the text, in any case, with any white space between its words.
  ///
  /// - Returns: `false` only if a word of the phrase is missing.
  package func mayHold(_ phrase: StaticString) -> Bool {
    var run: UInt32 = 0
    var letterCount = 0
    for index in 0..<phrase.utf8CodeUnitCount {
      let byte = TextSearch.byte(of: phrase, at: index)
      letterCount = byte == UInt8(ascii: " ") ? 0 : letterCount &+ 1
      run = Self.next(run, byte)
      if letterCount >= 3, !contains(run) { return false }
    }
    return true
  }

  /// The last three bytes, once `byte` has come.
  @inline(__always)
  private static func next(_ run: UInt32, _ byte: UInt8) -> UInt32 {
    let isUppercase = byte &- UInt8(ascii: "A") < 26
    return run &>> 8 | UInt32(isUppercase ? byte | 0x20 : byte) &<< 16
  }

  @inline(__always)
  private mutating func insert(_ run: UInt32) {
    let hash = Self.hash(run)
    bits[hash &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: hash)
  }

  @inline(__always)
  private func contains(_ run: UInt32) -> Bool {
    let hash = Self.hash(run)
    return bits[hash &>> 6] &>> UInt64(truncatingIfNeeded: hash) & 1 == 1
  }

  /// From 0 to 2047.
  @inline(__always)
  private static func hash(_ run: UInt32) -> Int { Int((run &* 0x9e37_79b1) &>> 21) }
}
