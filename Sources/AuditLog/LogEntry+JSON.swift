extension LogEntry {
  /// Reads one line in full; request and response bodies are passed over.
  package init(line: Span<UInt8>) throws(LogEntryError) {
    let entry = try JSONObject(line: line)
    let resource = try entry.value("resource", in: line)
    insertID = try entry.string("insertId", "insertid", in: line)
    timestampText = try entry.string("timestamp", in: line)
    timestamp = Timestamp(timestampText)
    logName = try entry.string("logName", "logname", in: line)
    resourceLabels = resource["labels"] ?? .null
    labels = try entry.value("labels", in: line)
    operation = Operation(try entry.value("operation", in: line))
    split = Split(try entry.value("split", in: line))
    if let range = entry["protoPayload"] ?? entry["protopayload_auditlog"] {
      payload = try AuditPayload(in: line, at: range)
    } else {
      payload = nil
    }
  }
}

extension AuditPayload {
  /// Reads the payload at `range`; `nil` if it is no audit log payload.
  init?(in line: Span<UInt8>, at range: ByteRange) throws(LogEntryError) {
    guard let payload = try JSONObject(in: line, at: range) else { return nil }
    let type = try payload.string("@type", in: line)
    // Byte for byte, as LineOutline reads it.
    guard type.isEmpty || type.utf8.suffix(9).elementsEqual(".AuditLog".utf8) else { return nil }
    let caller = try payload.value("requestMetadata", in: line)
    let policy = try payload.value("policyViolationInfo", in: line)
    serviceName = try payload.string("serviceName", in: line)
    methodName = try payload.string("methodName", in: line)
    resourceName = try payload.string("resourceName", in: line)
    status = Status(try payload.value("status", in: line))
    authentication = AuthenticationInfo(try payload.value("authenticationInfo", in: line))
    authorization = try payload.value("authorizationInfo", in: line).elements
      .map(AuthorizationInfo.init)
    callerIP = Self.callerIP(of: caller)
    userAgent = Self.userAgent(of: caller)
    metadata = try Self.metadata(of: payload, in: line)
    orgPolicyViolations =
      policy["orgPolicyViolationInfo"]?["violationInfo"]?.elements.filter { !$0.isEmpty } ?? []
    requestName = try Self.requestName(of: payload, in: line)
  }

  /// From `requestMetadata`.
  static func callerIP(of caller: JSONValue) -> String {
    caller.first(of: "callerIp", "callerIP")?.string ?? ""
  }

  /// From `requestMetadata`.
  static func userAgent(of caller: JSONValue) -> String {
    caller["callerSuppliedUserAgent"]?.string ?? ""
  }

  /// `metadata`, or `metadataJson`, which BigQuery's export has as JSON inside a string.
  private static func metadata(
    of payload: JSONObject, in line: Span<UInt8>
  ) throws(LogEntryError) -> JSONValue {
    let metadata = try payload.value("metadata", in: line)
    if !metadata.isEmpty { return metadata }
    let text = try payload.string("metadataJson", in: line)
    var scanner = JSONScanner()
    // Text that is not JSON says nothing; the entry is judged by its other fields.
    return (try? JSONValue(from: &scanner, in: text.utf8.span)) ?? .null
  }

  private static func requestName(
    of payload: JSONObject, in line: Span<UInt8>
  ) throws(LogEntryError) -> String {
    guard let range = payload["request"], let request = try JSONObject(in: line, at: range) else {
      return ""
    }
    return try request.string("name", in: line)
  }
}

extension Status {
  init(_ value: JSONValue) {
    code = value["code"]
    message = value["message"]?.string ?? ""
    details = value["details"]?.elements ?? []
  }
}

extension AuthenticationInfo {
  init(_ value: JSONValue) {
    principalEmail = value["principalEmail"]?.string ?? ""
    principalSubject = value["principalSubject"]?.string ?? ""
    serviceAccountKeyName = value["serviceAccountKeyName"]?.string ?? ""
    oauthClientID = value["oauthInfo"]?["oauthClientId"]?.string ?? ""
    delegation = (value["serviceAccountDelegationInfo"]?.elements ?? []).compactMap { link in
      link["firstPartyPrincipal"]?["principalEmail"]?.string ?? link["principalSubject"]?.string
    }
  }
}

extension AuthorizationInfo {
  init(_ value: JSONValue) {
    permission = value["permission"]?.string ?? ""
    resource = value["resource"]?.string ?? ""
    granted = value["granted"]?.bool
  }
}

extension LogEntry.Operation {
  init?(_ value: JSONValue) {
    guard case .object = value else { return nil }
    id = value["id"]?.string ?? ""
    producer = value["producer"]?.string ?? ""
    isFirst = value["first"]?.bool ?? false
    isLast = value["last"]?.bool ?? false
  }
}

extension LogEntry.Split {
  init?(_ value: JSONValue) {
    guard let uid = value["uid"]?.string, !uid.isEmpty else { return nil }
    self.uid = uid
    index = value["index"]?.integer ?? 0
    totalSplits = value["totalSplits"]?.integer ?? 0
  }
}
