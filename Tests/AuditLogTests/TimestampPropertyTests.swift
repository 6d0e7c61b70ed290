import Testing

@testable import AuditLog

struct TimestampPropertyTests {
  /// The first and the last moment that can be read.
  private static let range: ClosedRange<Int64> =
    -9_214_560_000_000_000_000...9_214_646_399_999_999_999

  /// Moments all over the range, to the second, millisecond, microsecond and nanosecond.
  private static func moments(seed: UInt64, count: Int) -> [Timestamp] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let unit: Int64 = [1, 1000, 1_000_000, 1_000_000_000, 3_600_000_000_000][index % 5]
      let nanoseconds = Int64.random(in: range, using: &generator)
      return Timestamp(nanosecondsSince1970: nanoseconds / unit * unit)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what is printed reads as the same moment`(seed: UInt64) {
    let moments = Self.moments(seed: seed, count: 5000)
    #expect(moments.filter { Timestamp($0.description) != $0 } == [])
  }

  @Test func `the whole range can be printed and read, and not a nanosecond more`() {
    for end in [Self.range.lowerBound, Self.range.upperBound] {
      let time = Timestamp(nanosecondsSince1970: end)
      #expect(Timestamp(time.description) == time)
    }
    for beyond in [Self.range.lowerBound - 1, Self.range.upperBound + 1] {
      #expect(Timestamp(Timestamp(nanosecondsSince1970: beyond).description) == nil)
    }
  }

  @Test func `an hour holds its moment and begins on the hour`() {
    let hour: Int64 = 3_600_000_000_000
    let wrong = Self.moments(seed: 5, count: 5000).filter { moment in
      let start = moment.hour.nanosecondsSince1970
      return !(0..<hour).contains(moment.nanosecondsSince1970 - start) || start % hour != 0
        || moment.hour.hour != moment.hour
    }
    #expect(wrong == [])
  }

  @Test func `days and dates say the same for 600 years`() {
    var previous = CivilDate(daysSince1970: -106_650)
    for days in Int64(-106_649)...106_650 {
      let date = CivilDate(daysSince1970: days)
      let isNext =
        date.day == previous.day + 1 && date.month == previous.month && date.year == previous.year
        || date.day == 1 && date.month == previous.month + 1 && date.year == previous.year
        || date.day == 1 && date.month == 1 && previous.month == 12
          && date.year == previous.year + 1
      if !isNext || date.daysSince1970 != days || !date.exists {
        Issue.record("\(date) follows \(previous)")
        return
      }
      previous = date
    }
    #expect(CivilDate(daysSince1970: 0) == CivilDate(year: 1970, month: 1, day: 1))
  }

  @Test(.enabled(if: Python.isInstalled, "python3 is missing: times are compared with nothing"))
  func `Python's calendar agrees on thousands of moments`() throws {
    let moments = Self.moments(seed: 6, count: 4000)
    let script = """
      import datetime, sys
      for line in open(sys.argv[1]):
          nanoseconds = int(line)
          seconds, fraction = divmod(nanoseconds, 10**9)
          time = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
          print(f"{time.isoformat()}.{fraction:09}+00:00")
      """
    let answers = try Python.run(
      script, input: moments.map { "\($0.nanosecondsSince1970)\n" }.joined()
    ).split(separator: "\n").map { Timestamp(String($0)) }
    #expect(answers == moments)
  }

  @Test(.enabled(if: Python.isInstalled, "python3 is missing: times are compared with nothing"))
  func `Python reads the printed times and offsets alike`() throws {
    var generator = SeededGenerator(seed: 7)
    let texts = Self.moments(seed: 8, count: 4000).map { moment in
      let minutes = Int.random(in: 0..<24 * 60, using: &generator)
      let sign = Bool.random(using: &generator) ? "+" : "-"
      let (hours, rest) = (minutes / 60, minutes % 60)
      let zone = "\(sign)\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
      return moment.hour.description.dropLast() + zone
    }
    let script = """
      import datetime, sys
      epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
      for line in open(sys.argv[1]):
          time = datetime.datetime.fromisoformat(line.strip())
          print((time - epoch) // datetime.timedelta(seconds=1))
      """
    let answers = try Python.run(script, input: texts.joined(separator: "\n"))
      .split(separator: "\n").map { Int64($0) }
    #expect(
      texts.map { Timestamp(String($0)).map { $0.nanosecondsSince1970 / 1_000_000_000 } } == answers
    )
  }
}
