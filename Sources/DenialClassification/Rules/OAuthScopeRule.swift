import AuditLog

/// Row 10c: the access token's scopes do not cover the call; roles do not matter.
///
/// - Source: https://cloud.google.com/compute/docs/access/service-accounts#accesscopesiam
enum OAuthScopeRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial,
      facts.message.plain.says(any: phrases)
    else { return nil }
    return .denial(.oauthScope, rule: "10c", evidence: facts.messageEvidence, confidence: .medium)
  }

  static let phrases: [Phrase] = [
    "insufficient authentication scopes", "provided scope(s) are not authorized",
  ]
}
