#if History
  package import AuditLog
  import GRDB

  /// What pruning removed.
  package struct PrunedHistory: Hashable, Sendable {
    package var findings = 0
    package var days = 0
    package var runs = 0

    package init() {}
  }

  extension HistoryFile {
    /// Lets go of what is older, and gives the room back to the disk.
    ///
    /// A finding that was not seen since goes as a whole, and is new if it comes again. Of others the
    /// count stays, by day no more.
    ///
    /// - Parameter oldest: The moment before which things are old; what is remembered denial by denial
    ///   stays in any case.
    /// - Returns: How much was removed.
    /// - Throws: ``HistoryError``.
    package func prune(before oldest: Timestamp) throws -> PrunedHistory {
      var pruned = PrunedHistory()
      try write { database in
        let day = try min(Day(oldest), Self.firstOpenDay(in: database)).number
        let start = day.multipliedReportingOverflow(by: Day.nanoseconds)
        let moment = start.overflow ? Int64.min : start.partialValue
        try database.execute(
          sql: """
            DELETE FROM findings WHERE coalesce(lastSeen, firstShown, 0) < ?1
              AND number NOT IN (SELECT finding FROM denials)
            """, arguments: [moment])
        pruned.findings = database.changesCount
        try database.execute(
          sql: """
            UPDATE findings SET prunedDenials = prunedDenials + old.denials
            FROM (SELECT finding, sum(denials) AS denials FROM days WHERE day < ? GROUP BY finding)
              AS old
            WHERE old.finding = findings.number
            """, arguments: [day])
        try database.execute(sql: "DELETE FROM days WHERE day < ?", arguments: [day])
        pruned.days = database.changesCount
        // The last report stays known, however old it is.
        try database.execute(
          sql: """
            DELETE FROM runs WHERE clock < ?
              AND number <> (SELECT max(number) FROM runs WHERE shown IS NOT NULL)
            """, arguments: [moment])
        pruned.runs = database.changesCount
        try database.execute(
          sql: """
            DELETE FROM rules WHERE number NOT IN (SELECT rules FROM runs)
              AND number NOT IN (SELECT rules FROM denials)
              AND number NOT IN (SELECT rules FROM openRecords)
            """)
      }
      do {
        try queue.vacuum()
        return pruned
      } catch {
        throw HistoryError.translated(error, name)
      }
    }
  }
#endif
