import AuditLog

/// Row 8: UNAUTHENTICATED; the caller's identity was not established.
///
/// - Source: googleapis/googleapis, google/rpc/code.proto
enum CredentialsRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code == .unauthenticated, !facts.isIAMForm else { return nil }
    let text = facts.message.plain
    for (word, cause) in words where text.says(word) {
      return .denial(cause, rule: "8", evidence: facts.messageEvidence, confidence: .medium)
    }
    return .denial(.credentialsUnspecified, rule: "8", evidence: facts.codeEvidence)
  }

  static let words: [(Phrase, DenialCause)] = [
    ("expired", .credentialsExpired), ("missing", .credentialsMissing),
    ("invalid", .credentialsInvalid),
  ]
}
