import AuditLog
import DenialClassification
import Testing

@testable import DenialAggregation

/// When an hour without entries is worth a word.
struct HourGapTests {
  private static let midnight = Timestamp("2026-11-22T00:00:00Z").map(\.hour) ?? Report.clock

  private static func hours(_ numbers: some Sequence<Int>) -> Set<Timestamp> {
    Set(numbers.map { midnight.later(byHours: Int64($0)) })
  }

  private static func gaps(
    _ numbers: some Sequence<Int>, entriesPerHour: Int = 10, window: TimeWindow = TimeWindow(),
    clock: Timestamp = midnight.later(byHours: 100)
  ) -> String? {
    let hours = hours(numbers)
    return HourGaps(
      hours: hours, entryCount: hours.count * entriesPerHour, window: window, clock: clock
    )?.description
  }

  /// The hours without entries among so many, and what is said.
  private static let table: [(count: Int, missing: Set<Int>, text: String?)] = [
    (24, [], nil), (1, [], nil),
    (24, [3], "1 of 24 hours (2026-11-22 03:00 to 03:59 UTC)"),
    (
      24, [3, 4, 5, 9],
      "4 of 24 hours (2026-11-22 03:00 to 05:59, 2026-11-22 09:00 to 09:59 UTC)"
    ),
    (48, [22, 23, 24, 25], "4 of 48 hours (2026-11-22 22:00 to 2026-11-23 01:59 UTC)"),
    // The first and the last entry bound what is looked at.
    (24, Set(0..<5).union(20..<24), nil),
    // A third of the hours or more: nothing unusual, as with people who work by day.
    (4, [1], "1 of 4 hours (2026-11-22 01:00 to 01:59 UTC)"), (3, [1], nil), (4, [1, 2], nil),
    (24, Set(1..<23), nil), (42, Set(18..<33).union(0..<9), nil),
    (24, Set(2..<9), "7 of 24 hours (2026-11-22 02:00 to 08:59 UTC)"), (24, Set(2..<10), nil),
  ]

  @Test(arguments: table)
  func `gaps are told where most hours have entries`(
    count: Int, missing: Set<Int>, text: String?
  ) {
    #expect(Self.gaps((0..<count).filter { !missing.contains($0) }) == text)
  }

  @Test func `a quiet project has empty hours`() {
    let numbers = Array(0..<24).filter { $0 != 3 }
    #expect(Self.gaps(numbers, entriesPerHour: 9) == nil)
    #expect(Self.gaps(numbers, entriesPerHour: 10) != nil)
  }

  @Test func `the window bounds what is looked at, by whole hours`() {
    let half = Timestamp(
      nanosecondsSince1970: Self.midnight.nanosecondsSince1970 + 1_800_000_000_000)
    let day = TimeWindow(since: Self.midnight, until: Self.midnight.later(byHours: 24))
    #expect(
      Self.gaps(4..<21, window: day)
        == "7 of 24 hours (2026-11-22 00:00 to 03:59, 2026-11-22 21:00 to 23:59 UTC)")
    #expect(Self.gaps(0..<24, window: day) == nil)
    let late = TimeWindow(since: half, until: half.later(byHours: 6))
    #expect(Self.gaps(1..<6, window: late) == nil)
    #expect(
      Self.gaps([2, 3, 4, 5], window: late) == "1 of 5 hours (2026-11-22 01:00 to 01:59 UTC)")
    let open = TimeWindow(since: Self.midnight)
    #expect(Self.gaps(2..<9, window: open) == "2 of 9 hours (2026-11-22 00:00 to 01:59 UTC)")
  }

  @Test func `what has not happened yet is no gap`() {
    let day = TimeWindow(since: Self.midnight, until: Self.midnight.later(byHours: 24))
    #expect(Self.gaps(0..<10, window: day, clock: Self.midnight.later(byHours: 10)) == nil)
    #expect(Self.gaps(0..<10, window: day, clock: Self.midnight.later(byHours: 12)) != nil)
    #expect(Self.gaps(0..<10, window: day, clock: Self.midnight.later(byHours: -5)) == nil)
  }

  @Test func `many gaps are counted, and the first are named`() {
    let text = Self.gaps((0..<60).filter { $0 % 5 != 3 })
    #expect(text?.hasPrefix("12 of 60 hours (2026-11-22 03:00 to 03:59, ") == true)
    #expect(text?.hasSuffix("2026-11-22 23:00 to 23:59 UTC and 7 more times)") == true)
  }

  @Test func `bounds at the ends of time are survived`() {
    let all = TimeWindow(
      since: Timestamp(nanosecondsSince1970: .min), until: Timestamp(nanosecondsSince1970: .max))
    #expect(Self.gaps(0..<10, window: all) == nil)
    #expect(
      HourGaps(
        hours: [
          Timestamp(nanosecondsSince1970: .min).hour, Timestamp(nanosecondsSince1970: .max).hour,
        ],
        entryCount: 100, window: TimeWindow(), clock: Report.clock) == nil)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `runs are the hours that are missing, each once and in order`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let numbers = (0..<200).filter { $0 == 0 || $0 == 199 || generator.next() % 10 > 1 }
    let gaps = try #require(
      HourGaps(
        hours: Self.hours(numbers), entryCount: 10_000, window: TimeWindow(), clock: Report.clock))
    var missing: [Timestamp] = []
    for run in gaps.runs {
      var hour = run.first
      while hour <= run.last {
        missing.append(hour)
        hour = hour.nextHour
      }
    }
    #expect(missing == Self.hours(Set(0..<200).subtracting(numbers)).sorted())
    #expect(gaps.missingCount == missing.count)
    #expect(gaps.hourCount == 200)
  }
}
