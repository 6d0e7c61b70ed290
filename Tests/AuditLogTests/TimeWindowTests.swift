import Testing

@testable import AuditLog

struct TimeWindowTests {
  /// 2026-11-23T02:30:15Z, a Monday.
  private static let now = Timestamp(nanosecondsSince1970: 1_795_401_015_000_000_000)

  @Test(arguments: [
    ("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"),
    ("2026-11-22T10:00:00.123456789Z", "2026-11-22T10:00:00.123456789Z"),
    ("2026-11-22T10:00:00+01:00", "2026-11-22T09:00:00Z"),
    ("2026-11-22t10:00:00z", "2026-11-22T10:00:00Z"),
    ("2026-11-22", "2026-11-22T00:00:00Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
    ("2026-11-22T10:00", "2026-11-22T10:00:00Z"), ("2026-11-22 10:41", "2026-11-22T10:41:00Z"),
    ("2026-11-22 10:41:05", "2026-11-22T10:41:05Z"),
    ("2026-11-22T10:41:05.25", "2026-11-22T10:41:05.250Z"),
    ("2026-11-22T10:00Z", "2026-11-22T10:00:00Z"),
    ("2026-11-22 10:00-05:30", "2026-11-22T15:30:00Z"),
    ("2026-11-22T23:30-01:00", "2026-11-23T00:30:00Z"),
    ("45s", "2026-11-23T02:29:30Z"), ("90m", "2026-11-23T01:00:15Z"),
    ("24h", "2026-11-22T02:30:15Z"), ("1d", "2026-11-22T02:30:15Z"),
    ("7d", "2026-11-16T02:30:15Z"), ("2w", "2026-11-09T02:30:15Z"), ("0h", "2026-11-23T02:30:15Z"),
    ("007d", "2026-11-16T02:30:15Z"), ("300w", "2021-02-22T02:30:15Z"),
  ])
  func `a time is read as people write it, and means UTC`(text: String, expected: String) {
    #expect(Timestamp(expression: text, now: Self.now)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "yesterday", "now", "24", "h", "d", "24H", "-24h", "+24h", "24 h", "1.5h", "1h30m",
    "24hh",
    "٢h", "1y", "3months", "99999999999h", "10000000000000s", "15300w", "2026", "2026-11",
    "2026-11-2", "2026-11-31", "2026-02-29", "2026-13-01", "20261122", "22.11.2026", "11/22/2026",
    "2026-11-22T", "2026-11-22T10", "2026-11-22T10:", "2026-11-22T10:0", "2026-11-22T24:00",
    "2026-11-22T10:60", "2026-11-22T10:00:61", "2026-11-22  10:00", "2026-11-22_10:00",
    "2026-11-22T10:00 UTC", "2026-11-22T10:00+1", "2026-11-22T10:00+01", "2026-11-22T10:00:00ZZ",
    "2026-11-22Z", " 2026-11-22", "2026-11-22 ", "2026-11-22\n", "1600-01-01", "2300-01-01",
    "2026-11-22T10:00:00.Z", "2026-11-22T10:00+01:00Z", "2026-11-22T+01:00", "1795401015",
    String(repeating: "1", count: 10_000) + "h",
  ])
  func `what is no time is refused`(text: String) {
    #expect(Timestamp(expression: text, now: Self.now) == nil)
    #expect(throws: TimeWindowError.notATime(option: "--since", text: text)) {
      _ = try TimeWindow(since: text, until: nil, now: Self.now)
    }
    #expect(throws: TimeWindowError.notATime(option: "--until", text: text)) {
      _ = try TimeWindow(since: "2026-11-22", until: text, now: Self.now)
    }
  }

  @Test func `a time ago that leads out of all range is refused`() {
    let early = Timestamp(nanosecondsSince1970: .min)
    #expect(Timestamp(expression: "1s", now: early) == nil)
    #expect(Timestamp(expression: "15000w", now: Timestamp(nanosecondsSince1970: 0)) != nil)
    #expect(Timestamp(expression: "15249w", now: Timestamp(nanosecondsSince1970: 0)) == nil)
  }

  @Test(arguments: [("2026-11-22", "2026-11-22"), ("2026-11-22", "2026-11-21"), ("1h", "2h")])
  func `a window in which nothing can be is refused`(since: String, until: String) throws {
    let moments = try [since, until].map {
      try #require(Timestamp(expression: $0, now: Self.now))
    }
    #expect(throws: TimeWindowError.empty(since: moments[0], until: moments[1])) {
      _ = try TimeWindow(since: since, until: until, now: Self.now)
    }
  }

  @Test func `an error says what is accepted`() {
    let error = TimeWindowError.notATime(option: "--since", text: "noon")
    for part in ["--since", "'noon'", "2026-11-22", "T10:00", "+01:00", "UTC", "24h", "7d"] {
      #expect(error.description.contains(part))
    }
    let empty = TimeWindowError.empty(since: Self.now, until: Self.now)
    #expect(empty.description.contains("name the day after the last one"))
  }

  @Test func `the first moment is inside, the last one is not`() throws {
    let window = try TimeWindow(since: "2026-11-20", until: "2026-11-22", now: Self.now)
    for (text, isInside) in [
      ("2026-11-19T23:59:59.999999999Z", false), ("2026-11-20T00:00:00Z", true),
      ("2026-11-21T23:59:59.999999999Z", true), ("2026-11-22T00:00:00Z", false),
    ] {
      #expect(window.contains(Timestamp(text)) == isInside, "\(text)")
    }
    #expect(!window.contains(nil))
    #expect(TimeWindow().contains(nil))
    #expect(TimeWindow().isUnbounded)
    #expect(!TimeWindow(since: Self.now).isUnbounded && !TimeWindow(until: Self.now).isUnbounded)
  }

  @Test func `overlapping is having a moment in common`() {
    for since in 0..<6 {
      for until in since + 1...7 {
        for start in 0..<6 {
          for end in start + 1...7 {
            let moments = [since, until, start, end].map {
              Timestamp(nanosecondsSince1970: Int64($0))
            }
            let window = TimeWindow(since: moments[0], until: moments[1])
            let hasCommon = (start..<end).contains {
              window.contains(Timestamp(nanosecondsSince1970: Int64($0)))
            }
            #expect(window.overlaps(from: moments[2], to: moments[3]) == hasCommon)
          }
        }
      }
    }
  }

  @Test func `the hour of the first moments is one that can be counted`() {
    #expect(Timestamp(nanosecondsSince1970: .min).hour.nanosecondsSince1970 == .min)
    let later = Timestamp(nanosecondsSince1970: .min + 3_600_000_000_000).hour
    #expect(later.nanosecondsSince1970 % 3_600_000_000_000 == 0)
  }

  @Test(arguments: [
    ("4h", "2026-11-23T06:30:15Z"), ("90m", "2026-11-23T04:00:15Z"), ("1s", "2026-11-23T02:30:16Z"),
    ("7d", "2026-11-30T02:30:15Z"), ("2w", "2026-12-07T02:30:15Z"),
  ])
  func `a duration leads forward as well`(duration: String, expected: String) {
    #expect(Self.now.later(byDuration: duration)?.description == expected)
    let uneven = Timestamp(nanosecondsSince1970: Self.now.nanosecondsSince1970 + 999_999_999)
    #expect(uneven.later(byDuration: duration)?.description == expected)
  }

  @Test(arguments: ["", "0s", "0h", "-4h", "4", "h", "4H", "2026-11-24", "15249w", "99999999999h"])
  func `no duration, and one out of range, leads nowhere`(duration: String) {
    #expect(Self.now.later(byDuration: duration) == nil)
  }
}
