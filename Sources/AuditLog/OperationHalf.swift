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

  /// A half that lends nothing, and only tells that its call is complete.
  package init(_ operation: LogEntry.Operation, at timestamp: Timestamp?) {
    self.operation = operation
    self.timestamp = timestamp
    authentication = Self.nobody
    authorization = []
    (callerIP, userAgent) = ("", "")
  }

  /// A half of which a payload tells who called, read without the rest of the payload.
  ///
  /// The payload is the object whose value begins at `payloadStart` in the line.
  init(
    _ operation: LogEntry.Operation, at timestamp: Timestamp?, payloadStart: Int,
    in line: Span<UInt8>
  ) throws(LogEntryError) {
    var scanner = JSONScanner(at: payloadStart)
    let tree = try JSONTree(from: &scanner, in: line)
    let place = AuditPayload.Place(tree, JSONTree.root, .entry, in: line)
    self.operation = operation
    self.timestamp = timestamp
    authentication = place?.authentication(in: line) ?? Self.nobody
    authorization = place?.authorization(in: line) ?? []
    callerIP = place?.callerIP(in: line) ?? ""
    userAgent = place?.userAgent(in: line) ?? ""
  }

  private static let nobody = AuthenticationInfo(
    principalEmail: "", principalSubject: "", serviceAccountKeyName: "", oauthClientID: "",
    delegation: [])

  /// The same of an entry that went well: there a last half lends nothing, as no first half failed.
  package var ofSuccess: OperationHalf {
    operation.isLast ? OperationHalf(operation, at: timestamp) : self
  }
}

extension LogEntry.Operation {
  /// Whether another entry belongs to this one: it is the first or the last of a call with a name.
  ///
  /// An empty id names nothing: IAP writes it into every entry.
  package var isHalf: Bool { !id.isEmpty && isFirst != isLast }
}
