import AuditLog

/// Row 9: a constraint of the Organization Policy Service refused the call.
///
/// An empty `violationInfo` stands on successes as well; only one with content counts.
/// - Source: https://cloud.google.com/resource-manager/docs/organization-policy/overview, and
///   google.cloud.audit.OrgPolicyViolationInfo
enum OrgPolicyRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code != .ok else { return nil }
    if let violation = facts.payload.orgPolicyViolations.first {
      let path = "protoPayload.policyViolationInfo.orgPolicyViolationInfo.violationInfo[0]"
      let constraint = violation["constraint"]?.string ?? "present"
      return .denial(.orgPolicy, rule: "9", evidence: Evidence(path: path, logValue: constraint))
    }
    for violation in facts.details.violations
    where violation.type.begins(with: "constraints/")
      || violation.type.begins(with: "customConstraints/")
    {
      let evidence = Evidence(path: violation.path + ".type", logValue: violation.type)
      return .denial(.orgPolicy, rule: "9", evidence: evidence)
    }
    guard mayHoldPhrase(facts.message), speaks(facts.message.unquoted) else { return nil }
    return .denial(.orgPolicy, rule: "9", evidence: facts.messageEvidence, confidence: .medium)
  }

  /// Whether one of two letters is there that each of the phrases has.
  private static func mayHoldPhrase(_ message: MessageText) -> Bool {
    message.has(.init("r", "g"), or: .init("t", "r"))
      || message.has(.init("t", "t"), or: .init("e", "v"))
      || message.has(.init("o", "w"), or: .init("o", "w"))
  }

  private static func speaks(_ text: WordText) -> Bool {
    text.contains("constraints/") || text.says(any: phrases)
      || text.says("creation is not allowed on this")
        && text.hasWord(beginningWith: ["key creation", "service account creation"])
  }

  static let phrases: [Phrase] = [
    "violated one or more org policies", "denied by org policy", "denied by custom org policy",
    "denied by custom org policies", "denied by organization policy", "permitted customer",
    "public access prevention is enforced", "disallowed by organization",
  ]
}
