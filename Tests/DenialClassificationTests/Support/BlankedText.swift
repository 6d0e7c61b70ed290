@testable import DenialClassification

/// A message with parts of it blanked step by step, which ``WordWalk`` does in one walk.
struct BlankedText {
  /// White space and `_` as one space, with one at each end.
  let words: [UInt8]

  init(_ text: String, _ part: MessageText.Part) {
    let lowercased = text.utf8.map(ASCII.lowercased)
    let unquoted = part == .full ? lowercased : Self.blankingQuotes(in: lowercased)
    words = Self.words(in: part == .plain ? Self.blankingNames(in: unquoted) : unquoted)
  }

  private static func blankingQuotes(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var offset = 0
    while offset < bytes.count {
      let quote = bytes[offset]
      let opens = ASCII.isQuote(quote) && (offset == 0 || !ASCII.isWord(bytes[offset - 1]))
      let end = bytes.indices.dropFirst(offset + 1).first {
        bytes[$0] == quote && ($0 + 1 == bytes.count || !ASCII.isWord(bytes[$0 + 1]))
      }
      if opens, let end, end - offset <= 4096 {
        for index in offset...end { result[index] = ASCII.space }
        offset = end
      }
      offset += 1
    }
    return result
  }

  private static func blankingNames(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    let ends = bytes.indices.filter { bytes[$0] <= ASCII.space } + [bytes.count]
    var start = 0
    for end in ends {
      let word = Array(bytes[start..<end])
      let points = word.indices.dropFirst().dropLast().filter {
        word[$0] == UInt8(ascii: ".") && ASCII.isWord(word[$0 - 1]) && ASCII.isWord(word[$0 + 1])
      }
      if word.contains(UInt8(ascii: "/")) || points.count >= 2 {
        for index in start..<end { result[index] = ASCII.space }
      }
      start = end + 1
    }
    return result
  }

  private static func words(in bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split { $0 <= ASCII.space || $0 == UInt8(ascii: "_") }
    return [ASCII.space] + parts.flatMap { $0 + [ASCII.space] }
  }
}
