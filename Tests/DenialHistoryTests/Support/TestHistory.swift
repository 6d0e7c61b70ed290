#if History
  import AuditLog
  import DenialAggregation
  @testable import DenialHistory
  import Foundation
  import GRDB

  /// A history in a directory of its own, which goes with it.
  final class TestHistory {
    let directory: URL
    var path: String { directory.appending(path: "denials.sqlite").path }

    init() throws {
      // In memory where there is such a place: hundreds of nights wait for the disk else.
      let memory = URL(filePath: "/dev/shm")
      let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
      let base = hasMemory ? memory : FileManager.default.temporaryDirectory
      directory = base.appending(path: "history-\(UUID())")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit {
      try? FileManager.default.removeItem(at: directory)
    }

    func open(_ access: HistoryFile.Access = .write, waitSeconds: Double = 60) throws -> HistoryFile
    {
      try HistoryFile(path: path, name: "denials.sqlite", for: access, waitSeconds: waitSeconds)
    }

    /// Adds a night and, unless it is `lost`, notes that its report was delivered.
    @discardableResult
    func add(
      _ night: Night, quietAfterDays: Int64 = 7, rules: String = "rules", isLost: Bool = false
    ) throws -> ReportHistory {
      let file = try open()
      let addition = try file.add(
        rules: rules, tool: "test", quietAfter: quietAfterDays * Day.nanoseconds, { _ in night },
        before: { _ in })
      if !isLost { try file.noteShown(addition) }
      return addition.history
    }

    /// What is counted: finding, day, denials.
    func counts() throws -> [String] {
      try open(.change).read { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT id || ' ' || day || ' ' || days.denials || ' ' || days.firstSeen || ' '
              || days.lastSeen || ' ' || findings.denials || ' ' || findings.firstSeen || ' '
              || findings.lastSeen
            FROM days JOIN findings ON number = finding ORDER BY id, day
            """)
      }
    }

    func number(_ sql: String) throws -> Int {
      try open(.change).read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }
  }

  extension Timestamp {
    /// A time on a day of a made-up calendar that begins in 2026.
    static func day(_ day: Int64, hour: Int64 = 12, nanosecond: Int64 = 0) -> Timestamp {
      let start: Int64 = 1_767_225_600_000_000_000
      return Timestamp(
        nanosecondsSince1970: start + day * Day.nanoseconds + hour * 3_600_000_000_000 + nanosecond)
    }
  }

  extension FindingDescription {
    static func sample(_ number: Int) -> FindingDescription {
      FindingDescription(
        id: "finding-\(number)", code: [1152, 1153, 1100][number % 3],
        cause: ["missing-role", "rate-limit", "quota-exhausted"][number % 3],
        principal: "app-\(number / 7)@acme.iam.gserviceaccount.com",
        service: "storage.googleapis.com", project: "acme-\(number % 11)",
        permissions: ["storage.objects.get", "storage.objects.list"])
    }
  }

  extension Night {
    /// A night with denials of numbered findings, all of which its report shows.
    init(
      at clock: Timestamp, _ denials: [(finding: Int, key: UInt64, timestamp: Timestamp?)],
      suggestions: [NightSuggestion] = []
    ) {
      let numbers = Set(denials.map(\.finding)).sorted()
      let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
      self.init(
        clock: clock,
        denials: denials.map { denial in
          DenialSighting(
            key: .init(high: denial.key &* 0x9e37_79b9_7f4a_7c15, low: denial.key),
            contentHash: denial.key &* 31, finding: places[denial.finding] ?? 0,
            timestamp: denial.timestamp)
        },
        findings: numbers.map(FindingDescription.sample), shownFindings: Array(numbers.indices),
        suggestions: suggestions)
    }
  }
#endif
