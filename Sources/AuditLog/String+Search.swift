extension StringProtocol {
  /// Where `text` stands first, byte for byte; linear, and without Unicode normalisation, which
  /// has no place in identifiers.
  package func utf8Range(of text: StaticString) -> Range<Index>? {
    let needle = Array(text.description.utf8)
    var start = utf8.startIndex
    while let candidate = utf8[start...].firstIndex(of: needle[0]) {
      if utf8[candidate...].starts(with: needle) {
        return candidate..<utf8.index(candidate, offsetBy: needle.count)
      }
      start = utf8.index(after: candidate)
    }
    return nil
  }
}
