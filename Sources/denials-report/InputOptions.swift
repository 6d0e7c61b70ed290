import ArgumentParser
import DenialsReport

/// What all commands that read logs take.
struct InputOptions: ParsableArguments {
  @Argument(
    help: """
      Files, directories (read recursively), gs:// URLs (through gcloud; a folder ends in /), or - \
      for standard input. Gzip and the shape are told by content: JSON Lines, arrays, Pub/Sub \
      messages, rows of BigQuery or Log Analytics, denial records. Without any, standard input is \
      read unless it is a terminal.
      """,
    completion: .file())
  var paths: [String] = []

  @Option(help: "The longest entry that is read, in bytes; longer ones are counted.")
  var maxEntryBytes = RunOptions.defaultMaxEntryBytes

  @Option(name: .shortAndLong, help: "How many workers scan. (default: one a processor)")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but why there is no output.")
  var quiet = false

  @Option(
    help:
      "Show on standard error how far the run is: auto (if that is a terminal), always or never.")
  var progress = ProgressChoice.auto

  @Flag(help: "Exit with 3 also if a line was malformed or too long.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Keep what could not be read, as NDJSON: source, line, reason, raw text.",
      valueName: "file"),
    completion: .file())
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Keep what looks like a denial and could not be classified, as NDJSON.", valueName: "file"),
    completion: .file())
  var unclassified: String?

  @Option(help: .hidden)
  var batchBytes: Int?

  @Option(help: .hidden)
  var inflate: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on, not \(jobs)") }
    if maxEntryBytes < 1 || maxEntryBytes > 1 << 30 {
      throw ValidationError("--max-entry-bytes takes a number from 1 to \(1 << 30)")
    }
    if let batchBytes, batchBytes < 1 || batchBytes > 1 << 30 {
      throw ValidationError("--batch-bytes takes a number from 1 to \(1 << 30)")
    }
    let engines = RunOptions.inflateEngineNames
    if let inflate, !engines.contains(inflate) {
      throw ValidationError("--inflate takes \(engines.joined(separator: " or ")), not \(inflate)")
    }
    if let rejects, rejects == unclassified {
      throw ValidationError("--rejects and --unclassified take a file each, not both \(rejects)")
    }
    if paths.isEmpty, ProcessFacts.isStandardInputTerminal {
      throw ValidationError("no input: name files or directories, or pipe logs in")
    }
  }

  /// How to read.
  var runOptions: RunOptions {
    var options = RunOptions(
      jobs: min(jobs ?? ProcessFacts.processorCount, 256), maxEntryBytes: maxEntryBytes)
    if let batchBytes { options.batchBytes = batchBytes }
    if let inflate { options.inflate(by: inflate) }
    return options
  }

  /// What to read.
  var inputPaths: [InputPath] {
    ProcessFacts.paths(of: paths.isEmpty ? ["-"] : paths)
  }
}
