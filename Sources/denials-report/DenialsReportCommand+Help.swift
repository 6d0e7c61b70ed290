import ArgumentParser
import DenialRendering
import DenialsReport

extension DenialsReportCommand {
  /// Whether the help of this command was asked for, not that of another.
  static func isOwnHelp(_ error: any Error) -> Bool {
    exitCode(for: error) == .success
      && fullMessage(for: error).split(separator: "\n") == helpMessage().split(separator: "\n")
  }

  /// The help, with the groups of options of `report`.
  static var wholeHelp: String {
    let lines = helpMessage(for: ReportCommand.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let groups = lines.drop { !$0.hasPrefix("USAGE:") }.drop { !$0.isEmpty }
      .prefix { $0 != "OPTIONS:" }
    let title = "\n\nOPTIONS OF report, THE DEFAULT COMMAND:\n"
    return helpMessage() + title + groups.joined(separator: "\n")
  }
}

extension ReportCommand {
  /// Tells a command that was misspelled from a file that is not there.
  ///
  /// - Throws: A usage error if the first word on the command line is neither a file nor looks like
  ///   a path, and is nearly the name of a command.
  func checkFirstWord() throws {
    guard let word = CommandLine.arguments.dropFirst().first, word == input.paths.first,
      !word.contains("/"), !word.contains("."), let path = input.inputPaths.first, !path.exists,
      let name = NearestWord.nearest(to: word, among: Self.commandNames).first
    else { return }
    throw ValidationError(
      """
      there is no file \(path.displayName): did you mean the command \(name)? A file of this name is \
      written ./\(path.displayName)
      """)
  }

  private static let commandNames =
    DenialsReportCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    + ["help"]
}
