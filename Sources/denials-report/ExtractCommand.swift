import ArgumentParser
import DenialRendering
import DenialsReport
import Synchronization

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract:
      "Print every denial in the order of the log: as records for `report`, or for other tools.",
    discussion: """
      Records are NDJSON: a header, a record for each distinct denial, a footer with the books for each \
      source. Records of many hosts or days make one report: denials-report day-*.ndjson

      The other formats have a line for each distinct denial and nothing else: csv for spreadsheets and \
      databases, timesketch and ocsf for timelines and security lakes.

      Filters apply to each denial as it stands in the log, before entries that belong together are \
      joined. The footers count what is left out, and say what was asked for.
      """)

  @OptionGroup(title: "Input and behaviour") var input: InputOptions
  @OptionGroup(title: "Filter") var filter: FilterOptions
  @OptionGroup(title: "Pseudonyms") var redact: RedactOptions
  @OptionGroup(title: "Clock") var clock: ClockOptions

  @Option(name: .shortAndLong, help: "The format: records, csv, timesketch or ocsf.")
  var format = ExtractFormat.records

  @Flag(help: "Print a line for every other entry as well: ok, duplicate, capacity, …")
  var all = false

  @Flag(
    help: "Let cells of csv begin like formulas: for programs, never for a spreadsheet.")
  var csvRaw = false

  func validate() throws {
    try redact.check(input)
    if all, format != .records {
      throw ValidationError("--all is for records, not for \(format.rawValue)")
    }
    if csvRaw, format != .csv {
      throw ValidationError("--csv-raw is for csv, not for \(format.rawValue)")
    }
    _ = try filter.window(now: try clock.time())
  }

  func run() throws {
    OutputFile.prepareStandardStreams()
    Heap.limit(to: input.runOptions.jobs)
    let console = Console(isQuiet: input.quiet)
    let kept = try console.orFail { try KeptFiles(input) }
    let output = RecordOutput()
    var options = input.runOptions
    try filter.apply(to: &options, now: try clock.time())
    try options.redact(by: redact.redaction(console))
    let outcome = console.watching(input.progress, options) { options in
      ExtractRun.extract(
        from: input.inputPaths, options: options,
        toolVersion: DenialsReportCommand.version, includesAll: all,
        form: format.form(isRawCSV: csvRaw), kept: kept.lines,
        diagnose: console.say, write: output.write)
    }
    if let signal = outcome.signal {
      console.warn("interrupted: what was printed is not all there is, and no footer says so")
      throw ExitCode(128 + signal)
    }
    try console.orFail { try kept.commit() }
    if let failure = output.failure { throw console.fail(failure) }
    guard outcome.hasReadableInput else {
      throw console.fail("nothing to extract: no input could be read")
    }
    try console.check(outcome.books, isStrict: input.strict)
  }
}

extension ExtractFormat: ExpressibleByArgument {}

/// Standard output for bytes that come from any thread, until it fails or its reader has gone.
private final class RecordOutput: Sendable {
  private struct State {
    var isClosed = false
    var failure: String?
  }

  private let state = Mutex(State())

  /// Writes bytes; `false` once nothing more can be written.
  func write(_ bytes: [UInt8]) -> Bool {
    state.withLock { state in
      guard !state.isClosed else { return false }
      do {
        state.isClosed = try !OutputFile.writeToStandardOutput(bytes)
      } catch {
        state.isClosed = true
        state.failure = "\(error)"
      }
      return !state.isClosed
    }
  }

  /// Why not everything was written; `nil` also if the reader has gone.
  var failure: String? { state.withLock { $0.failure } }
}
