import AuditLog
import DenialClassification

extension ReportWarning {
  /// What warnings are drawn from.
  struct Grounds {
    let sources: [SourceBooks]
    /// Of all sources.
    let books: Books
    /// What the run was asked for.
    let selection: Selection
    /// When the report was made.
    let clock: Timestamp
    /// Principals that seem to try out what they may do.
    let suspects: [Suspect]
    /// Whether there is any denial, shown or not.
    let hasDenials: Bool
    /// Whether any denial that is shown is for the caller's credentials.
    let hasCredentialDenials: Bool
    /// Whether something was given up that a denial may need.
    let isCapped: Bool

    /// Entries that were not left out.
    var entries: Int { books.entries - (books.otherClasses[.filteredOut] ?? 0) }
  }

  /// What the reader of a report must know before trusting its numbers.
  static func warnings(_ grounds: Grounds) -> [ReportWarning] {
    [
      pseudonyms(grounds), reconnaissance(grounds), noDataAccessLogs(grounds),
      credentialsNotObservable(grounds),
      unclassified(grounds),
      filteredRecords(grounds), damaged(grounds), early(grounds), hourGap(grounds),
      incompleteSplits(grounds), unmatchedOperations(grounds), capReached(grounds),
    ].compactMap(\.self)
  }

  /// Names that a reader might take for real ones.
  private static func pseudonyms(_ grounds: Grounds) -> ReportWarning? {
    let redacted = grounds.sources.filter { $0.redaction != nil }
    let marks = Set(redacted.compactMap(\.redaction?.text)).sorted()
    guard !marks.isEmpty else { return nil }
    let isAll = grounds.sources.allSatisfy { $0.redaction != nil || $0.entries == 0 }
    let whose = isAll ? "names" : "the names of \(listed(redacted.map(\.name)))"
    return ReportWarning(
      id: pseudonymsID,
      text:
        "\(whose) are pseudonyms (--redact \(marks.joined(separator: "; "))): suggested commands "
        + "need the real names in their place")
  }

  /// The id of the warning that names are not real.
  fileprivate static let pseudonymsID = "pseudonyms"

  private static func noDataAccessLogs(_ grounds: Grounds) -> ReportWarning? {
    let service = ExactText("aiplatform.googleapis.com")
    let isSeen = grounds.sources.contains { $0.dataAccessServices.contains(service) }
    guard grounds.entries > 0, !isSeen else { return nil }
    let window = grounds.selection.window.isUnbounded ? "were read" : "are in the time asked for"
    return ReportWarning(
      id: "no-data-access-logs",
      text: "no Data Access entries of aiplatform.googleapis.com \(window): these logs are off by "
        + "default, so denied predictions are probably not logged at all (enable DATA_READ under "
        + "IAM & Admin > Audit Logs)")
  }

  private static func credentialsNotObservable(_ grounds: Grounds) -> ReportWarning? {
    guard grounds.entries > 0, !grounds.hasCredentialDenials,
      grounds.selection.filter.admitsCredentials
    else { return nil }
    return ReportWarning(
      id: "credentials-not-observable",
      text: "no 1100 denials for credentials: calls with a bad API key or an expired token are "
        + "refused before the service and usually leave no audit entry, so this is not observable, "
        + "not healthy (see APIs & Services > Metrics for failed calls)")
  }

  private static func unclassified(_ grounds: Grounds) -> ReportWarning? {
    let count = EntryClass.allCases.filter(\.isUnclassified).reduce(0) {
      $0 + (grounds.books.otherClasses[$1] ?? 0)
    }
    guard count > 0 else { return nil }
    let noun = count == 1 ? "entry looks" : "entries look"
    // Of the denials that a filter leaves out, records do not tell.
    let all =
      count + grounds.books.denials + grounds.books.duplicates + grounds.books.merged
    let share =
      grounds.selection.filter.isEmpty ? ", \(percentage(count, of: all)) of all that do" : ""
    return ReportWarning(
      id: "unclassified",
      text:
        "\(count) \(noun) like a denial and could not be classified\(share); the books count them "
        + "by class, and --unclassified FILE keeps them")
  }

  /// One digit behind the point, rounded down, but never `0.0%`.
  private static func percentage(_ part: Int, of whole: Int) -> String {
    let perMille = Int((Int128(part) * 1000 / Int128(max(whole, 1))))
    return perMille == 0 ? "less than 0.1%" : "\(perMille / 10).\(perMille % 10)%"
  }

  private static func filteredRecords(_ grounds: Grounds) -> ReportWarning? {
    let sources = grounds.sources.filter { !$0.selection.includes(grounds.selection) }
    guard !sources.isEmpty else { return nil }
    let selections = Set(sources.map(\.selection))
    var asked =
      selections.count == 1 ? sources[0].selection.words : "with different filters or times"
    if asked.utf8.count > 300 { asked = asked.prefix(utf8Count: 300) + "…" }
    return ReportWarning(
      id: "filtered-records",
      text:
        "the records of \(listed(sources.map(\.name))) do not hold all that is reported on: they "
        + "were extracted \(asked)")
  }

  private static func damaged(_ grounds: Grounds) -> ReportWarning? {
    let names = grounds.sources.filter { $0.isCorrupt || $0.isUnreadable }.map(\.name)
    guard !names.isEmpty else { return nil }
    return ReportWarning(
      id: "late-or-truncated-source",
      text: "not all could be read of \(listed(names)): the numbers are lower bounds")
  }

  private static func incompleteSplits(_ grounds: Grounds) -> ReportWarning? {
    let count = grounds.books.incompleteSplits
    guard count > 0 else { return nil }
    let subject = count == 1 ? "1 divided entry lacks" : "\(count) divided entries lack"
    return ReportWarning(
      id: "incomplete-splits",
      text: "\(subject) a part, so that details may be missing: read the files around it as well")
  }

  private static func unmatchedOperations(_ grounds: Grounds) -> ReportWarning? {
    let count = grounds.books.unmatchedOperations
    guard count > 0 else { return nil }
    let (subject, verb) = count == 1 ? ("1 denial", "is") : ("\(count) denials", "are")
    return ReportWarning(
      id: "unmatched-operations",
      text: "\(subject) \(verb) half of a long-running call whose other half, which names the "
        + "principal, was not read: read the files of the hours before as well")
  }

  /// Whether entries may still come is known only where the end of the time was named.
  private static func early(_ grounds: Grounds) -> ReportWarning? {
    guard let until = grounds.selection.window.until else { return nil }
    let complete = until.later(byHours: SinkDelay.hours)
    guard grounds.clock < complete else { return nil }
    return ReportWarning(
      id: "late-or-truncated-source",
      text: "this report is of \(grounds.clock), and the time asked for ends at \(until): a Cloud "
        + "Storage sink writes up to \(SinkDelay.hours) hours late, so report again after "
        + "\(complete)")
  }

  private static func hourGap(_ grounds: Grounds) -> ReportWarning? {
    let window = grounds.selection.window
    let hours = grounds.sources.reduce(into: Set<Timestamp>()) { $0.formUnion($1.hours) }
    if hours.isEmpty, !grounds.hasDenials, !window.isUnbounded {
      return ReportWarning(
        id: "hour-gap",
        text: "no entry at all \(window.words): nothing is known of that time; check --since and "
          + "--until, and whether its logs are among what was read")
    }
    // A table of hours that is full says nothing of those that are not in it.
    guard !grounds.sources.contains(where: \.isCapped),
      let gaps = HourGaps(
        hours: hours, entryCount: grounds.entries, window: window, clock: grounds.clock)
    else { return nil }
    return ReportWarning(
      id: "hour-gap",
      text: "no entry at all in \(gaps): logs may be missing; look for that time in the bucket of "
        + "the sink or with gcloud logging read, and report on what is found as well")
  }

  private static func capReached(_ grounds: Grounds) -> ReportWarning? {
    guard grounds.isCapped || grounds.sources.contains(where: \.isCapped) else { return nil }
    return ReportWarning(
      id: "cap-reached",
      text:
        "a limit was reached, and what lies beyond it is left out: \(SourceBooks.hourLimit) hours "
        + "or \(SourceBooks.serviceLimit) services in a source, \(Denial.checkLimit) checks in an "
        + "entry, \(OperationPartners.pendingLimit) pending long-running calls, "
        + "\(SplitParts.limit) parts of divided entries, or \(ResourceSamples.limit) resources of "
        + "a finding")
  }

  /// Up to three names, in order.
  private static func listed(_ names: [String]) -> String {
    let shown = names.sorted { ExactText($0) < ExactText($1) }.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}

/// How late a sink may write an entry into Cloud Storage.
package enum SinkDelay {
  /// - Source: https://cloud.google.com/logging/docs/export/storage (2 to 3 hours)
  package static let hours: Int64 = 3
}

extension Report {
  /// Whether names in it are not real.
  package var holdsPseudonyms: Bool { warnings.contains { $0.id == ReportWarning.pseudonymsID } }
}
