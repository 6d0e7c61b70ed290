/// An e-mail address in the narrow form that a command may carry.
///
/// Narrower than RFC 5322, which allows quotes, spaces and most punctuation. Google's own accounts
/// keep to letters, digits and `.`, `_`, `%`, `+`, `-`.
struct EmailAddress: Hashable, Sendable {
  /// The whole address.
  let text: String
  /// Where the `@` stands, in bytes.
  let sign: Int

  /// What stands before the `@`.
  var local: Substring { text[...].utf8Slice(0, sign) }

  /// Reads an address; `nil` if it has any other form.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  init?(_ text: String) {
    let bytes = text.utf8.span
    guard let sign = bytes.offset(of: "@"), (1...128).contains(sign),
      bytes.extracting((sign + 1)...).isDomainName
    else { return nil }
    // A leading hyphen would make an option of an argument, and dots in a row are how a log shows
    // that a part was left out.
    guard bytes[0] != UInt8(ascii: "-") else { return nil }
    var last: UInt8 = 0
    for index in 0..<sign {
      let byte = bytes[index]
      guard Self.isLocal(byte), byte != UInt8(ascii: ".") || last != byte else { return nil }
      last = byte
    }
    self.text = text
    self.sign = sign
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
