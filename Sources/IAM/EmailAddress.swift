/// An e-mail address in the narrow form that a command may carry.
///
/// Narrower than RFC 5322, which allows quotes, spaces and most punctuation. Google's own accounts
/// keep to letters, digits and `.`, `_`, `%`, `+`, `-`.
struct EmailAddress: Hashable, Sendable {
  /// The whole address.
  let text: String
  /// What stands before the `@`.
  let local: Substring
  /// What stands after the `@`, in lower case.
  let domain: Substring

  /// Reads an address; `nil` if it has any other form.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  init?(_ text: Substring) {
    let text = String(text)
    guard let sign = text.utf8.span.offset(of: "@") else { return nil }
    let whole = text[...]
    local = whole.utf8Slice(0, sign)
    domain = whole.utf8Slice(sign + 1, text.utf8.count)
    guard local.utf8.count <= 128, domain.isDomainName, local.consists(of: Self.isLocal) else {
      return nil
    }
    // A leading hyphen would make an option of an argument, and dots in a row are how a log shows
    // that a part was left out.
    guard !local.begins(with: "-"), !local.hasDots(2) else { return nil }
    self.text = text
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: byte.isAlphanumeric
    }
  }
}
