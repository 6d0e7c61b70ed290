import CByteMask
import Testing

@testable import AuditLog

/// What stands in a block, as each engine finds it.
struct BlockTokensTests {
  /// What a look at each byte finds.
  private func expected(_ bytes: ArraySlice<UInt8>) -> BlockTokens {
    func places(_ isWanted: (UInt8) -> Bool) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 1 | (isWanted($1) ? 1 : 0) }
    }
    let quotes = places { $0 == UInt8(ascii: "\"") }
    var parity: UInt64 = 0
    for place in 0..<64 as Range<UInt64> {
      let upTo = quotes << (63 - place)
      parity |= UInt64(upTo.nonzeroBitCount % 2) << place
    }
    return BlockTokens(
      quotes: quotes, parity: parity, colons: places { $0 == UInt8(ascii: ":") },
      commas: places { $0 == UInt8(ascii: ",") },
      opens: places { "{[".utf8.contains($0) }, closes: places { "}]".utf8.contains($0) },
      specials: places { $0 == UInt8(ascii: "\\") || $0 < 0x20 || $0 >= 0x80 })
  }

  /// The tokens of all whole blocks from `start` on that end before `end`.
  private func found(
    in bytes: [UInt8], from start: Int, before end: Int, by engine: BlockTokens.Engine
  ) -> [[UInt64]] {
    var run = TokenRun(by: engine)
    return stride(from: start, through: end - 64, by: 64).map {
      run.next(in: bytes.span, at: $0, before: end).all
    }
  }

  @Test(arguments: BlockTokens.Engine.runnable)
  func `each byte is found for what it is, in every place`(engine: BlockTokens.Engine) {
    for byte in 0...255 as ClosedRange<UInt8> {
      // With bit 5 set, two control characters and two others look like brackets.
      for place in 0..<64 {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 64)
        bytes[place] = byte
        #expect(found(in: bytes, from: 0, before: 64, by: engine) == [expected(bytes[...]).all])
      }
    }
  }

  @Test(arguments: BlockTokens.Engine.runnable)
  func `tokens in any order are found wherever a block begins`(engine: BlockTokens.Engine) {
    var generator = SeededGenerator(seed: 7)
    let tokens = Array("{}[],:\"\"\"ab 1\\\n".utf8) + [0x5c, 0x7f, 0x80, 0xff, 0x1b, 0x1d]
    for _ in 0..<500 {
      let bytes = (0..<1_500).map { _ in tokens.randomElement(using: &generator) ?? 0 }
      let start = Int.random(in: 0...700, using: &generator)
      let end = Int.random(in: start...bytes.count, using: &generator)
      let blocks = stride(from: start, through: end - 64, by: 64)
      #expect(
        found(in: bytes, from: start, before: end, by: engine)
          == blocks.map { expected(bytes[$0..<$0 + 64]).all })
    }
  }

  @Test func `the best engine is one that this processor can run, and each is run at all`() {
    #expect(BlockTokens.Engine.runnable.first == .portable)
    #expect(BlockTokens.Engine.runnable.contains(.best))
    for engine in BlockTokens.Engine.allCases where !BlockTokens.Engine.runnable.contains(engine) {
      print("SKIPPED: \(engine), which this processor cannot run")
    }
  }
}

extension BlockTokens {
  fileprivate var all: [UInt64] { [quotes, parity, colons, commas, opens, closes, specials] }
}
