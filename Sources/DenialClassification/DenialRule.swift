/// One family of rows of the decision table: an entry in, a verdict or nothing out.
///
/// Rules are asked in the order of ``DecisionTable``; the first verdict stands. A rule is pure, and has
/// no values: there is nothing to it but the question.
protocol DenialRule: Sendable {
  static func verdict(for facts: EntryFacts) -> Verdict?
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
