import AuditLog

/// Row 6a: Google had no machines or no addresses left; nobody's policy, quota or key is at fault.
///
/// - Source: https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-resource-availability
enum CapacityRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    if let path = facts.details.ipSpaceExhaustedPath {
      return .other(.capacity, rule: "6a", evidence: Evidence(path: path, value: "present"))
    }
    guard Self.speaks(of: facts) else { return nil }
    return .other(
      .capacity, rule: "6a", evidence: facts.messageEvidence, confidence: .medium)
  }

  /// Whether the message says so.
  static func speaks(of facts: EntryFacts) -> Bool {
    facts.message.plain.says(any: texts)
  }

  static let texts: [Phrase] = [
    "resource pool exhausted", "does not have enough resources available", "ip space exhausted",
    "no more capacity in the zone", "resources are insufficient in region",
    "machine type temporarily unavailable",
  ]
}

/// Row 6a2: limits of the job itself, which share words with quotas.
enum LimitOfTheJobRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard !facts.isIAMForm, facts.code != .ok || !facts.hasCode else { return nil }
    let text = facts.message.plain
    let isQueryLimit =
      text.says("resources exceeded during query execution") && !text.says("outstanding")
      && !text.says("quota exceeded")
    guard isQueryLimit || text.says("disruption budget") || text.says("mapped attribute") else {
      return nil
    }
    return .other(.otherError, rule: "6a2", evidence: facts.messageEvidence, confidence: .medium)
  }
}
