#if History
  import DenialAggregation
  import GRDB

  /// The database of a history: what earlier runs found.
  ///
  ///     let history = try HistoryFile(path: "denials.sqlite")
  ///     let addition = try history.add(rules: digest, tool: version) { openRecords in
  ///       …the night, read with what is open from other nights…
  ///     }
  ///     …the reports are put in their places…
  ///     try history.noteShown(addition)
  ///
  /// A run is one transaction: a run that is killed, or fails, was not there. Another run waits for
  /// it. Nothing is news to a later report before ``noteShown(_:)``, so that a run that is killed
  /// between the two shows its news again, and never too rarely.
  package struct HistoryFile {
    /// As a message may show it.
    package let name: String
    let queue: DatabaseQueue

    /// How many days before the clock denials are remembered one by one.
    package static let windowDays = 35

    /// How many entries that others may be joined to are kept.
    package static let openRecordLimit = OpenRecord.limit

    /// What a command wants of the file.
    package enum Access: Sendable {
      /// Reads and writes; a file that is not there is made.
      case write
      /// Reads and writes what must be there.
      case change
      /// Only reads.
      case read
    }

    /// Opens a history.
    ///
    /// - Parameters:
    ///   - path: The file; SQLite puts others beside it while it is used.
    ///   - name: As a message may show it.
    ///   - access: What is wanted of it.
    ///   - waitSeconds: How long to wait for another run that writes.
    /// - Throws: ``HistoryError``.
    package init(path: String, name: String, for access: Access, waitSeconds: Double = 600) throws {
      self.name = name
      do {
        var configuration = Configuration()
        configuration.busyMode = .timeout(waitSeconds)
        if access != .write { try Self.requireFile(at: path, name: name, configuration) }
        configuration.prepareDatabase { database in
          // A report must not be in place while a loss of power takes back what it rests on.
          try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
          try HistorySchema.check(database, name: name)
          if access != .read {
            try Self.useWriteAheadLog(database)
            try HistorySchema.migrate(database, name: name)
          } else if try HistorySchema.check(database, name: name) != HistorySchema.version {
            throw HistoryError.damaged(name: name, reason: "it is empty")
          }
        }
      } catch {
        throw HistoryError.translated(error, name)
      }
    }

    private static func requireFile(
      at path: String, name: String, _ configuration: Configuration
    ) throws {
      var configuration = configuration
      configuration.readonly = true
      do {
        _ = try DatabaseQueue(path: path, configuration: configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
        throw HistoryError.missing(name: name)
      }
    }

    /// Turns on the write-ahead log, which a database remembers.
    ///
    /// Two runs may make one history at once: SQLite then refuses without waiting, so that we wait
    /// for the other one and ask again.
    private static func useWriteAheadLog(_ database: Database) throws {
      for _ in 0..<100 {
        do {
          _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
          return
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
          try database.inTransaction(.immediate) { .commit }
        }
      }
      throw DatabaseError(resultCode: .SQLITE_BUSY)
    }

    /// Reads in one transaction.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
      do {
        return try queue.read(body)
      } catch {
        throw HistoryError.translated(error, name)
      }
    }

    /// Writes in one transaction, which a failure takes back.
    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
      do {
        return try queue.writeWithoutTransaction { database in
          var result: Result?
          try database.inTransaction(.immediate) {
            result = try body(database)
            return .commit
          }
          guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
          return result
        }
      } catch {
        throw HistoryError.translated(error, name)
      }
    }
  }
#endif
