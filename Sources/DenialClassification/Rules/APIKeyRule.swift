import AuditLog

/// Row 7: the text speaks of an API key.
///
/// - Source: https://cloud.google.com/docs/authentication/api-keys, and published error messages
enum APIKeyRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code.isRefusalOfCredentials,
      !facts.isIAMForm, let cause = Self.cause(saidBy: facts.message.plain)
    else { return nil }
    return .denial(cause, rule: "7", evidence: facts.messageEvidence, confidence: .medium)
  }

  private static func cause(saidBy text: WordText) -> DenialCause? {
    if text.begins(with: "requests"), text.says("are blocked") { return .apiKeyRestricted }
    guard text.says("api key") || text.says("api keys") else { return nil }
    if text.says("expired") { return .apiKeyExpired }
    if text.says(any: ["not valid", "invalid", "not found", "malformed", "reported as leaked"]) {
      return .apiKeyInvalid
    }
    if text.says("not supported") { return .credentialsMissing }
    if text.hasWord(beginningWith: ["blocked", "restrict"]) { return .apiKeyRestricted }
    return nil
  }
}
