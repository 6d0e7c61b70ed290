import AuditLog

/// Row 5b: nobody called; 1152 needs an identified caller.
enum AnonymousCallerRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code.isRefusalOfCredentials,
      facts.message.plain.says(any: Self.texts)
    else { return nil }
    return .denial(
      .credentialsMissing, rule: "5b", evidence: facts.messageEvidence, confidence: .medium)
  }

  static let texts: [Phrase] = [
    "anonymous caller", "unauthenticated request", "unregistered callers",
    "request is missing a valid api key",
  ]
}
