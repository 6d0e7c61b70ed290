import Foundation
import Testing

/// The query of `sql`, run by Google's own evaluator and by DuckDB, beside the program.
struct SQLOracleTests {
  private static let table = "acme-logs.audit.cloudaudit_googleapis_com_*"
  private static let lineCount = 5000

  @Test(
    .enabled(
      if: OraclePython.withZetaSQL != nil,
      "no Python with zetasql here: Google's analyzer has not seen the query"))
  func `Google's evaluator says of rows what the program says`() throws {
    let python = try #require(OraclePython.withZetaSQL)
    try Self.compare(by: "zetasql", python, seed: 1)
  }

  @Test(
    .enabled(
      if: OraclePython.withSQLGlot != nil,
      "no Python with duckdb, sqlglot and pytz here: no other engine has run the query"),
    arguments: [1, 2])
  func `DuckDB says of rows what the program says`(seed: Int) throws {
    let python = try #require(OraclePython.withSQLGlot)
    try Self.compare(by: "duckdb", python, seed: seed)
  }

  /// Compares on the labelled cases and on entries made from them, in one process.
  private static func compare(by engine: String, _ python: OraclePython, seed: Int) throws {
    let workspace = try Workspace()
    let cases = Repository.path("Tests/DenialClassificationTests/Fixtures/labelled.jsonl")
    try python.run(
      [script("log_entries.py"), "\(seed)", "\(lineCount)", cases, "made.jsonl"], in: workspace)
    try python.run(
      [script("bigquery_rows.py"), cases, "made.jsonl", "rows.jsonl"], in: workspace)
    let query = try workspace.run(["sql", "--all", "--table", table])
    #expect(query.status == 0)
    try workspace.file("query.sql", query.output)
    let records = try workspace.extract("--all", "rows.jsonl")
    #expect(records.status == 0)
    try workspace.file("records.ndjson", records.output)
    let comparison = try python.run(
      [script("compare_queries.py"), engine, "query.sql", "rows.jsonl", "records.ndjson"],
      in: workspace)
    let last = try #require(comparison.lines.last)
    #expect(last.hasSuffix(" 0 differences"), "\(comparison.text)")
    // What is not covered has thousands of letters or hundreds of quotes.
    let notCovered = last.split(separator: " ").dropFirst(2).first.flatMap { Int($0) }
    #expect(try #require(notCovered) < lineCount / 100, "\(last)")
  }

  private static func script(_ name: String) -> String {
    Repository.path("Tests/Oracles/\(name)")
  }

  @Test(arguments: ["p.d.t`; DROP", "t", "p.d.t\n"])
  func `a name that is no table's is wrong usage`(name: String) throws {
    let result = try Workspace().run(["sql", "--table", name])
    #expect(result.status == 64)
    #expect(result.text.isEmpty)
    #expect(result.errors.contains("--table wants PROJECT.DATASET.TABLE"))
  }

  @Test func `only denials and what is not covered are asked for unless all is`() throws {
    let arguments = ["sql", "--table", "p.d.t", "--without", "policyViolationInfo"]
    let result = try Workspace().run(arguments)
    #expect(result.text.contains("WHERE answers.class IN ('denial', 'not-covered')"))
    #expect(!result.text.contains("policyViolationInfo.orgPolicy"))
    let all = try Workspace().run(arguments + ["--all"])
    #expect(!all.text.contains("WHERE answers.class"))
  }
}
