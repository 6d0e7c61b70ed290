/// Row 10c: the access token's scopes do not cover the call; roles do not matter.
///
/// - Source: https://cloud.google.com/compute/docs/access/service-accounts#accesscopesiam
struct OAuthScopeRule: DenialRule {
  func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial,
      facts.message.plain.says(any: [
        "insufficient authentication scopes", "provided scope(s) are not authorized",
      ])
    else { return nil }
    return .denial(.oauthScope, rule: "10c", evidence: facts.messageEvidence, confidence: .medium)
  }
}
