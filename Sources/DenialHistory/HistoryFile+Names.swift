#if History
  import DenialClassification
  import GRDB

  /// Keeping real names and pseudonyms apart: a report by pseudonyms must not show a real name that an
  /// earlier run has found.
  extension HistoryFile {
    /// Sees that the names in the history were made as those of a run are; an empty history takes any.
    ///
    /// - Throws: ``HistoryError/otherNames(name:)``.
    func requireNames(by mark: RedactionMark?, in database: Database) throws {
      let known = try Int64.fetchOne(
        database, sql: "SELECT value FROM settings WHERE name = 'redaction'")
      if known == mark?.number { return }
      let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM runs") == 0
      guard isEmpty, let number = mark?.number else {
        throw HistoryError.otherNames(name: name)
      }
      try database.execute(
        sql: "INSERT INTO settings (name, value) VALUES ('redaction', ?)", arguments: [number])
    }
  }
#endif
