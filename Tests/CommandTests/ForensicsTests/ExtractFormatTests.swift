import Foundation
import Testing

/// What `extract` writes for others, judged by others.
struct ExtractFormatTests {
  private static let script = Repository.path("Tests/Oracles/check_extracts.py")

  /// Sample logs, and denials that lack what others want or hold what others would obey.
  private func logs(in workspace: Workspace) throws -> String {
    let texts = [
      "=1+1", "+1", "a,\"b\";\n|c", "\u{1B}[2J", "no slash", "/", "\u{202E}x", "é🚀", " ",
    ]
    var lines: [String] = []
    for (index, text) in texts.enumerated() {
      var entry = EntryText(insertID: "t\(index)", method: text, resource: text)
      entry.userAgent = text
      entry.callerIP = text
      entry.principal = text.contains("\n") ? nil : text
      lines.append(entry.line)
    }
    lines += [
      EntryText(insertID: nil, timestamp: nil).line,
      EntryText(insertID: "before", timestamp: "1969-12-31T23:59:59.9999999Z").line,
      EntryText(insertID: "nine", timestamp: "2026-11-22T10:00:00.123456789Z").line,
      EntryText(insertID: "six", callerIP: "2001:db8::1").line,
      EntryText(insertID: "bad", callerIP: "1:2:3::4::5").line,
      EntryText(insertID: "none", callerIP: "").line,
    ]
    return try workspace.file("strange.jsonl", lines: lines)
  }

  @Test(
    .enabled(if: OraclePython.plain != nil, "no python3: extracts are NOT read by others"),
    arguments: ["csv", "timesketch"])
  func `others find each denial and its place`(format: String) throws {
    try check(format, by: try #require(OraclePython.plain))
  }

  @Test(
    .enabled(
      if: OraclePython.withOCSF != nil, "no ocsf-json-schema for Python: events are NOT validated"))
  func `each event is valid by the Open Cybersecurity Schema Framework`() throws {
    try check("ocsf", by: try #require(OraclePython.withOCSF))
  }

  private func check(_ format: String, by python: OraclePython) throws {
    let workspace = try Workspace()
    let inputs = [try logs(in: workspace), SampleLogs.path("all.jsonl.gz")]
    try workspace.file("records", try workspace.run(["extract"] + inputs).output)
    for jobs in ["1", "3"] {
      var arguments = ["extract", "-f", format, "--jobs", jobs, "--batch-bytes", "70000"] + inputs
      if format == "csv" { arguments.append("--csv-raw") }
      let result = try workspace.run(arguments)
      #expect(result.status == 0)
      try workspace.file("found", result.output)
      let count = try python.run([Self.script, format, "records", "found"], in: workspace)
      #expect(count.lines == ["147"])
    }
  }

  @Test(arguments: ["csv", "timesketch", "ocsf", "story"])
  func `records are as good as the logs that they were made of`(format: String) throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("all.jsonl.gz")
    let records = try workspace.extract(path).output
    try workspace.file("a.ndjson", records)
    try workspace.file("copy.ndjson", records + Data("\n".utf8))
    var command = ["extract", "-f", format]
    if format == "story" { command = ["story", "batch-tagger@*", "-f", "json"] }
    let expected = try workspace.run(command + [path])
    for inputs in [
      ["a.ndjson"], ["a.ndjson", "copy.ndjson"], ["a.ndjson", path], [path, "a.ndjson"],
    ] {
      let result = try workspace.run(command + ["--jobs", "3"] + inputs)
      #expect(result.status == 0 && result.output == expected.output, "\(inputs)")
    }
    let late = ["--since", "2026-11-21T12:00:00Z"]
    #expect(
      try workspace.run(command + late + ["a.ndjson"]).output
        == workspace.run(command + late + [path]).output)
    try workspace.file("cut.ndjson", records.prefix(records.count / 2))
    #expect(try workspace.run(command + ["cut.ndjson"]).status == 3)
    let foreign = String(decoding: records, as: UTF8.self)
      .replacing(#/"rules":"[0-9a-f]*"/#, with: "\"rules\":\"0\"", maxReplacements: 1)
    try workspace.file("foreign.ndjson", foreign)
    let refused = try workspace.run(command + ["foreign.ndjson"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("made with other rules"))
  }

  @Test func `nothing but denials is written, and only records can have more`() throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: EntryText.lines(8))
    for format in ["csv", "timesketch", "ocsf"] {
      let lineFeeds = try workspace.extract("-f", format, "a.jsonl").output.count { $0 == 0x0A }
      #expect(lineFeeds == (format == "csv" ? 3 : 2))
      #expect(try workspace.extract("-f", format, "--all", "a.jsonl").status == 64)
    }
    #expect(try workspace.extract("--csv-raw", "a.jsonl").status == 64)
  }

  @Test(
    .enabled(if: OraclePython.withDuckDB != nil, "no duckdb for Python: recipes are NOT run"))
  func `the recipes for DuckDB find what the page says that they find`() throws {
    let workspace = try Workspace()
    let records = try workspace.extract(SampleLogs.path("all.jsonl.gz"))
    try workspace.file("denials.ndjson", records.output)
    let python = try #require(OraclePython.withDuckDB)
    let result = try python.run(
      [Repository.path("Tests/Oracles/run_recipes.py"), Repository.path("docs/forensics.md")],
      in: workspace)
    let answers = try result.lines.map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
    #expect(answers.count == 6)
    #expect(answers[1].rows.count == 20)
    #expect(answers[1].rows.first.map { $0[2].number } == 27)
    #expect(
      answers[2].rows.map { $0[0].text } == ["ci-legacy@acme-web-stg.iam.gserviceaccount.com"])
    #expect(answers[3].rows.compactMap { $0[3].number }.reduce(0, +) > 0)
  }

  private struct Answer: Decodable {
    let columns: [String]
    let rows: [[Value]]

    enum Value: Decodable {
      case number(Int)
      case text(String)
      case other

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else if let text = try? container.decode(String.self) {
          self = .text(text)
        } else {
          self = .other
        }
      }

      var number: Int? { if case .number(let number) = self { number } else { nil } }
      var text: String? { if case .text(let text) = self { text } else { nil } }
    }
  }
}
