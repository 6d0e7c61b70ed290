import Testing

@testable import GzipStream

/// After damage, reading goes on at the next member, and only at a true one.
@Suite(.enabled(if: GzipSample.isAvailable, GzipSample.whyDisabled))
struct GzipResumeTests {
  @Test func `a flipped bit loses no more than its member, and is never kept quiet`() throws {
    let (first, second) = try (sample("level 6"), sample("level 9"))
    let stream = first.compressed + second.compressed
    let text = first.text + second.text
    for bit in 0..<stream.count * 8 {
      var flipped = Array(stream)
      flipped[bit / 8] ^= 1 << (bit % 8)
      let reading = try Reading(of: flipped)
      #expect(reading.text == Array(text) || !reading.damages.isEmpty, "bit \(bit)")
      if bit / 8 < first.compressed.count {
        #expect(reading.text.suffix(second.text.count) == Array(second.text)[...], "bit \(bit)")
      } else {
        #expect(reading.text.starts(with: first.text), "bit \(bit)")
      }
    }
  }

  @Test func `a member that is cut anywhere loses nothing of the members after it`() throws {
    let (first, rest) = try (sample("level 6"), sample("three members"))
    for count in 1..<first.compressed.count {
      let stream = Array(first.compressed.prefix(count) + rest.compressed)
      let reading = try Reading(of: stream)
      #expect(reading.text.suffix(rest.text.count) == Array(rest.text)[...])
      #expect(reading.damages.map(\.resumedOffset) == [count])
    }
  }

  @Test func `members that a misread one swallowed whole are found again`() throws {
    let (large, rest) = try (sample("many blocks"), sample("three members"))
    // The inflater reads the small members as more of the large one, each time to another end.
    for count in stride(from: 1000, to: large.compressed.count - 1000, by: 15_013) {
      let stream = Array(large.compressed.prefix(count) + rest.compressed + large.compressed)
      let reading = try Reading(of: stream, blockBytes: 4096)
      let text = Array(rest.text + large.text)
      #expect(reading.text.suffix(text.count) == text[...])
      #expect(reading.damages.first?.resumedOffset == count)
    }
  }

  @Test func `any damage gives equal readings for any sizes of blocks and reads`() throws {
    let samples = GzipSample.all.filter { $0.compressed.count < 20_000 }
    var random = SeededGenerator(seed: 2)
    for round in 0..<40 {
      let parts = (0..<3).compactMap { _ in samples.randomElement(using: &random) }
      var stream = parts.flatMap { Array($0.compressed) }
      for _ in 0...round % 3 { damage(&stream, using: &random) }
      let whole = try Reading(of: stream)
      for size in [1, 2, 3, 7, 4096] {
        let count = [1, 3, 500, 5000].randomElement(using: &random) ?? 1
        #expect(try Reading(of: stream, blockBytes: size, atMost: count) == whole, "round \(round)")
      }
    }
  }

  /// Changes, drops, repeats or inserts a few bytes somewhere.
  private func damage(_ stream: inout [UInt8], using random: inout SeededGenerator) {
    let start = Int.random(in: 0..<stream.count, using: &random)
    let range = start..<min(start + Int.random(in: 1...20, using: &random), stream.count)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: stream[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: stream.removeSubrange(range)
    case 2: stream.insert(contentsOf: stream[range], at: start)
    default: stream.replaceSubrange(range, with: range.map { _ in 0x1F })
    }
  }

  private func sample(_ name: String) throws -> GzipSample {
    try #require(GzipSample.all.first { $0.name == name })
  }
}

/// What a place must be like to count as a member.
@Suite struct GzipMemberSearchTests {
  private static let text = logLines(byteCount: 600)

  /// A stored member whose text goes wrong after so many bytes: the next block has a bad type.
  private static func broken(after count: Int) -> [UInt8] {
    var member = storedMember(Array(text.prefix(count)))
    member[10] = 0
    member[member.count - 8] = 0xFF
    return member
  }

  /// A header with a file name, in front of a good body.
  private static func named(nameCount: Int) -> [UInt8] {
    [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0x61, count: nameCount) + [0]
      + storedMember(text).dropFirst(10)
  }

  private static let decoys: [(name: String, bytes: [UInt8])] = [
    ("a magic number", [0x1F, 0x8B, 8]),
    ("a header", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF]),
    ("a reserved flag", [0x1F, 0x8B, 8, 0x40] + storedMember(text).dropFirst(4)),
    ("another method", [0x1F, 0x8B, 7] + storedMember(text).dropFirst(3)),
    ("plain words", storedMember(Array("hello {} ".utf8) + text)),
    ("nothing", storedMember([])),
    ("white space", storedMember([UInt8](repeating: 0x20, count: 700) + text)),
    ("511 bytes before damage", broken(after: 511)),
    ("a name too long to be one", named(nameCount: 4096)),
  ]

  @Test(arguments: decoys)
  func `a place that does not prove itself is passed over`(name: String, decoy: [UInt8]) throws {
    let member = storedMember(Self.text)
    let stream = member + [9] + decoy + member
    let reading = try Reading(of: stream)
    let resumedOffset = stream.count - member.count
    #expect(reading.text == Self.text + Self.text)
    #expect(
      reading.damages == [
        GzipDamage(
          error: .trailingGarbage(compressedOffset: member.count), resumedOffset: resumedOffset)
      ])
  }

  @Test(arguments: [
    ("an object", "{}"), ("an array", " [\r\n\t{}]"), ("a mark", "\u{FEFF}{}"),
    ("a mark and white space", "\u{FEFF} \n {}"),
  ])
  func `a short member counts if it is whole and holds JSON`(name: String, text: String) throws {
    let stream = storedMember([]) + [9] + storedMember(Array(text.utf8))
    let reading = try Reading(of: stream)
    #expect(reading.text == Array(text.utf8))
    #expect(reading.damages.map(\.resumedOffset) == [24])
  }

  @Test func `what is wrong after the first 512 bytes is another damage`() throws {
    let broken = Self.broken(after: 512)
    let stream = storedMember([]) + [9] + broken + storedMember(Self.text)
    let reading = try Reading(of: stream)
    #expect(reading.text == Self.text.prefix(512) + Self.text)
    #expect(reading.damages.map(\.resumedOffset) == [24, 24 + broken.count])
    #expect(reading.damageTextOffsets == [0, 512])
  }

  @Test func `a member is found again though most of the stream is forgotten`() throws {
    let member = storedMember(Self.text)
    for cut in [1_400_000, 1_434_567] {
      let stream = storedMember(logLines(byteCount: 1_500_000)).prefix(cut) + member + member
      let reading = try Reading(of: Array(stream), blockBytes: 65_536)
      #expect(reading.text.suffix(2 * Self.text.count) == (Self.text + Self.text)[...])
      #expect(reading.damages.map(\.resumedOffset) == [cut])
    }
  }

  @Test func `a member with a long file name counts`() throws {
    let stream = storedMember([]) + [9] + Self.named(nameCount: 255)
    #expect(try Reading(of: stream).text == Self.text)
  }
}
