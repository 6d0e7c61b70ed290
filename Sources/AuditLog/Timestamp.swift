/// A moment in UTC, to the nanosecond, between the years 1678 and 2261.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public let nanosecondsSince1970: Int64

  /// The moment that many nanoseconds after 1970-01-01T00:00:00Z.
  public init(nanosecondsSince1970: Int64) {
    self.nanosecondsSince1970 = nanosecondsSince1970
  }

  /// Reads an RFC 3339 time such as `2026-11-22T10:00:00.123456789Z`.
  ///
  /// - Returns: `nil` for anything else and for years outside the range.
  public init?(_ text: String) {
    guard let moment = Timestamp(utf8: text.utf8.span) else { return nil }
    self = moment
  }

  /// Whether `left` is earlier.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanosecondsSince1970 < right.nanosecondsSince1970
  }

  /// How many whole units of so many nanoseconds there are since 1970, rounded down, also before it.
  package func units(of size: Int64) -> Int64 {
    let (quotient, remainder) = nanosecondsSince1970.quotientAndRemainder(dividingBy: size)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The hour that this moment lies in, by its first moment, or the first moment of all.
  public var hour: Timestamp {
    let hour: Int64 = 3_600_000_000_000
    let into = nanosecondsSince1970 % hour
    let (start, isTooEarly) = nanosecondsSince1970.subtractingReportingOverflow(
      into < 0 ? into + hour : into)
    return Timestamp(nanosecondsSince1970: isTooEarly ? .min : start)
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with no, three, six or nine digits of a fraction, as Google's APIs print it.
  public var description: String {
    let nanoseconds = nanosecondsSince1970
    var seconds = nanoseconds / 1_000_000_000
    var fraction = nanoseconds % 1_000_000_000
    if fraction < 0 {
      fraction += 1_000_000_000
      seconds -= 1
    }
    var days = seconds / 86_400
    var second = seconds % 86_400
    if second < 0 {
      second += 86_400
      days -= 1
    }
    let date = CivilDate(daysSince1970: days)
    // By bytes: a report writes tens of thousands of times.
    var text: [UInt8] = []
    text.append(addingCapacity: Self.longestText) { room in
      Self.append(date.year / 100, to: &room)
      Self.append(date.year % 100, to: &room)
      room.append(UInt8(ascii: "-"))
      Self.append(date.month, to: &room)
      room.append(UInt8(ascii: "-"))
      Self.append(date.day, to: &room)
      room.append(UInt8(ascii: "T"))
      Self.append(second / 3600, to: &room)
      room.append(UInt8(ascii: ":"))
      Self.append(second / 60 % 60, to: &room)
      room.append(UInt8(ascii: ":"))
      Self.append(second % 60, to: &room)
      Self.append(fraction: fraction, to: &room)
      room.append(UInt8(ascii: "Z"))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of `2026-11-22T10:00:00.123456789Z`.
  private static let longestText = 30

  private static func append(fraction nanoseconds: Int64, to room: inout OutputSpan<UInt8>) {
    if nanoseconds == 0 { return }
    room.append(UInt8(ascii: "."))
    appendThree(nanoseconds / 1_000_000, to: &room)
    if nanoseconds % 1_000_000 == 0 { return }
    appendThree(nanoseconds / 1000 % 1000, to: &room)
    if nanoseconds % 1000 != 0 { appendThree(nanoseconds % 1000, to: &room) }
  }

  /// Appends three digits.
  private static func appendThree(_ number: Int64, to room: inout OutputSpan<UInt8>) {
    room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 100))
    append(number % 100, to: &room)
  }

  /// Appends two digits.
  private static func append(_ number: Int64, to room: inout OutputSpan<UInt8>) {
    room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    room.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

/// A day of the proleptic Gregorian calendar.
struct CivilDate: Hashable {
  let year: Int64
  let month: Int64
  let day: Int64

  init(year: Int64, month: Int64, day: Int64) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day `days` after 1970-01-01, by eras of 400 years that begin in March.
  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  var daysSince1970: Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Whether the calendar has this day.
  var exists: Bool {
    guard (1...12).contains(month) else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let dayCounts: [Int64] = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...dayCounts[Int(month - 1)]).contains(day)
  }
}
