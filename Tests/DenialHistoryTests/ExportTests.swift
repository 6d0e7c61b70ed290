#if History
  import AuditLog
  import DenialAggregation
  @testable import DenialHistory
  import GRDB
  import Testing

  struct ExportTests {
    /// A history with something in every table.
    private static func filled() throws -> TestHistory {
      let history = try TestHistory()
      for day in Int64(10)...20 {
        var night = Night(
          at: .day(day, hour: 3),
          (0..<9).map {
            ($0, UInt64(day) << 60 + UInt64($0 + 1), $0 == 0 ? nil : .day(day - 1, nanosecond: 1))
          }, suggestions: [NightSuggestion(id: "s\(day)", findings: ["finding-1"])])
        night.findings[2].principal = "\u{1b}[31m\u{0}\u{202e} \"hostile\"\n太"
        night.books = #"{"lines":\#(day)}"#
        night.sources = [
          NightSource(fingerprint: "f\(day)", name: "a b", byteCount: 9, lastEntry: .day(day))
        ]
        night.openRecords = [
          OpenRecord(
            kind: .helper, key: .init(high: 1, low: UInt64(day)), order: .max, timestamp: .day(day),
            line: #"{"class":"operation-half"}"#)
        ]
        try history.add(night, rules: "rules \(day / 15)", isLost: day == 20)
      }
      return history
    }

    private static func export(_ history: TestHistory) throws -> [UInt8] {
      var bytes: [UInt8] = []
      try history.open(.read).export(tool: "test 1") { bytes += $0 }
      return bytes
    }

    private static func `import`(_ bytes: [UInt8], into history: TestHistory) throws {
      try history.open().importing { reading in
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
          let line = Array(line)
          try reading.read(line.span)
        }
      }
    }

    @Test func `an export imports into the same history`() throws {
      let history = try Self.filled()
      let bytes = try Self.export(history)
      for table in ExportedTable.all {
        #expect(
          String(decoding: bytes, as: UTF8.self).contains("\n{\"\(table.name)\":{"),
          "\(table.name)")
      }
      let copy = try TestHistory()
      try Self.import(bytes, into: copy)
      #expect(try Self.export(copy) == bytes)
      let night = Night(at: .day(22), [(1, 500, .day(21)), (1, 11 << 60 + 2, .day(10))])
      #expect(try history.add(night) == copy.add(night))
      #expect(try Self.export(copy) == Self.export(history))
    }

    @Test func `an export has every column of every table`() throws {
      let history = try TestHistory()
      for table in ExportedTable.all {
        let columns = try history.open().read { database in
          try database.columns(in: table.name).map(\.name)
        }
        #expect(columns == table.columns)
      }
      let tables = try history.number(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      #expect(tables == ExportedTable.all.count)
    }

    @Test func `an export that is cut short or changed leaves the history empty`() throws {
      let history = try Self.filled()
      let lines = try Self.export(history).split(separator: UInt8(ascii: "\n")).map(Array.init)
      let copy = try TestHistory()
      var bad = [lines.dropLast(), lines.dropLast(2) + lines.suffix(1), lines + lines.suffix(1)]
      bad.append(lines.dropFirst())
      bad.append(lines.prefix(3) + [Array("{".utf8)])
      bad.append(lines.prefix(3) + [Array(#"{"days":{"finding":1}}"#.utf8)])
      bad.append(lines.prefix(3) + [Array(#"{"secrets":{}}"#.utf8)])
      bad.append([Array(#"{"denialHistory":2}"#.utf8)])
      bad.append([])
      for lines in bad {
        #expect(throws: HistoryError.self) {
          try Self.import(Array(lines.joined(separator: [UInt8(ascii: "\n")])), into: copy)
        }
        #expect(try copy.number("SELECT count(*) FROM findings") == 0)
      }
    }

    @Test func `an import needs an empty history`() throws {
      let history = try Self.filled()
      let bytes = try Self.export(history)
      #expect(throws: HistoryError.notEmpty(name: "denials.sqlite")) {
        try Self.import(bytes, into: history)
      }
    }

    @Test func `pruning keeps what counts`() throws {
      let history = try TestHistory()
      for day in Int64(0)..<100 {
        // One finding goes on, one ends on day 49.
        let old = day < 50 ? [(2, UInt64(1000 + day), Optional(Timestamp.day(day)))] : []
        try history.add(Night(at: .day(day + 1), [(1, UInt64(day + 1), .day(day))] + old))
      }
      let file = try history.open()
      let pruned = try file.prune(before: .day(60))
      #expect(pruned.findings == 1 && pruned.days == 60 && pruned.runs == 59)
      #expect(try file.problems() == [])
      #expect(
        try file.findings(clock: .day(101), quietAfter: Day.nanoseconds * 7).map(\.denials) == [100]
      )
      // Late, into a day that is remembered.
      try history.add(Night(at: .day(101), [(1, 5000, .day(99))]))
      #expect(try file.problems() == [])
      #expect(
        try file.findings(clock: .day(101), quietAfter: Day.nanoseconds * 7)[0].denials == 101)
      let all = try file.prune(before: .day(5000))
      #expect(all.findings == 0 && all.runs > 0)
      #expect(try file.runs().count > 0)
      #expect(try history.number("SELECT count(*) FROM days") > 30)
      #expect(try file.problems() == [])
    }
  }
#endif
