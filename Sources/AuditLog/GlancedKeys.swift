/// Where the values of the keys begin that tell a plain success from everything else.
///
/// Offsets count from the start of the bytes, in which a line's first value is at 1 at least: 0 means
/// that there is no such key.
struct GlancedKeys {
  private(set) var timestamp = 0
  private(set) var logName = 0
  private(set) var operation = 0
  private(set) var payload = 0
  private(set) var type = 0
  private(set) var status = 0
  private(set) var metadata = 0
  private(set) var serviceName = 0
  private(set) var authorizationInfo = 0
  /// Whether the last key of the entry itself is the payload's.
  private var isInPayload = false

  /// Whether the key whose quote is at `offset` may matter; the first of the entry's own keys behind
  /// a payload does.
  ///
  /// Nearly all keys that do not matter are told by a hash of their first eight bytes. The factor was
  /// found by trying: among the usual keys of entries, it lets few pass.
  @inline(__always)
  func mayMatter(_ bytes: Span<UInt8>, at offset: Int, isOutermost: Bool) -> Bool {
    let hash = (ByteSearch.word(in: bytes, at: offset) &* 0xf720_a085_c512_7a3f) &>> 58
    return (0x2800_2001_0400_8000 as UInt64) &>> hash & 1 != 0 || isOutermost && isInPayload
  }

  /// Takes note of a key without escapes, whose quote is at `offset`.
  ///
  /// - Parameters:
  ///   - bytes: Many lines.
  ///   - offset: Where the key begins.
  ///   - isOutermost: Whether it is the entry's own, or one of a value of the entry.
  /// - Returns: `false` if it asks for a careful reading: it came before, or says that an exporter
  ///   has spelled the entry in its own way.
  @inline(never)
  mutating func note(_ bytes: Span<UInt8>, at offset: Int, isOutermost: Bool) -> Bool {
    let word = ByteSearch.word(in: bytes, at: offset)
    guard isOutermost else {
      return !isInPayload || noteInPayload(word, in: bytes, at: offset)
    }
    isInPayload = false
    switch word {
    case ByteSearch.word("\"logName\""):
      return Self.note(&logName, "\"logName\":", bytes, offset)
    case ByteSearch.word("\"timestamp\""):
      return Self.note(&timestamp, "\"timestamp\":", bytes, offset)
    case ByteSearch.word("\"operation\""):
      return Self.note(&operation, "\"operation\":", bytes, offset)
    case ByteSearch.word("\"protoPayload\""):
      let isNew = Self.note(&payload, "\"protoPayload\":", bytes, offset)
      isInPayload = payload != 0
      return isNew && isInPayload && bytes[payload] == UInt8(ascii: "{")
    case ByteSearch.word("\"protopayload_auditlog\""): return false
    default: return true
    }
  }

  private mutating func noteInPayload(
    _ word: UInt64, in bytes: Span<UInt8>, at offset: Int
  ) -> Bool {
    switch word {
    case ByteSearch.word("\"@type\":"):
      return Self.note(&type, "\"@type\":", bytes, offset)
    case ByteSearch.word("\"status\":"):
      return Self.note(&status, "\"status\":", bytes, offset)
    case ByteSearch.word("\"metadata\":"):
      let known = metadata
      return Self.note(&metadata, "\"metadata\":", bytes, offset) && metadata != known
    case ByteSearch.word("\"serviceName\":"):
      return Self.note(&serviceName, "\"serviceName\":", bytes, offset)
    case ByteSearch.word("\"authorizationInfo\":"):
      return Self.note(&authorizationInfo, "\"authorizationInfo\":", bytes, offset)
    case ByteSearch.word("\"at_type\":"), ByteSearch.word("\"at_sign_type\":"): return false
    default: return true
    }
  }

  /// Takes note of where the value of a key begins.
  ///
  /// - Returns: `false` if it came before.
  @inline(__always)
  private static func note(
    _ place: inout Int, _ key: StaticString, _ bytes: Span<UInt8>, _ offset: Int
  ) -> Bool {
    let end = offset &+ key.utf8CodeUnitCount
    guard ByteSearch.equals(bytes, ByteRange(start: offset, end: end), key) else { return true }
    guard place == 0 else { return false }
    place = end
    return true
  }
}
