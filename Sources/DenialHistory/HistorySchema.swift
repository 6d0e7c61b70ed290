#if History
  import GRDB

  /// The form of the database, and how older ones become it.
  ///
  ///     findings ─┬─ days          how many denials a finding has on a day
  ///               └─ denials       each distinct one, for a bounded time: copies count once
  ///     openRecords                entries that others may be joined to, for as long
  ///     sources, runs, rules       what was read, what came of it, by which decision table
  ///     suggestions                when bindings were first shown
  ///     settings                   up to which day all is settled, and what made the names
  ///
  /// Times are nanoseconds since 1970, days are counted from then, hashes are shifted so that their
  /// order as signed numbers is the one they have without a sign. Lines stand in a table with row ids:
  /// without, each would take a page of its own.
  enum HistorySchema {
    /// What tells a history from other databases: "DRph".
    static let applicationID: Int32 = 0x4452_7068

    /// What makes a database of version n one of n + 1; never changed once released.
    static let migrations: [String] = [first]

    static var version: Int { migrations.count }

    private static let first = """
      CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE rules (number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE findings (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        code INTEGER NOT NULL,
        cause TEXT NOT NULL,
        principal TEXT NOT NULL,
        service TEXT NOT NULL,
        project TEXT NOT NULL,
        permissions TEXT NOT NULL,
        denials INTEGER NOT NULL DEFAULT 0,
        prunedDenials INTEGER NOT NULL DEFAULT 0,
        firstSeen INTEGER,
        lastSeen INTEGER,
        firstShown INTEGER,
        returnShown INTEGER
      ) STRICT;
      CREATE INDEX findingsByLastSeen ON findings (lastSeen);
      CREATE TABLE days (
        finding INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
        day INTEGER NOT NULL,
        denials INTEGER NOT NULL,
        firstSeen INTEGER NOT NULL,
        lastSeen INTEGER NOT NULL,
        PRIMARY KEY (finding, day)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX daysByDay ON days (day, denials);
      CREATE TABLE denials (
        high INTEGER NOT NULL,
        low INTEGER NOT NULL,
        contentHash INTEGER NOT NULL,
        finding INTEGER NOT NULL REFERENCES findings,
        seen INTEGER NOT NULL,
        day INTEGER NOT NULL,
        isCounted INTEGER NOT NULL,
        evidence INTEGER NOT NULL,
        rules INTEGER NOT NULL REFERENCES rules,
        PRIMARY KEY (high, low)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX denialsByFinding ON denials (finding, day);
      CREATE TABLE openRecords (
        high INTEGER NOT NULL,
        low INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        contentOrder INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        rules INTEGER NOT NULL REFERENCES rules,
        line TEXT NOT NULL,
        PRIMARY KEY (high, low, kind)
      ) STRICT;
      CREATE TABLE sources (
        fingerprint TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        byteCount INTEGER NOT NULL,
        firstRead INTEGER NOT NULL,
        lastRead INTEGER NOT NULL,
        lastEntry INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE runs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        clock INTEGER NOT NULL,
        shown INTEGER,
        tool TEXT NOT NULL,
        rules INTEGER NOT NULL REFERENCES rules,
        sources INTEGER NOT NULL,
        knownSources INTEGER NOT NULL,
        counted INTEGER NOT NULL,
        known INTEGER NOT NULL,
        moved INTEGER NOT NULL,
        frozen INTEGER NOT NULL,
        books TEXT NOT NULL
      ) STRICT;
      CREATE TABLE suggestions (id TEXT PRIMARY KEY, firstShown INTEGER NOT NULL)
        STRICT, WITHOUT ROWID;
      """

    /// Makes a database of any version, also an empty one, one of this version.
    ///
    /// - Throws: ``HistoryError`` if it is of another program or of a later version.
    static func migrate(_ database: Database, name: String) throws {
      // Looking first spares a history that is as it should be the wait for other runs.
      if try check(database, name: name) == version { return }
      try database.inTransaction(.immediate) {
        for step in try migrations[check(database, name: name)...] {
          try database.execute(sql: step)
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
        return .commit
      }
    }

    /// The version of a database; 0 for an empty one.
    ///
    /// - Throws: ``HistoryError`` if it is of another program or of a later version.
    @discardableResult
    static func check(_ database: Database, name: String) throws -> Int {
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let tableCount = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if tableCount == 0, owner == 0 { return 0 }
      guard owner == applicationID else { throw HistoryError.foreign(name: name) }
      guard (0...version).contains(found) else {
        throw HistoryError.newer(name: name, version: found)
      }
      return found
    }
  }
#endif
