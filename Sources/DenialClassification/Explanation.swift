package import AuditLog

/// Why an entry got its verdict: the row that decided, the rows before it, what the entry says and
/// what it cannot tell.
///
/// Made for the few entries that somebody asks about; the verdict is that of ``Judgement``.
package struct Explanation: Sendable {
  package let verdict: Verdict
  /// The denial that the entry is, if it is one.
  package let denial: Denial?
  /// The denial that a perimeter's dry run would be, were it enforced.
  package let dryRun: Denial?
  /// The row that decided.
  package let row: RuleRow
  /// The rows that were tried before, in order, and why each did not fit.
  package let rowsBefore: [PassedRow]
  /// What the table would answer if the deciding row were not there; `nil` if that is beside the
  /// point, as with calls that went well.
  package let runnerUp: Verdict?
  package let statements: [Statement]
  package let unknowns: [Unknown]
  /// Whether the entry lists more checks than are looked at.
  package let isCut: Bool

  /// A row that did not fit.
  package struct PassedRow: Hashable, Sendable {
    package let row: RuleRow
    /// A clause; parts of it may be log text.
    package let obstacle: String
  }

  /// Explains an entry that was read in full.
  package init(_ entry: LogEntry) {
    let judgement = Judgement(entry)
    let (verdict, denial) = (judgement.verdict, judgement.denial)
    (self.verdict, self.denial, isCut) = (verdict, denial, judgement.isCut)
    guard let row = RuleRow(named: verdict.rule) else {
      preconditionFailure("a verdict names a row of the table")
    }
    self.row = row
    guard let payload = entry.payload else {
      (rowsBefore, runnerUp, statements, unknowns, dryRun) = ([], nil, [], [], nil)
      return
    }
    let facts = EntryFacts(entry: entry, payload: payload)
    rowsBefore = RuleRow.all.prefix(DecisionTable.rank(ofRow: row.name)).map {
      PassedRow(row: $0, obstacle: $0.obstacle(in: facts))
    }
    runnerUp = DecisionTable.runnerUp(to: verdict, for: facts)
    dryRun =
      verdict.answer == .other(.vpcServiceControlsDryRun)
      ? Denial(facts, cause: .vpcServiceControls, verdict: verdict) : nil
    let isSoftDeny = verdict.answer == .other(.softDeny)
    statements = facts.statements(for: denial, isSoftDeny: isSoftDeny)
    unknowns = Unknown.allCases.filter { $0.applies(to: facts, verdict: verdict, denial: denial) }
  }
}
