/// Row 10f: what is missing is the use of a service account; the binding goes on that account.
///
/// A mixture with other permissions goes on to later rows.
/// - Source: https://cloud.google.com/iam/docs/service-account-permissions
struct ServiceAccountUseRule: DenialRule {
  static let actAs: Set<String> = ["iam.serviceAccounts.actAs"]
  private static let impersonation: Set<String> = [
    "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken",
    "iam.serviceAccounts.signBlob", "iam.serviceAccounts.signJwt",
    "iam.serviceAccounts.implicitDelegation",
  ]

  func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial, let evidence = facts.denied.evidence else { return nil }
    if facts.denied.areAll(among: Self.actAs) {
      return .denial(.actAs, rule: "10f", evidence: evidence)
    }
    if facts.denied.areAll(among: Self.impersonation) {
      return .denial(.impersonation, rule: "10f", evidence: evidence)
    }
    return nil
  }
}
