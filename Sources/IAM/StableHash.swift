/// A hash that is the same on every machine and in every run, unlike `Hasher`.
///
/// FNV-1a over UTF-8, with a separator after each field. It tells names apart and secures nothing.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  /// Takes in one field.
  package mutating func combine(_ field: String) {
    for byte in field.utf8 { combine(byte) }
    // No field holds this byte, so ("ab", "c") and ("a", "bc") differ.
    combine(0xff)
  }

  /// The hash of what was taken in so far.
  package var value: UInt64 { state }

  /// Sixteen hexadecimal digits, in lower case.
  package var longHexDigits: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Eight hexadecimal digits, in lower case.
  package var hexDigits: String {
    let folded = UInt32(truncatingIfNeeded: state ^ (state >> 32))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
