import Foundation
import GzipStream
import Testing

@testable import DenialsReport

/// Text comes out, however bytes come in.
@Suite struct ByteSourceTests {
  /// What a source gives, damage marked by nil.
  private struct Reading: Equatable {
    var text: [UInt8] = []
    var damages: [GzipDamage] = []
    var fingerprint = ""
    var compressedByteCount = 0
  }

  private func read(
    _ source: consuming ByteSource, atMost count: Int = 1 << 16
  ) throws -> Reading {
    var reading = Reading()
    while true {
      let textCount = reading.text.count
      switch try source.read(into: &reading.text, atMost: count) {
      case .more:
        try #require((1...count).contains(reading.text.count - textCount))
        continue
      case .damage(let damage): reading.damages.append(damage)
      case .end:
        reading.fingerprint = source.fingerprint
        reading.compressedByteCount = source.compressedByteCount
        return reading
      }
      try #require(reading.text.count == textCount)
    }
  }

  @Test(
    arguments: [
      [], [0x1F], [0x0A], [0x1F, 0x1F, 0x8B], [0x1F, 0x0A], [0x8B, 0x1F, 0x8B],
      Array("{\"a\":1}\n{\"b\":2}".utf8), [UInt8](repeating: 0, count: 10_000),
    ] as [[UInt8]])
  func `plain bytes come out as they are`(bytes: [UInt8]) throws {
    let directory = try InputDirectory()
    let origin = try directory.file("a", bytes)
    for (blockBytes, count) in [(1, 1), (2, 3), (3, 2), (7, 4096), (4096, 7)] {
      let source = try ByteSource(InputFile(origin), blockBytes: blockBytes)
      let reading = try read(source, atMost: count)
      #expect(reading.text == bytes)
      #expect(reading.damages == [])
      #expect(reading.compressedByteCount == bytes.count)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func `gzip is told by content and inflated, for any sizes of reads`(size: Int) throws {
    let directory = try InputDirectory()
    let origin = try directory.file("no-suffix", Gzip.twoMembers)
    let source = try ByteSource(InputFile(origin), blockBytes: size)
    let reading = try read(source, atMost: size)
    #expect(reading.text == Gzip.text + Gzip.text)
    #expect(reading.damages == [])
    #expect(reading.compressedByteCount == Gzip.twoMembers.count)
  }

  @Test func `a pipe that gives one byte at a time does not hide gzip`() throws {
    let source = ByteSource(try pipedFile(writing: Gzip.twoMembers.map { [$0] }))
    #expect(try read(source).text == Gzip.text + Gzip.text)
  }

  @Test func `damage lies between the text before and the text after`() throws {
    let directory = try InputDirectory()
    var bytes = Gzip.twoMembers
    bytes[Gzip.member.count - 8] ^= 1
    let origin = try directory.file("a.gz", bytes)
    for blockBytes in [1, 2, 3, 7, 4096] {
      var source = try ByteSource(InputFile(origin), blockBytes: blockBytes)
      var text: [UInt8] = []
      while try source.read(into: &text, atMost: 5) == .more {}
      #expect(text == Gzip.text)
      let reading = try read(source)
      #expect(reading.text == Gzip.text)
      #expect(reading.damages == [])
      #expect(reading.compressedByteCount == bytes.count)
    }
  }

  @Test(arguments: [1, 2, 3, 10, 30])
  func `a member that is cut short is reported once`(count: Int) throws {
    let directory = try InputDirectory()
    let origin = try directory.file("a.gz", Gzip.member + Gzip.member.prefix(count))
    let reading = try read(ByteSource(InputFile(origin)))
    let damage = GzipDamage(
      error: .truncated(compressedOffset: Gzip.member.count + count), resumedOffset: nil)
    #expect(Gzip.text + Gzip.text.prefix(reading.text.count - Gzip.text.count) == reading.text[...])
    #expect(reading.damages == [damage])
  }

  @Test(
    arguments: [
      ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ] as [([UInt8], String)])
  func `the fingerprint is of the bytes as they came`(bytes: [UInt8], digest: String) throws {
    let directory = try InputDirectory()
    let origin = try directory.file("a", bytes)
    for blockBytes in [1, 2, 4096] {
      let source = try ByteSource(InputFile(origin), blockBytes: blockBytes)
      #expect(try read(source, atMost: 2).fingerprint == digest)
    }
  }

  @Test func `nothing is digested if nobody asks for the fingerprint`() throws {
    let directory = try InputDirectory()
    for bytes in [Array("abc".utf8), Gzip.twoMembers] {
      let origin = try directory.file("a", bytes)
      let asked = try read(ByteSource(InputFile(origin), blockBytes: 2))
      let unasked = try read(ByteSource(InputFile(origin), hasFingerprint: false, blockBytes: 2))
      #expect(unasked.fingerprint.isEmpty)
      #expect(unasked.text == asked.text && !asked.fingerprint.isEmpty)
    }
  }

  @Test func `equal text, packed otherwise, is another source`() throws {
    let directory = try InputDirectory()
    let plain = try directory.file("a.json", Gzip.text)
    let packed = try directory.file("a.json.gz", Gzip.member)
    let readings = try (
      read(ByteSource(InputFile(plain))), read(ByteSource(InputFile(packed)))
    )
    #expect(readings.0.text == readings.1.text)
    #expect(readings.0.fingerprint != readings.1.fingerprint)
  }

  @Test func `an input that cannot be read is an error once, then the end`() throws {
    var source = ByteSource(try InputFile(.file(InputPath("/"))))
    var buffer: [UInt8] = []
    let error = #expect(throws: InputError.self) { try source.read(into: &buffer, atMost: 10) }
    #expect(error == .cannotRead(.file(InputPath("/")), SystemError(code: EISDIR)))
    #expect(try source.read(into: &buffer, atMost: 10) == .end)
    #expect(buffer == [])
  }

  @Test func `the first end of input is the end, even if more comes later`() throws {
    let directory = try InputDirectory()
    var source = try ByteSource(InputFile(directory.file("a", [0x7B])))
    var text: [UInt8] = []
    #expect(try source.read(into: &text, atMost: 10) == .more)
    // As a terminal does on which somebody types on after an end of input.
    try directory.file("a", Array("{}".utf8))
    #expect(try source.read(into: &text, atMost: 10) == .end)
    #expect(text == [0x7B])
  }

  @Test func `a source knows where its bytes come from`() throws {
    #expect(ByteSource(try InputFile(.standardInput)).origin == .standardInput)
  }
}

/// Two lines, and what `gzip -n` makes of them.
private enum Gzip {
  static let text = Array("{\"insertId\":\"a\"}\n{\"insertId\":\"a\"}\n".utf8)
  static let member: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0xCA, 0xCC, 0x2B,
    0x4E, 0x2D, 0x2A, 0xF1, 0x4C, 0x51, 0xB2, 0x52, 0x4A, 0x54, 0xAA, 0xE5, 0xAA, 0x46, 0x17,
    0x00, 0x00, 0x22, 0xB0, 0x37, 0xF7, 0x22, 0x00, 0x00, 0x00,
  ]
  static let twoMembers = member + member
}
