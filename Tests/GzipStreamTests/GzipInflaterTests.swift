import Foundation
import Testing

@testable import GzipStream

/// One member, one call after another.
@Suite struct GzipInflaterTests {
  private let text = Array("{\"a\": 1}\n".utf8)

  @Test(arguments: InflateEngine.present)
  func `a call says how far it came and what it needs`(engine: InflateEngine) throws {
    var inflater = try GzipInflater(engine: engine)
    let member = storedMember(text) + [7]
    var output: [UInt8] = []

    let half = try inflater.inflate(
      member.span.extracting(..<20), from: 0, at: 0, isComplete: false, into: &output, atMost: 100)
    #expect(half == .init(nextOffset: 20, state: .inputUsedUp))
    #expect(output == Array(text.prefix(5)))

    let full = try inflater.inflate(
      member.span, from: 0, at: 20, isComplete: true, into: &output, atMost: 1)
    #expect(full.state == .outputFull)
    #expect(output == Array(text.prefix(6)))

    let end = try inflater.inflate(
      member.span, from: 0, at: full.nextOffset, isComplete: true, into: &output, atMost: 100)
    #expect(end == .init(nextOffset: 32, state: .memberEnd))
    #expect(output == text)
  }

  @Test(arguments: InflateEngine.present)
  func `no input is no progress and no error`(engine: InflateEngine) throws {
    var inflater = try GzipInflater(engine: engine)
    let none: [UInt8] = []
    var output: [UInt8] = []
    let progress = try inflater.inflate(
      none.span, from: 0, at: 0, isComplete: false, into: &output, atMost: 10)
    #expect(progress == .init(nextOffset: 0, state: .inputUsedUp))
    #expect(output == [])
  }

  @Test(arguments: InflateEngine.present)
  func `an error counts from the start of the stream, and stays until a reset`(
    engine: InflateEngine
  ) throws {
    var inflater = try GzipInflater(engine: engine)
    var output: [UInt8] = []
    let bad: [UInt8] = [0x1F, 0x8B, 9, 0, 0]
    let good = storedMember(text)
    #expect(throws: GzipError.corrupt(compressedOffset: 1004)) {
      try inflater.inflate(
        bad.span, from: 1000, at: 1000, isComplete: false, into: &output, atMost: 10)
    }
    #expect(throws: GzipError.corrupt(compressedOffset: 2000)) {
      try inflater.inflate(
        good.span, from: 2000, at: 2000, isComplete: false, into: &output, atMost: 10)
    }
    inflater.reset()
    let progress = try inflater.inflate(
      good.span, from: 0, at: 0, isComplete: false, into: &output, atMost: 10)
    #expect(progress.state == .memberEnd)
    #expect(output == text)
  }

  @Test(arguments: InflateEngine.present)
  func `the bytes before an error are kept`(engine: InflateEngine) throws {
    var inflater = try GzipInflater(engine: engine)
    var member = storedMember(text)
    member[24] ^= 1
    var output: [UInt8] = []
    #expect(throws: GzipError.corrupt(compressedOffset: 28)) {
      try inflater.inflate(
        member.span, from: 0, at: 0, isComplete: true, into: &output, atMost: 100)
    }
    #expect(output == text)
  }

  @Test func `no memory at the start is an error of its own`() {
    #expect(throws: GzipError.outOfMemory) {
      _ = try unsafe ZlibStream { _, _, _ in nil }
    }
  }

  @Test(arguments: InflateEngine.present)
  func `no memory later ends the stream, and says so`(engine: InflateEngine) throws {
    // zlib allocates its state first and, when it has text to remember, a window of 32 KiB.
    let zlib = try unsafe ZlibStream { _, count, size in
      count * size < 32_768 ? unsafe calloc(Int(count), Int(size)) : nil
    }
    var reader = GzipReader(inflater: GzipInflater(zlib: zlib, engine: engine))
    reader.supply(storedMember(text).dropLast(9))
    reader.finishInput()
    var output: [UInt8] = []
    var outcomes: [GzipReader.Outcome] = []
    for _ in 0..<6 { outcomes.append(reader.read(into: &output, atMost: 4)) }
    let damage = GzipDamage(error: .outOfMemory, resumedOffset: nil)
    #expect(outcomes.last == .end)
    #expect(outcomes.contains(.damage(damage)))
  }

  @Test func `a read without room is the caller's mistake`() async {
    await #expect(processExitsWith: .failure) {
      var inflater = try GzipInflater()
      let member: [UInt8] = [0x1F]
      var output: [UInt8] = []
      _ = try inflater.inflate(
        member.span, from: 0, at: 0, isComplete: false, into: &output, atMost: 0)
    }
  }
}
