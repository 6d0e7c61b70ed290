import ArgumentParser
import DenialsReport

@main
struct DenialsReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "denials-report",
    abstract: "Who is denied what on Google Cloud, why, and the smallest grant that fixes it.",
    discussion: """
      Reads Cloud Audit Logs, gzipped or not, and prints a report. The command `report` is the \
      default and need not be written:

        denials-report logs/
        denials-report a.jsonl.gz b.jsonl -o report.json
        denials-report logs/ --since 24h --principal 'app@*'
        denials-report gs://BUCKET/cloudaudit.googleapis.com/activity/2026/11/22/
        gcloud logging read FILTER --format=json | denials-report

      What one principal was refused, in order, is told by `story`; an entry is explained by `explain`, a \
      code or a cause by `codes`, a choice of roles by `roles`:

        denials-report story 'ci-legacy@*' logs/
        denials-report explain --insert-id 1x2y3zabc logs/
        denials-report codes missing-role
        denials-report roles storage.objects.get

      With --history every run knows the ones before it, and `history` shows what they found:

        denials-report --history denials.sqlite logs/ -o report.json -o report.txt
        denials-report history show denials.sqlite

      Exit status: 0 the report is complete; 1 --fail-on has been met; 2 there is none; 3 there is one, but some input was \
      unreadable or corrupt; 64 wrong usage; 130 or 143 interrupted, and what was read is shown.
      """,
    version: version,
    subcommands: [
      ReportCommand.self, ExtractCommand.self, StoryCommand.self, ExplainCommand.self,
      CodesCommand.self, SQLCommand.self,
      RolesCommand.self, HistoryCommand.self,
    ],
    defaultSubcommand: ReportCommand.self)

  /// The version, as `--version` prints it.
  static let version = "0.1.0"

  /// Runs the command; its own help shows the options of the default command as well.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard isOwnHelp(error) else { exit(withError: error) }
      // A reader that has gone is no failure, and nothing else can be said.
      _ = try? OutputFile.writeToStandardOutput(Array(wholeHelp.utf8))
      exit()
    }
  }
}
