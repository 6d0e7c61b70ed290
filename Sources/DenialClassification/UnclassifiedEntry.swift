package import AuditLog

/// An entry that looks like a denial and could not be told for sure, to be looked at by a person.
///
/// Strings are limited and masked as in ``Denial``; bodies of requests and responses are not in it.
package struct UnclassifiedEntry: Hashable, Sendable {
  package let insertID: String
  /// As the log spells it.
  package var timestampText: String
  package var logName: String
  package let entryClass: EntryClass
  /// The row of the decision table that decided.
  package let rule: String
  package var evidence: Evidence
  package var service: String
  package var method: String
  package var resource: String
  package var principal: String
  /// `status.code` and `status.message`.
  package var statusCode: String
  package var message: String

  /// `nil` if the verdict on the entry is sure enough, or it is not an audit log entry.
  package init?(_ entry: LogEntry, _ verdict: Verdict) {
    guard case .other(let entryClass) = verdict.answer, entryClass.isUnclassified,
      let payload = entry.payload
    else { return nil }
    insertID = Denial.limited(entry.insertID)
    timestampText = Denial.limited(entry.timestampText)
    logName = Denial.limited(entry.logName)
    self.entryClass = entryClass
    rule = verdict.rule
    evidence = verdict.evidence
    service = Denial.limited(payload.serviceName)
    method = Denial.limited(payload.methodName)
    resource = Denial.limited(payload.resourceName)
    let caller = payload.authentication
    principal = Denial.limited(
      caller.principalEmail.isEmpty ? caller.principalSubject : caller.principalEmail)
    statusCode =
      switch payload.status.code {
      case .number(let text), .string(let text): Denial.limited(text)
      case nil, .null, .bool, .array, .object: ""
      }
    message = Denial.limited(payload.status.message)
  }
}

extension EntryClass {
  /// Whether an entry of the class may be a denial.
  package var isUnclassified: Bool {
    switch self {
    case .possibleMaskedDenial, .unclassifiedExhausted, .unclassifiedStatus: true
    case .ok, .softDeny, .vpcServiceControlsDryRun, .dryRun, .capacity, .otherError,
      .notAnAuditEntry, .filteredOut:
      false
    }
  }
}
