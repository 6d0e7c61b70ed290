public import AuditLog
public import DenialAggregation

/// The main job: logs in, a report out.
///
///     let outcome = ReportRun.report(
///       on: ["logs/"], options: RunOptions(jobs: 2), generatedAt: now, toolVersion: "1.0"
///     ) { diagnostic in print(diagnostic.text) }
///     print(outcome.report.books.denials)
public enum ReportRun {
  /// What a run comes to.
  public struct Outcome: Sendable {
    /// Everything that was found.
    public let report: Report
    /// Whether at least one input could be read, or need not be; else the report says nothing.
    public let hasReadableInput: Bool
  }

  /// Reads logs and denial records, and reports what was denied.
  ///
  /// Input that cannot be read is told to `diagnose`, counted in the books, and costs nothing else.
  /// - Parameters:
  ///   - paths: Files, directories, `gs://` URLs, or `-` for standard input.
  ///   - options: How to read them.
  ///   - generatedAt: The clock of the run; equal input and clock give an equal report.
  ///   - toolVersion: What the report says made it.
  ///   - diagnose: Called on the caller's thread.
  /// - Returns: The report, also if nothing could be read.
  public static func report(
    on paths: [String], options: RunOptions, generatedAt: Timestamp, toolVersion: String,
    diagnose: @escaping (Diagnostic) -> Void
  ) -> Outcome {
    report(
      on: paths.map { InputPath($0) }, options: options, generatedAt: generatedAt,
      toolVersion: toolVersion, diagnose: diagnose)
  }

  /// The same for paths that need not be UTF-8.
  package static func report(
    on paths: [InputPath], options: RunOptions, generatedAt: Timestamp, toolVersion: String,
    diagnose: @escaping (Diagnostic) -> Void
  ) -> Outcome {
    let reading = read(paths, options: options, diagnose: diagnose)
    let hasReadableInput = reading.hasReadableInput
    return Outcome(
      report: reading.report(generatedAt: generatedAt, toolVersion: toolVersion),
      hasReadableInput: hasReadableInput)
  }

  /// Reads everything, with what could not be read or judged for `kept`.
  package static func read(
    _ paths: [InputPath], options: RunOptions, kept: KeptLines = KeptLines(),
    diagnose: @escaping (Diagnostic) -> Void
  ) -> Reading {
    let list = InputList(paths: paths, window: options.window)
    let collector = OrderedCollector(kept: kept, sourceNames: list.sourceNames)
    let run = InputRun(
      on: list, options: options, keeping: .tally, collector: collector, diagnose: diagnose)
    let result = run.run()
    return Reading(
      tally: result.tally, options: options, skippedFileCount: list.skippedFileCount,
      hasReadableInput: result.readableCount + list.skippedFileCount > 0,
      inputs: result.facts,
      cut: Interruption.signal.map {
        Reading.Cut(signal: $0, unreadCount: result.unreadCount)
      })
  }
}
