import Foundation
import Testing

/// The program beside a classifier of another make: the decision table once more, in Python, written
/// from `docs/classification.md`.
struct VerdictOracleTests {
  private static let lineCount = 5000

  @Test(
    .enabled(
      if: OraclePython.plain != nil,
      "no python3 here: nobody checked the decision table but its own tests"),
    arguments: [1, 2, 3, 4])
  func `the decision table says what an independent reading of its page says`(seed: Int) throws {
    let python = try #require(OraclePython.plain)
    let workspace = try Workspace()
    let cases = Repository.path("Tests/DenialClassificationTests/Fixtures/labelled.jsonl")
    try python.run(
      [Self.script("log_entries.py"), "\(seed)", "\(Self.lineCount)", cases, "log.jsonl"],
      in: workspace)
    let records = try workspace.extract("--all", "log.jsonl")
    #expect(records.status == 0)
    try workspace.file("records.ndjson", records.output)
    let script = Self.script("compare_verdicts.py")
    let comparison = try python.run([script, "log.jsonl", "records.ndjson"], in: workspace)
    #expect(comparison.lines.last == "\(Self.lineCount) lines, 0 differences")
  }

  /// Every row of the table, as the oracle counts them, and every class that no row stands for.
  private static let rows = [
    "3", "4", "5", "5b", "5c", "6b0", "6b", "6c", "6d", "6e", "6f", "6g", "6h", "6i", "7", "8", "9",
    "10a", "10b", "10c", "10d", "10e", "10f", "10g", "10h", "10i", "ok", "soft-deny",
    "vpc-sc-dry-run",
    "dry-run", "capacity", "possible-masked-denial", "unclassified-exhausted",
    "unclassified-status",
    "other-error", "not-an-audit-entry", "duplicate", "malformed", "blank",
  ]

  @Test(.enabled(if: OraclePython.plain != nil, "no python3 here: nobody checked the oracle"))
  func `the oracle finds a false answer, and its entries reach every row`() throws {
    let python = try #require(OraclePython.plain)
    let workspace = try Workspace()
    let cases = Repository.path("Tests/DenialClassificationTests/Fixtures/labelled.jsonl")
    try python.run([Self.script("log_entries.py"), "5", "2000", cases, "log.jsonl"], in: workspace)
    let counts = try python.run([Self.script("classify.py"), "log.jsonl"], in: workspace)
      .lines.reduce(into: [String: Int]()) { counts, line in
        let answer = try JSONDecoder().decode(OracleAnswer.self, from: Data(line.utf8))
        counts[answer.rule ?? answer.class, default: 0] += 1
      }
    #expect(counts.keys.sorted() == Self.rows.sorted())
    let forged = try workspace.extract("--all", "log.jsonl").text
      .replacing(#""cause":"missing-role""#, with: #""cause":"cross-project""#, maxReplacements: 1)
      .replacing(#"{"class":"ok""#, with: #"{"class":"capacity""#, maxReplacements: 1)
    try workspace.file("records.ndjson", forged)
    let interpreter = try python.attempt(
      [Self.script("compare_verdicts.py"), "log.jsonl", "records.ndjson"], in: workspace)
    #expect(interpreter.status == 1)
    #expect(interpreter.lines.last == "2000 lines, 2 differences")
  }

  private struct OracleAnswer: Decodable {
    let `class`: String
    let rule: String?
  }

  private static func script(_ name: String) -> String {
    Repository.path("Tests/Oracles/\(name)")
  }
}
