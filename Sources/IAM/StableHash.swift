/// A hash that is the same on every machine and in every run, unlike `Hasher`.
///
/// FNV-1a over UTF-8, with a separator after each field. It tells names apart and secures nothing.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  /// Takes in one field.
  package mutating func combine(_ field: String) {
    let bytes = field.utf8.span
    for index in bytes.indices { combine(bytes[index]) }
    // No field holds this byte, so ("ab", "c") and ("a", "bc") differ.
    combine(0xff)
  }

  /// The hash of what was taken in so far.
  package var value: UInt64 { state }

  /// Sixteen hexadecimal digits, in lower case.
  package var longHexDigits: String {
    Self.hexDigits(of: state, count: 16)
  }

  /// Eight hexadecimal digits, in lower case.
  package var hexDigits: String {
    Self.hexDigits(of: (state ^ (state >> 32)) & 0xffff_ffff, count: 8)
  }

  private static func hexDigits(of number: UInt64, count: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(count)
    for shift in stride(from: 4 * (count - 1), through: 0, by: -4) {
      let digit = UInt8(number >> UInt64(shift) & 0xf)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
