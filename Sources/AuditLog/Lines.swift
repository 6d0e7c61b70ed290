/// Lines in a batch of bytes.
package enum Lines {
  /// Where the line that begins at `start` ends: its line feed, or the end of the bytes.
  package static func end(in bytes: Span<UInt8>, from start: Int) -> Int {
    ByteSearch.endOfLine(in: bytes, from: start)
  }

  /// How many line feeds there are.
  package static func lineFeedCount(in bytes: Span<UInt8>) -> Int {
    ByteSearch.lineFeedCount(in: bytes)
  }

  /// U+FEFF in UTF-8: says that a text is UTF-8, and is no part of it.
  ///
  /// Where files were put one behind the other, it may begin any line.
  package static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Where the text of a line begins: behind a byte order mark, if there is one.
  @inline(__always)
  package static func textStart(of line: Span<UInt8>) -> Int {
    hasByteOrderMark(line, at: 0) ? 3 : 0
  }

  /// Whether a byte order mark stands at `offset`.
  @inline(__always)
  static func hasByteOrderMark(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    offset &+ 3 <= bytes.count && bytes[offset] == 0xef && bytes[offset &+ 1] == 0xbb
      && bytes[offset &+ 2] == 0xbf
  }

  /// Whether the bytes end at or after `offset` and may go on as a byte order mark.
  static func mayBeginByteOrderMark(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < bytes.count, bytes.count - offset < 3 else { return false }
    for index in offset..<bytes.count where bytes[index] != byteOrderMark[index - offset] {
      return false
    }
    return true
  }
}
