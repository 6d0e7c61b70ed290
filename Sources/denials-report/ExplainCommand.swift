import ArgumentParser
import DenialRendering
import DenialsReport

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain why an entry got its code and cause, and what to do about it.",
    discussion: """
      Says which row of the decision table decided and why the rows before it did not, which value \
      it rests on, what the entry says and what it cannot tell, and what would change the answer.

        denials-report explain --insert-id 1x2y3zabc logs/
        denials-report explain --line 1204 logs/today.jsonl.gz
        denials-report explain logs/today.jsonl.gz:1204
        pbpaste | denials-report explain

      Without --insert-id and --line it explains the first denials of the input, or its first \
      entries if none is a denial: a single entry is always explained.

      Exit status: as of a report; 2 also if there is no such entry.
      """)

  @Argument(
    help: """
      Files, directories (read recursively), or - for standard input. Gzip is told by content. \
      Without any, standard input is read unless it is a terminal.
      """,
    completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("Explain all entries with this insertId.", valueName: "id"))
  var insertId: String?

  @Option(help: ArgumentHelp("Explain the entry on this line of the one source.", valueName: "n"))
  var line: Int?

  @Option(
    help: ArgumentHelp(
      """
      How many entries are explained at most. (default: \(ExplainRun.defaultLimit), or \
      \(ExplainRun.greatestLimit) with --insert-id)
      """, valueName: "n"))
  var limit: Int?

  @OptionGroup var roles: CatalogOptions

  @Option(name: .shortAndLong, help: "The format on standard output.")
  var format = ExplanationFormat.text

  @Option(help: "Colour: auto, always or never. NO_COLOR is obeyed.")
  var color = ColorChoice.auto

  @Option(help: "The longest line that is read, in bytes; longer ones are counted.")
  var maxEntryBytes = RunOptions.defaultMaxEntryBytes

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but why there is no output.")
  var quiet = false

  @Flag(help: "Exit with 3 also if a line was malformed or too long.")
  var strict = false

  @OptionGroup(title: "Grants") var grants: GrantOptions
  @OptionGroup(title: "Clock") var clock: ClockOptions

  func validate() throws {
    _ = try grants.end(now: try clock.time())
    if insertId != nil, line != nil {
      throw ValidationError("--insert-id and --line exclude each other")
    }
    if insertId == "" { throw ValidationError("--insert-id takes an insertId, not nothing") }
    if let line, line < 1 { throw ValidationError("--line takes a number from 1 on, not \(line)") }
    if let limit, !(1...ExplainRun.greatestLimit).contains(limit) {
      throw ValidationError("--limit takes a number from 1 to \(ExplainRun.greatestLimit)")
    }
    if maxEntryBytes < 1 || maxEntryBytes > 1 << 30 {
      throw ValidationError("--max-entry-bytes takes a number from 1 to \(1 << 30)")
    }
    if paths.isEmpty, ProcessFacts.isStandardInputTerminal {
      throw ValidationError("no input: name files or directories, or pipe logs in")
    }
  }

  func run() throws {
    OutputFile.prepareStandardStreams()
    let console = Console(isQuiet: quiet)
    let target = target
    var options = RunOptions(jobs: 1, maxEntryBytes: maxEntryBytes)
    options.roleCatalog = try roles.catalog(console)
    options.grantUntil = try grants.end(now: try clock.time())
    let outcome: ExplainRun.Outcome
    do {
      outcome = try ExplainRun.explain(
        target.paths, selection: target.selection, limit: limit ?? target.selection.defaultLimit,
        options: options,
        toolVersion: DenialsReportCommand.version, diagnose: console.say)
    } catch {
      throw ValidationError("\(error)")
    }
    guard outcome.hasReadableInput else {
      throw console.fail("nothing to explain: no input could be read")
    }
    if let absence = outcome.absence { throw console.fail("\(absence)") }
    let textOptions = TextOptions(
      width: ProcessFacts.terminalColumns ?? 100, isColored: color.isColored)
    try console.write(format.render(outcome.report, text: textOptions))
    try console.check(outcome.books, isStrict: strict)
  }

  /// What to read, and which entries of it to explain.
  private var target: (paths: [InputPath], selection: ExplainRun.Selection) {
    let inputs = ProcessFacts.paths(of: paths.isEmpty ? ["-"] : paths)
    if let insertId { return (inputs, .insertID(insertId)) }
    if let line { return (inputs, .line(line)) }
    if let place = placeInFile { return ([place.path], .line(place.line)) }
    return (inputs, .denials)
  }

  /// The file and line in `FILE:LINE`, as diagnostics print them; `nil` if there is such a file.
  private var placeInFile: (path: InputPath, line: Int)? {
    guard paths.count == 1, let text = paths.first, !InputPath(text).exists,
      let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]),
      line > 0, InputPath(String(text[..<colon])).exists
    else { return nil }
    return (InputPath(String(text[..<colon])), line)
  }
}

extension ExplainRun.Selection {
  /// How many entries are explained unless told otherwise: all, if somebody named them.
  fileprivate var defaultLimit: Int {
    switch self {
    case .denials: ExplainRun.defaultLimit
    case .line, .insertID: ExplainRun.greatestLimit
    }
  }
}

extension ExplanationFormat: ExpressibleByArgument {}
