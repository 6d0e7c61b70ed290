#if History
  import AuditLog
  import DenialAggregation
  import GRDB

  /// Adds the denials of a night to those of others: each counts once, for one finding.
  ///
  /// A denial that is known already changes nothing, unless more is known of it by now: then what it
  /// counted for is taken back. Which of two answers holds does not depend on the order of nights:
  /// the one of later rules, then the one from more entries, then the one with the smaller hash.
  struct NightWriter {
    private let database: Database
    private let night: Night
    private let rules: Int64
    /// Days before this one are settled: what they hold is not remembered one by one.
    private let firstOpenDay: Day
    private(set) var additions = HistoryAdditions()
    /// The number of each finding of the night in the database.
    private(set) var numbers: [Int64] = []
    private var growth: [CountedDay: Growth] = [:]
    private var shrunken: Set<CountedDay> = []

    private struct CountedDay: Hashable {
      let finding: Int64
      let day: Int64
    }

    /// What is to be added to a day.
    private struct Growth {
      var denials = 0
      var firstSeen = Int64.max
      var lastSeen = Int64.min

      mutating func add(_ seen: Int64) {
        denials += 1
        (firstSeen, lastSeen) = (min(firstSeen, seen), max(lastSeen, seen))
      }
    }

    init(_ night: Night, rules: Int64, firstOpenDay: Day, in database: Database) {
      (self.night, self.rules, self.database) = (night, rules, database)
      self.firstOpenDay = firstOpenDay
    }

    /// Adds the findings and the denials.
    mutating func write() throws {
      try writeFindings()
      let insertion = try database.makeStatement(
        sql: """
          INSERT INTO denials (high, low, contentHash, finding, seen, day, isCounted, evidence, rules)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """)
      for denial in night.denials {
        let row = row(of: denial)
        if denial.timestamp != nil, row.day < firstOpenDay.number {
          additions.frozen += 1
          continue
        }
        try insertion.execute(arguments: row.arguments)
        if database.changesCount == 0 {
          try replace(with: row, denial)
        } else if row.isCounted {
          additions.counted += 1
          grow(row)
        }
      }
      try writeDays()
    }

    private mutating func writeFindings() throws {
      let insertion = try database.makeStatement(
        sql: """
          INSERT INTO findings (id, code, cause, principal, service, project, permissions)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """)
      let selection = try database.makeStatement(sql: "SELECT number FROM findings WHERE id = ?")
      for finding in night.findings {
        var number = try Int64.fetchOne(selection, arguments: [finding.id])
        if number == nil {
          try insertion.execute(arguments: [
            finding.id, finding.code, finding.cause, finding.principal, finding.service,
            finding.project, TextList.text(of: finding.permissions),
          ])
          number = database.lastInsertedRowID
        }
        numbers.append(number ?? 0)
      }
    }

    private func row(of denial: DenialSighting) -> DenialsRow {
      let timestamp = denial.timestamp ?? night.clock
      return DenialsRow(
        high: denial.key.high.ordered, low: denial.key.low.ordered,
        contentHash: denial.contentHash.ordered, finding: numbers[denial.finding],
        seen: timestamp.nanosecondsSince1970, day: Day(timestamp).number,
        isCounted: denial.isCounted, evidence: Int64(denial.evidenceCount), rules: rules)
    }

    /// Decides between what is known of a denial and what the night says of it.
    private mutating func replace(with new: DenialsRow, _ denial: DenialSighting) throws {
      let selection = try database.cachedStatement(
        sql: """
          SELECT contentHash, finding, seen, day, isCounted, evidence, rules FROM denials
          WHERE high = ? AND low = ?
          """)
      guard let found = try Row.fetchOne(selection, arguments: [new.high, new.low]) else { return }
      let old = DenialsRow(found, high: new.high, low: new.low)
      if new.isCounted, !denial.isFromOtherNight { additions.known += 1 }
      var new = new
      // A denial without a time stays on the day on which it was first read.
      if denial.timestamp == nil { (new.seen, new.day) = (old.seen, old.day) }
      guard new.replaces(old), new != old else { return }
      let update = try database.cachedStatement(
        sql: """
          UPDATE denials SET contentHash = ?3, finding = ?4, seen = ?5, day = ?6, isCounted = ?7,
            evidence = ?8, rules = ?9
          WHERE high = ?1 AND low = ?2
          """)
      try update.execute(arguments: new.arguments)
      if (new.finding, new.day, new.seen) == (old.finding, old.day, old.seen),
        new.isCounted == old.isCounted
      {
        return
      }
      if old.isCounted { shrunken.insert(CountedDay(finding: old.finding, day: old.day)) }
      if new.isCounted { grow(new) }
      if new.finding != old.finding || new.isCounted != old.isCounted { additions.moved += 1 }
    }

    private mutating func grow(_ row: DenialsRow) {
      let key = CountedDay(finding: row.finding, day: row.day)
      growth[key, default: Growth()].add(row.seen)
    }

    /// Adds up what has grown, and counts anew what has shrunk.
    private func writeDays() throws {
      let growing = try database.makeStatement(
        sql: """
          INSERT INTO days (finding, day, denials, firstSeen, lastSeen) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET denials = denials + excluded.denials,
            firstSeen = min(firstSeen, excluded.firstSeen),
            lastSeen = max(lastSeen, excluded.lastSeen)
          """)
      let total = try database.makeStatement(
        sql: """
          UPDATE findings SET denials = denials + ?2,
            firstSeen = min(coalesce(firstSeen, ?3), ?3), lastSeen = max(coalesce(lastSeen, ?4), ?4)
          WHERE number = ?1
          """)
      for (key, day) in growth where !shrunken.contains(key) {
        try growing.execute(
          arguments: [key.finding, key.day, day.denials, day.firstSeen, day.lastSeen])
        try total.execute(arguments: [key.finding, day.denials, day.firstSeen, day.lastSeen])
      }
      for key in shrunken { try recount(key) }
      for finding in Set(shrunken.map(\.finding)) { try addUp(finding) }
    }

    private func recount(_ key: CountedDay) throws {
      try database.cachedStatement(sql: "DELETE FROM days WHERE finding = ? AND day = ?")
        .execute(arguments: [key.finding, key.day])
      try database.cachedStatement(
        sql: """
          INSERT INTO days (finding, day, denials, firstSeen, lastSeen)
          SELECT finding, day, count(*), min(seen), max(seen) FROM denials
          WHERE finding = ? AND day = ? AND isCounted GROUP BY finding, day
          """
      ).execute(arguments: [key.finding, key.day])
    }

    private func addUp(_ finding: Int64) throws {
      try database.cachedStatement(
        sql: """
          UPDATE findings SET
            denials = prunedDenials
              + (SELECT coalesce(sum(denials), 0) FROM days WHERE finding = findings.number),
            firstSeen = CASE WHEN prunedDenials > 0 THEN firstSeen
              ELSE (SELECT min(firstSeen) FROM days WHERE finding = findings.number) END,
            lastSeen = (SELECT max(lastSeen) FROM days WHERE finding = findings.number)
          WHERE number = ?
          """
      ).execute(arguments: [finding])
    }
  }

  /// A row of the table of denials.
  struct DenialsRow: Equatable {
    let high: Int64
    let low: Int64
    let contentHash: Int64
    let finding: Int64
    var seen: Int64
    var day: Int64
    let isCounted: Bool
    let evidence: Int64
    let rules: Int64

    /// Whether this is believed over what was known.
    ///
    /// Entries that others may speak of come back every night (``OpenRecord``), and what copies of
    /// them differ in was settled there: of two answers from as many, the later has seen it all.
    func replaces(_ old: DenialsRow) -> Bool {
      if rules != old.rules { return rules > old.rules }
      if evidence != old.evidence { return evidence > old.evidence }
      return evidence > 0 || contentHash < old.contentHash
    }

    var arguments: StatementArguments {
      [high, low, contentHash, finding, seen, day, isCounted, evidence, rules]
    }
  }

  extension DenialsRow {
    /// Reads the columns from the hash on.
    fileprivate init(_ row: Row, high: Int64, low: Int64) {
      (self.high, self.low) = (high, low)
      (contentHash, finding, seen, day) = (row[0], row[1], row[2], row[3])
      (isCounted, evidence, rules) = (row[4], row[5], row[6])
    }
  }

  extension UInt64 {
    /// A signed number, as SQLite has them, in the same order.
    var ordered: Int64 { Int64(bitPattern: self ^ (1 << 63)) }

    /// The number that has this place in the order of signed ones.
    init(ordered: Int64) {
      self = UInt64(bitPattern: ordered) ^ (1 << 63)
    }
  }
#endif
