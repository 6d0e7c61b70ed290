/// Base64 as Pub/Sub writes the data of a message.
///
/// - Source: RFC 4648, sections 4 and 5
enum Base64 {
  /// The bytes that `text` stands for, in the usual or the URL alphabet, padded or not.
  ///
  /// - Returns: `nil` if another character is in it, if a byte is cut off, or if it is padded wrongly.
  static func decoded(_ text: String) -> [UInt8]? {
    let characters = text.utf8.span
    let count = characters.count - paddingCount(of: characters)
    guard count % 4 != 1 else { return nil }
    let values = values.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count / 4 * 3 + 3)
    var index = 0
    while index + 4 <= count {
      var bits: UInt32 = 0
      for place in index..<index + 4 {
        let value = values[Int(characters[place])]
        guard value < 64 else { return nil }
        bits = bits << 6 | UInt32(value)
      }
      bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
      bytes.append(UInt8(truncatingIfNeeded: bits))
      index += 4
    }
    // Two or three characters are left of the last bytes, or none.
    var bits: UInt32 = 0
    for place in index..<count {
      let value = values[Int(characters[place])]
      guard value < 64 else { return nil }
      bits |= UInt32(value) << UInt32(18 - 6 * (place - index))
    }
    if count - index >= 2 { bytes.append(UInt8(truncatingIfNeeded: bits >> 16)) }
    if count - index == 3 { bytes.append(UInt8(truncatingIfNeeded: bits >> 8)) }
    return bytes
  }

  /// How many signs at the end fill up the last four characters; any other is a wrong character.
  private static func paddingCount(of characters: Span<UInt8>) -> Int {
    let count = characters.count
    guard count > 0, count % 4 == 0, characters[count - 1] == UInt8(ascii: "=") else { return 0 }
    return characters[count - 2] == UInt8(ascii: "=") ? 2 : 1
  }

  /// What each character stands for, by its code; 255 if it is in no alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    for letter in "+-".utf8 { values[Int(letter)] = 62 }
    for letter in "/_".utf8 { values[Int(letter)] = 63 }
    return values
  }()
}
