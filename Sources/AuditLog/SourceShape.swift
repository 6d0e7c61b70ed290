/// How log entries stand in a source, told by its beginning.
package enum SourceShape: Hashable, Sendable {
  /// One a line, as log sinks write them. Also whatever is not recognised: each line then says by
  /// itself that it is no entry.
  case lines
  /// Anywhere: an array, or objects over several lines; a ``DocumentFramer`` finds them.
  case documents

  /// How much of a source is looked at; enough for the first line of any log.
  package static let lookBytes = 1 << 20

  /// Fails if more must be seen; never with more than ``lookBytes``.
  ///
  /// - Parameters:
  ///   - beginning: The first bytes of a source.
  ///   - isWhole: Whether nothing more will come.
  package init?(of beginning: Span<UInt8>, isWhole: Bool) {
    let isAll = isWhole || beginning.count > Self.lookBytes
    var start = Self.ink(in: beginning, from: 0)
    if Lines.hasByteOrderMark(beginning, at: start) {
      start = Self.ink(in: beginning, from: start + 3)
    }
    guard start < beginning.count, !Lines.mayBeginByteOrderMark(beginning, at: start) else {
      guard isAll else { return nil }
      self = .lines
      return
    }
    let shape: SourceShape? =
      switch beginning[start] {
      case UInt8(ascii: "["): Self.shape(ofArray: beginning, from: start)
      case UInt8(ascii: "{"): Self.shape(ofObject: beginning, from: start, isAll: isAll)
      default: .lines
      }
    guard let shape = shape ?? (isAll ? .lines : nil) else { return nil }
    self = shape
  }

  /// An array has objects, or is empty, or has a scalar and a comma: `[2026-11-22 10:00] started`
  /// and `[section]` are none.
  private static func shape(ofArray text: Span<UInt8>, from start: Int) -> SourceShape? {
    var inner = start
    while inner < text.count, text[inner] == UInt8(ascii: "[") {
      inner = ink(in: text, from: inner + 1)
    }
    guard inner < text.count else { return text.count > lookBytes ? .documents : nil }
    if text[inner] == UInt8(ascii: "{") || text[inner] == UInt8(ascii: "]") { return .documents }
    var scanner = JSONScanner(at: inner)
    do {
      try scanner.skipValue(in: text)
      return try scanner.peek(in: text) == UInt8(ascii: ",") ? .documents : .lines
    } catch .truncated {
      return nil
    } catch {
      return .lines
    }
  }

  /// Objects over several lines, or several on one line; not those of which each has a line.
  private static func shape(
    ofObject text: Span<UInt8>, from start: Int, isAll: Bool
  ) -> SourceShape? {
    let end = ByteSearch.endOfLine(in: text, from: start)
    guard end < text.count || isAll else { return nil }
    let line = text.extracting(start..<end)
    var scanner = JSONScanner()
    do {
      try scanner.skipValue(in: line)
      let next = ink(in: line, from: scanner.byteOffset)
      return next < line.count && mayFollowObject(line[next]) ? .documents : .lines
    } catch .truncated {
      if ink(in: line, from: 1) == line.count { return end < text.count ? .documents : .lines }
      // A first line that was cut off, and then another entry: still one a line.
      let next = ink(in: text, from: end)
      guard next < text.count else { return nil }
      return text[next] == UInt8(ascii: "{") ? .lines : .documents
    } catch {
      return .lines
    }
  }

  private static func mayFollowObject(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[")
  }

  /// Where the first byte from `start` on stands that is no white space.
  private static func ink(in text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < text.count, JSONScanner.isWhitespace(text[offset]) { offset += 1 }
    return offset
  }
}
