/// How a source spells the fields of a log entry.
///
/// Only names that Google gives are spelled in one of these ways. What stands in maps of a user or
/// of a service (labels, `metadata`, `status.details`) is the same everywhere.
enum EntrySpelling: Sendable {
  /// As the Logging API does: `protoPayload.serviceName`.
  case entry
  /// As the tables of a BigQuery sink do: `protopayload_auditlog.serviceName`, `metadataJson`.
  case bigQueryRow
  /// As the tables of Log Analytics do: `proto_payload.audit_log.service_name`.
  case logAnalyticsRow

  /// Whether a key is the spelling of a name that the Logging API writes in camel case.
  func spells(_ name: StaticString, _ key: JSONText, in line: Span<UInt8>) -> Bool {
    if key.hasEscapes {
      let unescaped = JSONString.string(key, in: line)
      let whole = ByteRange(start: 0, end: unescaped.utf8.count)
      return spells(name, whole, in: unescaped.utf8.span)
    }
    return spells(name, key.range, in: line)
  }

  private func spells(_ name: StaticString, _ key: ByteRange, in line: Span<UInt8>) -> Bool {
    switch self {
    case .entry, .bigQueryRow: ByteSearch.equals(line, key, name)
    case .logAnalyticsRow: Self.isSnakeCase(line, key, of: name)
    }
  }

  /// Whether numbers, booleans and JSON may stand in strings, as `bq --format=json` prints them.
  var isRow: Bool {
    switch self {
    case .entry: false
    case .bigQueryRow, .logAnalyticsRow: true
    }
  }

  /// Whether `caller_ip` stands there for `callerIp`.
  private static func isSnakeCase(
    _ line: Span<UInt8>, _ key: ByteRange, of name: StaticString
  ) -> Bool {
    var offset = key.start
    for index in 0..<name.utf8CodeUnitCount {
      var byte = TextSearch.byte(of: name, at: index)
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        guard offset < key.end, line[offset] == UInt8(ascii: "_") else { return false }
        offset += 1
        byte |= 0x20
      }
      guard offset < key.end, line[offset] == byte else { return false }
      offset += 1
    }
    return offset == key.end
  }
}

extension JSONValue {
  /// The value, which a row may have as JSON in a string.
  func document(in spelling: EntrySpelling) -> JSONValue {
    guard spelling.isRow, case .string(let text) = self else { return self }
    return JSONValue(text: text) ?? self
  }

  /// Reads text that is JSON as a whole; `nil` if it is not.
  init?(text: String) {
    let bytes = text.utf8.span
    var scanner = JSONScanner()
    guard let value = try? JSONValue(from: &scanner, in: bytes),
      (try? scanner.finish(in: bytes)) != nil
    else { return nil }
    self = value
  }
}
