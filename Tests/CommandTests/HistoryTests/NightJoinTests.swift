#if History
  import AuditLog
  import DenialAggregation
  import DenialClassification
  import DenialHistory
  import Foundation
  import Testing

  @testable import DenialsReport

  /// What a history counts does not depend on how the log was divided into nights.
  struct NightJoinTests {
    private static let clock = "2026-11-23T02:00:00Z"

    /// Reads files as one night and adds it to a history.
    @discardableResult
    private func add(
      _ paths: [String], to history: String, in workspace: Workspace, jobs: Int = 1
    ) throws -> Report {
      var options = RunOptions(jobs: jobs)
      options.notesNight = true
      let clock = try #require(Timestamp(Self.clock))
      let inputs = paths.map { InputPath(workspace.url(of: $0).path(percentEncoded: false)) }
      let file = try open(history, in: workspace)
      var made: NightReport?
      let addition = try file.add(
        rules: DecisionTable.digest, tool: "test", quietAfter: 1 << 60
      ) { openRecords in
        let reading = ReportRun.read(inputs, options: options) { _ in }
        let report = reading.nightReport(
          joining: openRecords, generatedAt: clock, toolVersion: "test")
        made = report
        return report.night
      } before: {
        made?.add($0)
      }
      try file.noteShown(addition)
      return try #require(made).report
    }

    private func open(_ name: String, in workspace: Workspace) throws -> HistoryFile {
      try HistoryFile(
        path: workspace.url(of: name).path(percentEncoded: false), name: name, for: .write)
    }

    /// Findings with their denials and times.
    private func counts(of name: String, in workspace: Workspace) throws -> [String] {
      let file = try open(name, in: workspace)
      #expect(try file.problems() == [])
      return try file.findings(
        clock: #require(Timestamp(Self.clock)), quietAfter: 1 << 60
      ).map { finding in
        let seen = "\(finding.firstSeen ?? "") \(finding.lastSeen ?? "")"
        let what = "\(finding.description.principal) \(finding.description.cause)"
        return "\(finding.description.id) \(what) \(finding.denials) \(seen)"
      }.sorted()
    }

    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func `any division into nights, in any order and more than once, counts like one night`(
      seed: UInt64
    ) throws {
      let workspace = try Workspace()
      let lines = NightLog(seed: seed, groupCount: 40).lines
      try add([workspace.file("whole", lines: lines)], to: "whole.sqlite", in: workspace)
      let expected = try counts(of: "whole.sqlite", in: workspace)
      #expect(expected.count > 5)
      var generator = SeededGenerator(seed: seed)
      var nights = (0..<5).map { _ in
        lines.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
      }
      let seen = Set(nights.joined())
      nights.append(lines.filter { !seen.contains($0) })
      nights += nights.prefix(2)
      for (number, night) in nights.shuffled(using: &generator).enumerated() {
        let name = try workspace.file("\(number)", lines: night.shuffled(using: &generator))
        try add([name], to: "nights.sqlite", in: workspace, jobs: number % 3 + 1)
      }
      #expect(try counts(of: "nights.sqlite", in: workspace) == expected)
    }

    @Test func `an operation whose halves fall into two nights names its caller`() throws {
      let workspace = try Workspace()
      var first = EntryText(insertID: "first")
      first.statusCode = nil
      first.around["operation"] = NightLog.operation("op", "first")
      var last = EntryText(
        insertID: "last", timestamp: "2026-11-22T10:00:09Z", principal: nil)
      last.around["operation"] = NightLog.operation("op", "last")
      try add([workspace.file("1", lines: [first.line])], to: "d.sqlite", in: workspace)
      let report = try add(
        [workspace.file("2", lines: [last.line])], to: "d.sqlite", in: workspace)
      #expect(report.principals.map(\.principal) == ["app@acme-prod.iam.gserviceaccount.com"])
      #expect(report.books.balance)
      #expect(report.books.denials == 1)
    }

    @Test func `a denial of another night is in no report of this one`() throws {
      let workspace = try Workspace()
      var half = EntryText(insertID: "first")
      half.around["operation"] = NightLog.operation("op", "first")
      try add([workspace.file("1", lines: [half.line])], to: "d.sqlite", in: workspace)
      let report = try add(
        [workspace.file("2", lines: [EntryText(insertID: "other").line])], to: "d.sqlite",
        in: workspace)
      #expect(report.books.denials == 1)
      #expect(report.principals.reduce(0) { $0 + $1.denials } == 1)
      #expect(report.books.balance)
      #expect(report.history?.additions.counted == 1)
    }

    @Test func `an entry without an insertId counts once for each place in the same bytes`() throws
    {
      let workspace = try Workspace()
      let line = EntryText(insertID: nil).line
      let name = try workspace.file("1", lines: [line, line])
      for _ in 0..<2 { try add([name], to: "d.sqlite", in: workspace) }
      #expect(try counts(of: "d.sqlite", in: workspace).map { $0.contains(" 2 2026-") } == [true])
    }
  }
#endif
