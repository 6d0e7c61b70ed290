/// One log entry, `google.logging.v2.LogEntry`: the fields that a denial is judged by.
///
/// Strings that the log does not have are empty. Of keys that repeat, the last one counts.
/// - Source: https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
package struct LogEntry: Sendable {
  package let insertID: String
  /// As the log spells it.
  package let timestampText: String
  /// `nil` if there is no timestamp or none that can be read.
  package let timestamp: Timestamp?
  /// Such as `projects/acme/logs/cloudaudit.googleapis.com%2Factivity`.
  package let logName: String
  /// `resource.labels`.
  package let resourceLabels: JSONValue
  /// `labels` of the entry itself.
  package let labels: JSONValue
  package let operation: Operation?
  package let split: Split?
  /// `nil` if this is no audit log entry.
  package let payload: AuditPayload?

  /// The part of the log name after `/logs/`, such as `cloudaudit.googleapis.com/activity`.
  package var logID: String {
    let bytes = logName.utf8.span
    guard let start = logIDStart else { return "" }
    let escape =
      TextSearch.offset(of: "%2F", in: bytes, from: start)
      ?? TextSearch.offset(of: "%2f", in: bytes, from: start)
    guard let escape else { return ByteSearch.string(bytes.extracting(start..<bytes.count)) }
    return ByteSearch.string(bytes.extracting(start..<escape)) + "/"
      + ByteSearch.string(bytes.extracting(escape + 3..<bytes.count))
  }

  /// Whether the entry is from a Data Access log, which users must turn on.
  package var isOfDataAccess: Bool {
    guard let start = logIDStart else { return false }
    let bytes = logName.utf8.span
    return ByteSearch.hasSuffix(bytes, ByteRange(start: start, end: bytes.count), "data_access")
  }

  /// Where ``logID`` begins in the name; `nil` if it has none.
  private var logIDStart: Int? {
    let bytes = logName.utf8.span
    if let offset = TextSearch.offset(of: "/logs/", in: bytes) { return offset + 6 }
    return TextSearch.offset(of: "logs/", in: bytes).map { $0 + 5 }
  }

  /// The part of a long-running or streaming call that this entry is.
  package struct Operation: Hashable, Sendable {
    package let id: String
    package let producer: String
    package let isFirst: Bool
    package let isLast: Bool
  }

  /// The part of an entry too large for one line that this entry is.
  package struct Split: Hashable, Sendable {
    package let uid: String
    /// From 0.
    package let index: Int
    package let totalSplits: Int
  }
}

/// The audit payload, `google.cloud.audit.AuditLog`.
///
/// A class, as it is handed on more than once and to copy so many strings takes as long as to read
/// some of them.
/// - Source: https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog
package final class AuditPayload: Sendable {
  /// Such as `aiplatform.googleapis.com`.
  package let serviceName: String
  package let methodName: String
  package let resourceName: String
  package let status: Status
  package let authentication: AuthenticationInfo
  package let authorization: [AuthorizationInfo]
  package let callerIP: String
  package let userAgent: String
  /// The VPC network that the call came from, by its full name, if the log may say so.
  package let callerNetwork: String
  /// Service-specific; empty object if there is none.
  package let metadata: JSONValue
  /// `policyViolationInfo.orgPolicyViolationInfo.violationInfo`: non-empty on a violation only.
  package let orgPolicyViolations: [JSONValue]
  /// `request.name`, which names the service account of an IAM Credentials call.
  package let requestName: String

  /// Reads the payload that stands at a place of a line.
  init(_ place: Place, in line: Span<UInt8>) throws(LogEntryError) {
    serviceName = place.string(.serviceName, in: line)
    methodName = place.string(.methodName, in: line)
    resourceName = place.string(.resourceName, in: line)
    status = try place.status(in: line)
    authentication = place.authentication(in: line)
    authorization = place.authorization(in: line)
    callerIP = place.callerIP(in: line)
    userAgent = place.userAgent(in: line)
    callerNetwork = place.callerNetwork(in: line)
    metadata = try place.metadata(in: line)
    orgPolicyViolations = try place.orgPolicyViolations(in: line)
    requestName = place.requestName(in: line)
  }
}

/// The outcome of a call, `google.rpc.Status`.
package struct Status: Sendable {
  /// As the log has it: a number, a name such as `PERMISSION_DENIED`, or absent.
  package let code: JSONValue?
  package let message: String
  package let details: [JSONValue]
}

/// Who called.
package struct AuthenticationInfo: Hashable, Sendable {
  package let principalEmail: String
  package let principalSubject: String
  package let serviceAccountKeyName: String
  package let oauthClientID: String
  /// The e-mails or subjects of `serviceAccountDelegationInfo`, in its order.
  package let delegation: [String]
}

/// One check of one permission on one resource.
package struct AuthorizationInfo: Hashable, Sendable {
  package let permission: String
  package let resource: String
  /// `nil` if the log leaves it out, which in proto3 JSON also says `false`.
  package let granted: Bool?
}
