/// How strings are written.
extension JSONWriter {
  /// Appends a string between quotes, escaped where it must be or a terminal could be deceived.
  mutating func appendQuoted(_ value: String) {
    bytes.append(.quote)
    switch Self.need(of: value.utf8.span) {
    case .nothing: bytes.append(contentsOf: value.utf8)
    case .escapes: appendEscaped(value.utf8.span)
    case .scalars: for scalar in value.unicodeScalars { append(scalar) }
    }
    bytes.append(.quote)
  }

  /// What a string takes to be written.
  private enum Need {
    /// Every byte is printable ASCII that stands for itself: true of nearly all strings.
    case nothing
    /// The same, but for quotes, backslashes and line feeds.
    case escapes
    case scalars
  }

  /// Looks at all bytes, without a way out in between, so that many are looked at together.
  private static func need(of text: Span<UInt8>) -> Need {
    var (marks, others): (UInt8, UInt8) = (0, 0)
    for index in text.indices {
      let byte = text[index]
      let isMark = byte == .quote || byte == .backslash || byte == .lineFeed
      marks |= isMark ? 1 : 0
      others |= (byte &- .space > .tilde - .space) && byte != .lineFeed ? 1 : 0
    }
    return others != 0 ? .scalars : marks != 0 ? .escapes : .nothing
  }

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case .quote, .backslash:
        bytes.append(.backslash)
        bytes.append(byte)
      case .lineFeed:
        bytes.append(.backslash)
        bytes.append(UInt8(ascii: "n"))
      default: bytes.append(byte)
      }
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
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let zero = UInt8(ascii: "0")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let tilde = UInt8(ascii: "~")
}
