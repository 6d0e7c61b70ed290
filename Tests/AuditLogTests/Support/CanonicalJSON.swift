import AuditLog

/// The canonical text of a value, as `Tests/Oracles/json_oracle.py` describes it.
enum CanonicalJSON {
  static func text(of value: JSONValue) -> String {
    switch value {
    case .object(let members):
      "{"
        + sorted(members).map { "\(quoted($0.key)):\(text(of: $0.value))" }
        .joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
    case .string(let string): quoted(string)
    case .number(let number): number
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    }
  }

  /// Whether a string in canonical text holds a surrogate without its other half, which no Swift
  /// string can.
  static func hasLoneSurrogate(_ canonical: String) -> Bool {
    canonical.split(separator: "\"", omittingEmptySubsequences: false).contains { piece in
      let digits = Array(piece.utf8)
      guard digits.count.isMultiple(of: 4), digits.allSatisfy(isHexadecimal) else { return false }
      let units = stride(from: 0, to: digits.count, by: 4).compactMap { offset in
        UInt16(String(decoding: digits[offset..<offset + 4], as: UTF8.self), radix: 16)
      }
      return String(validating: units, as: UTF16.self) == nil
    }
  }

  /// The last of members with equal names, in the order of their code points.
  private static func sorted(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    var last: [[UInt32]: JSONValue.Member] = [:]
    for member in members { last[member.key.unicodeScalars.map(\.value)] = member }
    return last.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private static func quoted(_ string: String) -> String {
    let units = string.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    return "\"" + units.joined() + "\""
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }
}
