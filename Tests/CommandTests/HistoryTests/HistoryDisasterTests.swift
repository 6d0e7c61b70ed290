#if History
  import Foundation
  import Testing

  /// What goes wrong at night leaves a history that is whole, and reports that are those of before.
  struct HistoryDisasterTests {
    /// Nights that overlap, of findings that differ.
    private func writeNights(_ workspace: Workspace) throws -> [String] {
      let lines = (0..<60).map { number in
        EntryText(insertID: "e\(number)", principal: "app\(number % 9)@example.com").line
      }
      return try (0..<6).map { night in
        try workspace.file("night\(night)", lines: Array(lines[(night * 8)..<(night * 8 + 20)]))
      }
    }

    private func totals(_ history: String, in workspace: Workspace) throws -> String {
      let verified = try workspace.run(["history", "verify", history])
      #expect(verified.text == "the history is whole and adds up\n", "\(verified.errors)")
      let findings = try workspace.run(["history", "show", history, "-f", "json"]).text
      // When a report first showed what differs: a killed run has shown nothing.
      return findings.split(separator: "\n")
        .filter { !$0.contains("firstShown") && !$0.contains("\"state\"") }.joined(separator: "\n")
    }

    @Test(.timeLimit(.minutes(15)))
    func `a run that is killed at any moment costs nothing, and counts nothing twice`() throws {
      let workspace = try Workspace()
      let nights = try writeNights(workspace)
      for night in nights { _ = try workspace.run(["--history", "calm.sqlite", night]) }
      let script = """
        run() { exec "$denials" --history d.sqlite -o report.json night$1; }
        begin=${EPOCHREALTIME/./}
        (run 0) || exit 1
        micros=$(( (${EPOCHREALTIME/./} - begin) * 6 / 5 ))
        killed=0
        # A busy machine may have been slower at first: so what counts are kills, not runs.
        for ((i = 0; killed < \(Self.killCount) && i < \(5 * Self.killCount); i++)); do
          (run $((i % 6))) 2>/dev/null & pid=$!
          delay=$((micros * (i % \(Self.momentCount)) / \(Self.momentCount)))
          printf -v delay '%d.%06d' $((delay / 1000000)) $((delay % 1000000))
          sleep "$delay"
          kill -9 $pid 2>/dev/null && killed=$((killed + 1))
          wait $pid 2>/dev/null
          ((i % 20)) || "$denials" history verify d.sqlite || exit 1
          # Whole, whoever wrote it.
          tail -c 2 report.json | grep -q '^}' || exit 1
        done
        echo "killed $killed"
        """
      let result = try workspace.shell(script)
      #expect(result.status == 0, "\(result.text) \(result.errors)")
      let killed = try #require(result.lines.last?.split(separator: " ").last.flatMap { Int($0) })
      #expect(killed == Self.killCount)
      for night in nights {
        #expect(try workspace.run(["--history", "d.sqlite", night]).status == 0)
      }
      #expect(
        try totals("d.sqlite", in: workspace) == totals("calm.sqlite", in: workspace))
    }

    private static let killCount = 200
    /// At how many moments of a run it is killed.
    private static let momentCount = 67

    @Test func `a full disk is said, and both history and reports stay as they were`() throws {
      let workspace = try Workspace()
      let nights = try writeNights(workspace)
      let options = ["--history", "d.sqlite", "-o", "report.json"]
      #expect(try workspace.run(options + [nights[0]]).status == 0)
      let report = try workspace.contents(of: "report.json")
      let before = try totals("d.sqlite", in: workspace)
      // A file may be no larger than that: what the system says is the same for a disk. The index of
      // the write-ahead log takes 32 KiB.
      for limit in [16, 36] {
        let result = try workspace.shell(
          "trap '' XFSZ; ulimit -f \(limit); "
            + "exec \"$denials\" --history d.sqlite -o small.txt \(nights[1])")
        #expect(result.status == 2)
        #expect(result.errors.contains("cannot write the history d.sqlite: the disk is full"))
      }
      let large = try workspace.shell(
        "trap '' XFSZ; ulimit -f 1; exec \"$denials\" --history d.sqlite -o report.json \(nights[1])"
      )
      #expect(large.status == 2)
      #expect(try workspace.contents(of: "report.json") == report)
      #expect(try totals("d.sqlite", in: workspace) == before)
      #expect(try !workspace.names().contains("small.txt"))
      for night in nights { _ = try workspace.run(["--history", "calm.sqlite", night]) }
      for night in nights { _ = try workspace.run(["--history", "d.sqlite", night]) }
      #expect(try totals("d.sqlite", in: workspace) == totals("calm.sqlite", in: workspace))
    }

    @Test func `a directory that takes no file is said before anything is read`() throws {
      let workspace = try Workspace()
      let night = try writeNights(workspace)[0]
      try workspace.file("report.json", "old")
      let result = try workspace.run(["--history", "/sys/d.sqlite", "-o", "report.json", night])
      #expect(result.status == 2)
      #expect(result.errors.contains("/sys/d.sqlite"))
      #expect(try workspace.contents(of: "report.json") == Data("old".utf8))
    }

    @Test(.enabled(if: OraclePython.plain != nil, "no python3 to change a database with"))
    func `a history of a later version is left alone`() throws {
      let workspace = try Workspace()
      let night = try writeNights(workspace)[0]
      _ = try workspace.run(["--history", "d.sqlite", night])
      let script = "import sqlite3; sqlite3.connect('d.sqlite').execute('PRAGMA user_version = 99')"
      try #require(OraclePython.plain).run(["-c", script], in: workspace)
      try workspace.file("report.json", "old")
      let result = try workspace.run(["--history", "d.sqlite", "-o", "report.json", night])
      #expect(result.status == 2)
      #expect(result.errors.contains("version 99 of its form is newer than this program"))
      #expect(try workspace.contents(of: "report.json") == Data("old".utf8))
    }
  }
#endif
