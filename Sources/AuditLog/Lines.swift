extension LineOutline {
  /// Where the line that begins at `start` ends: its line feed, or the end of the bytes.
  package static func lineEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    ByteSearch.endOfLine(in: bytes, from: start)
  }
}
