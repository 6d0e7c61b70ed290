import Testing

@testable import GzipStream

/// All engines give the same of every stream, by hand and by chance.
///
/// ``Reading`` reads by each of them and compares; what is expected here is that of zlib.
@Suite struct EngineTests {
  private static let before = logLines(byteCount: 700)

  /// Deflate data with some good text, and then what the closure writes.
  private static func member(_ write: (inout DeflateBits) -> Void) -> [UInt8] {
    var bits = DeflateBits()
    bits.writeFixedBlock(before)
    write(&bits)
    for _ in 0..<40 { bits.write(0x5A, 8) }
    return bits.member(of: before)
  }

  /// 257 codes of 8 bits but one of 9, and one for the end of the block: complete.
  private static let literals = [Int](repeating: 8, count: 255) + [9, 9]
  private static let few = [1] + [Int](repeating: 0, count: 255) + [1]

  static let malformed: [(name: String, stream: [UInt8])] = [
    ("a reserved type of block", member { $0.write(7, 3) }),
    (
      "a length that does not fit its complement",
      member { bits in
        bits.write(1, 3)
        bits.align()
        bits.write(0x1234_1234, 32)
      }
    ),
    (
      "too many lengths",
      member { bits in
        bits.write(5, 3)
        bits.write(30, 5)
        bits.write(0, 9)
      }
    ),
    (
      "too many distances",
      member { bits in
        bits.write(5, 3)
        bits.write(0, 5)
        bits.write(30, 5)
        bits.write(0, 4)
      }
    ),
    (
      "more codes for lengths than bits",
      member { bits in
        let lengths = [Int](repeating: 3, count: 19)
        bits.writeHeader(literals: literals, distances: [1], codeLengths: lengths)
      }
    ),
    (
      "no code for lengths",
      member { bits in
        bits.write(5, 3)
        bits.write(0, 14)
        bits.write(0, 12)
      }
    ),
    (
      "a repetition of nothing",
      member { bits in
        bits.write(5, 3)
        bits.write(0, 14)
        for length in [1, 0, 0, 1] { bits.write(length, 3) }
        bits.writeCode(1, 1)
      }
    ),
    (
      "zeros beyond the last code",
      member { bits in
        bits.write(5, 3)
        bits.write(0, 14)
        for length in [0, 0, 1, 1] { bits.write(length, 3) }
        for _ in 0..<3 {
          bits.writeCode(1, 1)
          bits.write(127, 7)
        }
      }
    ),
    (
      "no end of the block",
      member { $0.writeHeader(literals: literals.dropLast(2) + [8, 0], distances: [1]) }
    ),
    (
      "more literals than bits",
      member { $0.writeHeader(literals: [Int](repeating: 7, count: 257), distances: [1]) }
    ),
    (
      "more distances than bits",
      member { $0.writeHeader(literals: literals, distances: [1, 1, 1]) }
    ),
    (
      "a distance in front of the text",
      member { bits in
        bits.write(3, 3)
        bits.writeFixed(257)
        bits.writeCode(29, 5)
        bits.write(8191, 13)
      }
    ),
    (
      "a length without a code for distances",
      member { bits in
        var lengths = literals + [0]
        lengths[0] = 9
        lengths[257] = 9
        lengths[255] = 9
        lengths[256] = 9
        bits.writeHeader(literals: lengths, distances: [0])
        bits.writeCode(DeflateBits.codes(of: lengths)[257], 9)
      }
    ),
    (
      "the other bit of a code for one distance",
      member { bits in
        var lengths = literals + [9]
        lengths[0] = 9
        bits.writeHeader(literals: lengths, distances: [1])
        bits.writeCode(DeflateBits.codes(of: lengths)[257], 9)
        bits.writeCode(1, 1)
      }
    ),
    (
      "the end of the block alone, by the other bit",
      member { bits in
        bits.writeHeader(literals: [Int](repeating: 0, count: 256) + [1], distances: [0])
        bits.writeCode(1, 1)
      }
    ),
  ]

  @Test(arguments: malformed)
  func `what is no deflate data is damage after the text before it`(
    name: String, stream: [UInt8]
  ) throws {
    let next = storedMember(logLines(byteCount: 600, seed: 3))
    let whole = try Reading(of: stream + next)
    #expect(whole.text.starts(with: Self.before))
    #expect(whole.damages.count == 1)
    for size in [1, 2, 3, 7] {
      #expect(try Reading(of: stream + next, blockBytes: size, atMost: 11 - size) == whole)
    }
  }

  @Test(arguments: [286, 287])
  func `lengths that are reserved are damage`(symbol: Int) throws {
    let stream = Self.member { bits in
      bits.write(3, 3)
      bits.writeFixed(symbol)
    }
    #expect(try Reading(of: stream).text == Self.before)
  }

  @Test(arguments: [30, 31])
  func `distances that are reserved are damage`(symbol: Int) throws {
    let stream = Self.member { bits in
      bits.write(3, 3)
      bits.writeFixed(0x61)
      bits.writeFixed(257)
      bits.writeCode(symbol, 5)
    }
    #expect(try Reading(of: stream).text == Self.before + [0x61])
  }

  @Test func `a thousand empty blocks are nothing`() throws {
    var bits = DeflateBits()
    for _ in 0..<1000 { bits.writeFixedBlock([]) }
    bits.writeFixedBlock(Self.before, isLast: true)
    let stream = bits.member(of: Self.before)
    for size in [1, 7, 4096] {
      let reading = try Reading(of: stream, blockBytes: size, atMost: size)
      #expect(reading.text == Self.before)
      #expect(reading.damages == [])
    }
  }

  @Test func `the farthest distance is read, over any end of a read`() throws {
    let start = logLines(byteCount: 32_768).prefix(32_768)
    var bits = DeflateBits()
    bits.writeFixedBlock(Array(start))
    bits.write(3, 3)
    for _ in 0..<300 {
      bits.writeFixed(285)
      bits.writeCode(29, 5)
      bits.write(8191, 13)
    }
    bits.writeFixed(256)
    var text = Array(start)
    for index in 0..<300 * 258 { text.append(text[index]) }
    for size in [1 << 16, 4000, 257] {
      let reading = try Reading(of: bits.member(of: text), blockBytes: size, atMost: size)
      #expect(reading.text == text)
      #expect(reading.damages == [])
    }
  }

  @Test func `a block without end is left to zlib, and read like any other`() throws {
    let text = logLines(byteCount: 1_200_000)
    var bits = DeflateBits()
    bits.writeFixedBlock(text, isLast: true)
    let stream = bits.member(of: text)
    for size in [65_536, 1 << 20] {
      let reading = try Reading(of: stream, blockBytes: size, atMost: size)
      #expect(reading.text == text)
      #expect(reading.damages == [])
    }
    let cut = try Reading(of: Array(stream.dropLast(100_000)), blockBytes: 65_536)
    #expect(cut.damages.map(\.error) == [.truncated(compressedOffset: stream.count - 100_000)])
  }

  /// The known difference, see ``FastMember``: what zlib refuses, ISA-L may read on.
  @Test(arguments: InflateEngine.present)
  func `a code that leaves bits unused is damage, or the text is right`(
    engine: InflateEngine
  ) throws {
    var lengths = Self.literals
    lengths[0] = 9
    lengths[1] = 10
    var bits = DeflateBits()
    bits.writeHeader(literals: lengths, distances: [1])
    let codes = DeflateBits.codes(of: lengths)
    for byte in Self.before { bits.writeCode(codes[Int(byte)], lengths[Int(byte)]) }
    bits.writeCode(codes[256], lengths[256])
    let reading = try Reading(of: bits.member(of: Self.before), by: engine)
    #expect(reading.text == Self.before || reading.text.isEmpty && reading.damages.count == 1)
  }
}
