import Foundation
import Testing

/// Judges from outside: JSON Schema, Google's own protocol buffers, the maker of the sample logs.
struct OracleTests {
  @Test(
    .enabled(
      if: OraclePython.withJSONSchema != nil,
      "no python3 with jsonschema: pip install jsonschema, and name it in ORACLE_PYTHON"))
  func `reports keep to their schema`() throws {
    let workspace = try Workspace()
    for name in SampleLogs.names {
      try workspace.file("\(name).json", workspace.json(SampleLogs.path(name)).output)
    }
    try workspace.file("empty.json", workspace.json().output)
    let hostile = EntryText(insertID: nil, timestamp: nil, principal: "\u{0}\u{202e}", project: "-")
    try workspace.file("hostile.json", workspace.json(input: Data(hostile.line.utf8)).output)
    let known = "principal=batch-* owner=x reason=y expires=2026-12-31\n"
    let options = try ["-f", "json", "--suppress", workspace.file("known", known)]
    try workspace.file(
      "suppressed.json", workspace.run(options + [SampleLogs.path("all.jsonl.gz")]).output)
    #if History
      let days = ["23", "24"]
    #else
      let days: [String] = []
    #endif
    for day in days {
      let options = ["-f", "json", "--history", "d.sqlite", "--now", "2026-11-\(day)T02:00:00Z"]
      let paths = SampleLogs.names.prefix(day == "23" ? 1 : 4).map(SampleLogs.path)
      try workspace.file("history-\(day).json", workspace.run(options + paths).output)
    }
    let script = """
      import json, pathlib, sys
      from jsonschema import Draft202012Validator
      schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
      Draft202012Validator.check_schema(schema)
      validator = Draft202012Validator(schema)
      for path in sorted(pathlib.Path('.').glob('*.json')):
          for error in validator.iter_errors(json.loads(path.read_text())):
              sys.exit(f'{path}: {error.json_path}: {error.message[:200]}')
          print(path)
      """
    let schema = Repository.path("docs/report.schema.json")
    let python = try #require(OraclePython.withJSONSchema)
    let result = try python.run(["-c", script, schema], in: workspace)
    #expect(result.lines.count == SampleLogs.names.count + 3 + days.count)
  }

  @Test(
    .enabled(
      if: OraclePython.withLogProtos != nil,
      """
      no python3 with Google's protocol buffers: pip install google-cloud-audit-log \
      google-cloud-logging, and name it in ORACLE_PYTHON
      """))
  func `sample logs are what Google's protocol buffers say`() throws {
    let directory = URL(filePath: SampleLogs.path("")).resolvingSymlinksInPath()
    let names = try #require(FileManager.default.enumerator(atPath: directory.path()))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".json") }
    #expect(names.count > 10)
    let script = Repository.path("Tests/Oracles/validate_log_entries.py")
    let python = try #require(OraclePython.withLogProtos)
    try python.run([script] + names.sorted().map(SampleLogs.path), in: Workspace())
  }

  @Test(.enabled(if: OraclePython.plain != nil, "no python3 here to run the script with"))
  func `sample logs are what their maker makes`() throws {
    let script = Repository.path("scripts/make-sample-logs")
    try #require(OraclePython.plain).run([script, "--check"], in: Workspace())
  }
}
