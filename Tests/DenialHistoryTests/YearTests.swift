#if History
  import AuditLog
  import DenialAggregation
  @testable import DenialHistory
  import Foundation
  import Testing

  struct YearTests {
    /// 500 findings a day of which one in twenty is replaced each day, denials that come three days
    /// late, and files that are read again.
    @Test(.timeLimit(.minutes(20)))
    func `a year of nights has the right states and fits into a hundred megabytes`() throws {
      let history = try TestHistory()
      let file = try history.open()
      var random = SeededGenerator(seed: 365)
      var present = Array(0..<500)
      var nextFinding = 500
      var nextKey: UInt64 = 1
      var expected: [Int: Int] = [:]
      var lastSeen: [Int: Int64] = [:]
      var late: [(finding: Int, key: UInt64, timestamp: Timestamp?)] = []
      var yesterday: [(finding: Int, key: UInt64, timestamp: Timestamp?)] = []
      var wrongStates = 0
      for day in Int64(0)..<365 {
        var denials: [(finding: Int, key: UInt64, timestamp: Timestamp?)] = []
        var shownNow: Set<Int> = []
        for finding in present {
          let count = Int.random(in: 1...2, using: &random)
          for _ in 0..<count {
            let denial = (
              finding, nextKey,
              Optional(Timestamp.day(day, hour: .random(in: 0..<24, using: &random)))
            )
            nextKey += 1
            expected[finding, default: 0] += 1
            if Int.random(in: 0..<100, using: &random) == 0, lastSeen[finding] != nil {
              late.append(denial)
            } else {
              denials.append(denial)
              shownNow.insert(finding)
            }
          }
        }
        let arrived = late.filter { ($0.timestamp ?? .day(0)) < .day(day - 2, hour: 0) }
        late.removeAll { ($0.timestamp ?? .day(0)) < .day(day - 2, hour: 0) }
        let repeated = yesterday.filter { _ in Bool.random(using: &random) }
        let night = Night(at: .day(day + 1, hour: 3), denials + arrived + repeated)
        let addition = try file.add(
          rules: "rules", tool: "test", quietAfter: 7 * Day.nanoseconds, { _ in night },
          before: { _ in })
        try file.noteShown(addition)
        for finding in shownNow {
          let state = addition.history.findings["finding-\(finding)"]?.state
          let before = lastSeen[finding]
          let right: FindingState =
            before == nil ? .new : day - (before ?? 0) > 8 ? .returned : .ongoing
          // A gap of just under or over seven days depends on the hours.
          let isClose = before.map { (7...8).contains(day - $0) } ?? false
          if state != right, !isClose { wrongStates += 1 }
          lastSeen[finding] = day
        }
        yesterday = denials
        for index in present.indices where Int.random(in: 0..<20, using: &random) == 0 {
          // Of what goes, some comes back weeks later.
          present[index] =
            Int.random(in: 0..<4, using: &random) == 0
            ? Int.random(in: 0..<nextFinding, using: &random) : nextFinding
          nextFinding += 1
        }
        present = Array(Set(present)).sorted()
        while present.count < 500 {
          present.append(nextFinding)
          nextFinding += 1
        }
      }
      for denial in late { expected[denial.finding, default: 0] -= 1 }
      #expect(wrongStates == 0)
      let total = try history.number("SELECT sum(denials) FROM findings")
      #expect(total == expected.values.reduce(0, +))
      #expect(try history.number("SELECT sum(denials) FROM days") == total)
      #expect(try file.problems() == [])
      let size = try FileManager.default.attributesOfItem(atPath: history.path)[.size] as? Int ?? 0
      #expect(size < 100_000_000 && size > 1_000_000)
    }
  }
#endif
