/// Appends one JSON document, or a stream of them, to an array of bytes.
///
///     var writer = JSONWriter(style: .pretty)
///     writer.object { writer in
///       writer.member("denials", 3)
///       writer.key("codes")
///       writer.array { $0.integer(1152) }
///     }
///     writer.endLine()
///
/// Keys come out in the order in which they are written, and commas and indentation by
/// construction. The output is ASCII where a terminal could be deceived: control, format and
/// invisible characters are escaped, so that `cat report.json` is safe (RFC 8259, section 7, lets
/// any character be escaped). A value without its key, a key without its value, a key outside of
/// an object and two documents on one line are errors of the caller.
package struct JSONWriter {
  /// How much white space there is.
  package enum Style: Sendable {
    /// None, for one document a line.
    case compact
    /// Two spaces a level.
    case pretty
  }

  /// What has been written so far: UTF-8.
  package private(set) var bytes: [UInt8] = []

  private var scope: Scope

  package init(style: Style) {
    scope = Scope(container: .document, layout: style == .compact ? .compact : .lines, depth: 0)
  }

  /// Ends the document and the line; another document may follow.
  package mutating func endLine() {
    precondition(scope.container == .document && !scope.isEmpty, "no whole document to end")
    bytes.append(.lineFeed)
    scope.isEmpty = true
  }

  /// Forgets the bytes and keeps their room, so that one writer serves many records.
  package mutating func removeAll() {
    precondition(scope.container == .document, "inside a document")
    bytes.removeAll(keepingCapacity: true)
    scope.isEmpty = true
  }

  // MARK: - Containers

  /// Writes an object; an inline one stays on one line in a pretty document.
  package mutating func object(isInline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    container(.object, isInline: isInline, open: .openBrace, close: .closeBrace, members)
  }

  /// Writes an array; an inline one stays on one line in a pretty document.
  package mutating func array(isInline: Bool = false, _ elements: (inout JSONWriter) -> Void) {
    container(.array, isInline: isInline, open: .openBracket, close: .closeBracket, elements)
  }

  /// Names the value that is written next.
  package mutating func key(_ name: String) {
    precondition(scope.container == .object, "a key outside of an object")
    precondition(!scope.hasKey, "a key without its value")
    separate()
    appendQuoted(name)
    bytes.append(.colon)
    if scope.layout != .compact { bytes.append(.space) }
    scope.hasKey = true
  }

  // MARK: - Values

  /// Writes a string, or `null`.
  package mutating func string(_ value: String?) {
    guard let value else { return null() }
    beginValue()
    appendQuoted(value)
  }

  package mutating func integer(_ value: Int) {
    beginValue()
    appendDigits(of: value)
  }

  package mutating func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: - Members

  /// Writes a key and a string, or `null`.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  package mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { writer in
      for value in values { writer.string(value) }
    }
  }
}

extension JSONWriter {
  private enum Container {
    case document, object, array
  }

  private enum Layout {
    case compact
    /// On one line, a space after each comma and colon.
    case inline
    case lines
  }

  /// The innermost container that is open.
  private struct Scope {
    let container: Container
    let layout: Layout
    let depth: Int
    var isEmpty = true
    var hasKey = false
  }

  private mutating func container(
    _ kind: Container, isInline: Bool, open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    beginValue()
    bytes.append(open)
    let outer = scope
    let layout = isInline && outer.layout == .lines ? .inline : outer.layout
    scope = Scope(container: kind, layout: layout, depth: outer.depth + 1)
    body(&self)
    precondition(!scope.hasKey, "a key without its value")
    if scope.layout == .lines && !scope.isEmpty { breakLine(depth: outer.depth) }
    scope = outer
    bytes.append(close)
  }

  private mutating func beginValue() {
    switch scope.container {
    case .document:
      precondition(scope.isEmpty, "a second document on the same line")
      scope.isEmpty = false
    case .object:
      precondition(scope.hasKey, "a value without a key")
      scope.hasKey = false
    case .array:
      separate()
    }
  }

  private mutating func separate() {
    if !scope.isEmpty {
      bytes.append(.comma)
      if scope.layout == .inline { bytes.append(.space) }
    }
    if scope.layout == .lines { breakLine(depth: scope.depth) }
    scope.isEmpty = false
  }

  private mutating func breakLine(depth: Int) {
    bytes.append(.lineFeed)
    bytes.append(contentsOf: repeatElement(.space, count: 2 * depth))
  }

  private mutating func appendDigits(of value: Int) {
    if value < 0 { bytes.append(.minus) }
    let firstDigit = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(.zero + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[firstDigit...].reverse()
  }
}

// MARK: - Strings

extension JSONWriter {
  private mutating func appendQuoted(_ value: String) {
    bytes.append(.quote)
    if Self.isPlain(value.utf8.span) {
      bytes.append(contentsOf: value.utf8)
    } else {
      for scalar in value.unicodeScalars { append(scalar) }
    }
    bytes.append(.quote)
  }

  /// Whether every byte is printable ASCII that stands for itself: true of nearly all strings.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < .space || byte > .tilde || byte == .quote || byte == .backslash { return false }
    }
    return true
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
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let minus = UInt8(ascii: "-")
  fileprivate static let zero = UInt8(ascii: "0")
  fileprivate static let colon = UInt8(ascii: ":")
  fileprivate static let openBracket = UInt8(ascii: "[")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let closeBracket = UInt8(ascii: "]")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")
  fileprivate static let tilde = UInt8(ascii: "~")
}
