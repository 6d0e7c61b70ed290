/// Row 4: an access level of Context-Aware Access was not met.
///
/// - Source: https://cloud.google.com/access-context-manager/docs/audit-logs
enum ContextAwareAccessRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.metadataType.ends(with: "ContextAwareAccessAuditMetadata") else { return nil }
    let evidence = Evidence(path: "protoPayload.metadata.@type", logValue: facts.metadataType)
    return .denial(.contextAwareAccess, rule: "4", evidence: evidence)
  }
}
