/// A few texts that were met before, to tell quickly that one is not new.
package struct NotedTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ranges: [ByteRange] = []

  /// How many texts are remembered; all others are new each time.
  package static let countLimit = 64

  package init() {}

  /// Takes note of a text.
  ///
  /// - Returns: Whether it was not met before, as far as is remembered.
  package mutating func isNew(_ text: Span<UInt8>) -> Bool {
    guard !contains(text) else { return false }
    if ranges.count < Self.countLimit {
      let start = bytes.count
      for index in text.indices { bytes.append(text[index]) }
      ranges.append(ByteRange(start: start, end: bytes.count))
    }
    return true
  }

  private func contains(_ text: Span<UInt8>) -> Bool {
    for range in ranges where range.count == text.count {
      if ByteSearch.areEqual(bytes.span, from: range.start, text) { return true }
    }
    return false
  }
}
