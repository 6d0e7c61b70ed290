import AuditLog

/// What a caller's program says it is, made comparable.
enum UserAgent {
  /// The user agent without what Google's front ends append at each hop and without gcloud's
  /// number of the single invocation, which would make each call its own.
  static func shown(_ userAgent: String) -> String {
    let bytes = userAgent.utf8.span
    let ownText = bytes.extracting(0..<endOfOwnText(bytes))
    if ownText.count == bytes.count, isShown(ownText) { return userAgent }
    return String(decoding: shownWords(of: ownText), as: UTF8.self)
  }

  /// How many bytes of a user agent are shown, if they are its first ones: so it mostly is.
  static func shownCount(_ bytes: Span<UInt8>) -> Int? {
    let end = endOfOwnText(bytes)
    return isShown(bytes.extracting(0..<end)) ? end : nil
  }

  /// Whether nothing of the own text is to be left out, as far as a quick look tells.
  private static func isShown(_ text: Span<UInt8>) -> Bool {
    text.isEmpty
      || text[0] != 0x20 && TextSearch.offset(of: "  ", in: text) == nil
        && TextSearch.offset(of: "invocation-id/", in: text) == nil
  }

  /// Where the text of the caller's own program ends, without spaces behind it.
  private static func endOfOwnText(_ bytes: Span<UInt8>) -> Int {
    var end = bytes.count
    while holds("gzip(gfe)", bytes, before: end) {
      end -= 9
      if end > 0, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      end = endOfWords(bytes, before: end)
    }
    return endOfWords(bytes, before: end)
  }

  private static func endOfWords(_ bytes: Span<UInt8>, before end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// The words of a text but for those that number an invocation, a space between two.
  private static func shownWords(of bytes: Span<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      let isNumber = holds("invocation-id/", bytes, before: min(start + 14, end))
      if end > start, !isNumber {
        if !words.isEmpty { words.append(0x20) }
        for index in start..<end { words.append(bytes[index]) }
      }
      start = end + 1
    }
    return words
  }

  /// Whether a word stands right before an offset.
  private static func holds(_ word: String, _ bytes: Span<UInt8>, before end: Int) -> Bool {
    let word = word.utf8.span
    let start = end - word.count
    return start >= 0 && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
  }
}

extension StringTable {
  /// The number of a user agent as it is shown.
  mutating func number(ofUserAgent text: String) -> Int32 {
    let bytes = text.utf8.span
    guard let count = UserAgent.shownCount(bytes) else { return number(of: UserAgent.shown(text)) }
    return number(of: bytes.extracting(0..<count))
  }
}
