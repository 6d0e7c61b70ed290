#if History
  package import AuditLog
  package import DenialAggregation
  import GRDB

  /// Looking at a history without a report.
  extension HistoryFile {
    /// All findings, the latest seen first, as of a clock.
    ///
    /// Which findings came back is told by reports only: here they go on.
    package func findings(
      clock: Timestamp, quietAfter: Int64
    ) throws -> [RememberedFinding] {
      let quietBefore = clock.nanosecondsSince1970.subtractingReportingOverflow(quietAfter)
      return try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT id, code, cause, principal, service, project, permissions, denials, firstSeen,
              lastSeen, firstShown
            FROM findings WHERE denials > 0 ORDER BY lastSeen DESC, id
            """
        ).map { row in
          let lastSeen: Int64? = row[9]
          let firstShown: Int64? = row[10]
          let isQuiet = !quietBefore.overflow && lastSeen ?? .min < quietBefore.partialValue
          return RememberedFinding(
            description: FindingDescription(
              id: row[0], code: row[1], cause: row[2], principal: row[3], service: row[4],
              project: row[5], permissions: TextList.list(of: row[6])),
            state: firstShown == nil ? .new : isQuiet ? .quiet : .ongoing, denials: row[7],
            firstSeen: Self.text(row[8]), lastSeen: Self.text(lastSeen),
            firstShown: Self.text(firstShown))
        }
      }
    }

    /// All runs, the first one first.
    package func runs() throws -> [RememberedRun] {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT number, clock, shown IS NOT NULL, tool, sources, knownSources, counted, known,
              moved, frozen, books
            FROM runs ORDER BY number
            """
        ).map { row in
          var additions = HistoryAdditions()
          (additions.counted, additions.known) = (row[6], row[7])
          (additions.moved, additions.frozen) = (row[8], row[9])
          return RememberedRun(
            number: row[0], clock: Self.text(row[1]) ?? "", isShown: row[2],
            tool: row[3], sourceCount: row[4], knownSourceCount: row[5], additions: additions,
            books: row[10])
        }
      }
    }

    private static func text(_ nanoseconds: Int64?) -> String? {
      nanoseconds.map { Timestamp(nanosecondsSince1970: $0).description }
    }
  }
#endif
