import AuditLog

/// How strings are written.
extension JSONWriter {
  /// Appends a string between quotes, escaped where it must be or a terminal could be deceived.
  mutating func appendQuoted(_ value: String) {
    bytes.append(.quote)
    let text = value.utf8.span
    let end = TextSearch.endOfPlainText(in: text)
    if end == text.count {
      bytes.append(contentsOf: value.utf8)
    } else {
      appendEscaped(value, plainCount: end)
    }
    bytes.append(.quote)
  }

  /// Appends a string in runs of plain bytes, between which stand others.
  private mutating func appendEscaped(_ value: String, plainCount: Int) {
    let text = value.utf8.span
    var (start, end) = (0, plainCount)
    while true {
      bytes.append(copying: text.extracting(start..<end))
      if end == text.count { return }
      let scalar = value.unicodeScalars[value.utf8.index(value.startIndex, offsetBy: end)]
      append(scalar)
      start = end + UTF8.width(scalar)
      end = TextSearch.endOfPlainText(in: text, from: start)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes.append(.backslash)
      bytes.append(UInt8(ascii: scalar))
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    case _ where scalar.isConcealed:
      for unit in UTF16.encode(scalar) ?? .init() { appendEscape(unit) }
    default:
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private mutating func appendEscape(_ unit: UInt16) {
    bytes.append(.backslash)
    bytes.append(UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> UInt16(shift) & 0xF)
      bytes.append(digit < 10 ? .zero + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal obeys this character or shows nothing for it.
  ///
  /// Control characters (C0, DEL, C1), format characters (bidirectional, zero-width, tags), line
  /// and paragraph separators, and fillers and selectors without a glyph.
  ///
  /// - Source: Unicode general categories Cc, Cf, Zl, Zp; Default_Ignorable_Code_Point.
  package var isConcealed: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let zero = UInt8(ascii: "0")
  fileprivate static let backslash = UInt8(ascii: "\\")
}
