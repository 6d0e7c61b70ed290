import AuditLog

/// Text without words that name an object: those with `/`, `@` or `:` inside.
///
/// A metric such as `aiplatform.googleapis.com/generate_content_requests_per_minute` stays.
struct ObjectlessText {
  /// The words that stay, with a space between two.
  private(set) var bytes: [UInt8] = []

  /// Adds the words of a text that name no object.
  mutating func append(_ text: Span<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count + 1)
    var offset = 0
    while offset < text.count {
      guard text[offset] > ASCII.space else {
        offset += 1
        continue
      }
      let start = offset
      while offset < text.count, text[offset] > ASCII.space { offset += 1 }
      let word = text.extracting(start..<offset)
      if !Self.isObject(word) || Self.isMetric(word) { appendAll(of: word) }
    }
  }

  /// Adds a text whatever it names.
  mutating func appendAll(of text: Span<UInt8>) {
    bytes.append(ASCII.space)
    for index in text.indices { bytes.append(text[index]) }
  }

  private static func isObject(_ word: Span<UInt8>) -> Bool {
    var isInside = false
    for index in 0..<(word.count - 1) {
      let byte = word[index]
      isInside = isInside || ASCII.isWord(byte)
      if isInside,
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":")
      {
        return true
      }
    }
    return false
  }

  /// Whether a word is `SERVICE.googleapis.com/METRIC`, with quotes or a comma around or without.
  private static func isMetric(_ word: Span<UInt8>) -> Bool {
    guard let end = TextSearch.offset(of: ".googleapis.com/", in: word) else { return false }
    for index in 0..<end where word[index] == UInt8(ascii: "/") { return false }
    for index in (end + 16)..<word.count {
      let byte = word[index]
      guard
        ASCII.isWord(byte) || ASCII.isQuote(byte) || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      else { return false }
    }
    return true
  }
}
