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
  ///
  /// With a sink only what it has not got yet.
  package internal(set) var bytes: [UInt8] = []

  var scope: Scope
  /// Gets what was written whenever enough is there.
  let sink: (@Sendable ([UInt8]) -> Void)?

  /// How much is kept for a sink before it gets it.
  static let chunkBytes = 1 << 16

  /// - Parameters:
  ///   - style: How much white space there is.
  ///   - sink: Gets the bytes in pieces while they are written, so that a document need not fit into
  ///     memory; the last ones with ``flush()``.
  package init(style: Style, sink: (@Sendable ([UInt8]) -> Void)? = nil) {
    self.sink = sink
    scope = Scope(container: .document, layout: style == .compact ? .compact : .lines, depth: 0)
  }

  /// Ends the document and the line; another document may follow.
  package mutating func endLine() {
    precondition(scope.container == .document && !scope.isEmpty, "no whole document to end")
    bytes.append(.lineFeed)
    scope.isEmpty = true
  }

  /// Gives the sink what it has not got yet.
  package mutating func flush() {
    guard let sink, !bytes.isEmpty else { return }
    sink(bytes)
    bytes.removeAll(keepingCapacity: true)
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
  enum Container {
    case document, object, array
  }

  enum Layout {
    case compact
    /// On one line, a space after each comma and colon.
    case inline
    case lines
  }

  /// The innermost container that is open.
  struct Scope {
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
    if bytes.count >= Self.chunkBytes { flush() }
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
    bytes.append(addingCapacity: 1 + 2 * depth) { room in
      room.append(.lineFeed)
      room.append(repeating: .space, count: 2 * depth)
    }
  }

  private mutating func appendDigits(of value: Int) {
    if value < 0 { bytes.append(.minus) }
    var (divisor, rest): (UInt, UInt) = (1, value.magnitude)
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(.zero + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let minus = UInt8(ascii: "-")
  fileprivate static let zero = UInt8(ascii: "0")
  fileprivate static let colon = UInt8(ascii: ":")
  fileprivate static let openBracket = UInt8(ascii: "[")
  fileprivate static let closeBracket = UInt8(ascii: "]")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")
}
