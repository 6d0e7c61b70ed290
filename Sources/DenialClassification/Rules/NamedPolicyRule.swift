import AuditLog

/// Row 10d: the text names a principal access boundary or a deny policy.
///
/// Without such a text they cannot be told from a missing role.
/// - Source: https://cloud.google.com/iam/docs/permission-error-messages
enum NamedPolicyRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial else { return nil }
    let text = facts.message.plain
    for (phrase, cause) in phrases where text.says(phrase) {
      return .denial(cause, rule: "10d", evidence: facts.messageEvidence, confidence: .medium)
    }
    return nil
  }

  static let phrases: [(Phrase, DenialCause)] = [
    ("principal access boundary", .principalAccessBoundary), ("deny policy", .denyPolicy),
  ]
}
