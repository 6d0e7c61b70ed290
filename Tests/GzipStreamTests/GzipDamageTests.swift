import Testing

@testable import GzipStream

/// What is damaged is said, and what follows is not lost.
@Suite struct GzipDamageTests {
  /// A member of 32 bytes.
  private static let whole = storedMember(Array("{\"a\": 1}\n".utf8))

  private static func wrong(_ offset: Int) -> [UInt8] {
    var member = whole
    member[offset] ^= 1
    return member
  }

  private static let damaged:
    [(name: String, stream: [UInt8], error: GzipError, resumedOffset: Int?)] = [
      ("plain text", Array("{}".utf8), GzipError.corrupt(compressedOffset: 0), nil),
      ("zeros alone", [0, 0, 0], .corrupt(compressedOffset: 0), nil),
      ("half a magic number", [0x1F], .truncated(compressedOffset: 1), nil),
      ("a magic number", [0x1F, 0x8B], .truncated(compressedOffset: 2), nil),
      ("another method", [0x1F, 0x8B, 7, 0], .corrupt(compressedOffset: 4), nil),
      ("a reserved flag", [0x1F, 0x8B, 8, 0x20], .corrupt(compressedOffset: 4), nil),
      ("garbage", whole + [0, 0, 9], .trailingGarbage(compressedOffset: 34), nil),
      ("half a magic number at the end", whole + [0x1F], .truncated(compressedOffset: 33), nil),
      ("half a member at the end", whole + whole.prefix(20), .truncated(compressedOffset: 52), nil),
      ("garbage between", whole + [9] + whole, .trailingGarbage(compressedOffset: 32), 33),
      ("a wrong check sum", wrong(24) + whole, .corrupt(compressedOffset: 28), 32),
      ("a wrong length", wrong(28) + whole, .corrupt(compressedOffset: 32), 32),
      ("a length without end", wrong(12) + whole, .corrupt(compressedOffset: 15), 32),
      ("a member that is cut short", whole.prefix(25) + whole, .corrupt(compressedOffset: 25), 25),
    ]

  @Test(arguments: damaged)
  func `an error says where, and where reading resumed`(
    name: String, stream: [UInt8], error: GzipError, resumedOffset: Int?
  ) throws {
    let damage = GzipDamage(error: error, resumedOffset: resumedOffset)
    #expect(try Reading(of: stream).damages == [damage])
    #expect(try Reading(of: stream, blockBytes: 1, atMost: 1).damages == [damage])
  }

  @Test(.enabled(if: GzipSample.isAvailable, GzipSample.whyDisabled), arguments: smallSamples)
  func `a stream that is cut gives the start of its text, and says so`(sample: GzipSample) throws {
    let compressed = Array(sample.compressed)
    let text = Array(sample.text)
    for count in 1..<compressed.count {
      let reading = try Reading(of: Array(compressed.prefix(count)))
      #expect(text.starts(with: reading.text))
      let rest = compressed[count...]
      if reading.damages.isEmpty {
        // Between two members, or in the padding: nothing tells of a cut.
        let next = rest.drop { $0 == 0 }
        #expect(next.isEmpty || next.starts(with: GzipReader.magic))
      } else {
        #expect(reading.damages.map(\.error) == [.truncated(compressedOffset: count)])
      }
    }
  }

  private static let smallSamples = GzipSample.all.filter {
    $0.compressed.count < 500 || $0.name.hasPrefix("zero")
  }

  @Test(arguments: [
    (
      GzipDamage(error: .corrupt(compressedOffset: 7), resumedOffset: 40),
      "gzip data is damaged at or before compressed byte 7: copy the file again; "
        + "reading resumed at compressed byte 40"
    ),
    (
      GzipDamage(error: .truncated(compressedOffset: 7), resumedOffset: nil),
      "gzip data is cut short after 7 compressed bytes: copy the file again; "
        + "nothing after it could be read"
    ),
    (
      GzipDamage(error: .trailingGarbage(compressedOffset: 7), resumedOffset: nil),
      "not gzip data from compressed byte 7, after the end of a gzip member; "
        + "nothing after it could be read"
    ),
    (
      GzipDamage(error: .outOfMemory, resumedOffset: nil),
      "not enough memory to inflate gzip data; nothing after it could be read"
    ),
  ])
  func `a damage says what, where and what to do`(damage: GzipDamage, text: String) {
    #expect(damage.description == text)
  }
}
