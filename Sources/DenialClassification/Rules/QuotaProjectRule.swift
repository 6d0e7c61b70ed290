import AuditLog

/// Row 10b: the caller may not use the quota project, which may be another than the resource's.
///
/// - Source: https://cloud.google.com/docs/quotas/quota-project
enum QuotaProjectRule: DenialRule {
  static let use: Set<String> = ["serviceusage.services.use"]

  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial else { return nil }
    if facts.denied.areAll(among: Self.use),
      let evidence = facts.denied.evidence
    {
      return .denial(.quotaProject, rule: "10b", evidence: evidence)
    }
    guard facts.message.plain.says("required permission to use project") else { return nil }
    return .denial(
      .quotaProject, rule: "10b", evidence: facts.messageEvidence, confidence: .medium)
  }
}
