#if History
  import AuditLog
  import DenialAggregation
  import DenialClassification
  import DenialHistory
  import Testing

  struct FindingStateTests {
    private func night(_ day: Int64, key: UInt64? = nil, seen: Int64? = nil) -> Night {
      Night(
        at: .day(day, hour: 3),
        [(finding: 1, key: key ?? UInt64(day), timestamp: .day(seen ?? day - 1))])
    }

    private func state(_ history: ReportHistory, _ id: String = "finding-1") -> FindingState? {
      history.findings[id]?.state
    }

    @Test func `a finding is new once and then goes on`() throws {
      let history = try TestHistory()
      #expect(state(try history.add(night(10))) == .new)
      let second = try history.add(night(11))
      #expect(state(second) == .ongoing)
      #expect(second.findings["finding-1"]?.denials == 2)
      #expect(second.findings["finding-1"]?.firstSeen == "2026-01-10T12:00:00Z")
      #expect(second.findings["finding-1"]?.lastSeen == "2026-01-11T12:00:00Z")
      #expect(second.findings["finding-1"]?.firstShown == "2026-01-11T03:00:00Z")
      #expect(second.previousReport == "2026-01-11T03:00:00Z")
      #expect(second.stateCounts == [.new: 0, .ongoing: 1, .quiet: 0, .returned: 0])
    }

    @Test func `what was not delivered is new again`() throws {
      let history = try TestHistory()
      try history.add(night(10), isLost: true)
      #expect(state(try history.add(night(11))) == .new)
      #expect(state(try history.add(night(12))) == .ongoing)
    }

    @Test func `a run that is repeated with its clock says the same again`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      let first = try history.add(night(11))
      var again = try history.add(night(11))
      #expect(again.additions.counted == 0 && again.additions.known == 1)
      again.additions = first.additions
      #expect(again == first)
    }

    @Test func `a finding that was not seen for seven days is quiet`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      let other = { (day: Int64) in
        Night(
          at: .day(day, hour: 3), [(finding: 2, key: 1000 + UInt64(day), timestamp: .day(day - 1))])
      }
      // Seen on day 9 at 12:00: quiet from day 16 at 12:00 on, which the night of day 17 notices.
      #expect(try history.add(other(16)).wentQuiet == [])
      let noticed = try history.add(other(17))
      #expect(noticed.wentQuiet.map(\.id) == ["finding-1"])
      #expect(noticed.wentQuiet.first?.lastSeen == "2026-01-10T12:00:00Z")
      #expect(noticed.stateCounts[.quiet] == 1)
      let later = try history.add(other(18))
      #expect(later.wentQuiet == [])
      #expect(later.stateCounts[.quiet] == 1)
    }

    @Test func `a report over old logs says that a finding is quiet`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      #expect(state(try history.add(night(30, key: 10, seen: 9))) == .quiet)
    }

    @Test func `a finding that was quiet returns once`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      let back = try history.add(night(20))
      #expect(state(back) == .returned)
      #expect(back.findings["finding-1"]?.returnedAt == "2026-01-20T12:00:00Z")
      #expect(back.stateCounts == [.new: 0, .ongoing: 0, .quiet: 0, .returned: 1])
      #expect(state(try history.add(night(21))) == .ongoing)
      #expect(state(try history.add(night(40))) == .returned)
    }

    @Test func `a return that was not delivered is told again`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      try history.add(night(20), isLost: true)
      #expect(state(try history.add(night(21))) == .returned)
      #expect(state(try history.add(night(22))) == .ongoing)
    }

    @Test func `late denials that fill the gap undo a return`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      try history.add(night(20), isLost: true)
      try history.add(night(21, key: 500, seen: 14), isLost: true)
      #expect(state(try history.add(night(22))) == .ongoing)
    }

    @Test func `how long quiet takes can be asked for`() throws {
      let history = try TestHistory()
      try history.add(night(10))
      #expect(state(try history.add(night(13), quietAfterDays: 2)) == .returned)
    }

    @Test func `a trend compares seven days with the seven before`() throws {
      let history = try TestHistory()
      var key: UInt64 = 0
      var found: ReportHistory?
      for day in Int64(1)...20 {
        let denials = (0..<(day <= 13 ? 1 : 3)).map { _ in
          key += 1
          return (finding: 1, key: key, timestamp: Optional(Timestamp.day(day)))
        }
        found = try history.add(Night(at: .day(day, hour: 23), denials))
      }
      #expect(found?.findings["finding-1"]?.trend == WeeklyTrend(lastWeek: 21, weekBefore: 7))
      #expect(found?.codes.map(\.denials) == [0, 34, 0])
      #expect(found?.codes[1].trend == WeeklyTrend(lastWeek: 21, weekBefore: 7))
      #expect(found?.codes[1].perDay.first?.value == "2026-01-02")
      #expect(found?.codes[1].perDay.last?.denials == 3)
      #expect(found?.codes[1].causes.map(\.cause) == [.rateLimit])
    }

    @Test func `a suggested binding is known by the report that showed it first`() throws {
      let history = try TestHistory()
      let night = { (day: Int64) in
        Night(
          at: .day(day, hour: 3), [(finding: 1, key: UInt64(day), timestamp: .day(day, hour: 1))],
          suggestions: [NightSuggestion(id: "s1", findings: ["finding-1"])])
      }
      #expect(try history.add(night(10)).suggestions["s1"]?.firstShown == nil)
      let later = try history.add(night(12)).suggestions["s1"]
      #expect(later == SuggestionHistory(firstShown: "2026-01-11T03:00:00Z", denialsSince: 2))
    }
  }
#endif
