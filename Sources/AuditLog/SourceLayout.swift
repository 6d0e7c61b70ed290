/// How lines and documents lie in a source; tells where a document begins after a broken one.
///
/// Printers that break lines indent what is inside a document more than the document itself. So a
/// line that begins with a bracket, and no further to the right than documents do, is no part of the
/// document above it.
struct SourceLayout: Sendable {
  /// Where the first byte of the piece stands in the source.
  var byteOffset: Int
  var lineNumber = 1
  /// Whether the line has more than white space so far.
  var hasInk = false
  /// Where the line begins, in the source.
  private var lineStart: Int
  /// How far the last whole document that began a line was indented.
  private var indent = Int.max
  /// The same of the document under way; `nil` if it began inside a line.
  private var currentIndent: Int?

  init(byteOffset: Int) {
    self.byteOffset = byteOffset
    lineStart = byteOffset
  }

  /// Notes that a line begins at an index of the piece.
  mutating func beginLine(at index: Int) {
    lineStart = byteOffset + index
    hasInk = false
  }

  /// Notes that a document begins at an index of the piece.
  mutating func beginDocument(at index: Int) {
    currentIndent = hasInk ? nil : byteOffset + index - lineStart
    hasInk = true
  }

  /// Takes the document under way, which was whole, as a model for others.
  mutating func keepIndent() {
    if let currentIndent { indent = currentIndent }
  }

  mutating func endDocument() {
    currentIndent = nil
  }

  /// Passes over a byte order mark that was taken for ink.
  mutating func passByteOrderMark(at offset: Int) {
    guard offset == lineStart else { return }
    lineStart += 3
    hasInk = false
  }

  /// Whether a byte that is no white space may begin a document, or end the array around them,
  /// though the document above has not ended.
  func beginsDocument(_ byte: UInt8, at index: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"):
      !hasInk && byteOffset + index - lineStart <= currentIndent ?? indent
    default: false
    }
  }
}

/// Which brackets are open: all of them counted, the outermost by kind.
struct BracketStack: Sendable {
  private var depth = 0
  /// A bit for each of the outermost brackets, 1 for an object.
  private var kinds: UInt64 = 0
  private static let kindCount = UInt64.bitWidth

  var isEmpty: Bool { depth == 0 }

  /// Whether the innermost bracket is known to be that of an object.
  var isInObject: Bool {
    depth > 0 && depth <= Self.kindCount && kinds >> UInt64(depth - 1) & 1 == 1
  }

  mutating func push(_ bracket: UInt8) {
    if depth < Self.kindCount {
      let bit: UInt64 = 1 << UInt64(depth)
      kinds = bracket == UInt8(ascii: "{") ? kinds | bit : kinds & ~bit
    }
    depth += 1
  }

  /// Closes the innermost bracket; `false`, and nothing is done, if it is known to be another.
  mutating func pop(_ bracket: UInt8) -> Bool {
    guard depth > Self.kindCount || isInObject == (bracket == UInt8(ascii: "}")) else {
      return false
    }
    depth -= 1
    return true
  }
}
