#if History
  import AuditLog
  package import DenialAggregation
  package import DenialClassification
  import GRDB

  /// What came of adding a night.
  package struct NightAddition<Result> {
    /// What the caller made of the history before it was settled.
    package let result: Result
    /// What other nights know of what the report shows.
    package let history: ReportHistory
    fileprivate let night: Night
    fileprivate let run: Int64
  }

  extension HistoryFile {
    /// Adds a night in one transaction: other runs wait, and a failure takes all of it back.
    ///
    /// - Parameters:
    ///   - rules: The digest of the decision table.
    ///   - tool: What makes the run, with its version.
    ///   - redaction: What made the names of the run pseudonyms, if they are; a history has names of
    ///     one making only.
    ///   - quietAfter: After how many nanoseconds without a denial a finding is quiet.
    ///   - makeNight: Makes the night of what was read and of the entries that are open from other
    ///     nights.
    ///   - settle: Does what must go well before the night counts, such as making reports.
    /// - Returns: What `settle` made, and what is to be noted once it was delivered.
    /// - Throws: ``HistoryError``, or what the closures throw.
    package func add<Result>(
      rules: String, tool: String, redaction: RedactionMark? = nil, quietAfter: Int64,
      _ makeNight: ([OpenRecord]) throws -> Night,
      before settle: (ReportHistory) throws -> Result
    ) throws -> NightAddition<Result> {
      try write { database in
        try requireNames(by: redaction, in: database)
        let ruleNumber = try Self.number(ofRules: rules, in: database)
        let night = try makeNight(Self.openRecords(ofRules: ruleNumber, in: database))
        var writer = NightWriter(
          night, rules: ruleNumber, firstOpenDay: try Self.firstOpenDay(in: database),
          in: database)
        try writer.write()
        try Self.keep(night.openRecords, of: night, rules: ruleNumber, in: database)
        let knownCount = try Self.write(night.sources, clock: night.clock, in: database)
        let run = try Self.writeRun(
          night, writer.additions, tool: tool, rules: ruleNumber, knownSources: knownCount,
          in: database)
        try Self.forget(before: night.clock, in: database)
        let judge = NightJudge(
          night, numbers: writer.numbers, quietAfter: quietAfter, in: database)
        let history = try judge.history(writer.additions)
        return NightAddition(
          result: try settle(history), history: history, night: night, run: run)
      }
    }

    /// Takes note that a report of the night was delivered: what it shows is no news any more.
    ///
    /// A report with an earlier clock than this one still shows it as news, so that equal input and
    /// clock give an equal report.
    package func noteShown(_ addition: NightAddition<some Any>) throws {
      let night = addition.night
      let clock = night.clock.nanosecondsSince1970
      try write { database in
        let shown = try database.makeStatement(
          sql: "UPDATE findings SET firstShown = min(coalesce(firstShown, ?2), ?2) WHERE id = ?1")
        let returned = try database.makeStatement(
          sql: "UPDATE findings SET returnShown = ?2 WHERE id = ?1")
        for index in night.shownFindings {
          let id = night.findings[index].id
          try shown.execute(arguments: [id, clock])
          if addition.history.findings[id]?.state == .returned {
            try returned.execute(arguments: [id, clock])
          }
        }
        let suggestion = try database.makeStatement(
          sql: """
            INSERT INTO suggestions (id, firstShown) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET firstShown = min(firstShown, excluded.firstShown)
            """)
        for each in night.suggestions { try suggestion.execute(arguments: [each.id, clock]) }
        try database.execute(
          sql: "UPDATE runs SET shown = ? WHERE number = ?", arguments: [clock, addition.run])
      }
    }

    private static func number(ofRules digest: String, in database: Database) throws -> Int64 {
      try database.execute(
        sql: "INSERT INTO rules (digest) VALUES (?) ON CONFLICT DO NOTHING", arguments: [digest])
      return try Int64.fetchOne(
        database, sql: "SELECT number FROM rules WHERE digest = ?", arguments: [digest]) ?? 0
    }

    /// The first day whose denials are remembered one by one.
    static func firstOpenDay(in database: Database) throws -> Day {
      // Before the first run everything is open: a year of logs may come at once.
      Day(
        number: try Int64.fetchOne(
          database, sql: "SELECT value FROM settings WHERE name = 'firstOpenDay'") ?? .min)
    }

    private static func openRecords(
      ofRules rules: Int64, in database: Database
    ) throws -> [OpenRecord] {
      // What other rules said of an entry cannot be joined to what these say.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT kind, high, low, contentOrder, seen, line FROM openRecords WHERE rules = ?
          ORDER BY seen, high, low
          """, arguments: [rules])
      var records: [OpenRecord] = []
      while let row = try rows.next() {
        records.append(
          OpenRecord(
            kind: OpenRecord.Kind(rawValue: row[0]) ?? .helper,
            key: .init(high: UInt64(ordered: row[1]), low: UInt64(ordered: row[2])),
            order: UInt64(ordered: row[3]), timestamp: Timestamp(nanosecondsSince1970: row[4]),
            line: row[5]))
      }
      return records
    }

    private static func keep(
      _ records: [OpenRecord], of night: Night, rules: Int64, in database: Database
    ) throws {
      let firstOpenDay = try firstOpenDay(in: database)
      let statement = try database.makeStatement(
        sql: """
          INSERT INTO openRecords (high, low, kind, contentOrder, seen, rules, line)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
            contentOrder = excluded.contentOrder, seen = excluded.seen, rules = excluded.rules,
            line = excluded.line
          WHERE excluded.rules > rules
            OR excluded.rules = rules AND excluded.contentOrder < contentOrder
          """)
      for record in records {
        let timestamp = record.timestamp ?? night.clock
        if Day(timestamp) < firstOpenDay { continue }
        try statement.execute(arguments: [
          record.key.high.ordered, record.key.low.ordered, record.kind.rawValue,
          record.order.ordered, timestamp.nanosecondsSince1970, rules, record.line,
        ])
      }
    }

    /// - Returns: How many of the sources an earlier run has read.
    private static func write(
      _ sources: [NightSource], clock: Timestamp, in database: Database
    ) throws -> Int {
      let update = try database.makeStatement(
        sql: "UPDATE sources SET lastRead = max(lastRead, ?2) WHERE fingerprint = ?1")
      let insertion = try database.makeStatement(
        sql: """
          INSERT INTO sources (fingerprint, name, byteCount, firstRead, lastRead, lastEntry)
          VALUES (?, ?, ?, ?4, ?4, ?5) ON CONFLICT DO NOTHING
          """)
      var knownCount = 0
      for source in sources {
        try update.execute(arguments: [source.fingerprint, clock.nanosecondsSince1970])
        if database.changesCount > 0 {
          knownCount += 1
          continue
        }
        try insertion.execute(arguments: [
          source.fingerprint, source.name, source.byteCount, clock.nanosecondsSince1970,
          source.lastEntry?.nanosecondsSince1970,
        ])
      }
      return knownCount
    }

    private static func writeRun(
      _ night: Night, _ additions: HistoryAdditions, tool: String, rules: Int64,
      knownSources: Int, in database: Database
    ) throws -> Int64 {
      try database.execute(
        sql: """
          INSERT INTO runs
            (clock, tool, rules, sources, knownSources, counted, known, moved, frozen, books)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          night.clock.nanosecondsSince1970, tool, rules, night.sources.count, knownSources,
          additions.counted, additions.known, additions.moved, additions.frozen, night.books,
        ])
      return database.lastInsertedRowID
    }

    /// Lets go of what was remembered one by one of days that are settled now.
    private static func forget(before clock: Timestamp, in database: Database) throws {
      let firstDay = max(
        Day(number: Day(clock).number - Int64(windowDays)), try firstOpenDay(in: database))
      let start = firstDay.number * Day.nanoseconds
      try database.execute(
        sql: """
          INSERT INTO settings (name, value) VALUES ('firstOpenDay', ?)
          ON CONFLICT DO UPDATE SET value = excluded.value
          """, arguments: [firstDay.number])
      try database.execute(
        sql: "DELETE FROM denials WHERE day < ?", arguments: [firstDay.number])
      try database.execute(sql: "DELETE FROM openRecords WHERE seen < ?", arguments: [start])
      try database.execute(
        sql: """
          DELETE FROM openRecords WHERE (high, low, kind) IN (
            SELECT high, low, kind FROM openRecords ORDER BY seen DESC, high, low
            LIMIT -1 OFFSET ?)
          """, arguments: [openRecordLimit])
      try database.execute(
        sql: "DELETE FROM sources WHERE lastRead < ? AND coalesce(lastEntry, 0) < ?",
        arguments: [start, start])
    }
  }
#endif
