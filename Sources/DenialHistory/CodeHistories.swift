#if History
  import DenialAggregation
  import DenialClassification
  import GRDB

  /// Adds up the days of all findings by code.
  struct CodeHistories {
    private let database: Database
    private let today: Day

    /// How many days are told one by one.
    private static let dayCount: Int64 = 30

    init(_ database: Database, today: Day) {
      (self.database, self.today) = (database, today)
    }

    /// The three codes, in order.
    func all() throws -> [CodeHistory] {
      let causes = try causesByCode()
      let days = try daysByCode()
      return DenialCode.allCases.map { code in
        let causes = causes[code.rawValue] ?? []
        let days = days[code.rawValue] ?? []
        let week = today.number - 6
        let sum = { (range: ClosedRange<Int64>) in
          days.reduce(0) { $0 + (range.contains($1.day) ? $1.denials : 0) }
        }
        return CodeHistory(
          code: code, denials: causes.reduce(0) { $0 + $1.denials }, causes: causes,
          perDay: days.map {
            ValueCount(remembered: Day(number: $0.day).text, denials: $0.denials)
          },
          trend: WeeklyTrend(
            lastWeek: sum(week...today.number), weekBefore: sum(week - 7...week - 1)))
      }
    }

    private struct DayCount {
      let day: Int64
      let denials: Int
    }

    private func causesByCode() throws -> [Int: [CauseCount]] {
      var causes: [Int: [CauseCount]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT code, cause, sum(denials) FROM findings WHERE denials > 0
          GROUP BY code, cause ORDER BY sum(denials) DESC, cause
          """)
      while let row = try rows.next() {
        // A cause that a later version knew is told by its code alone.
        let cause = DenialCause(rawValue: row[1]) ?? .unspecified
        causes[row[0], default: []].append(CauseCount(remembered: cause, denials: row[2]))
      }
      return causes
    }

    private func daysByCode() throws -> [Int: [DayCount]] {
      var days: [Int: [DayCount]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT code, day, sum(days.denials) FROM days JOIN findings ON number = finding
          WHERE day BETWEEN ? AND ? GROUP BY code, day ORDER BY day
          """, arguments: [today.number - Self.dayCount + 1, today.number])
      while let row = try rows.next() {
        days[row[0], default: []].append(DayCount(day: row[1], denials: row[2]))
      }
      return days
    }
  }
#endif
