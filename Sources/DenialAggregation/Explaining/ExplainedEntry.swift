package import AuditLog
package import DenialClassification
import IAM

/// One entry explained: where it stands, why it got its verdict, and what to do about it.
package struct ExplainedEntry: Sendable {
  package let place: ExplainedPlace
  package let head: EntryHead
  package let explanation: Explanation
  /// The principal or the group that a report shows; empty for what is no denial.
  package let principal: String
  /// What a report on this entry alone would suggest.
  package let suggestions: [SuggestedBinding]
  /// What to do where no binding helps; `nil` where one does.
  package let advice: String?
  /// What the entry says of perimeters, quotas and credentials.
  package let details: FindingDetails
  /// How to make sure, with the values that the entry has.
  package let confirmation: [Confirmation]

  /// Explains an entry that was read in full.
  ///
  /// - Parameters:
  ///   - entry: What to explain.
  ///   - place: Where it stands.
  ///   - grantUntil: When suggested bindings should end, if at all.
  ///   - catalog: All roles, if the user has them.
  package init(
    _ entry: LogEntry, at place: ExplainedPlace, grantUntil: Timestamp? = nil,
    catalog: NamedRoleCatalog? = nil
  ) {
    self.place = place
    head = EntryHead(entry)
    explanation = Explanation(entry)
    guard let denial = explanation.denial else {
      (principal, suggestions, confirmation) = ("", [], [])
      details = explanation.dryRun.map(FindingDetails.init(dryRun:)) ?? FindingDetails()
      advice = explanation.verdict.answer.entryClass?.advice
      return
    }
    // The report's own way, so that the two can never differ.
    var tally = Tally()
    tally.add(denial, source: 0, byteOffset: place.byteOffset)
    let report = Report(
      tally, generatedAt: Timestamp(nanosecondsSince1970: 0), toolVersion: "",
      grantUntil: grantUntil, catalog: catalog)
    principal = report.principals.first?.principal ?? ""
    suggestions = Array(report.suggestions)
    let finding = report.principals.first?.findings.first
    details = finding?.details ?? FindingDetails()
    advice = finding?.advice ?? (suggestions.isEmpty ? denial.cause.advice : nil)
    confirmation = denial.cause.confirmation.map { $0.replacing(denial.commandWords) }
  }

  /// What makes two entries copies of one; `nil` without an insertId, when an entry is only itself.
  package var identity: [ExactText]? {
    guard !head.insertID.isEmpty else { return nil }
    return [head.logName, head.timestampText, head.insertID].map(ExactText.init)
  }
}

/// Where an entry was read.
package struct ExplainedPlace: Hashable, Sendable {
  /// The name of the source.
  package let source: String
  /// From 1.
  package let lineNumber: Int
  /// Where the line begins in the decompressed source, from 0.
  package let byteOffset: Int

  package init(source: String, lineNumber: Int, byteOffset: Int) {
    self.source = source
    self.lineNumber = lineNumber
    self.byteOffset = byteOffset
  }
}

/// What `explain` found and explained, in the order of the input.
package struct ExplanationReport: Sendable {
  package var toolVersion: String
  package var lines: [ExplainedLine] = []
  /// Denials that were found and are not explained here, copies among them.
  package var denialsLeftOut = 0
  /// Other entries that were found and are not explained here.
  package var othersLeftOut = 0

  package init(toolVersion: String) {
    self.toolVersion = toolVersion
  }
}

/// One line of the input, explained.
package enum ExplainedLine: Sendable {
  /// A log entry; `copyOf` is where it was met first, if this is a copy.
  case entry(ExplainedEntry, copyOf: ExplainedPlace?)
  /// A line that is no log entry, and why: a clause.
  case rejected(ExplainedPlace, reason: String)
}
