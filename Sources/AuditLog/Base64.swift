/// Base64 as Pub/Sub writes the data of a message.
///
/// - Source: RFC 4648, sections 4 and 5
enum Base64 {
  /// The bytes that `text` stands for, in the usual or the URL alphabet, padded or not.
  ///
  /// - Returns: `nil` if another character is in it, if a byte is cut off, or if it is padded wrongly.
  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var bitCount = 0
    for byte in text.utf8.prefix(while: { $0 != UInt8(ascii: "=") }) {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | value
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    let padding = text.utf8.drop { $0 != UInt8(ascii: "=") }
    guard bitCount < 6, padding.allSatisfy({ $0 == UInt8(ascii: "=") }),
      padding.isEmpty || padding.count <= 2 && text.utf8.count % 4 == 0
    else { return nil }
    return bytes
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
