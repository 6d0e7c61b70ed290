#if History
  import ArgumentParser
  import AuditLog
  import DenialHistory
  import DenialsReport

  struct HistoryVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "See that the file is whole and that its counts add up.")

    @OptionGroup var history: HistoryArgument

    func run() throws {
      OutputFile.prepareStandardStreams()
      let console = Console(isQuiet: false)
      let file = try history.open(for: .read, console)
      let problems = try console.orFail { try file.problems() }
      let text =
        problems.isEmpty ? "the history is whole and adds up" : problems.joined(separator: "\n")
      try console.write(Array((text + "\n").utf8))
      if !problems.isEmpty { throw ExitCode(2) }
    }
  }

  struct HistoryPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune",
      abstract: "Let go of what is old, and give the room back to the disk.",
      discussion: """
        A finding that was not seen since goes as a whole, and is new if it comes again. Of others the \
        count stays, by day no more. What is remembered denial by denial stays in any case.
        """)

    @OptionGroup var history: HistoryArgument
    @OptionGroup var clock: ClockOptions

    @Option(help: ArgumentHelp("How far back to remember, as 400d or 52w.", valueName: "duration"))
    var keep: String

    func validate() throws {
      _ = try oldest()
    }

    /// The moment before which things are old.
    private func oldest() throws -> Timestamp {
      let now = try clock.time()
      guard now.later(byDuration: keep) != nil,
        let oldest = try? TimeWindow(since: keep, until: nil, now: now).since
      else { throw ValidationError("--keep takes a duration such as 400d or 52w, not '\(keep)'") }
      return oldest
    }

    func run() throws {
      OutputFile.prepareStandardStreams()
      let console = Console(isQuiet: false)
      let file = try history.open(for: .change, console)
      let oldest = try oldest()
      let pruned = try console.orFail { try file.prune(before: oldest) }
      let text = "removed \(pruned.findings) findings, \(pruned.days) days and \(pruned.runs) runs"
      try console.write(Array("\(text) from before \(oldest)\n".utf8))
    }
  }

  struct HistoryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Print the whole history as NDJSON.")

    @OptionGroup var history: HistoryArgument

    func run() throws {
      OutputFile.prepareStandardStreams()
      let console = Console(isQuiet: false)
      let file = try history.open(for: .read, console)
      try console.orFail {
        try file.export(tool: "denials-report \(DenialsReportCommand.version)") { bytes in
          _ = try OutputFile.writeToStandardOutput(bytes)
        }
      }
    }
  }

  struct HistoryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Make a history of what export has printed.")

    @OptionGroup var history: HistoryArgument

    @Argument(help: "The export, gzipped or not; - for standard input.", completion: .file())
    var export = "-"

    func run() throws {
      OutputFile.prepareStandardStreams()
      let console = Console(isQuiet: false)
      let file = try history.open(for: .write, console)
      try console.orFail {
        try file.importing { reading in
          try LineFile.read(ProcessFacts.paths(of: [export])[0]) { try reading.read($0) }
        }
      }
    }
  }
#endif
