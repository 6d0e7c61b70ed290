import AuditLog

/// Row 10a: the state of the project or of the account refuses, whoever calls.
enum ProjectStateRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code.isRefusal,
      !facts.isIAMForm, let cause = Self.cause(saidBy: facts.message.plain)
    else { return nil }
    return .denial(cause, rule: "10a", evidence: facts.messageEvidence, confidence: .medium)
  }

  private static func cause(saidBy text: WordText) -> DenialCause? {
    if saysNoBilling(text) { return .billingDisabled }
    if saysServiceDisabled(text) { return .serviceDisabled }
    if text.says("suspended") && text.says(any: consumers)
      || text.says("project has been denied access")
    {
      return .consumerSuspended
    }
    if text.begins(with: "permission denied on resource project") { return .consumerInvalid }
    if text.says("is not allowed to use publisher model") { return .modelNotEnabled }
    if text.says("rejected by the attribute condition") { return .attributeCondition }
    return nil
  }

  static let consumers: [Phrase] = ["consumer", "project", "account"]

  private static func saysNoBilling(_ text: WordText) -> Bool {
    text.says(any: billingPhrases)
      || text.says("billing account")
        && text.says(any: billingStates)
  }

  static let billingStates: [Phrase] = ["not found", "disabled", "closed", "absent"]

  static let billingPhrases: [Phrase] = [
    "billing must be enabled", "billing is not enabled", "billing not enabled",
    "billing to be enabled", "billing is disabled", "billing disabled", "requires billing",
    "enable billing",
  ]

  private static func saysServiceDisabled(_ text: WordText) -> Bool {
    text.says("has not been used") && text.says("or it is disabled")
      || text.says(any: disabledPhrases)
  }

  static let disabledPhrases: [Phrase] = [
    "api is not enabled", "api is disabled", "is not enabled for the project",
    "is not enabled for the consumer project",
  ]
}
