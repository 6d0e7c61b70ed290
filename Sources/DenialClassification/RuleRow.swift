/// One row of the decision table: its name, when it decides, and what it can answer.
///
/// The rules of `Rules/` do the deciding; the rows are what is told of them, in the order in which
/// they are tried. `docs/classification.md` shows the same table, and tests hold that page, rows
/// and verdicts together.
package struct RuleRow: Hashable, Sendable {
  /// Such as `6c`; a verdict names the row that decided by it.
  package let name: String
  /// When the row decides; names of fields and values of the log stand in backticks.
  ///
  /// Of a row with several answers, the cases stand in their order with `;` between them.
  package let condition: String
  /// What the row can answer.
  package let answers: [Verdict.Answer]
  /// What must hold before the condition is looked at, asked in this order.
  let gates: [Gate]
  /// What an entry is like that all gates let pass and that still does not fit; empty if that
  /// cannot be.
  let absence: String
  /// Rows that would decide if the entry said something else: those easily mistaken for this one.
  package let rivals: [Rival]

  init(
    _ name: String, _ condition: String, _ answers: [Verdict.Answer], gates: [Gate] = [],
    absence: String = "", rivals: [Rival] = []
  ) {
    self.name = name
    self.condition = condition
    self.answers = answers
    self.gates = gates
    self.absence = absence
    self.rivals = rivals
  }

  /// A row that would decide instead, and what the entry would have to say: a noun phrase.
  package struct Rival: Hashable, Sendable {
    package let row: String
    package let mark: String

    init(_ row: String, _ mark: String) {
      (self.row, self.mark) = (row, mark)
    }
  }

  /// Something without which a row cannot decide, whatever else the entry says.
  enum Gate: Hashable, Sendable {
    /// The call went well, as far as the status code says.
    case successCode
    /// The status code says that the call failed.
    case failureCode
    /// There is no status code that says that the call went well.
    case noSuccessCode
    case codes([StatusCode])
    case outsidePolicyLog
    /// The status has a message.
    case message
    /// The message is not in IAM's own words, in which all other words are only names.
    case otherThanIAMForm
    /// Reason, details, code or message speak of a quota or a rate.
    case quota
    case policyDenial
    /// A permission is known to be lacking.
    case deniedPermission
  }
}

extension RuleRow {
  /// The row with this name; `nil` if the table has none.
  package init?(named name: String) {
    guard let row = Self.all.first(where: { $0.name == name }) else { return nil }
    self = row
  }

  /// All rows in the order in which they are tried.
  package static let all = beforeQuota + ofQuota + beforePolicyDenials + ofPolicyDenials + last
}

extension DecisionTable {
  /// The place of a row among all, from 0; names that the table does not have come last.
  ///
  /// The lower rank is the row that is tried earlier, and so has the stronger claim.
  package static func rank(ofRow name: String) -> Int {
    ranks[name] ?? RuleRow.all.count
  }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: RuleRow.all.enumerated().map { ($0.element.name, $0.offset) })
}
