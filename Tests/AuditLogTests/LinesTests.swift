import Testing

@testable import AuditLog

struct LinesTests {
  /// Bytes in which line feeds, and bytes that differ from one in one bit, are frequent.
  private static func bytes(count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in
      switch UInt8.random(in: 0...3, using: &generator) {
      case 0: 0x0a
      case 1: 0x0a ^ (1 << UInt8.random(in: 0...7, using: &generator))
      default: UInt8.random(in: 0...255, using: &generator)
      }
    }
  }

  @Test func `a line ends where a search byte by byte finds its line feed`() {
    var generator = SeededGenerator(seed: 1)
    for count in 0...70 {
      let bytes = Self.bytes(count: count, using: &generator)
      for start in 0...count {
        let expected = bytes[start...].firstIndex(of: 0x0a) ?? count
        let end = Lines.end(in: bytes.span, from: start)
        #expect(end == expected)
      }
    }
  }

  @Test func `a long line ends at the end of the bytes`() {
    for count in [0, 1, 7, 8, 9, 4096, 65_537] {
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count)
      let end = Lines.end(in: bytes.span, from: 0)
      let lineFeeds = Lines.lineFeedCount(in: bytes.span)
      #expect(end == count)
      #expect(lineFeeds == 0)
    }
  }

  @Test func `line feeds are counted as one by one`() {
    var generator = SeededGenerator(seed: 2)
    // 255 words of eight bytes are added up before the sums are folded.
    for count in Array(0...40) + [2032, 2039, 2040, 2041, 2048, 4080, 5000] {
      let mixed = Self.bytes(count: count, using: &generator)
      let full = [UInt8](repeating: 0x0a, count: count)
      let ofMixed = Lines.lineFeedCount(in: mixed.span)
      let ofFull = Lines.lineFeedCount(in: full.span)
      #expect(ofMixed == mixed.count { $0 == 0x0a })
      #expect(ofFull == count)
    }
  }

  @Test(
    arguments: [
      ("", "x", nil), ("x", "x", 0), ("abcabc", "ca", 2), ("aab", "ab", 1), ("abc", "abcd", nil),
      ("é→x", "x", 5), ("e\u{301}", "e", 0), ("\u{E9}", "e\u{301}", nil), ("ab", "", 0),
    ] as [(String, StaticString, Int?)])
  func `text is found byte for byte`(text: String, part: StaticString, offset: Int?) {
    #expect(text.utf8Offset(of: part) == offset)
    #expect(text.utf8Contains(part) == (offset != nil))
  }

  @Test(
    arguments: [
      ("a/logs/b", "b"), ("a/logs/b/logs/c", "b/logs/c"), ("/logs/", ""), ("a", nil),
      ("é/logs/é", "é"),
    ] as [(String, String?)])
  func `what follows the first occurrence is given`(text: String, rest: String?) {
    #expect(text.suffix(after: "/logs/").map(String.init) == rest)
  }
}
