#if History
  import Foundation
  import Testing

  /// `denials-report history …` on a history of two runs.
  struct HistoryCommandTests {
    private let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      for (day, name) in [("23", "1152.jsonl.gz"), ("24", "all.jsonl.gz")] {
        let result = try workspace.run([
          "--history", "d.sqlite", "--now", "2026-11-\(day)T02:00:00Z", SampleLogs.path(name),
        ])
        #expect(result.status == 0)
      }
    }

    private func history(_ arguments: String...) throws -> ProgramResult {
      try workspace.run(["history"] + arguments)
    }

    @Test func `findings are listed, and chosen by state`() throws {
      let all = try history("show", "d.sqlite", "--now", "2026-11-24T02:00:00Z")
      #expect(all.status == 0)
      #expect(all.text.contains(" findings: 0 new, "))
      let quiet = try history(
        "show", "d.sqlite", "--now", "2027-11-24T02:00:00Z", "--state", "quiet", "-f", "json")
      let document = try JSONDecoder().decode(Findings.self, from: quiet.output)
      #expect(document.findings.count > 60)
      #expect(document.findings.allSatisfy { $0.state == "quiet" })
      let other = try history(
        "show", "d.sqlite", "--now", "2026-11-24T02:00:00Z", "--state", "quiet")
      #expect(other.text == "0 findings: 0 new, 0 ongoing, 0 quiet\n")
    }

    @Test func `runs say what they have added`() throws {
      let text = try history("runs", "d.sqlite").lines
      #expect(text.first == "2 runs")
      #expect(text.dropFirst().first?.hasPrefix("  2026-11-23 02:00  ") == true)
      let json = try history("runs", "d.sqlite", "-f", "json").text
      #expect(json.contains("\"delivered\": true"))
      #expect(json.contains("\"clock\": \"2026-11-24T02:00:00Z\""))
    }

    @Test func `what is old is pruned, and the rest adds up`() throws {
      let pruned = try history(
        "prune", "d.sqlite", "--keep", "400d", "--now", "2029-01-01T00:00:00Z")
      #expect(pruned.status == 0)
      #expect(pruned.text.contains("runs from before 2027-11-"))
      #expect(try history("verify", "d.sqlite").text == "the history is whole and adds up\n")
      let wrong = try history("prune", "d.sqlite", "--keep", "yesterday")
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("--keep takes a duration such as 400d or 52w"))
    }

    @Test func `an export makes an equal history, from a file or a pipe`() throws {
      let export = try history("export", "d.sqlite")
      #expect(export.status == 0)
      try workspace.file("export.ndjson", export.output)
      #expect(try history("import", "copy.sqlite", "export.ndjson").status == 0)
      #expect(try history("export", "copy.sqlite").output == export.output)
      let piped = try workspace.run(["history", "import", "piped.sqlite"], input: export.output)
      #expect(piped.status == 0)
      #expect(try history("export", "piped.sqlite").output == export.output)
      let again = try history("import", "copy.sqlite", "export.ndjson")
      #expect(again.status == 2)
      #expect(again.errors.contains("cannot import into copy.sqlite: it holds a history already"))
      try workspace.file("cut.ndjson", export.output.prefix(export.output.count / 2))
      #expect(try history("import", "cut.sqlite", "cut.ndjson").status == 2)
      #expect(try history("import", "none.sqlite", "none.ndjson").status == 2)
    }

    @Test func `a history that is not there is none, and no command makes one`() throws {
      for command in ["show", "runs", "verify", "export"] {
        let result = try history(command, "none.sqlite")
        #expect(result.status == 2)
        #expect(result.errors.contains("cannot read the history none.sqlite: no such file"))
      }
      #expect(try history("prune", "none.sqlite", "--keep", "1d").status == 2)
      #expect(try workspace.names() == ["d.sqlite"])
    }

    @Test func `damage is found`() throws {
      var bytes = try workspace.contents(of: "d.sqlite")
      for offset in stride(from: 4096 * 3, to: bytes.count - 64, by: 4096) {
        for index in 0..<64 { bytes[offset + index] = 0xff }
      }
      try workspace.file("d.sqlite", bytes)
      #expect(try history("verify", "d.sqlite").status == 2)
    }
  }

  private struct Findings: Decodable {
    var findings: [Finding]

    struct Finding: Decodable {
      var state: String
    }
  }
#endif
