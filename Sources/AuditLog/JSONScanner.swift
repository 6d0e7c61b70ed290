/// An offset into a line of JSON that moves over values and checks them as it goes.
///
/// The grammar is RFC 8259 to the letter: strict UTF-8, no control characters in strings, no
/// `NaN`. Lone surrogates in `\u` escapes pass, as in Python's `json`. The scanner stores no
/// bytes; every method takes the line it works in, always the same one.
package struct JSONScanner {
  /// How deep containers may nest; Foundation's decoder has the same limit.
  package static let depthLimit = 512

  /// Where the next byte is read, from the start of the line.
  package internal(set) var byteOffset: Int
  /// How many `false` literals were passed over: a cheap sign of an explicit `granted: false`.
  private(set) var falseCount = 0
  private var containers = ContainerStack()
  private var expectsComma = false

  package init(at byteOffset: Int = 0) {
    self.byteOffset = byteOffset
  }

  /// The next byte after white space, which is passed over.
  @inline(__always)
  package mutating func peek(in line: Span<UInt8>) throws(LogEntryError) -> UInt8 {
    while byteOffset < line.count {
      let byte = line[byteOffset]
      if byte > 0x20 { return byte }
      guard Self.isWhitespace(byte) else { throw .malformed(byteOffset: byteOffset) }
      byteOffset &+= 1
    }
    throw .truncated(byteOffset: line.count)
  }

  /// Passes over what may stand after the only value of a line: white space.
  package mutating func finish(in line: Span<UInt8>) throws(LogEntryError) {
    while byteOffset < line.count {
      guard Self.isWhitespace(line[byteOffset]) else { throw .malformed(byteOffset: byteOffset) }
      byteOffset &+= 1
    }
  }

  /// Passes over one value of any kind.
  ///
  /// - Returns: Where it stands, without the white space around it.
  @discardableResult
  package mutating func skipValue(in line: Span<UInt8>) throws(LogEntryError) -> ByteRange {
    var byte = try peek(in: line)
    let start = byteOffset
    let outerDepth = containers.depth
    while true {
      if let inner = try skipScalarOrOpen(byte, in: line) {
        byte = inner
      } else if let next = try skipSeparators(downTo: outerDepth, in: line) {
        byte = next
      } else {
        return ByteRange(start: start, end: byteOffset)
      }
    }
  }

  // MARK: Objects and arrays, piece by piece

  /// Enters an object; ``nextKey(in:)`` then gives its keys.
  ///
  /// - Returns: `false` if the next value is no object; nothing was passed over then.
  package mutating func enterObject(in line: Span<UInt8>) throws(LogEntryError) -> Bool {
    guard try peek(in: line) == UInt8(ascii: "{") else { return false }
    try open(.object)
    expectsComma = false
    return true
  }

  /// The next key of the object entered last; `nil` at its end, which is passed over.
  ///
  /// The value of each key must be passed over before the next key is asked for.
  @inline(__always)
  package mutating func nextKey(in line: Span<UInt8>) throws(LogEntryError) -> JSONText? {
    var byte = try peek(in: line)
    if byte == UInt8(ascii: "}") {
      close()
      return nil
    }
    if expectsComma {
      guard byte == UInt8(ascii: ",") else { throw .malformed(byteOffset: byteOffset) }
      byteOffset &+= 1
      byte = try peek(in: line)
    }
    expectsComma = true
    return try skipKey(in: line)
  }

  /// Enters an array; ``nextElement(in:)`` then stops before each of its elements.
  ///
  /// - Returns: `false` if the next value is no array; nothing was passed over then.
  package mutating func enterArray(in line: Span<UInt8>) throws(LogEntryError) -> Bool {
    guard try peek(in: line) == UInt8(ascii: "[") else { return false }
    try open(.array)
    expectsComma = false
    return true
  }

  /// Whether another element follows in the array entered last; its end is passed over.
  ///
  /// Each element must be passed over before the next one is asked for.
  package mutating func nextElement(in line: Span<UInt8>) throws(LogEntryError) -> Bool {
    let byte = try peek(in: line)
    if byte == UInt8(ascii: "]") {
      close()
      return false
    }
    if expectsComma {
      guard byte == UInt8(ascii: ",") else { throw .malformed(byteOffset: byteOffset) }
      byteOffset &+= 1
      _ = try peek(in: line)
    }
    expectsComma = true
    return true
  }

  // MARK: The grammar of containers

  /// Passes over a scalar or an empty container, or opens one that is not empty.
  ///
  /// - Returns: The first byte of the first value inside; `nil` if a whole value was passed over.
  @inline(__always)
  private mutating func skipScalarOrOpen(
    _ byte: UInt8, in line: Span<UInt8>
  ) throws(LogEntryError) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""): _ = try skipString(in: line)
    case UInt8(ascii: "{"):
      try open(.object)
      if try peek(in: line) != UInt8(ascii: "}") {
        _ = try skipKey(in: line)
        return try peek(in: line)
      }
      close()
    case UInt8(ascii: "["):
      try open(.array)
      let inner = try peek(in: line)
      if inner != UInt8(ascii: "]") { return inner }
      close()
    case UInt8(ascii: "t"): try skipLiteral("true", in: line)
    case UInt8(ascii: "f"):
      try skipLiteral("false", in: line)
      falseCount &+= 1
    case UInt8(ascii: "n"): try skipLiteral("null", in: line)
    default: try skipNumber(in: line)
    }
    return nil
  }

  /// Closes what ends after a value, or passes over the comma and the key before the next one.
  ///
  /// - Returns: The first byte of the next value; `nil` once only `outerDepth` containers are open.
  @inline(__always)
  private mutating func skipSeparators(
    downTo outerDepth: Int, in line: Span<UInt8>
  ) throws(LogEntryError) -> UInt8? {
    while containers.depth > outerDepth {
      let byte = try peek(in: line)
      if byte == UInt8(ascii: ",") {
        byteOffset &+= 1
        if containers.innermost == .object { _ = try skipKey(in: line) }
        return try peek(in: line)
      }
      guard byte == containers.innermost.end else { throw .malformed(byteOffset: byteOffset) }
      close()
    }
    return nil
  }

  /// Passes over a key and its colon.
  @inline(__always)
  private mutating func skipKey(in line: Span<UInt8>) throws(LogEntryError) -> JSONText {
    let key = try skipString(in: line)
    guard try peek(in: line) == UInt8(ascii: ":") else { throw .malformed(byteOffset: byteOffset) }
    byteOffset &+= 1
    return key
  }

  private mutating func open(_ container: JSONContainer) throws(LogEntryError) {
    guard containers.depth < Self.depthLimit else { throw .tooDeep(byteOffset: byteOffset) }
    containers.push(container)
    byteOffset &+= 1
  }

  private mutating func close() {
    containers.pop()
    byteOffset &+= 1
    expectsComma = true
  }

  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}

/// A string between its quotes, still escaped.
package struct JSONText: Hashable, Sendable {
  package let range: ByteRange
  package let hasEscapes: Bool
}

/// The two kinds of value that hold others.
enum JSONContainer {
  case object, array

  /// The byte that ends it.
  var end: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
}

/// Which containers are open, one bit each.
private struct ContainerStack {
  private(set) var depth = 0
  private var isObject = InlineArray<8, UInt64>(repeating: 0)

  var innermost: JSONContainer {
    let index = depth &- 1
    return isObject[index &>> 6] &>> UInt64(index & 63) & 1 == 1 ? .object : .array
  }

  mutating func push(_ container: JSONContainer) {
    let bit: UInt64 = 1 &<< UInt64(depth & 63)
    if container == .object {
      isObject[depth &>> 6] |= bit
    } else {
      isObject[depth &>> 6] &= ~bit
    }
    depth &+= 1
  }

  mutating func pop() {
    depth &-= 1
  }
}
