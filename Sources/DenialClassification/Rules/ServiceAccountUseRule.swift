/// Row 10f: what is missing is the use of a service account; the binding goes on that account.
///
/// A mixture with other permissions goes on to later rows.
/// - Source: https://cloud.google.com/iam/docs/service-account-permissions
enum ServiceAccountUseRule: DenialRule {
  static let actAs: Set<String> = ["iam.serviceAccounts.actAs"]
  static let impersonation: Set<String> = [
    "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken",
    "iam.serviceAccounts.signBlob", "iam.serviceAccounts.signJwt",
    "iam.serviceAccounts.implicitDelegation",
  ]

  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial, let evidence = facts.denied.evidence,
      let cause = Self.cause(ofLacking: facts.denied.names)
    else { return nil }
    return .denial(cause, rule: "10f", evidence: evidence)
  }

  /// The cause, if all of the permissions are for the use of a service account in one way.
  static func cause(ofLacking permissions: [String]) -> DenialCause? {
    // Most permissions are of other things, which a beginning tells more quickly than two sets.
    guard let first = permissions.first, first.begins(with: "iam.serviceAccounts.") else {
      return nil
    }
    if permissions.allSatisfy(actAs.contains) { return .actAs }
    return permissions.allSatisfy(impersonation.contains) ? .impersonation : nil
  }
}
