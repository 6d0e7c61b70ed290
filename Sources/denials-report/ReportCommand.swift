import ArgumentParser
import DenialAggregation
import DenialRendering
import DenialsReport

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report who is denied what, why, and what to grant. The default command.")

  @OptionGroup(title: "Input and behaviour") var input: InputOptions
  @OptionGroup(title: "Filter") var filter: FilterOptions
  @OptionGroup(title: "Pseudonyms") var redact: RedactOptions
  @OptionGroup(title: "Suppressions") var suppress: SuppressOptions
  @OptionGroup(title: "Roles") var roles: CatalogOptions
  @OptionGroup(title: "Output") var output: ReportOptions
  @OptionGroup(title: "History") var history: HistoryOptions
  @OptionGroup(title: "Exit status") var fail: FailOptions
  @OptionGroup(title: "Grants") var grants: GrantOptions
  @OptionGroup(title: "Clock") var clock: ClockOptions

  func validate() throws {
    try checkFirstWord()
    try redact.check(input)
    _ = try filter.window(now: try clock.time())
    _ = try grants.end(now: try clock.time())
    _ = try clock.time()
    if history.history == nil, fail.failOn.contains(.news) {
      throw ValidationError("--fail-on new needs --history: without it nothing is known to be new")
    }
  }

  func run() throws {
    OutputFile.prepareStandardStreams()
    Heap.limit(to: input.runOptions.jobs)
    let console = Console(isQuiet: input.quiet)
    let files = try output.files()
    try check(files, console)
    let now = try clock.time()
    var options = input.runOptions
    try filter.apply(to: &options, now: now)
    options.roleCatalog = try roles.catalog(console)
    try options.redact(by: redact.redaction(console))
    options.suppressions = try suppress.suppressions(console, options.redaction)
    options.grantUntil = try grants.end(now: now)
    options.needsFingerprints = output.manifest != nil
    options.readsGrants = output.withGrants
    let delivery = ReportDelivery(
      output: output, files: files, options: options, generatedAt: now, console: console)
    #if History
      if let file = try history.open(console) {
        options.notesNight = true
        let quietAfter = try history.quiet.nanoseconds()
        let report = try delivery.deliver(
          read(options, console), with: file, quietAfter: quietAfter)
        return try console.check(report, fail, isStrict: input.strict)
      }
    #endif
    let report = try delivery.deliver(read(options, console))
    try console.check(report, fail, isStrict: input.strict)
  }

  /// Sees that each output can be written and is no input and nothing else.
  private func check(_ files: [ReportOutput.File], _ console: Console) throws {
    let names = files.map(\.path)
    if let manifest = output.manifest {
      if names.contains(manifest) {
        throw ValidationError("--manifest: \(manifest) is to get something else as well")
      }
    }
    for path in names + [output.manifest].compactMap(\.self) {
      if [input.rejects, input.unclassified, history.history].contains(path) {
        throw ValidationError("-o: \(path) is to get something else as well")
      }
      if let error = OutputFile.obstacle(to: InputPath(path), whileReading: input.inputPaths) {
        throw console.fail("\(error)")
      }
    }
  }

  /// Reads all input, and puts what could not be read or judged where it was asked for.
  private func read(_ options: RunOptions, _ console: Console) throws -> Reading {
    let kept = try console.orFail { try KeptFiles(input) }
    let reading = console.watching(input.progress, options, stillNotices: true) { options in
      ReportRun.read(input.inputPaths, options: options, kept: kept.lines, diagnose: console.say)
    }
    if reading.cut == nil { try console.orFail { try kept.commit() } }
    Heap.release()
    if reading.cut != nil { return reading }
    guard reading.hasReadableInput else {
      throw console.fail("nothing to report: no input could be read")
    }
    return reading
  }
}

/// Where reports go and how they look.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help:
      "The format on standard output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). (default: text, or nothing with -o)"
  )
  var format: ReportFormat?

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(
      "Write a report to a file, replaced in one step; the format is told by the extension, or named.",
      valueName: "file or format=file"))
  var output: [String] = []

  @Flag(
    help:
      "Read calls that went well in full, and withdraw suggestions for what has been granted since. Takes longer."
  )
  var withGrants = false

  @Option(
    help: ArgumentHelp(
      "Write what the report was made of, as JSON: the SHA-256 and size of each input and output.",
      valueName: "file"),
    completion: .file())
  var manifest: String?

  @Option(
    help:
      "How many principals a report in text, Markdown or HTML shows; 0 for all. (default: 10; in HTML \(HTMLRenderer.principalLimit), which is all that a page takes)"
  )
  var top: Int?

  @Flag(help: "Let metrics (-f prometheus) name each principal.")
  var principalLabels = false

  @Flag(
    help:
      "Let cells of a table (-f csv) begin like formulas: for programs, never for a spreadsheet.")
  var csvRaw = false

  @Option(help: "Colour: auto, always or never. NO_COLOR is obeyed.")
  var color = ColorChoice.auto

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top takes a number from 0 on, not \(top)") }
    _ = try files()
  }

  /// The files to write.
  func files() throws -> [ReportOutput.File] {
    do {
      return try output.map(ReportOutput.init(argument:)).flatMap(\.files)
    } catch {
      throw ValidationError("-o: \(error)")
    }
  }

  /// What goes to standard output; nothing if files were asked for and no format was.
  var standardOutputFormat: ReportFormat? {
    format ?? (output.isEmpty ? .text : nil)
  }

  var textOptions: TextOptions {
    textOptions(width: ProcessFacts.terminalColumns ?? 100, isColored: color.isColored)
  }

  /// A file has no terminal.
  var fileTextOptions: TextOptions {
    textOptions(width: 100, isColored: color == .always)
  }

  private func textOptions(width: Int, isColored: Bool) -> TextOptions {
    let limit = top ?? 10
    return TextOptions(
      width: width, isColored: isColored, principalLimit: limit == 0 ? nil : limit,
      pagePrincipalLimit: top == 0 ? nil : top, namesPrincipals: principalLabels,
      isRawCSV: csvRaw)
  }
}

extension ReportFormat: ExpressibleByArgument {}
