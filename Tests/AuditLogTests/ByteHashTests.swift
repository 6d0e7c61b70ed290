import AuditLog
import Testing

struct ByteHashTests {
  @Test func `a text hashes as its bytes do one by one, whatever its length`() {
    for length in 0...70 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      var hash = ByteHash()
      hash.combine(bytes.span)
      #expect(hash.value == Self.slowHash(of: bytes), "\(length) bytes")
    }
  }

  @Test func `where one text ends and the next begins counts`() {
    let hashes = [["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["abc"]].map { texts in
      var hash = ByteHash()
      for text in texts { hash.combine(text) }
      return hash.value
    }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `bytes order and equal as they do one by one`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let texts = (0..<2).map { _ in
        (0..<generator.next() % 30).map { _ in generator.next() % 12 == 0 ? 0xff as UInt8 : 0x61 }
      }
      let (left, right) = (texts[0], texts[1])
      let precedes = ByteHash.precedes(left.span, right.span)
      #expect(precedes == left.lexicographicallyPrecedes(right))
      let areEqual = ByteHash.areEqual(left.span, right.span)
      #expect(areEqual == (left == right))
      let precedesItself = ByteHash.precedes(left.span, left.span)
      #expect(!precedesItself)
    }
  }

  /// Words of eight bytes, the first one lowest; then the rest, the first one highest, with the
  /// length in the highest byte.
  private static func slowHash(of bytes: [UInt8]) -> UInt64 {
    var hash = ByteHash()
    var rest = bytes[...]
    while rest.count >= 8 {
      hash.combine(rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
      rest = rest.dropFirst(8)
    }
    let tail = rest.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    hash.combine(tail ^ UInt64(bytes.count) << 56)
    return hash.value
  }
}
