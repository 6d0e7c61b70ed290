/// What most keys differ in, in one word: their length and their first eight bytes.
///
/// Keys of one mark may still differ; keys of two marks do.
struct KeyMark: Hashable {
  let word: UInt64

  /// The mark of a key without escapes, which stands between its quotes at `range`.
  @inline(__always)
  init(_ range: ByteRange, in line: Span<UInt8>) {
    if range.start &+ 8 <= line.count {
      let word = ByteSearch.word(in: line, at: range.start)
      let unused = UInt64(truncatingIfNeeded: max(0, 8 &- range.count) &* 8)
      self.init(range.count == 0 ? 0 : (word &<< unused) &>> unused, count: range.count)
    } else {
      var word: UInt64 = 0
      for index in 0..<min(8, range.count) {
        word |= UInt64(line[range.start &+ index]) &<< UInt64(truncatingIfNeeded: 8 &* index)
      }
      self.init(word, count: range.count)
    }
  }

  /// The mark of a name.
  @inline(__always)
  init(_ name: StaticString) {
    let count = name.utf8CodeUnitCount
    if count >= 8 {
      self.init(ByteSearch.word(name), count: count)
    } else {
      var word: UInt64 = 0
      for index in 0..<count {
        word |=
          UInt64(TextSearch.byte(of: name, at: index))
          &<< UInt64(truncatingIfNeeded: 8 &* index)
      }
      self.init(word, count: count)
    }
  }

  @inline(__always)
  private init(_ word: UInt64, count: Int) {
    // The length comes into the bytes that are letters in all names.
    self.word = word ^ UInt64(truncatingIfNeeded: count) &* 0x0101_0101_0101_0101
  }
}
