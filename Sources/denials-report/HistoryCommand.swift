import ArgumentParser
import AuditLog
import DenialAggregation
import DenialHistory
import DenialRendering
import DenialsReport

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Look at what --history remembers, prune it, copy it.",
    discussion: """
        denials-report history show denials.sqlite --state new
        denials-report history prune denials.sqlite --keep 400d
        denials-report history export denials.sqlite > history.ndjson

      Exit status: 0 done; 2 the history cannot be used, or verify has found something; 64 wrong usage.
      """,
    subcommands: subcommands)

  #if History
    private static var subcommands: [any ParsableCommand.Type] {
      [
        HistoryShowCommand.self, HistoryRunsCommand.self, HistoryVerifyCommand.self,
        HistoryPruneCommand.self, HistoryExportCommand.self, HistoryImportCommand.self,
      ]
    }
  #else
    private static var subcommands: [any ParsableCommand.Type] { [] }

    @Argument(parsing: .allUnrecognized, help: .hidden)
    var rest: [String] = []

    func run() throws {
      throw Console(isQuiet: false)
        .fail("history is not in this build: it was made without the trait History")
    }
  #endif
}

#if History
  /// Which history a command is about.
  struct HistoryArgument: ParsableArguments {
    @Argument(help: "The SQLite file of --history.", completion: .file())
    var file: String

    /// Opens the history.
    func open(for access: HistoryFile.Access, _ console: Console) throws -> HistoryFile {
      try console.orFail {
        try HistoryFile(path: file, name: InputPath(file).displayName, for: access)
      }
    }
  }

  /// How what a history remembers is printed.
  struct HistoryOutput: ParsableArguments {
    @Option(name: .shortAndLong, help: "The format on standard output.")
    var format = HistoryFormat.text

    @Option(help: "Colour: auto, always or never. NO_COLOR is obeyed.")
    var color = ColorChoice.auto

    var textOptions: TextOptions {
      TextOptions(width: ProcessFacts.terminalColumns ?? 100, isColored: color.isColored)
    }
  }

  struct HistoryShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "List all findings, the latest seen first.")

    @OptionGroup var history: HistoryArgument
    @OptionGroup var output: HistoryOutput
    @OptionGroup var clock: ClockOptions
    @OptionGroup var quiet: QuietOption

    @Option(
      help: ArgumentHelp(
        "Only findings of these states: new, ongoing or quiet. Which have returned is told by reports.",
        valueName: "state"))
    var state: [HistoryState] = []

    func run() throws {
      OutputFile.prepareStandardStreams()
      let console = Console(isQuiet: false)
      let file = try history.open(for: .read, console)
      let now = try clock.time()
      let quietAfter = try quiet.nanoseconds()
      let findings = try console.orFail {
        try file.findings(clock: now, quietAfter: quietAfter)
      }.filter { finding in
        state.isEmpty || state.contains { $0.rawValue == finding.state.rawValue }
      }
      try console.write(output.format.render(findings, text: output.textOptions))
    }
  }

  struct HistoryRunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "runs", abstract: "List all runs, with what each has added.")

    @OptionGroup var history: HistoryArgument
    @OptionGroup var output: HistoryOutput

    func run() throws {
      OutputFile.prepareStandardStreams()
      let console = Console(isQuiet: false)
      let file = try history.open(for: .read, console)
      let runs = try console.orFail { try file.runs() }
      try console.write(output.format.render(runs, text: output.textOptions))
    }
  }

  /// The states that a history tells without a report.
  enum HistoryState: String, ExpressibleByArgument, CaseIterable {
    case new, ongoing, quiet
  }

  extension HistoryFormat: ExpressibleByArgument {}
#endif
