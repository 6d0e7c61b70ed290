#if History
  import GRDB

  /// Finding out whether a history is whole.
  extension HistoryFile {
    /// What is wrong with the history, a sentence each: nothing, if all is well.
    ///
    /// - Throws: ``HistoryError``.
    package func problems() throws -> [String] {
      try read { database in
        let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)")
        var problems = integrity.filter { $0 != "ok" }
        if !problems.isEmpty { return problems }
        for check in Self.checks {
          let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(check.sql))") ?? 0
          if count > 0 { problems.append("\(count) \(check.text)") }
        }
        return problems
      }
    }

    private struct Check {
      /// Selects what is wrong.
      let sql: String
      /// What it is, after a number.
      let text: String
    }

    private static let checks = [
      Check(
        sql: "SELECT * FROM pragma_foreign_key_check", text: "rows speak of what is not there"),
      Check(
        sql: """
          SELECT finding, day, denials, firstSeen, lastSeen FROM days
          WHERE day >= (SELECT value FROM settings WHERE name = 'firstOpenDay')
          EXCEPT SELECT finding, day, count(*), min(seen), max(seen) FROM denials
          WHERE isCounted GROUP BY finding, day
          """, text: "days count other denials than are remembered"),
      Check(
        sql: """
          SELECT finding, day FROM denials WHERE isCounted
          EXCEPT SELECT finding, day FROM days
          """, text: "days of remembered denials are not counted"),
      Check(
        sql: """
          SELECT number FROM findings LEFT JOIN days ON finding = number GROUP BY number
          HAVING findings.denials <> prunedDenials + coalesce(sum(days.denials), 0)
            OR findings.lastSeen IS NOT max(days.lastSeen)
          """, text: "findings do not add up to their days"),
    ]
  }
#endif
