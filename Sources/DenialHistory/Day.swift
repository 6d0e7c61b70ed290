import AuditLog

/// A day in UTC, counted from 1970-01-01.
struct Day: Hashable, Comparable, Sendable {
  let number: Int64

  static let nanoseconds: Int64 = 86_400_000_000_000

  init(number: Int64) {
    self.number = number
  }

  /// The day of a moment.
  init(_ timestamp: Timestamp) {
    let moment = timestamp.nanosecondsSince1970
    let quotient = moment / Self.nanoseconds
    number = moment % Self.nanoseconds < 0 ? quotient - 1 : quotient
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Such as `2026-11-22`.
  var text: String {
    let (start, overflows) = number.multipliedReportingOverflow(by: Self.nanoseconds)
    return String(Timestamp(nanosecondsSince1970: overflows ? .min : start).description.prefix(10))
  }
}
