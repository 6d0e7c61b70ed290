import Testing

@testable import DenialRendering

struct WordingTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (-1_234_567, "-1,234,567"),
    (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `numbers are grouped by three digits`(number: Int, expected: String) {
    #expect(grouped(number) == expected)
  }

  @Test func `a noun agrees with its number`() {
    #expect(counted(1, "denial") == "1 denial")
    #expect(counted(0, "denial") == "0 denials")
    #expect(counted(1_204, "log entry", "log entries") == "1,204 log entries")
  }

  @Test(arguments: [
    ("2026-11-22T10:41:05.123456789Z", "2026-11-22 10:41"),
    ("2026-11-22T10:41:05Z", "2026-11-22 10:41"),
    ("2026-11-22T10:41:05+01:00", "2026-11-22T10:41:05+01:00"),
    ("20\u{1B}-11-22T10:41Z", #"20\u{1B}-11-22T10:41Z"#), ("", ""), ("yesterdayZ", "yesterdayZ"),
    (String(repeating: "9", count: 40), String(repeating: "9", count: 29) + "…"),
  ])
  func `a time is shown to the minute, and anything else as it is`(time: String, expected: String) {
    #expect(minute(of: time) == expected)
  }
}
