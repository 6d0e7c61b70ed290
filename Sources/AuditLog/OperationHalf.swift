/// One of the two entries of a long-running or streaming call, with what it can lend the other.
///
/// Services write the caller and the checks into the first entry and the outcome into the last, so
/// that neither tells the whole.
/// - Source: https://cloud.google.com/logging/docs/audit/understanding-audit-logs#async
package struct OperationHalf: Sendable {
  package let operation: LogEntry.Operation
  package let timestamp: Timestamp?
  package let authentication: AuthenticationInfo
  package let authorization: [AuthorizationInfo]
  package let callerIP: String
  package let userAgent: String

  /// `nil` if the entry is not exactly one half of a call that has a name.
  package init?(_ entry: LogEntry) {
    guard let payload = entry.payload, let operation = entry.operation, operation.isHalf else {
      return nil
    }
    self.operation = operation
    timestamp = entry.timestamp
    authentication = payload.authentication
    authorization = payload.authorization
    callerIP = payload.callerIP
    userAgent = payload.userAgent
  }

  init(
    operation: LogEntry.Operation, timestamp: Timestamp?, authentication: AuthenticationInfo,
    authorization: [AuthorizationInfo], caller: JSONValue
  ) {
    self.operation = operation
    self.timestamp = timestamp
    self.authentication = authentication
    self.authorization = authorization
    callerIP = AuditPayload.callerIP(of: caller, .entry)
    userAgent = AuditPayload.userAgent(of: caller, .entry)
  }
}

extension LogEntry.Operation {
  /// Whether another entry belongs to this one: it is the first or the last of a call with a name.
  ///
  /// An empty id names nothing: IAP writes it into every entry.
  package var isHalf: Bool { !id.isEmpty && isFirst != isLast }
}
