/// One family of rows of the decision table: an entry in, a verdict or nothing out.
///
/// Rules are asked in the order of ``DecisionTable``; the first verdict stands. A rule is pure.
protocol DenialRule: Sendable {
  func verdict(for facts: EntryFacts) -> Verdict?
}

extension Verdict {
  /// A denial, judged by the row `rule` of the decision table.
  static func denial(
    _ cause: DenialCause, rule: String, evidence: Evidence, confidence: Confidence = .high
  ) -> Verdict {
    Verdict(answer: .denial(cause), rule: rule, confidence: confidence, evidence: evidence)
  }

  /// Another class, judged by the row `rule` of the decision table.
  static func other(
    _ entryClass: EntryClass, rule: String, evidence: Evidence, confidence: Confidence = .high
  ) -> Verdict {
    Verdict(answer: .other(entryClass), rule: rule, confidence: confidence, evidence: evidence)
  }
}
