#if History
  import Foundation
  import Testing

  /// What `--history` adds to reports.
  struct HistoryReportTests {
    private static let alice = EntryText(insertID: "a", principal: "alice@example.com").line
    private static let bob = EntryText(
      insertID: "b", timestamp: "2026-11-22T11:00:00Z", principal: "bob@example.com"
    ).line

    private func report(
      _ workspace: Workspace, _ lines: [String], now: String, _ arguments: [String] = []
    ) throws -> HistoryDocument {
      let name = try workspace.file("log", lines: lines)
      let options = ["-f", "json", "--history", "d.sqlite", "--now", now]
      let result = try workspace.run(options + arguments + [name])
      #expect(result.status == 0, "\(result.errors)")
      return try JSONDecoder().decode(HistoryDocument.self, from: result.output)
    }

    @Test func `a finding is new, goes on, is quiet and returns`() throws {
      let workspace = try Workspace()
      let first = try report(workspace, [Self.alice], now: "2026-11-22T12:00:00Z")
      #expect(first.states == ["alice@example.com": "new"])
      #expect(first.history.previousReport == nil)
      let second = try report(workspace, [Self.alice, Self.bob], now: "2026-11-23T12:00:00Z")
      #expect(second.states == ["alice@example.com": "ongoing", "bob@example.com": "new"])
      #expect(second.history.previousReport == "2026-11-22T12:00:00Z")
      #expect(second.history.news.map(\.principal) == ["bob@example.com"])
      #expect(second.history.additions == ["counted": 1, "known": 1, "moved": 0, "frozen": 0])
      let late = EntryText(
        insertID: "late", timestamp: "2026-12-10T10:00:00Z", principal: "bob@example.com"
      ).line
      let third = try report(workspace, [late], now: "2026-12-11T00:00:00Z")
      #expect(third.states == ["bob@example.com": "returned"])
      #expect(third.history.wentQuiet.map(\.principal) == ["alice@example.com"])
      #expect(third.history.states == ["new": 0, "ongoing": 0, "quiet": 1, "returned": 1])
    }

    @Test func `when a finding is quiet can be told`() throws {
      let workspace = try Workspace()
      _ = try report(workspace, [Self.alice], now: "2026-11-22T12:00:00Z")
      let again = try report(
        workspace, [Self.alice], now: "2026-11-22T14:00:00Z", ["--quiet-after", "3h"])
      #expect(again.states == ["alice@example.com": "quiet"])
      let result = try workspace.run(["--history", "d.sqlite", "--quiet-after", "soon", "log"])
      #expect(result.status == 64)
      #expect(result.errors.contains("--quiet-after takes a duration such as 36h, 7d or 2w"))
    }

    @Test func `the same input and clock give the same report`() throws {
      let workspace = try Workspace()
      let path = SampleLogs.path("all.jsonl.gz")
      let outputs = try ["1", "2", "5"].map { jobs in
        try workspace.run(["-f", "json", "--history", "d.sqlite", "--jobs", jobs, path]).text
      }
      let states = try outputs.map { text in
        try JSONDecoder().decode(HistoryDocument.self, from: Data(text.utf8))
      }
      #expect(states.map(\.states).allSatisfy { $0 == states[0].states })
      #expect(states.map { $0.history.additions["counted"] } == [130, 0, 0])
      // Beside what the run added, nothing differs.
      let rest = outputs.map { text in
        text.split(separator: "\n").filter { !$0.contains("\"additions\"") }
      }
      #expect(rest.allSatisfy { $0 == rest[0] })
    }

    @Test func `a report without a history says nothing of one`() throws {
      let workspace = try Workspace()
      let path = SampleLogs.path("1152.jsonl.gz")
      let plain = try workspace.json(path).text
      let first = try workspace.run(["-f", "json", "--history", "d.sqlite", path]).text
      #expect(!plain.contains("\"history\"") && !plain.contains("\"state\""))
      #expect(first.contains("\"history\"") && first.contains("\"state\": \"new\""))
      #expect(try workspace.run([path]).text.contains("News") == false)
    }

    @Test func `text and grants lead with what is new`() throws {
      let workspace = try Workspace()
      _ = try report(workspace, [Self.alice], now: "2026-11-22T12:00:00Z")
      let more = (0..<3).map { EntryText(insertID: "m\($0)", principal: "alice@example.com").line }
      let name = try workspace.file("log", lines: [Self.alice, Self.bob] + more)
      let options = ["--history", "d.sqlite", "--now", "2026-11-23T12:00:00Z", name]
      let text = try workspace.run(options).text
      #expect(text.contains("News since the report of 2026-11-22 12:00 UTC: 1 new finding\n"))
      #expect(text.contains("  new       bob@example.com: missing role,"))
      #expect(text.contains("1. bob@example.com: 1 denial"))
      #expect(text.contains("shown  first on 2026-11-22; 4 denials since that day"))
      let script = try workspace.run(["-f", "gcloud"] + options).text
      #expect(script.contains("# No earlier report has shown 1 of 2."))
      let bob = try #require(script.range(of: "user:bob@example.com"))
      let alice = try #require(script.range(of: "user:alice@example.com"))
      #expect(bob.lowerBound < alice.lowerBound)
    }

    @Test func `several outputs are written in one run, and all or none`() throws {
      let workspace = try Workspace()
      let name = try workspace.file("log", lines: [Self.alice])
      let outputs = ["-o", "report.json", "-o", "report.txt", "-o", "grants.sh"]
      let result = try workspace.run(["--history", "d.sqlite"] + outputs + [name])
      #expect(result.status == 0)
      #expect(result.text == "")
      #expect(
        try workspace.names() == ["d.sqlite", "grants.sh", "log", "report.json", "report.txt"])
      try workspace.file("report.txt", "old")
      let failed = try workspace.run(
        ["--history", "d.sqlite", "-o", "report.txt", "-o", "nowhere/report.json", name])
      #expect(failed.status == 2)
      #expect(try workspace.contents(of: "report.txt") == Data("old".utf8))
    }

    @Test func `runs at once on a new history all finish and count once`() throws {
      let workspace = try Workspace()
      let path = SampleLogs.path("all.jsonl.gz")
      for round in 0..<4 {
        let script = """
          for i in 1 2 3; do
            "$denials" -f json --history \(round).sqlite '\(path)' >\(round)-$i.json &
            pids="$pids $!"
          done
          for pid in $pids; do wait $pid || exit 1; done
          """
        let result = try workspace.shell(script)
        #expect(result.status == 0, "\(result.errors)")
        let counted = try (1...3).map { number in
          let data = try workspace.contents(of: "\(round)-\(number).json")
          return try JSONDecoder().decode(HistoryDocument.self, from: data)
            .history.additions["counted"] ?? -1
        }
        #expect(counted.sorted() == [0, 0, 130])
      }
    }

    @Test func `a history that cannot be used is an error, and reports stay as they were`() throws {
      let workspace = try Workspace()
      let name = try workspace.file("log", lines: [Self.alice])
      try workspace.file("report.json", "old")
      try workspace.file("d.sqlite", String(repeating: "no database ", count: 500))
      let run = { (history: String) in
        try workspace.run(["--history", history, "-o", "report.json", name])
      }
      let damaged = try run("d.sqlite")
      #expect(damaged.status == 2)
      #expect(damaged.errors.contains("cannot use the history d.sqlite: it is damaged"))
      let missing = try run("nowhere/d.sqlite")
      #expect(missing.status == 2)
      #expect(missing.errors.contains("cannot open the history nowhere/d.sqlite"))
      #expect(try workspace.contents(of: "report.json") == Data("old".utf8))
      #expect(try run("report.json").status == 64)
    }
  }

  /// What a history adds to a report in JSON.
  private struct HistoryDocument: Decodable {
    var history: History
    var principals: [Principal]

    struct History: Decodable {
      var previousReport: String?
      var states: [String: Int]
      var news: [Noted]
      var wentQuiet: [Noted]
      var additions: [String: Int]
    }

    struct Noted: Decodable {
      var principal: String
      var state: String
    }

    struct Principal: Decodable {
      var principal: String
      var findings: [Finding]
    }

    struct Finding: Decodable {
      var state: String
    }

    /// The states of the findings of each principal, each once.
    var states: [String: String] {
      principals.reduce(into: [:]) { states, principal in
        states[principal.principal] = Set(principal.findings.map(\.state)).sorted().joined()
      }
    }
  }
#endif
