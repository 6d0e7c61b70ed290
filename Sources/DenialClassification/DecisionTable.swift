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
    for rule in rules { hash.combine(String(describing: rule)) }
    for cause in DenialCause.allCases { hash.combine("\(cause.code.rawValue) \(cause.rawValue)") }
    for (reason, cause) in ErrorReason.causes.sorted(by: { $0.key < $1.key }) {
      hash.combine("\(reason) \(cause.rawValue)")
    }
    return hash.longHexDigits
  }()

  /// In the order of their rows.
  static let rules: [any DenialRule.Type] = [
    DryRunRule.self, SuccessRule.self, ServicePerimeterRule.self, ContextAwareAccessRule.self,
    ErrorReasonRule.self, AnonymousCallerRule.self, ActAsTextRule.self, CapacityRule.self,
    LimitOfTheJobRule.self, QuotaRule.self, APIKeyRule.self, CredentialsRule.self,
    OrgPolicyRule.self, ProjectStateRule.self, QuotaProjectRule.self, OAuthScopeRule.self,
    NamedPolicyRule.self, KubernetesRule.self, ServiceAccountUseRule.self, CrossProjectRule.self,
    MissingRoleRule.self, UnspecifiedRule.self, MaskedDenialRule.self,
  ]

  /// The verdict on an entry; every entry has one.
  static func verdict(for facts: EntryFacts) -> Verdict {
    verdict(for: facts, by: rules[...])
  }

  /// What the rules behind the one that decided would have said; `nil` if they have nothing to add.
  ///
  /// Rows of one rule are alternatives of each other and have no runner-up among themselves, so
  /// that quotas, all of one rule, have none at all. Nor have calls that went well.
  static func runnerUp(to verdict: Verdict, for facts: EntryFacts) -> Verdict? {
    let index = rules.firstIndex { $0.verdict(for: facts) == verdict }
    guard let index, rules[index] != QuotaRule.self, rules[index] != SuccessRule.self else {
      return nil
    }
    let runnerUp = self.verdict(for: facts, by: rules[(index + 1)...])
    return runnerUp.answer == .other(.otherError) ? nil : runnerUp
  }

  private static func verdict(
    for facts: EntryFacts, by rules: ArraySlice<any DenialRule.Type>
  ) -> Verdict {
    for rule in rules {
      if let verdict = rule.verdict(for: facts) { return verdict }
    }
    if facts.code == .unknown {
      return .other(.unclassifiedStatus, rule: "12", evidence: facts.codeEvidence)
    }
    return .other(.otherError, rule: "13", evidence: facts.codeEvidence)
  }
}
