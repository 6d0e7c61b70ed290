import ArgumentParser
import AuditLog
import DenialAggregation
import DenialClassification
import DenialRendering
import DenialsReport

struct StoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story",
    abstract: "Tell everything that one principal was refused, in the order of time.",
    discussion: """
      Denials with at most five minutes between two are a burst, and of equal ones the first is shown. \
      What was never refused before is marked as new, and each step has an insertId for `explain`.

        denials-report story ci-legacy@acme-web-stg.iam.gserviceaccount.com logs/
        denials-report story 'ci-legacy@*' --since 7d -f json logs/

      Entries that do not name the caller, such as the second half of a long-running call, are in no \
      story; the report joins them.
      """)

  @Argument(
    help: ArgumentHelp(
      "A part of the principal's name, or a pattern for the whole of it with * and ?.",
      valueName: "principal"))
  var principal: String

  @OptionGroup(title: "Input and behaviour") var input: InputOptions
  @OptionGroup(title: "Pseudonyms") var redact: RedactOptions
  @OptionGroup(title: "Clock") var clock: ClockOptions

  @Option(
    help: ArgumentHelp("Only entries from this time on; as of a report.", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Only entries before this time.", valueName: "time"))
  var until: String?

  @Flag(
    help: "Read calls that went well too, and tell what the principal was allowed. Takes longer.")
  var withGrants = false

  @Option(name: .shortAndLong, help: "The format on standard output: text or json.")
  var format = StoryFormat.text

  @Option(help: "Colour: auto, always or never. NO_COLOR is obeyed.")
  var color = ColorChoice.auto

  func validate() throws {
    _ = try options()
    _ = try storyNotes(of: principal)
    try redact.check(input)
  }

  private func storyNotes(of name: String) throws -> StoryNotes {
    do {
      return try StoryNotes(principal: name, withGrants: withGrants)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private func options() throws -> RunOptions {
    var options = input.runOptions
    do {
      if since != nil || until != nil {
        options.window = try TimeWindow(since: since, until: until, now: try clock.time())
      }
    } catch {
      throw ValidationError("\(error)")
    }
    return options
  }

  /// The name that the story is of; a pseudonym, if names are replaced.
  private func soughtName(_ redaction: Redaction?) throws -> String {
    guard let redaction else { return principal }
    guard let name = redaction.principal(for: principal) else {
      let error = DenialFilterError.unreadable(option: "story", principal)
      throw ValidationError("\(error)")
    }
    return name
  }

  func run() throws {
    OutputFile.prepareStandardStreams()
    Heap.limit(to: input.runOptions.jobs)
    let console = Console(isQuiet: input.quiet)
    let kept = try console.orFail { try KeptFiles(input) }
    var options = try options()
    options.redaction = try redact.redaction(console)
    let name = try soughtName(options.redaction)
    let notes = try storyNotes(of: name)
    let outcome = console.watching(input.progress, options) { options in
      ExtractRun.extract(
        from: input.inputPaths, options: options, toolVersion: DenialsReportCommand.version,
        includesAll: false, form: notes, kept: kept.lines, diagnose: console.say
      ) { _ in true }
    }
    if outcome.signal == nil { try console.orFail { try kept.commit() } }
    guard outcome.hasReadableInput else {
      throw console.fail("nothing to tell: no input could be read")
    }
    guard let story = notes.story else {
      throw console.fail(StoryRenderer.noStory(of: name, among: notes.principals))
    }
    let text = TextOptions(width: ProcessFacts.terminalColumns ?? 100, isColored: color.isColored)
    if outcome.signal != nil { console.warn("interrupted: this is what was read until then") }
    try console.write(format.render(story, text: text))
    if let signal = outcome.signal { throw ExitCode(128 + signal) }
    try console.check(outcome.books, isStrict: input.strict)
  }
}

extension StoryFormat: ExpressibleByArgument {}
