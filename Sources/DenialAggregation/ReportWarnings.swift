import AuditLog
import DenialClassification

extension ReportWarning {
  /// What the reader of a report must know before trusting its numbers.
  ///
  /// - Parameters:
  ///   - findings: All of the report.
  ///   - sources: The books of each.
  ///   - joins: What was put together of several entries.
  ///   - isCapped: Whether something was given up that a denial may need.
  /// - Returns: Each with its stable id.
  static func warnings(
    findings: [FindingDraft], sources: [SourceBooks], joins: DenialJoins, isCapped: Bool
  ) -> [ReportWarning] {
    var warnings: [ReportWarning] = []
    let hasEntries = sources.contains { $0.entries > 0 }
    let observesPredictions = sources.contains {
      $0.dataAccessServices.contains(ExactText("aiplatform.googleapis.com"))
    }
    if hasEntries, !observesPredictions {
      warnings.append(.noDataAccessLogs)
    }
    if hasEntries, !findings.contains(where: { $0.finding.code == .quotaOrCredential }) {
      warnings.append(.credentialsNotObservable)
    }
    let unclassified = sources.reduce(0) {
      $0 + $1[.unclassifiedExhausted] + $1[.unclassifiedStatus] + $1[.possibleMaskedDenial]
    }
    if unclassified > 0 { warnings.append(.unclassified(unclassified)) }
    let damaged = sources.filter { $0.isCorrupt || $0.isUnreadable }.map(\.name).sorted()
    if !damaged.isEmpty { warnings.append(.damaged(damaged)) }
    if joins.incompleteSplits > 0 { warnings.append(.incompleteSplits(joins.incompleteSplits)) }
    if joins.unmatchedOperations > 0 {
      warnings.append(.unmatchedOperations(joins.unmatchedOperations))
    }
    if isCapped || sources.contains(where: \.isCapped) { warnings.append(.capReached) }
    return warnings
  }

  private static let noDataAccessLogs = ReportWarning(
    id: "no-data-access-logs",
    text: "no Data Access entries of aiplatform.googleapis.com were read: these logs are off by "
      + "default, so denied predictions are probably not logged at all (enable DATA_READ under "
      + "IAM & Admin > Audit Logs)")

  private static let credentialsNotObservable = ReportWarning(
    id: "credentials-not-observable",
    text: "no 1100 denials: calls with a bad API key or an expired token are refused before the "
      + "service and usually leave no audit entry, so this is not observable, not healthy")

  private static func unclassified(_ count: Int) -> ReportWarning {
    let noun = count == 1 ? "entry looks" : "entries look"
    return ReportWarning(
      id: "unclassified",
      text: "\(count) \(noun) like a denial and could not be classified; the books list them by "
        + "class")
  }

  private static func damaged(_ names: [String]) -> ReportWarning {
    let shown = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return ReportWarning(
      id: "late-or-truncated-source",
      text: "not all could be read of \(shown)\(more): the numbers are lower bounds")
  }

  private static func incompleteSplits(_ count: Int) -> ReportWarning {
    let subject = count == 1 ? "1 divided entry lacks" : "\(count) divided entries lack"
    return ReportWarning(
      id: "incomplete-splits",
      text: "\(subject) a part, so that details may be missing: read the files around it as well")
  }

  private static func unmatchedOperations(_ count: Int) -> ReportWarning {
    let (subject, verb) = count == 1 ? ("1 denial", "is") : ("\(count) denials", "are")
    return ReportWarning(
      id: "unmatched-operations",
      text: "\(subject) \(verb) half of a long-running call whose other half, which names the "
        + "principal, was not read: read the files of the hours before as well")
  }

  private static let capReached = ReportWarning(
    id: "cap-reached",
    text:
      "a limit was reached, and what lies beyond it is left out: \(SourceBooks.hourLimit) hours or "
      + "\(SourceBooks.serviceLimit) services in a source, \(Denial.checkLimit) checks in an entry, "
      + "\(OperationPartners.pendingLimit) pending long-running calls, or \(SplitParts.limit) parts of "
      + "divided entries"
  )
}
