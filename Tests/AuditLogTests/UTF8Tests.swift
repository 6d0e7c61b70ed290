import AuditLog
import Testing

/// Table 3-7 of the Unicode Standard, from both sides.
struct UTF8Tests {
  @Test(
    arguments: [
      [0xc2, 0x80], [0xdf, 0xbf], [0xe0, 0xa0, 0x80], [0xec, 0xbf, 0xbf], [0xed, 0x80, 0x80],
      [0xed, 0x9f, 0xbf], [0xee, 0x80, 0x80], [0xef, 0xbf, 0xbf], [0xf0, 0x90, 0x80, 0x80],
      [0xf3, 0xbf, 0xbf, 0xbf], [0xf4, 0x80, 0x80, 0x80], [0xf4, 0x8f, 0xbf, 0xbf],
    ] as [[UInt8]])
  func `the first and last character of each row is read`(character: [UInt8]) throws {
    for padding in 0...8 {
      let bytes = Array(repeating: UInt8(ascii: "x"), count: padding) + character
      let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
      #expect(try read(quoted) == .string(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// The bytes, and which of them is the first that is wrong.
  @Test(
    arguments: [
      ([0x80], 0), ([0xbf], 0), ([0xc0, 0x80], 0), ([0xc1, 0xbf], 0),
      ([0xf5, 0x80, 0x80, 0x80], 0),
      ([0xf8, 0x88, 0x80, 0x80, 0x80], 0), ([0xfe], 0), ([0xff], 0), ([0xc3, 0x28], 1),
      ([0xe0, 0x9f, 0xbf], 1), ([0xed, 0xa0, 0x80], 1), ([0xed, 0xbf, 0xbf], 1),
      ([0xf0, 0x8f, 0xbf, 0xbf], 1), ([0xf4, 0x90, 0x80, 0x80], 1), ([0xe2, 0x28, 0xa1], 1),
      ([0xe2, 0x82, 0x28], 2), ([0xf0, 0x9f, 0x28], 2), ([0xf0, 0x9f, 0x9a, 0x28], 3),
      ([0xf0, 0x9f, 0x9a, 0xc0], 3), ([0xc3], 1), ([0xe2, 0x82], 2), ([0xf0, 0x9f, 0x9a], 3),
    ] as [([UInt8], Int)])
  func `ill-formed bytes are malformed where they go wrong`(bytes: [UInt8], wrong: Int) {
    for padding in 0...8 {
      let quoted =
        [UInt8(ascii: "\"")] + Array(repeating: UInt8(ascii: "x"), count: padding) + bytes
        + [UInt8(ascii: "\"")]
      let expected = LogEntryError.malformed(byteOffset: 1 + padding + wrong)
      #expect(throws: expected) { try skip(quoted) }
    }
  }

  @Test(
    arguments: [[0xc3], [0xe2], [0xe2, 0x82], [0xf0], [0xf0, 0x9f], [0xf0, 0x9f, 0x9a]] as [[UInt8]]
  )
  func `a character that the line cuts apart is cut off`(bytes: [UInt8]) {
    let line = [UInt8(ascii: "\"")] + bytes
    #expect(throws: LogEntryError.truncated(byteOffset: line.count)) { try skip(line) }
  }

  @Test func `every pair of bytes is judged as Swift judges it`() {
    for first in UInt8(0x80)...0xff {
      for second in UInt8.min...0xff where second != UInt8(ascii: "\"") && second >= 0x20 {
        let pair = [first, second]
        let quoted = [UInt8(ascii: "\"")] + pair + [UInt8(ascii: "\"")]
        let isValid = (try? skip(quoted)) != nil
        #expect(isValid == (String(validating: pair, as: UTF8.self) != nil), "\(pair)")
      }
    }
  }

  @Test func `outside of strings no byte beyond ASCII can stand`() {
    for byte in UInt8(0x80)...0xff {
      #expect(throws: LogEntryError.malformed(byteOffset: 0)) { try skip([byte]) }
      #expect(throws: LogEntryError.malformed(byteOffset: 2)) {
        try skip(Array("{}".utf8) + [byte])
      }
    }
  }
}
