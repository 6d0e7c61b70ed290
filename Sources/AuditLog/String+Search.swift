extension String {
  /// Where `text` stands first, in bytes from the start, byte for byte.
  ///
  /// Without Unicode normalisation, which has no place in identifiers.
  package func utf8Offset(of text: StaticString) -> Int? {
    TextSearch.offset(of: text, in: utf8.span)
  }

  /// Whether `text` stands here, byte for byte.
  package func utf8Contains(_ text: StaticString) -> Bool {
    utf8Offset(of: text) != nil
  }

  /// What follows the first `text`; `nil` if it does not occur.
  package func suffix(after text: StaticString) -> Substring? {
    guard let offset = utf8Offset(of: text) else { return nil }
    return self[utf8.index(startIndex, offsetBy: offset + text.utf8CodeUnitCount)...]
  }
}
