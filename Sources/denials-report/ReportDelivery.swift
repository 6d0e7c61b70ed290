import ArgumentParser
import AuditLog
import DenialAggregation
import DenialClassification
import DenialHistory
import DenialRendering
import DenialsReport

/// Makes the report of what was read and brings it to where it was asked for.
///
/// With a history, nothing counts before all files are written, no file is replaced before it counts,
/// and nothing is known before it was delivered: whatever goes wrong, the next run makes it good.
struct ReportDelivery {
  let output: ReportOptions
  let files: [ReportOutput.File]
  /// How the input was read.
  let options: RunOptions
  let generatedAt: Timestamp
  let console: Console

  /// Prints the report of a run that a signal ended before all was read.
  ///
  /// No file is replaced and no history knows of it: the next run reads everything again.
  ///
  /// - Returns: The end of the command.
  private func show(_ reading: consuming Reading, cutBy cut: Reading.Cut) throws -> ExitCode {
    Interruption.forget()
    console.warn("interrupted: \(cut.text), and no file was written")
    let report = reading.report(
      generatedAt: generatedAt, toolVersion: DenialsReportCommand.version)
    try show(report, as: output.standardOutputFormat ?? .text)
    return ExitCode(128 + cut.signal)
  }

  /// Delivers a report without a history.
  ///
  /// - Returns: The report.
  /// - Throws: The end of the command.
  func deliver(_ reading: consuming Reading) throws -> Report {
    if let cut = reading.cut { throw try show(reading, cutBy: cut) }
    let inputs = reading.inputs
    let report = reading.report(
      generatedAt: generatedAt, toolVersion: DenialsReportCommand.version)
    try put(console.orFail { try prepare(report) })
    try writeManifest(of: report, inputs)
    try show(report)
    return report
  }

  #if History
    /// Delivers a report and lets a history know of it.
    ///
    /// - Parameters:
    ///   - reading: What was read, for a history.
    ///   - history: What other nights found.
    ///   - quietAfter: After how many nanoseconds without a denial a finding is quiet.
    /// - Returns: The report, with what other nights know.
    /// - Throws: The end of the command.
    func deliver(
      _ reading: consuming Reading, with history: HistoryFile, quietAfter: Int64
    ) throws -> Report {
      if let cut = reading.cut { throw try show(reading, cutBy: cut) }
      let inputs = reading.inputs
      var unread: Reading? = reading
      var made: NightReport?
      let addition = try console.orFail {
        try history.add(
          rules: DecisionTable.digest, tool: "denials-report \(DenialsReportCommand.version)",
          redaction: options.redaction?.mark, quietAfter: quietAfter
        ) { openRecords in
          guard let reading = unread.take() else { preconditionFailure("a night is made once") }
          let report = reading.nightReport(
            joining: openRecords, generatedAt: generatedAt,
            toolVersion: DenialsReportCommand.version)
          made = report
          return report.night
        } before: { known in
          made?.add(known)
          return try made.map { try prepare($0.report) } ?? []
        }
      }
      guard let report = made?.report else { preconditionFailure("a night without a report") }
      try put(addition.result)
      try writeManifest(of: report, inputs)
      try show(report)
      try console.orFail { try history.noteShown(addition) }
      return report
    }
  #endif

  /// Writes all files beside those that they are to replace.
  private func prepare(_ report: Report) throws -> [PreparedFile] {
    try files.map { file in
      try OutputFile.prepare(InputPath(file.path)) { sink in
        file.write(report, text: output.fileTextOptions, by: work, to: sink)
      }
    }
  }

  private func put(_ files: [PreparedFile]) throws {
    try console.orFail {
      for file in files { try file.commit() }
    }
  }

  /// Writes what the report was made of, if that was asked for.
  private func writeManifest(of report: Report, _ inputs: [InputFact]) throws {
    guard let path = output.manifest else { return }
    let arguments = Array(CommandLine.arguments.dropFirst())
    var manifest = RunManifest(
      arguments: options.redaction?.redacted(arguments) ?? arguments, options: options,
      generatedAt: generatedAt, toolVersion: DenialsReportCommand.version)
    manifest.inputs = inputs
    try console.orFail {
      // What was written to a device or a pipe is gone.
      for file in files where OutputFile.isRegular(InputPath(file.path)) {
        try manifest.noteOutput(file.path)
      }
      try OutputFile.replace(InputPath(path), with: manifest.json(report.books))
    }
  }

  /// Prints the report, if it was asked for.
  private func show(_ report: Report) throws {
    if let format = output.standardOutputFormat { try show(report, as: format) }
  }

  private func show(_ report: Report, as format: ReportFormat) throws {
    try console.write { sink in
      format.write(report, text: output.textOptions, by: work, to: sink)
    }
  }

  private var work: PieceWork {
    let jobs = options.jobs
    return PieceWork { PieceWorkers.run(jobs: jobs, count: $0, make: $1, take: $2) }
  }
}
