#if History
  import AuditLog
  import DenialAggregation
  import DenialClassification
  import GRDB

  /// Says what all nights know of what a night's report shows.
  ///
  /// States are judged by the time of the log and the clock of the run. Reports whose clock is not
  /// before that of the run do not count as earlier: so a run that is repeated says the same again.
  struct NightJudge {
    private let database: Database
    private let night: Night
    private let numbers: [Int64]
    private let quietAfter: Int64
    private let clock: Int64

    init(_ night: Night, numbers: [Int64], quietAfter: Int64, in database: Database) {
      (self.night, self.numbers, self.database) = (night, numbers, database)
      self.quietAfter = quietAfter
      clock = night.clock.nanosecondsSince1970
    }

    func history(_ additions: HistoryAdditions) throws -> ReportHistory {
      try markShown()
      let previous = try Int64.fetchOne(
        database, sql: "SELECT max(clock) FROM runs WHERE shown IS NOT NULL AND clock < ?",
        arguments: [clock])
      let quiet = try wentQuiet(since: previous)
      let findings = try findings()
      return ReportHistory(
        previousReport: previous.map { Timestamp(nanosecondsSince1970: $0).description },
        findings: findings,
        stateCounts: try stateCounts(of: findings),
        wentQuiet: quiet.listed, wentQuietLeftOut: quiet.leftOut, codes: try codes(),
        suggestions: try suggestions(),
        additions: additions)
    }

    /// The last moment at which a finding that is quiet now may have been seen.
    private var quietBefore: Int64 {
      let (moment, overflows) = clock.subtractingReportingOverflow(quietAfter)
      return overflows ? .min : moment
    }

    private func markShown() throws {
      try database.execute(
        sql: """
          CREATE TEMP TABLE IF NOT EXISTS shown (finding INTEGER PRIMARY KEY);
          DELETE FROM shown;
          """)
      let insertion = try database.makeStatement(
        sql: "INSERT INTO shown (finding) VALUES (?) ON CONFLICT DO NOTHING")
      for index in night.shownFindings { try insertion.execute(arguments: [numbers[index]]) }
    }

    private func findings() throws -> [String: FindingHistory] {
      let returns = try returnsOfShown()
      let trends = try trendsOfShown()
      var histories: [String: FindingHistory] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT number, id, denials, firstSeen, lastSeen, firstShown, returnShown
          FROM findings JOIN shown ON number = finding
          """)
      while let row = try rows.next() {
        let number: Int64 = row[0]
        let facts = Facts(
          lastSeen: row[4], firstShown: row[5], returnShown: row[6],
          returned: returns[number])
        histories[row[1]] = FindingHistory(
          state: state(of: facts), firstSeen: Self.text(row[3]), lastSeen: Self.text(row[4]),
          firstShown: facts.firstShown.flatMap { $0 < clock ? Self.text($0) : nil },
          returnedAt: Self.text(facts.returned), denials: row[2],
          trend: trends[number] ?? WeeklyTrend(lastWeek: 0, weekBefore: 0))
      }
      return histories
    }

    /// What decides on the state of a finding.
    private struct Facts {
      let lastSeen: Int64?
      let firstShown: Int64?
      let returnShown: Int64?
      let returned: Int64?
    }

    private func state(of facts: Facts) -> FindingState {
      guard let firstShown = facts.firstShown, firstShown < clock else { return .new }
      if facts.lastSeen ?? .min < quietBefore { return .quiet }
      guard let returned = facts.returned, returned > firstShown else { return .ongoing }
      guard let returnShown = facts.returnShown, returnShown < clock else { return .returned }
      return returned > returnShown ? .returned : .ongoing
    }

    /// When findings of the report came back, the last time, within the days that are remembered.
    private func returnsOfShown() throws -> [Int64: Int64] {
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT finding, max(firstSeen) FROM (
            SELECT finding, firstSeen, coalesce(
              lag(lastSeen) OVER (PARTITION BY finding ORDER BY day),
              (SELECT lastSeen FROM days AS earlier WHERE earlier.finding = days.finding
                AND earlier.day < days.day ORDER BY earlier.day DESC LIMIT 1)) AS seenBefore
            FROM shown CROSS JOIN days USING (finding) WHERE day >= ?)
          WHERE firstSeen - seenBefore > ? GROUP BY finding
          """,
        arguments: [
          Day(night.clock).number - Int64(HistoryFile.windowDays), quietAfter,
        ])
      var returns: [Int64: Int64] = [:]
      while let row = try rows.next() { returns[row[0]] = row[1] }
      return returns
    }

    private func trendsOfShown() throws -> [Int64: WeeklyTrend] {
      let today = Day(night.clock).number
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT finding, sum(CASE WHEN day > ?1 - 7 THEN denials ELSE 0 END),
            sum(CASE WHEN day <= ?1 - 7 THEN denials ELSE 0 END)
          FROM shown CROSS JOIN days USING (finding)
          WHERE day BETWEEN ?1 - 13 AND ?1 GROUP BY finding
          """, arguments: [today])
      var trends: [Int64: WeeklyTrend] = [:]
      while let row = try rows.next() {
        trends[row[0]] = WeeklyTrend(lastWeek: row[1], weekBefore: row[2])
      }
      return trends
    }

    /// The findings of all nights by state; of those that no report has shown, just the ones of this.
    private func stateCounts(of shown: [String: FindingHistory]) throws -> [FindingState: Int] {
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT sum(lastSeen < ?2), sum(lastSeen >= ?2)
          FROM findings WHERE denials > 0 AND firstShown < ?1
          """, arguments: [clock, quietBefore])
      let counts: [Int] = (0..<2).map { (row?[$0] as Int?) ?? 0 }
      let returned = shown.values.count { $0.state == .returned }
      return [
        .new: shown.values.count { $0.state == .new }, .quiet: counts[0],
        .ongoing: counts[1] - returned, .returned: returned,
      ]
    }

    private func wentQuiet(since previous: Int64?) throws -> (listed: [NotedFinding], leftOut: Int)
    {
      guard let previous else { return ([], 0) }
      let (from, overflows) = previous.subtractingReportingOverflow(quietAfter)
      let bounds: StatementArguments = [clock, overflows ? Int64.min : from, quietBefore]
      let condition = """
        FROM findings WHERE denials > 0 AND firstShown < ?1 AND lastSeen >= ?2 AND lastSeen < ?3
        """
      let count =
        try Int.fetchOne(database, sql: "SELECT count(*) \(condition)", arguments: bounds) ?? 0
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, code, cause, principal, service, project, permissions, denials, lastSeen
          \(condition)
          ORDER BY denials DESC, id LIMIT \(ReportHistory.listLimit)
          """, arguments: bounds)
      var listed: [NotedFinding] = []
      while let row = try rows.next() {
        let finding = FindingDescription(
          id: row[0], code: row[1], cause: row[2], principal: row[3], service: row[4],
          project: row[5], permissions: TextList.list(of: row[6]))
        listed.append(
          NotedFinding(finding, state: .quiet, denials: row[7], lastSeen: Self.text(row[8])))
      }
      return (listed, count - listed.count)
    }

    private static func text(_ nanoseconds: Int64?) -> String? {
      nanoseconds.map { Timestamp(nanosecondsSince1970: $0).description }
    }
  }

  extension NightJudge {
    private func suggestions() throws -> [String: SuggestionHistory] {
      let first = try database.makeStatement(sql: "SELECT firstShown FROM suggestions WHERE id = ?")
      let count = try database.makeStatement(
        sql: """
          SELECT coalesce(sum(days.denials), 0)
          FROM findings JOIN days ON days.finding = findings.number
          WHERE findings.id = ? AND day >= ?
          """)
      var histories: [String: SuggestionHistory] = [:]
      for suggestion in night.suggestions {
        let shown = try Int64.fetchOne(first, arguments: [suggestion.id]).flatMap {
          $0 < clock ? Timestamp(nanosecondsSince1970: $0) : nil
        }
        var denials = 0
        if let shown {
          for id in suggestion.findings {
            denials += try Int.fetchOne(count, arguments: [id, Day(shown).number]) ?? 0
          }
        }
        histories[suggestion.id] = SuggestionHistory(
          firstShown: shown?.description, denialsSince: denials)
      }
      return histories
    }

    private func codes() throws -> [CodeHistory] {
      try CodeHistories(database, today: Day(night.clock)).all()
    }
  }
#endif
