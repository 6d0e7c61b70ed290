package import AuditLog
package import DenialAggregation

/// All that was read, before a report is made of it.
package struct Reading: Sendable {
  let tally: Tally
  let options: RunOptions
  /// How many files were not opened because their names say that all in them is outside the window.
  let skippedFileCount: Int
  /// Whether at least one input could be read, or need not be; else a report says nothing.
  package let hasReadableInput: Bool
  /// What is known of each input that could be opened, in the order in which they were named.
  package let inputs: [InputFact]
  /// Present if a signal ended the run before all was read.
  package let cut: Cut?

  /// What a signal left of a run.
  package struct Cut: Hashable, Sendable {
    /// The number of the signal.
    package let signal: CInt
    /// How many inputs nobody began to read.
    package let unreadCount: Int

    /// What to say of it, one sentence.
    package var text: String {
      let unread = unreadCount == 1 ? "1 input was" : "\(unreadCount) inputs were"
      return "this holds what was read until a signal came"
        + (unreadCount > 0 ? "; \(unread) not begun" : "")
    }
  }

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - generatedAt: The clock of the run.
  ///   - toolVersion: What the report says made it.
  /// - Returns: The report, also of nothing.
  package consuming func report(generatedAt: Timestamp, toolVersion: String) -> Report {
    let (options, skippedFileCount, cut) = (options, skippedFileCount, cut)
    var report = Report(tally, Self.terms(options, generatedAt, toolVersion))
    report.window.skippedFiles = skippedFileCount
    if let cut { report.warnings.insert(ReportWarning(id: "interrupted", text: cut.text), at: 0) }
    return report
  }

  /// Makes the report and what a history is told, for which the options must have asked.
  ///
  /// - Parameters:
  ///   - openRecords: What other nights have left open.
  ///   - generatedAt: The clock of the run.
  ///   - toolVersion: What the report says made it.
  /// - Returns: Both, before the history has spoken.
  package consuming func nightReport(
    joining openRecords: [OpenRecord], generatedAt: Timestamp, toolVersion: String
  ) -> NightReport {
    let (options, skippedFileCount) = (options, skippedFileCount)
    var made = NightReport(
      tally, openRecords: openRecords, terms: Self.terms(options, generatedAt, toolVersion))
    made.report.window.skippedFiles = skippedFileCount
    return made
  }

  private static func terms(
    _ options: RunOptions, _ generatedAt: Timestamp, _ toolVersion: String
  ) -> ReportTerms {
    var terms = ReportTerms(
      generatedAt: generatedAt, toolVersion: toolVersion, grantUntil: options.grantUntil,
      selection: options.selection, catalog: options.roleCatalog)
    terms.suppressions = options.suppressions
    return terms
  }
}
