extension LogEntry {
  /// Reads one line in full; request and response bodies are passed over.
  ///
  /// The line may be a log entry, a row of an export of them, or a Pub/Sub message with either.
  package init(line: Span<UInt8>) throws(LogEntryError) {
    let object = try JSONObject(line: line)
    guard object.isBare else {
      try self.init(object, in: line)
      return
    }
    if let data = try object.messageData(in: line) {
      do {
        let bytes = data.span
        // Nobody has checked this text yet, as the line was.
        _ = try LineOutline(line: bytes)
        try self.init(try JSONObject(line: bytes), in: bytes)
      } catch {
        throw .inMessage(error)
      }
    } else {
      if let key = object.keyOfMany(in: line) { throw .manyEntries(key: key) }
      try self.init(object, in: line)
    }
  }

  private init(_ entry: JSONObject, in line: Span<UInt8>) throws(LogEntryError) {
    let (spelling, range) = try entry.payload(in: line)
    let resource = try entry.value("resource", in: line)
    let time = try entry.value("timestamp", in: line)
    insertID = try entry.string(spelling("insertId"), "insertid", in: line)
    (timestampText, timestamp) = Timestamp.readingLog(time, spelling)
    logName = try entry.string(spelling("logName"), "logname", in: line)
    resourceLabels = resource["labels"]?.document(in: spelling) ?? .null
    labels = try entry.value("labels", in: line).document(in: spelling)
    operation = Operation(try entry.value("operation", in: line), spelling)
    split = Split(try entry.value("split", in: line), spelling)
    if let range {
      payload = try AuditPayload(in: line, at: range, spelling)
    } else {
      payload = nil
    }
  }
}

extension JSONObject {
  /// Where the payload of an entry stands, and how the entry is spelled because of it.
  fileprivate func payload(
    in line: Span<UInt8>
  ) throws(LogEntryError) -> (spelling: EntrySpelling, range: ByteRange?) {
    if let range = self["protoPayload"] ?? self["protopayload"] { return (.entry, range) }
    if let range = self["protopayload_auditlog"] { return (.bigQueryRow, range) }
    guard let range = self["proto_payload"] else { return (.entry, nil) }
    return (.logAnalyticsRow, try JSONObject(in: line, at: range)?["audit_log"])
  }

  /// Whether none of the keys is there that hold an audit payload.
  fileprivate var isBare: Bool {
    self["protoPayload"] == nil && self["protopayload"] == nil
      && self["protopayload_auditlog"] == nil && self["proto_payload"] == nil
  }
}

extension AuditPayload {
  /// Reads the payload at `range`; `nil` if it is no audit log payload.
  init?(
    in line: Span<UInt8>, at range: ByteRange, _ spelling: EntrySpelling
  ) throws(LogEntryError) {
    guard let payload = try JSONObject(in: line, at: range) else { return nil }
    let type = try payload.string("@type", "at_type", "at_sign_type", in: line)
    // Byte for byte, as LineOutline reads it.
    guard type.isEmpty || type.utf8.suffix(9).elementsEqual(".AuditLog".utf8) else { return nil }
    let caller = try payload.value(spelling("requestMetadata"), in: line)
    let policy = try payload.value(spelling("policyViolationInfo"), in: line)
    serviceName = try payload.string(spelling("serviceName"), in: line)
    methodName = try payload.string(spelling("methodName"), in: line)
    resourceName = try payload.string(spelling("resourceName"), in: line)
    status = Status(try payload.value("status", in: line), spelling)
    authentication = AuthenticationInfo(
      try payload.value(spelling("authenticationInfo"), in: line), spelling)
    authorization = try payload.value(spelling("authorizationInfo"), in: line).elements
      .map { AuthorizationInfo($0, spelling) }
    callerIP = Self.callerIP(of: caller, spelling)
    userAgent = Self.userAgent(of: caller, spelling)
    callerNetwork = caller[spelling("callerNetwork")]?.string ?? ""
    metadata = try Self.metadata(of: payload, in: line, spelling)
    let violations = policy[spelling("orgPolicyViolationInfo")]?[spelling("violationInfo")]
    orgPolicyViolations = violations?.elements.filter { !$0.isEmpty } ?? []
    requestName = try Self.requestName(of: payload, in: line, spelling)
  }

  /// From `requestMetadata`.
  static func callerIP(of caller: JSONValue, _ spelling: EntrySpelling) -> String {
    caller.first(of: spelling("callerIp"), "callerIP")?.string ?? ""
  }

  /// From `requestMetadata`.
  static func userAgent(of caller: JSONValue, _ spelling: EntrySpelling) -> String {
    caller[spelling("callerSuppliedUserAgent")]?.string ?? ""
  }

  /// `metadata`, or `metadataJson`, which BigQuery's export has as JSON inside a string.
  private static func metadata(
    of payload: JSONObject, in line: Span<UInt8>, _ spelling: EntrySpelling
  ) throws(LogEntryError) -> JSONValue {
    let metadata = try payload.value("metadata", in: line).document(in: spelling)
    if !metadata.isEmpty { return metadata }
    // Text that is not JSON says nothing; the entry is judged by its other fields.
    return JSONValue(text: try payload.string("metadataJson", in: line)) ?? .null
  }

  private static func requestName(
    of payload: JSONObject, in line: Span<UInt8>, _ spelling: EntrySpelling
  ) throws(LogEntryError) -> String {
    if let range = payload["request"], let request = try JSONObject(in: line, at: range) {
      return try request.string("name", in: line)
    }
    guard spelling.isRow else { return "" }
    let text = try payload.string("request", "requestJson", in: line)
    return JSONValue(text: text)?["name"]?.string ?? ""
  }
}

extension Status {
  init(_ value: JSONValue, _ spelling: EntrySpelling) {
    code = value["code"]
    message = value["message"]?.string ?? ""
    let list = value["details"]?.document(in: spelling)
    if spelling.isRow, case .array(let elements) = list {
      details = elements.map { $0.document(in: spelling) }
    } else {
      details = list?.elements ?? []
    }
  }
}

extension AuthenticationInfo {
  init(_ value: JSONValue, _ spelling: EntrySpelling) {
    principalEmail = value[spelling("principalEmail")]?.string ?? ""
    principalSubject = value[spelling("principalSubject")]?.string ?? ""
    serviceAccountKeyName = value[spelling("serviceAccountKeyName")]?.string ?? ""
    oauthClientID = value[spelling("oauthInfo")]?[spelling("oauthClientId")]?.string ?? ""
    let links = value[spelling("serviceAccountDelegationInfo")]?.elements ?? []
    delegation = links.compactMap { link in
      link[spelling("firstPartyPrincipal")]?[spelling("principalEmail")]?.string
        ?? link[spelling("principalSubject")]?.string
    }
  }
}

extension AuthorizationInfo {
  init(_ value: JSONValue, _ spelling: EntrySpelling) {
    permission = value["permission"]?.string ?? ""
    resource = value["resource"]?.string ?? ""
    granted = value["granted"]?.bool(in: spelling)
  }
}

extension LogEntry.Operation {
  init?(_ value: JSONValue, _ spelling: EntrySpelling) {
    guard case .object = value else { return nil }
    id = value["id"]?.string ?? ""
    producer = value["producer"]?.string ?? ""
    isFirst = value["first"]?.bool(in: spelling) ?? false
    isLast = value["last"]?.bool(in: spelling) ?? false
  }
}

extension LogEntry.Split {
  init?(_ value: JSONValue, _ spelling: EntrySpelling) {
    guard let uid = value["uid"]?.string, !uid.isEmpty else { return nil }
    self.uid = uid
    index = value["index"]?.integer ?? 0
    totalSplits = value[spelling("totalSplits")]?.integer ?? 0
  }
}
