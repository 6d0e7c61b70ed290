import Testing

@testable import DenialAggregation

struct HashIndexTests {
  @Test(arguments: [(1, ~0), (2, ~0), (3, 0xffff_ff00_0000_0fff)] as [(UInt64, UInt64)])
  func `each element is found by its hash however large the table is`(
    seed: UInt64, bits: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    // Some hashes are alike in what a slot holds of them, and some all over.
    let hashes = (0..<70_000).map { $0 % 1000 == 7 ? bits : generator.next() & bits }
    var index = HashIndex()
    for number in hashes.indices {
      if number.isMultiple(of: 9973) || number < 40 {
        #expect(index.number(hash: hashes[number]) { $0 == number } == nil)
      }
      index.insert(number, hash: hashes[number]) { hashes[$0] }
    }
    for number in stride(from: 0, to: hashes.count, by: 7) {
      #expect(index.number(hash: hashes[number]) { $0 == number } == number)
    }
    #expect(index.number(hash: generator.next()) { _ in false } == nil)
  }
}
