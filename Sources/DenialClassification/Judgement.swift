package import AuditLog
import IAM

/// An entry's verdict, and the denial if it is one.
package struct Judgement: Sendable {
  package let verdict: Verdict
  package let denial: Denial?
  /// The call, if it went well and that was asked for.
  package let grantedCall: GrantedCall?
  /// Whether the entry lists more checks than are looked at.
  package let isCut: Bool

  /// Judges an entry that was read in full, without a memory.
  package init(_ entry: LogEntry) {
    var memory = JudgeMemory()
    self.init(entry, &memory)
  }

  /// Judges an entry that was read in full.
  ///
  /// - Parameters:
  ///   - entry: What to judge.
  ///   - memory: What was worked out of other entries.
  ///   - wantsGrantedCall: Whether ``grantedCall`` is asked for.
  package init(
    _ entry: LogEntry, _ memory: inout JudgeMemory, wantsGrantedCall: Bool = false
  ) {
    guard let payload = entry.payload else {
      let evidence = Evidence(path: "protoPayload", value: "absent")
      verdict = .other(.notAnAuditEntry, rule: "0", evidence: evidence)
      denial = nil
      grantedCall = nil
      isCut = false
      return
    }
    let facts = EntryFacts(entry: entry, payload: payload, memory: memory.taken())
    verdict = DecisionTable.verdict(for: facts)
    isCut = facts.denied.isCut
    if case .denial(let cause) = verdict.answer {
      denial = Denial(facts, cause: cause, verdict: verdict)
    } else {
      denial = nil
    }
    if wantsGrantedCall, case .other(.ok) = verdict.answer {
      grantedCall = GrantedCall(facts)
    } else {
      grantedCall = nil
    }
    memory = facts.memory
  }
}

extension Denial {
  init(_ facts: EntryFacts, cause: DenialCause, verdict: Verdict) {
    let payload = facts.payload
    insertID = Self.limited(facts.entry.insertID)
    timestampText = Self.limited(facts.entry.timestampText)
    logName = Self.limited(facts.entry.logName)
    self.cause = cause
    (rule, confidence, evidence) = (verdict.rule, verdict.confidence, verdict.evidence)
    caller = CallerIdentity(
      email: Self.limited(facts.caller.email), subject: Self.limited(facts.caller.subject),
      mappedPrincipal: Self.limited(facts.caller.mappedPrincipal))
    permissions = facts.denied.names.map(Self.limited)
    permissionsAreInferred = facts.denied.areInferred
    project = facts.targetProject?.name ?? ""
    service = Self.limited(payload.serviceName)
    method = Self.limited(payload.methodName)
    resource = Self.limited(facts.resource)
    serviceAccount = facts.serviceAccount(for: cause)
    quotaProject = cause == .quotaProject ? facts.quotaProject : ""
    callerIP = Self.limited(payload.callerIP)
    userAgent = Self.limited(payload.userAgent)
    key = Self.limited(payload.authentication.serviceAccountKeyName)
    oauthClientID = Self.limited(payload.authentication.oauthClientID)
    delegation = payload.authentication.delegation.prefix(16).map(Self.limited)
    operation = facts.entry.operation.flatMap(Operation.init)
    split = facts.entry.split.map(Split.init)
    perimeterID = cause == .vpcServiceControls ? Self.limited(facts.perimeterID) : ""
    perimeter = cause == .vpcServiceControls ? Perimeter(facts) : nil
    quota = Quota(facts, cause: cause)
    credentialState = CredentialState(facts, cause: cause)
  }

  /// Log text as a record keeps it.
  static func limited(_ text: String) -> String {
    limited(text, byteLimit: byteLimit)
  }

  /// Log text as a record keeps it, in at most `byteLimit` bytes and an ellipsis.
  package static func limited(_ text: String, byteLimit: Int) -> String {
    guard text.utf8.count > byteLimit || SecretMask.mayHoldSecret(text.utf8.span) else {
      return text
    }
    let masked = SecretMask.masked(text)
    guard masked.utf8.count > byteLimit else { return masked }
    return masked.prefix(utf8Count: byteLimit) + "…"
  }
}

extension Denial.Split {
  package init(_ split: LogEntry.Split) {
    self.init(uid: Denial.limited(split.uid), index: split.index, total: split.totalSplits)
  }
}

extension Denial.Operation {
  /// A part of an operation; `nil` if its id is empty or it is neither first nor last.
  fileprivate init?(_ operation: LogEntry.Operation) {
    guard !operation.id.isEmpty, operation.isFirst || operation.isLast else { return nil }
    self.init(
      id: Denial.limited(operation.id), producer: Denial.limited(operation.producer),
      isFirst: operation.isFirst, isLast: operation.isLast)
  }
}
