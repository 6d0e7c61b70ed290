/// What moves over the tokens of a line, whether it checks them or knows them to be right.
///
/// Every method takes the bytes it works in, always the same ones.
protocol JSONTokens {
  /// Where the next byte is read, from the start of the bytes.
  var byteOffset: Int { get }

  /// The first byte of the next value.
  mutating func peek(in line: Span<UInt8>) throws(LogEntryError) -> UInt8

  /// Passes over one value of any kind.
  @discardableResult
  mutating func skipValue(in line: Span<UInt8>) throws(LogEntryError) -> ByteRange

  /// Passes over a string.
  mutating func skipString(in line: Span<UInt8>) throws(LogEntryError) -> JSONText

  /// Enters an object; `false` if the next value is none.
  mutating func enterObject(in line: Span<UInt8>) throws(LogEntryError) -> Bool

  /// The next key of the object entered last; `nil` at its end, which is passed over.
  mutating func nextKey(in line: Span<UInt8>) throws(LogEntryError) -> JSONText?

  /// Enters an array; `false` if the next value is none.
  mutating func enterArray(in line: Span<UInt8>) throws(LogEntryError) -> Bool

  /// Whether another element follows in the array entered last; its end is passed over.
  mutating func nextElement(in line: Span<UInt8>) throws(LogEntryError) -> Bool
}

extension JSONScanner: JSONTokens {}
