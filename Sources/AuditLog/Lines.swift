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
}
