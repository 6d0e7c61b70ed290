import ArgumentParser
import DenialRendering
import DenialsReport

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "The decision table as one query, for logs that already are in BigQuery.",
    discussion: """
      Prints GoogleSQL for the table of a log sink; nothing is sent anywhere. The comment on top \
      says what the query cannot ask; docs/bigquery.md has more.

        denials-report sql --table "acme.audit.cloudaudit_googleapis_com_*" > q.sql
        bq query --use_legacy_sql=false < q.sql
      """)

  @Option(help: "The dialect: bigquery.")
  var dialect = SQLDialect.bigquery

  @Option(help: ArgumentHelp("PROJECT.DATASET.TABLE; TABLE may end in *.", valueName: "table"))
  var table: String

  @Option(
    help: ArgumentHelp(
      "A column that the table lacks, as no entry ever had it.", valueName: "column"))
  var without: [SQLQuery.Column] = []

  @Flag(help: "Show entries that are no denials as well, with their class.")
  var all = false

  func validate() throws {
    _ = try query()
  }

  func run() throws {
    OutputFile.prepareStandardStreams()
    try Console(isQuiet: false).write(Array(query().text.utf8))
  }

  private func query() throws -> SQLQuery {
    guard let table = SQLTable(table) else {
      throw ValidationError(
        "--table wants PROJECT.DATASET.TABLE of letters, digits, - and _, a * at the end at most")
    }
    return SQLQuery(table: table, showsAll: all, absentColumns: without)
  }
}

/// The dialects that the query can be printed in.
enum SQLDialect: String, ExpressibleByArgument {
  case bigquery
}

extension SQLQuery.Column: ExpressibleByArgument {}
