import ArgumentParser
import DenialAggregation
import DenialClassification
import DenialsReport

/// What nobody wants to hear of.
struct SuppressOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Leave out the findings that this file names, until their lines expire, and count them: \
      principal=, permission=, project= or cause= with owner=, expires= and reason= on each line.
      """, valueName: "file"),
    completion: .file())
  var suppress: String?

  /// The suppressions, if a file was named.
  ///
  /// - Throws: The end of the command, if it cannot be read.
  func suppressions(_ console: Console, _ redaction: Redaction?) throws -> [Suppression]? {
    guard let suppress else { return nil }
    return try console.orFail {
      try SuppressionFile.read(ProcessFacts.paths(of: [suppress])[0], redaction: redaction)
    }
  }
}
