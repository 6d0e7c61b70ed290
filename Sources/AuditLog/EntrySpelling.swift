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

  /// The spelling of a name that the Logging API writes in camel case.
  func callAsFunction(_ name: String) -> String {
    switch self {
    case .entry, .bigQueryRow: name
    case .logAnalyticsRow: Self.snakeCase(name)
    }
  }

  /// Whether numbers, booleans and JSON may stand in strings, as `bq --format=json` prints them.
  var isRow: Bool {
    switch self {
    case .entry: false
    case .bigQueryRow, .logAnalyticsRow: true
    }
  }

  /// `callerIp` as `caller_ip`.
  private static func snakeCase(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        bytes += [UInt8(ascii: "_"), byte | 0x20]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONValue {
  /// The boolean, which a row may have in a string.
  func bool(in spelling: EntrySpelling) -> Bool? {
    if spelling.isRow, case .string(let text) = self {
      return text == "true" ? true : text == "false" ? false : nil
    }
    return bool
  }

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
