import Testing

@testable import GzipStream

/// All engines give the same of long streams that are damaged by chance.
@Suite(.enabled(if: GzipSample.isAvailable, GzipSample.whyDisabled))
struct EngineFuzzTests {
  /// Members of many blocks, so that the damage lies after some checkpoints.
  private static let long = GzipSample.all.filter { $0.compressed.count > 20_000 }

  @Test(arguments: 0..<60)
  func `damage in a long stream is the same by each engine`(round: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + round))
    let parts = (0..<2).compactMap { _ in Self.long.randomElement(using: &random) }
    var stream = parts.flatMap { Array($0.compressed) }
    let start = Int.random(in: 0..<stream.count, using: &random)
    let range = start..<min(start + Int.random(in: 1...40, using: &random), stream.count)
    switch round % 4 {
    case 0: stream[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: stream.removeSubrange(range)
    case 2: stream.removeLast(stream.count - start)
    default:
      stream.replaceSubrange(
        range, with: range.map { _ in random.next() }.map(UInt8.init(truncatingIfNeeded:)))
    }
    let blockBytes = [1000, 5000, 65_536, .max].randomElement(using: &random) ?? 1
    let count = [100, 5000, 40_000, 1 << 20].randomElement(using: &random) ?? 1
    _ = try Reading(of: stream, blockBytes: blockBytes, atMost: count)
  }
}
