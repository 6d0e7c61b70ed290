/// What one look at a whole line finds: that it is one JSON object, and the few values that tell a
/// plain success from everything else.
///
///     {"logName": …, "timestamp": …, "protoPayload": {"serviceName": …, "status": {}, …}, …}
///                                                     authorizationInfo, metadata
///
/// Every line passes here, or through ``LineGlance``, which finds the same in lines that are easy;
/// only what is not a plain success is read again, by ``LogEntry``.
package struct LineOutline: Hashable, Sendable {
  /// The text of the timestamp, between its quotes.
  package internal(set) var timestamp: ByteRange?
  var payload: PayloadOutline?
  var logName: ByteRange?
  var operation: ByteRange?
  /// Whether a key or a value that matters is spelled with escapes or in an exporter's way.
  private var isUnusual = false

  /// The outline of an object without keys that matter.
  @inline(__always)
  init() {}

  /// Looks at a whole line and checks it to its end.
  package init(line: Span<UInt8>) throws(LogEntryError) {
    var scanner = JSONScanner(at: Lines.textStart(of: line))
    guard try scanner.enterObject(in: line) else {
      try scanner.skipValue(in: line)
      try scanner.finish(in: line)
      throw .notAnObject
    }
    while let key = try scanner.nextKey(in: line) {
      try readMember(key, from: &scanner, in: line)
    }
    try scanner.finish(in: line)
  }

  /// Whether the decision table calls this entry `ok` without further reading.
  ///
  /// That is: an audit payload without a status, with no check that was explicitly refused, no
  /// sign of a dry run, and not from the policy log. A test holds that the full reading of such
  /// an entry always gives the same answer.
  package func isPlainSuccess(in line: Span<UInt8>) -> Bool {
    guard !isUnusual, let payload, payload.isPlainSuccess, let logName else { return false }
    return !ByteSearch.hasSuffix(line, logName, "policy")
  }

  /// The service of a plain success from a Data Access log, between its quotes.
  package func dataAccessService(in line: Span<UInt8>) -> ByteRange? {
    guard let logName, ByteSearch.hasSuffix(line, logName, "data_access") else { return nil }
    return payload?.serviceName
  }

  /// Whether the entry says which call it is a part of.
  package var hasOperation: Bool { operation != nil }

  /// The half of a long-running call that a plain success is; `nil` for nearly all.
  package func operationHalf(in line: Span<UInt8>) throws(LogEntryError) -> OperationHalf? {
    guard let range = operation, let payload,
      let operation = try LogEntry.Operation(in: line, at: range), operation.isHalf
    else { return nil }
    // A last half only tells that the call is complete: no first half failed.
    if operation.isLast { return OperationHalf(operation, at: timestamp(in: line)) }
    return try OperationHalf(
      operation, at: timestamp(in: line), payloadStart: payload.start, in: line)
  }

  private func timestamp(in line: Span<UInt8>) -> Timestamp? {
    timestamp.flatMap { Timestamp(utf8: line.extracting($0.start..<$0.end)) }
  }

  private mutating func readMember(
    _ key: JSONText, from scanner: inout JSONScanner, in line: Span<UInt8>
  ) throws(LogEntryError) {
    // By length first: most keys of a line are none of these.
    switch key.range.count {
    case 7 where ByteSearch.equals(line, key.range, "logName"):
      logName = try readString(from: &scanner, in: line)?.range
    case 9 where ByteSearch.equals(line, key.range, "timestamp"):
      timestamp = try readString(from: &scanner, in: line)?.range
      if let timestamp, Timestamp.mayBeExported(line, timestamp) { isUnusual = true }
    case 9 where ByteSearch.equals(line, key.range, "operation"):
      operation = try scanner.skipValue(in: line)
    case 12 where ByteSearch.equals(line, key.range, "protoPayload"):
      payload = try PayloadOutline(from: &scanner, in: line)
    case let length:
      isUnusual =
        isUnusual || key.hasEscapes
        || length == 21 && ByteSearch.equals(line, key.range, "protopayload_auditlog")
      try scanner.skipValue(in: line)
    }
  }

  private mutating func readString(
    from scanner: inout JSONScanner, in line: Span<UInt8>
  ) throws(LogEntryError) -> JSONText? {
    let text = try scanner.skipOptionalString(in: line)
    if let text, text.hasEscapes { isUnusual = true }
    return text
  }
}

/// The values of an audit payload that tell a plain success.
struct PayloadOutline: Hashable, Sendable {
  /// Where its value begins in the line.
  let start: Int
  var serviceName: ByteRange?
  /// Whether there is a status that is not spelled `{}`.
  var hasStatus = false
  /// Whether a check of a permission says that it was not granted.
  var hasRefusedCheck = false
  /// Whether metadata may say that a policy, or a dry run of one, had a say.
  var hasTellingMetadata = false
  /// Whether it is an object whose type, if it says one, is the audit log's.
  var isAuditLog = true
  private var isUnusual = false

  /// The outline of an object without keys that matter, which begins at `start`.
  @inline(__always)
  init(start: Int) {
    self.start = start
  }

  var isPlainSuccess: Bool {
    isAuditLog && !hasStatus && !hasRefusedCheck && !hasTellingMetadata && !isUnusual
  }

  init(from scanner: inout JSONScanner, in line: Span<UInt8>) throws(LogEntryError) {
    start = scanner.byteOffset
    guard try scanner.enterObject(in: line) else {
      isAuditLog = false
      try scanner.skipValue(in: line)
      return
    }
    while let key = try scanner.nextKey(in: line) {
      try readMember(key, from: &scanner, in: line)
    }
  }

  private mutating func readMember(
    _ key: JSONText, from scanner: inout JSONScanner, in line: Span<UInt8>
  ) throws(LogEntryError) {
    switch key.range.count {
    case 5 where ByteSearch.equals(line, key.range, "@type"):
      let type = try scanner.skipValue(in: line)
      isAuditLog = ByteSearch.hasSuffix(line, type, ".AuditLog\"")
    case 6 where ByteSearch.equals(line, key.range, "status"):
      let value = try scanner.skipValue(in: line)
      hasStatus = !ByteSearch.equals(line, value, "{}")
    case 8 where ByteSearch.equals(line, key.range, "metadata"):
      hasTellingMetadata = try Self.isTelling(metadata: &scanner, in: line)
    case 11 where ByteSearch.equals(line, key.range, "serviceName"):
      let text = try scanner.skipOptionalString(in: line)
      isUnusual = isUnusual || text?.hasEscapes == true
      serviceName = text?.range
    case 17 where ByteSearch.equals(line, key.range, "authorizationInfo"):
      let falseCount = scanner.falseCount
      try scanner.skipValue(in: line)
      hasRefusedCheck = scanner.falseCount != falseCount
    // BigQuery's export has metadata as text, others rename the type: both take a full reading.
    case 7, 12:
      isUnusual =
        isUnusual || key.hasEscapes || ByteSearch.equals(line, key.range, "at_type")
        || ByteSearch.equals(line, key.range, "metadataJson")
        || ByteSearch.equals(line, key.range, "at_sign_type")
      try scanner.skipValue(in: line)
    default:
      isUnusual = isUnusual || key.hasEscapes
      try scanner.skipValue(in: line)
    }
  }

  /// Whether metadata may say that a policy, or a dry run of one, had a say.
  static func isTelling(
    metadata tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) -> Bool {
    guard try tokens.enterObject(in: line) else {
      try tokens.skipValue(in: line)
      return true
    }
    var isTelling = false
    while let key = try tokens.nextKey(in: line) {
      let value = try tokens.skipValue(in: line)
      if ByteSearch.equals(line, key.range, "@type") {
        isTelling = isTelling || !ByteSearch.hasSuffix(line, value, ".BigQueryAuditMetadata\"")
      } else if key.hasEscapes || ByteSearch.equals(line, key.range, "dryRun")
        || ByteSearch.hasSuffix(line, key.range, "EnforcementMode")
        || ByteSearch.hasSuffix(line, key.range, "type")
      {
        isTelling = true
      }
    }
    return isTelling
  }
}
