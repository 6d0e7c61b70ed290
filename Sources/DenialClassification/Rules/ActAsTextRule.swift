import AuditLog

/// Row 5c: the text says that the caller may not act as a service account.
///
/// It stands before the organization policies, because Dataflow's text names a constraint as well.
/// - Source: https://cloud.google.com/iam/docs/service-accounts-actas
enum ActAsTextRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code.isRefusal,
      facts.message.plain.says("act as service account"), facts.message.plain.says(any: Self.verbs),
      facts.denied.isEmpty || facts.denied.areAll(among: ServiceAccountUseRule.actAs)
    else { return nil }
    return .denial(.actAs, rule: "5c", evidence: facts.messageEvidence, confidence: .medium)
  }

  static let verbs: [Phrase] = [
    "cannot", "not authorized to", "not have permission to", "must have permission to",
  ]
}
