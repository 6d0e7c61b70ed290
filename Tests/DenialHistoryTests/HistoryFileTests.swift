#if History
  import AuditLog
  import DenialAggregation
  @testable import DenialHistory
  import Foundation
  import GRDB
  import Testing

  struct HistoryFileTests {
    private static let night = Night(at: .day(20), [(finding: 1, key: 1, timestamp: .day(19))])

    private func error(_ body: () throws -> Void) -> HistoryError? {
      do {
        try body()
        return nil
      } catch {
        return error as? HistoryError
      }
    }

    @Test func `what is no database is damaged`() throws {
      let history = try TestHistory()
      try Data(repeating: 0x41, count: 5000).write(to: URL(filePath: history.path))
      for access in [HistoryFile.Access.write, .change, .read] {
        guard case .damaged = error({ _ = try history.open(access) }) else {
          Issue.record("opened for \(access)")
          continue
        }
      }
      #expect(
        try Data(contentsOf: URL(filePath: history.path)) == Data(repeating: 0x41, count: 5000))
    }

    @Test func `damage within the file is an error, and verifying finds it`() throws {
      let history = try TestHistory()
      for key in UInt64(1)...3000 {
        if key % 1000 == 0 {
          try history.add(
            Night(at: .day(20), (key - 999...key).map { (Int($0), $0, .day(19)) }))
        }
      }
      var bytes = try Data(contentsOf: URL(filePath: history.path))
      for index in stride(from: 4096, to: bytes.count - 4096, by: 4096) {
        for offset in 0..<64 { bytes[index + offset] = 0xff }
      }
      try bytes.write(to: URL(filePath: history.path))
      guard case .damaged = error({ try history.add(Self.night) }) else {
        Issue.record("added to a damaged history")
        return
      }
      let found = (try? history.open(.read).problems()) ?? ["cannot be read"]
      #expect(!found.isEmpty)
    }

    @Test func `a database of another program is left alone`() throws {
      let history = try TestHistory()
      try DatabaseQueue(path: history.path).write {
        try $0.execute(sql: "CREATE TABLE songs (title TEXT)")
      }
      #expect(error { _ = try history.open() } == .foreign(name: "denials.sqlite"))
    }

    @Test func `a history of a later version is left alone`() throws {
      let history = try TestHistory()
      try history.add(Self.night)
      let version = HistorySchema.version + 1
      try history.open().queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA user_version = \(version)")
      }
      for access in [HistoryFile.Access.write, .change, .read] {
        #expect(
          error { _ = try history.open(access) } == .newer(name: "denials.sqlite", version: version)
        )
      }
    }

    @Test func `only a run makes a history`() throws {
      let history = try TestHistory()
      for access in [HistoryFile.Access.change, .read] {
        #expect(error { _ = try history.open(access) } == .missing(name: "denials.sqlite"))
      }
      #expect(!FileManager.default.fileExists(atPath: history.path))
      let lost = error {
        _ = try HistoryFile(path: history.path + "/no/such", name: "such", for: .write)
      }
      #expect(lost == .cannotOpen(name: "such"))
    }

    @Test func `a run that waits too long for another says so`() throws {
      let history = try TestHistory()
      let other = try history.open()
      try other.write { _ in
        let busy = error {
          _ = try history.open(waitSeconds: 0).add(
            rules: "r", tool: "t", quietAfter: 1, { _ in Self.night }, before: { _ in })
        }
        #expect(busy == .busy(name: "denials.sqlite"))
      }
    }

    @Test func `a full disk leaves the history as it was`() throws {
      let history = try TestHistory()
      try history.add(Self.night)
      let before = try history.counts()
      let file = try history.open()
      try file.queue.writeWithoutTransaction { database in
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
      }
      let large = Night(at: .day(21), (2..<5000).map { ($0, UInt64($0), .day(20)) })
      let full = error {
        _ = try file.add(
          rules: "rules", tool: "t", quietAfter: 1, { _ in large }, before: { _ in })
      }
      #expect(full == .full(name: "denials.sqlite"))
      #expect(try history.counts() == before)
      #expect(try file.problems() == [])
    }

    @Test func `a report that cannot be made takes the night back`() throws {
      struct Failure: Error {}
      let history = try TestHistory()
      let file = try history.open()
      #expect(throws: Failure.self) {
        try file.add(
          rules: "r", tool: "t", quietAfter: 1, { _ in Self.night },
          before: { _ in throw Failure() })
      }
      #expect(throws: Failure.self) {
        try file.add(
          rules: "r", tool: "t", quietAfter: 1, { _ in throw Failure() }, before: { _ in })
      }
      #expect(try history.counts() == [])
      #expect(try file.runs() == [])
    }

    @Test func `runs at once wait for each other and count once`() async throws {
      let history = try TestHistory()
      let path = history.path
      try await withThrowingTaskGroup(of: Void.self) { group in
        for part in 0..<4 {
          group.addTask {
            for round in 0..<5 {
              let keys = UInt64(part * 3)..<UInt64(part * 3 + 10)
              let night = Night(
                at: .day(20, hour: Int64(round)), keys.map { (Int($0), $0, .day(19)) })
              let file = try HistoryFile(path: path, name: "denials.sqlite", for: .write)
              let addition = try file.add(
                rules: "r", tool: "t", quietAfter: 1, { _ in night }, before: { _ in })
              try file.noteShown(addition)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try history.number("SELECT sum(denials) FROM findings") == 19)
      #expect(try history.number("SELECT count(*) FROM runs WHERE shown IS NOT NULL") == 20)
      #expect(try history.open(.read).problems() == [])
    }

    @Test(arguments: [
      HistoryError.missing(name: "a"), .foreign(name: "a"), .newer(name: "a", version: 2),
      .damaged(name: "a", reason: "r"), .busy(name: "a"), .full(name: "a"), .readOnly(name: "a"),
      .cannotOpen(name: "a"), .notEmpty(name: "a"), .badImport(line: 1, reason: "r"),
      .failed(name: "a", reason: "r"),
    ])
    func `an error is one line that begins with what cannot be done`(error: HistoryError) {
      #expect("\(error)".hasPrefix("cannot "))
      #expect(!"\(error)".contains("\n") && !"\(error)".hasSuffix("."))
    }
  }
#endif
