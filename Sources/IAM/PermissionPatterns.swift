/// Lists the permissions that patterns match: one for each way to take an alternative of every
/// `{…,…}`.
struct PermissionPatterns {
  private(set) var table = PermissionTable()
  private let stem: PermissionTable.Name
  private let stemOfFullName: PermissionTable.Name

  /// - Parameter service: Without `.googleapis.com`.
  init(of service: String) {
    stem = PermissionTable.Name(service + ".")
    stemOfFullName = PermissionTable.Name(service + ".googleapis.com")
  }

  /// Adds what the patterns of a line list; a list may go on behind the end of a line.
  mutating func read(_ text: Span<UInt8>, in line: Range<Int>, row: Int?) {
    var start = line.lowerBound
    while start < line.upperBound {
      if Self.isSpace(text[start]) {
        start += 1
      } else {
        let stem = text[start].isASCII("/") ? stemOfFullName : stem
        start = expand(stem, text, from: start, to: line.upperBound, row: row)
      }
    }
  }

  /// Adds a name for each way to go on from here.
  ///
  /// - Returns: Where the pattern ends.
  private mutating func expand(
    _ stem: PermissionTable.Name, _ text: Span<UInt8>, from start: Int, to end: Int, row: Int?
  ) -> Int {
    var name = stem
    var offset = start
    while offset < end, !text[offset].isASCII("{"), !Self.isSpace(text[offset]) {
      name.append(text[offset])
      offset += 1
    }
    guard offset < end, text[offset].isASCII("{") else {
      table.insert(name, row: row)
      return offset
    }
    guard let close = text.offset(of: "}", from: offset), close < end else {
      preconditionFailure("a list has no end")
    }
    var patternEnd = close
    var alternative = name
    for index in (offset + 1)...close {
      switch text[index] {
      case UInt8(ascii: ","), UInt8(ascii: "}"):
        patternEnd = expand(alternative, text, from: close + 1, to: end, row: row)
        alternative = name
      case let byte: if !Self.isSpace(byte) { alternative.append(byte) }
      }
    }
    return patternEnd
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }
}
