import ArgumentParser
import DenialRendering
import DenialsReport

struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "What each code and cause means, how to make sure, what fixes it and what does not.",
    discussion: """
        denials-report codes
        denials-report codes 1153
        denials-report codes missing-role vpc-service-controls
      """)

  @Argument(
    help: ArgumentHelp(
      "Codes, causes, or classes of the books, such as 1153, missing-role or soft-deny.",
      valueName: "name"),
    completion: .list(CodeTopic.names))
  var names: [String] = []

  @Option(name: .shortAndLong, help: "The format on standard output.")
  var format = CodesFormat.text

  @Option(help: "Colour: auto, always or never. NO_COLOR is obeyed.")
  var color = ColorChoice.auto

  func validate() throws {
    _ = try topics()
  }

  func run() throws {
    OutputFile.prepareStandardStreams()
    let options = TextOptions(
      width: ProcessFacts.terminalColumns ?? 100, isColored: color.isColored)
    try Console(isQuiet: false).write(format.render(topics(), text: options))
  }

  /// What the names mean, each once.
  private func topics() throws -> [CodeTopic] {
    var topics: [CodeTopic] = []
    for name in names {
      do {
        let topic = try CodeTopic(name)
        if !topics.contains(topic) { topics.append(topic) }
      } catch {
        throw ValidationError("\(error)")
      }
    }
    return topics
  }
}

extension CodesFormat: ExpressibleByArgument {}
