#if History
  import AuditLog
  import DenialAggregation
  @testable import DenialHistory
  import Testing

  struct CountingTests {
    private static let clock = Timestamp.day(34, hour: 23)

    /// Denials of twenty findings over thirty days.
    private static func denials(
      _ count: Int, seed: UInt64
    ) -> [(finding: Int, key: UInt64, timestamp: Timestamp?)] {
      var random = SeededGenerator(seed: seed)
      return (0..<count).map { index in
        let timestamp = Timestamp.day(
          .random(in: 0..<34, using: &random), hour: .random(in: 0..<24, using: &random),
          nanosecond: .random(in: 0..<1_000_000_000, using: &random))
        return (.random(in: 0..<20, using: &random), UInt64(index + 1), timestamp)
      }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `any parts in any order, as often as you like, count like all at once`(seed: UInt64) throws
    {
      let all = Self.denials(200, seed: seed)
      let whole = try TestHistory()
      try whole.add(Night(at: Self.clock, all))
      let expected = try whole.counts()

      var random = SeededGenerator(seed: seed + 1000)
      var parts = (0..<6).map { _ in all.filter { _ in Bool.random(using: &random) } }
      parts.append(all.filter { denial in !parts.joined().contains { $0.key == denial.key } })
      parts += parts.filter { _ in Bool.random(using: &random) }
      let pieces = try TestHistory()
      for part in parts.shuffled(using: &random) {
        try pieces.add(
          Night(at: Self.clock, part.shuffled(using: &random)),
          isLost: Bool.random(using: &random))
      }
      #expect(try pieces.counts() == expected)
      #expect(try pieces.open(.read).problems() == [])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `of copies that differ the one with the smaller hash counts, whichever comes first`(
      seed: UInt64
    ) throws {
      var random = SeededGenerator(seed: seed)
      let copies = (0..<60).map { index in
        DenialSighting(
          key: .init(high: UInt64(index % 20), low: 7),
          contentHash: UInt64.random(in: 0 ... .max, using: &random),
          finding: .random(in: 0..<5, using: &random),
          timestamp: .day(.random(in: 5..<30, using: &random)),
          isCounted: Int.random(in: 0..<4, using: &random) > 0)
      }
      let night = { (denials: [DenialSighting]) in
        Night(
          clock: Self.clock, denials: denials, findings: (0..<5).map(FindingDescription.sample),
          shownFindings: Array(0..<5))
      }
      var results: [[String]] = []
      for _ in 0..<3 {
        let history = try TestHistory()
        for copy in copies.shuffled(using: &random) { try history.add(night([copy])) }
        results.append(try history.counts())
        #expect(try history.open(.read).problems() == [])
      }
      #expect(results[0] == results[1] && results[1] == results[2])
    }

    @Test func `a denial moves to the finding that more entries tell`() throws {
      let history = try TestHistory()
      let half = DenialSighting(
        key: .init(high: 1, low: 1), contentHash: 5, finding: 0, timestamp: .day(20, hour: 23))
      var night = Night(
        clock: .day(21, hour: 3), denials: [half], findings: [.sample(0)], shownFindings: [0])
      try history.add(night)
      var joined = half
      (joined.finding, joined.evidenceCount) = (1, 2)
      var folded = joined
      folded.key = .init(high: 2, low: 2)
      (folded.isCounted, folded.timestamp) = (false, .day(21, hour: 0))
      night.clock = .day(22, hour: 3)
      night.findings = [.sample(0), .sample(1)]
      night.denials = [joined, folded]
      let second = try history.add(night)
      #expect(second.additions.moved == 1 && second.additions.counted == 0)
      let counts = try history.counts()
      #expect(counts.count == 1 && counts[0].hasPrefix("finding-1 "))
      // The first night again, which by itself knows less.
      night.denials = [half]
      try history.add(night)
      #expect(try history.counts() == counts)
      #expect(try history.number("SELECT count(*) FROM findings WHERE denials = 0") == 1)
    }

    @Test func `what later rules say of a denial takes the place of what earlier ones said`() throws
    {
      let history = try TestHistory()
      let night = { (finding: Int) in
        Night(at: .day(20), [(finding: finding, key: 1, timestamp: .day(19))])
      }
      try history.add(night(1), rules: "old")
      try history.add(night(2), rules: "new")
      try history.add(night(1), rules: "old")
      #expect(try history.counts().map { $0.prefix(9) } == ["finding-2"])
    }

    @Test func `a denial without a time stays on the day on which it was first read`() throws {
      let history = try TestHistory()
      for day in Int64(3)...6 {
        try history.add(Night(at: .day(day), [(finding: 1, key: 9, timestamp: nil)]))
      }
      let counts = try history.counts()
      #expect(counts.count == 1)
      #expect(counts[0].split(separator: " ")[1] == "\(Day(.day(3)).number)")
    }

    @Test func `days before the window are settled, late files within it count`() throws {
      let history = try TestHistory()
      let night = { (day: Int64, key: UInt64, seen: Int64) in
        Night(at: .day(day, hour: 3), [(finding: 1, key: key, timestamp: .day(seen))])
      }
      // The first run takes all there is, a year if need be.
      try history.add(night(400, 1, 10))
      #expect(try history.number("SELECT count(*) FROM denials") == 0)
      let again = try history.add(night(400, 1, 10))
      #expect(again.additions.frozen == 1 && again.additions.counted == 0)
      #expect(try history.add(night(400, 2, 364)).additions.frozen == 1)
      #expect(try history.add(night(400, 3, 365)).additions.counted == 1)
      #expect(try history.add(night(400, 3, 365)).additions.known == 1)
      // An earlier clock opens nothing again.
      #expect(try history.add(night(380, 4, 350)).additions.frozen == 1)
      #expect(try history.number("SELECT denials FROM findings") == 2)
      #expect(try history.open(.read).problems() == [])
    }

    @Test func `a source is known by what it holds`() throws {
      let history = try TestHistory()
      var night = Night(at: .day(20), [])
      night.sources = [
        NightSource(fingerprint: "aa", name: "a.gz", byteCount: 3, lastEntry: .day(19)),
        NightSource(fingerprint: "bb", name: "b.gz", byteCount: 3, lastEntry: nil),
      ]
      try history.add(night)
      night.sources[0].name = "other.gz"
      night.sources.append(
        NightSource(fingerprint: "cc", name: "c.gz", byteCount: 3, lastEntry: nil))
      try history.add(night)
      #expect(try history.number("SELECT knownSources FROM runs ORDER BY number DESC") == 2)
      #expect(try history.number("SELECT count(*) FROM sources") == 3)
    }

    @Test func `open records come back until the window has passed`() throws {
      let history = try TestHistory()
      let record = { (order: UInt64, line: String) in
        OpenRecord(
          kind: .denial, key: .init(high: 1, low: 2), order: order, timestamp: .day(20), line: line)
      }
      var night = Night(at: .day(21), [])
      for (order, line) in [(UInt64(5), "b"), (9, "c"), (1 << 63, "d"), (2, "a")] {
        night.openRecords = [record(order, line)]
        try history.add(night)
      }
      let found = { (rules: String, day: Int64) in
        var seen: [OpenRecord] = []
        _ = try history.open().add(
          rules: rules, tool: "test", quietAfter: 1,
          {
            seen = $0
            return Night(at: .day(day), [])
          }, before: { _ in })
        return seen
      }
      #expect(try found("rules", 55) == [record(2, "a")])
      #expect(try found("other rules", 55) == [])
      #expect(try found("rules", 56) == [record(2, "a")])
      #expect(try found("rules", 57) == [])
    }
  }
#endif
