/// One answer of one row of the decision table, with its condition as data.
///
/// The rules of `Rules/` judge entries; these rows are for engines that judge rows of a table.
/// Words and names are the rules' own, and tests compare what the two say.
package struct CompiledRow: Sendable {
  /// Such as `6c`.
  package let row: String
  package let answer: Verdict.Answer
  package let confidence: Confidence
  package let condition: RowCondition

  init(
    _ row: String, _ answer: Verdict.Answer, _ confidence: Confidence, _ condition: RowCondition
  ) {
    (self.row, self.answer, self.confidence) = (row, answer, confidence)
    self.condition = condition
  }

  init(
    _ row: String, _ cause: DenialCause, _ confidence: Confidence, _ condition: RowCondition
  ) {
    self.init(row, .denial(cause), confidence, condition)
  }

  /// All of them in the order in which they are tried; the last one always fits.
  package static let all = beforeQuota + ofQuota + beforePolicyDenials + ofPolicyDenials + last

  /// A row that a query over exported tables cannot ask, or only in part, and why.
  package struct Gap: Sendable {
    package let row: String
    package let reason: String
    /// Whether nothing of the row is asked.
    package let isWhole: Bool
  }

  /// What is left out, because tables of a BigQuery sink have no `status.details`.
  package static let gaps = [
    Gap(row: "0", reason: "rows without protopayload_auditlog are not read", isWhole: true),
    Gap(row: "3", reason: "violations and reasons are in status.details", isWhole: false),
    Gap(row: "5", reason: "reasons are in status.details", isWhole: true),
    Gap(row: "6a", reason: "ipSpaceExhausted is in status.details", isWhole: false),
    Gap(row: "6b", reason: "limits are in status.details; the words are asked", isWhole: false),
    Gap(row: "6c", reason: "unit and wait are in status.details", isWhole: false),
    Gap(row: "6e", reason: "reasons are in status.details", isWhole: false),
    Gap(row: "6g", reason: "unit and reasons are in status.details", isWhole: false),
    Gap(row: "9", reason: "violations are in status.details", isWhole: false),
    Gap(
      row: "10e", reason: "the label authorization.k8s.io/decision is renamed in tables",
      isWhole: false),
    Gap(row: "10h", reason: "ErrorInfo's permission is in status.details", isWhole: false),
  ]
}
