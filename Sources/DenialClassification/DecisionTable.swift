import IAM

/// The rows of `docs/classification.md` in their order; the first that speaks decides.
package enum DecisionTable {
  /// To be raised whenever an entry may be judged differently: records of different rules do not
  /// mix.
  private static let version = 2

  /// What records say of the rules that made them: version, rules in their order, causes, reasons.
  package static let digest: String = {
    var hash = StableHash()
    hash.combine(String(version))
    for rule in rules { hash.combine(String(describing: type(of: rule))) }
    for cause in DenialCause.allCases { hash.combine("\(cause.code.rawValue) \(cause.rawValue)") }
    for (reason, cause) in ErrorReason.causes.sorted(by: { $0.key < $1.key }) {
      hash.combine("\(reason) \(cause.rawValue)")
    }
    return hash.longHexDigits
  }()

  private static let rules: [any DenialRule] = [
    DryRunRule(), SuccessRule(), ServicePerimeterRule(), ContextAwareAccessRule(),
    ErrorReasonRule(), AnonymousCallerRule(), ActAsTextRule(), CapacityRule(), LimitOfTheJobRule(),
    QuotaRule(), APIKeyRule(), CredentialsRule(), OrgPolicyRule(), ProjectStateRule(),
    QuotaProjectRule(), OAuthScopeRule(), NamedPolicyRule(), KubernetesRule(),
    ServiceAccountUseRule(), CrossProjectRule(), MissingRoleRule(), UnspecifiedRule(),
    MaskedDenialRule(),
  ]

  /// The verdict on an entry; every entry has one.
  static func verdict(for facts: EntryFacts) -> Verdict {
    for rule in rules {
      if let verdict = rule.verdict(for: facts) { return verdict }
    }
    if facts.code == .unknown {
      return .other(.unclassifiedStatus, rule: "12", evidence: facts.codeEvidence)
    }
    return .other(.otherError, rule: "13", evidence: facts.codeEvidence)
  }
}
