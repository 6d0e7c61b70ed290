import AuditLog
package import IAM

/// Puts pseudonyms in the place of names in all that is kept of an entry, before it is counted.
///
/// What is counted, joined, remembered and written afterwards never saw a clear name. Times, ids of
/// entries, permissions, methods and services of Google stay.
package struct Redaction: Sendable {
  package let pseudonyms: Pseudonyms
  /// What tells pseudonyms of this level and key from others.
  package let mark: RedactionMark

  package init(_ pseudonyms: Pseudonyms, mark: RedactionMark) {
    self.pseudonyms = pseudonyms
    self.mark = mark
  }

  /// What stands for a text that may hold any name.
  package static let hiddenText = "(redacted)"

  package func redact(_ denial: inout Denial) {
    let names = pseudonyms
    let evidence = redacted(denial.evidence, of: denial)
    denial.evidence = evidence
    denial.timestampText = time(denial.timestampText)
    denial.logName = limited(names.logName(denial.logName))
    redact(&denial.caller)
    denial.permissions = denial.permissions.map(permission)
    denial.method = limited(names.method(denial.method, of: denial.service))
    denial.service = limited(names.service(denial.service))
    denial.project = names.project(denial.project)
    denial.resource = limited(names.path(denial.resource))
    denial.serviceAccount = limited(names.account(denial.serviceAccount))
    denial.quotaProject = names.project(denial.quotaProject)
    denial.callerIP = names.address(ofCaller: denial.callerIP)
    denial.userAgent = limited(names.userAgent(denial.userAgent))
    denial.key = limited(names.path(denial.key))
    denial.oauthClientID = limited(names.oauthClient(denial.oauthClientID))
    denial.delegation = denial.delegation.map { limited(names.account($0)) }
    denial.perimeterID = names.hidesPlaces ? names.opaque(denial.perimeterID) : denial.perimeterID
    if let operation = denial.operation { denial.operation = redacted(operation) }
    if let perimeter = denial.perimeter { denial.perimeter = redacted(perimeter) }
    if let quota = denial.quota { denial.quota = redacted(quota, denial) }
  }

  package func redact(_ caller: inout Denial.CallerIdentity) {
    caller.email = limited(pseudonyms.account(caller.email))
    caller.subject = limited(pseudonyms.account(caller.subject))
    caller.mappedPrincipal = limited(pseudonyms.account(caller.mappedPrincipal))
  }

  package func redact(_ call: inout GrantedCall) {
    redact(&call.caller)
    call.project = pseudonyms.project(call.project)
    call.method = limited(pseudonyms.method(call.method, of: call.service))
    call.service = limited(pseudonyms.service(call.service))
    call.resource = limited(pseudonyms.path(call.resource))
    call.permissions = call.permissions.map(permission)
  }

  package func redact(_ partner: inout OperationPartner) {
    redact(&partner.caller)
    partner.operation = redacted(partner.operation)
    partner.callerIP = pseudonyms.address(ofCaller: partner.callerIP)
    partner.userAgent = limited(pseudonyms.userAgent(partner.userAgent))
    partner.key = limited(pseudonyms.path(partner.key))
    partner.oauthClientID = limited(pseudonyms.oauthClient(partner.oauthClientID))
    partner.permissions = partner.permissions.map(permission)
    partner.resource = limited(pseudonyms.path(partner.resource))
  }

  package func redact(_ entry: inout UnclassifiedEntry) {
    entry.timestampText = time(entry.timestampText)
    entry.logName = limited(pseudonyms.logName(entry.logName))
    entry.evidence = Evidence(path: entry.evidence.path, value: Self.hiddenText)
    entry.method = limited(pseudonyms.method(entry.method, of: entry.service))
    entry.service = limited(pseudonyms.service(entry.service))
    entry.resource = limited(pseudonyms.path(entry.resource))
    entry.principal = limited(pseudonyms.account(entry.principal))
    entry.statusCode = word(entry.statusCode)
    if !entry.message.isEmpty { entry.message = Self.hiddenText }
  }

  /// A time as the log spells it, if it is one.
  package func time(_ text: String) -> String {
    text.isEmpty || Timestamp(text) != nil ? text : pseudonyms.opaque(text)
  }

  /// A pseudonym may be longer than the name.
  func limited(_ text: String) -> String { Denial.limited(text) }
}

/// What pseudonyms were made by, so that those of other keys are not taken for names.
package struct RedactionMark: Hashable, Sendable {
  package let level: Pseudonyms.Level
  /// A hash of the key, eight hexadecimal digits.
  package let keyID: String

  package init(level: Pseudonyms.Level, keyID: String) {
    (self.level, self.keyID) = (level, keyID)
  }

  /// Such as `partial 1a2b3c4d`.
  package var text: String { "\(level.rawValue) \(keyID)" }

  /// The same as a number.
  package var number: Int64 {
    Int64(UInt32(keyID, radix: 16) ?? 0) << 1 | (level == .full ? 1 : 0)
  }
}
