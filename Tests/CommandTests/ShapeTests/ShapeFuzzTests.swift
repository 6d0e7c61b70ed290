import DenialAggregation
import Foundation
import Testing

@testable import DenialsReport

/// Whatever is done to an input of any shape, each of its parts is accounted for.
struct ShapeFuzzTests {
  private static let lines = Result {
    try EntryText.lines(5) + SampleLogs.mixture().prefix(5)
  }

  /// Inputs as bytes, of every shape.
  private static func inputs() throws -> [Data] {
    try Packing.shapes.map { packing in
      let workspace = try Workspace()
      let (paths, input) = try packing.pack(lines.get(), workspace)
      return try paths.first.map(workspace.contents) ?? input
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `the books balance for any damaged input, by any batch size`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for (index, input) in try Self.inputs().enumerated() {
      for _ in 0..<12 {
        let bytes = Self.damaged(Array(input), using: &random)
        let limit = [1 << 24, 1000].randomElement(using: &random) ?? 1
        let whole = try Reading(bytes, maxEntryBytes: limit)
        let comment: Comment = "\(Packing.shapes[index].testDescription), seed \(seed)"
        #expect(whole.books.balance, comment)
        #expect(whole.books.uncompressedBytes >= 0)
        let pieces = try Reading(bytes, maxEntryBytes: limit, batchBytes: 1)
        #expect(pieces.books == whole.books, comment)
        #expect(pieces.report.principals == whole.report.principals, comment)
        #expect(pieces.diagnostics == whole.diagnostics, comment)
        let rejectCount = whole.books.malformed + whole.books.oversize
        #expect((rejectCount == 0) || !whole.diagnostics.isEmpty, comment)
      }
    }
  }

  /// The bytes with a few of them changed, lost, doubled or put in.
  private static func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let telling = Array("{}[],:\"\\\n \u{feff}x".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, index + Int.random(in: 1...200, using: &random))
      switch Int.random(in: 0...5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[index] = telling.randomElement(using: &random) ?? 0
      case 2: bytes.insert(telling.randomElement(using: &random) ?? 0, at: index)
      case 3: bytes.removeSubrange(index..<end)
      case 4: bytes.insert(contentsOf: bytes[index..<end], at: index)
      default: bytes.removeSubrange(index...)
      }
    }
    return bytes
  }
}
