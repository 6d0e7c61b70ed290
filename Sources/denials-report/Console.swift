import ArgumentParser
import DenialAggregation
import DenialsReport

/// What the command says on standard error, and what it exits with.
struct Console {
  let isQuiet: Bool
  private let progressLine = ProgressLine()

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  /// Reads logs: shows how far the run is if that is wanted, and lets a signal end the reading
  /// instead of the process.
  ///
  /// - Parameters:
  ///   - choice: Whether to show how far the run is.
  ///   - options: How to read.
  ///   - stillNotices: Whether signals are noticed when all was read, too.
  ///   - read: What reads.
  /// - Returns: What it returns.
  func watching<Result>(
    _ choice: ProgressChoice, _ options: RunOptions, stillNotices: Bool = false,
    _ read: (RunOptions) -> Result
  ) -> Result {
    var options = options
    if choice.isShown, !isQuiet {
      let progress = RunProgress()
      options.progress = progress
      progressLine.begin(progress)
    }
    Interruption.begin()
    let result = read(options)
    if !stillNotices { Interruption.end() }
    progressLine.end()
    return result
  }

  /// Tells the user of something in the input.
  func say(_ diagnostic: Diagnostic) { warn(diagnostic.text) }

  /// Tells the user of something that does not keep the command from its output.
  func warn(_ text: String) {
    if !isQuiet { progressLine.write("denials-report: \(text)") }
  }

  /// Ends the command because there is no output.
  func fail(_ text: String) -> ExitCode {
    OutputFile.writeToStandardError("denials-report: \(text)")
    return ExitCode(2)
  }

  /// Does what may fail to write; a failure ends the command.
  func orFail<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      guard let signal = Interruption.signal else { throw fail("\(error)") }
      warn("interrupted: the report is not whole, and no file was written")
      throw ExitCode(128 + signal)
    }
  }

  /// Ends the command after the output, if somebody waits for what is in it or some input was not
  /// read.
  func check(_ report: Report, _ fail: FailOptions, isStrict: Bool) throws {
    if fail.isMet(by: report) { throw ExitCode(1) }
    try check(report.books, isStrict: isStrict)
  }

  /// Ends the command after the output, if some input was not read.
  func check(_ books: Books, isStrict: Bool) throws {
    let isIncomplete = books.corruptSources > 0 || books.unreadableSources > 0
    let isUnclean = books.malformed > 0 || books.oversize > 0
    if isIncomplete || books.holdOnlyRejects || isStrict && isUnclean { throw ExitCode(3) }
  }

  /// Writes to standard output what comes in pieces; a reader that has gone is no failure.
  func write(_ make: (@escaping @Sendable ([UInt8]) -> Void) -> Void) throws {
    try orFail { try OutputFile.writeToStandardOutput(make) }
  }

  /// Writes bytes to standard output; a reader that has gone is no failure.
  func write(_ bytes: [UInt8]) throws {
    do {
      _ = try OutputFile.writeToStandardOutput(bytes)
    } catch {
      throw fail("\(error)")
    }
  }
}
