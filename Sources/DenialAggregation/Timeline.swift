import AuditLog
import DenialClassification

/// Denials by code over time, in steps of equal length: what a chart shows.
package struct Timeline: Sendable {
  /// Denials by the hour since 1970, a count for each code in the order of ``DenialCode``.
  private var hours: [Int: [Int]] = [:]
  /// More steps than these cannot be told apart on a page.
  package static let stepLimit = 96
  private static let hourNanoseconds: Int64 = 3_600_000_000_000
  /// The lengths that a step may have, in hours: up to four weeks.
  private static let lengths = [1, 3, 6, 12, 24, 48, 168, 672]

  package init() {}

  /// Adds the denials of a finding, as far as they have a time.
  package mutating func add(_ finding: Finding) {
    guard let code = DenialCode.allCases.firstIndex(of: finding.code) else { return }
    for count in finding.perHour {
      guard let hour = Self.hour(of: count.value) else { continue }
      hours[hour, default: Self.nothing][code] += count.denials
    }
  }

  private static let nothing = [Int](repeating: 0, count: DenialCode.allCases.count)

  /// The hour since 1970 that a moment is in; `nil` for what is no moment.
  package static func hour(of time: String) -> Int? {
    guard let moment = Timestamp(time) else { return nil }
    let nanoseconds = moment.nanosecondsSince1970
    return Int(
      nanoseconds / hourNanoseconds - (nanoseconds % hourNanoseconds < 0 ? 1 : 0))
  }

  /// A stretch of time with its denials by code.
  package struct Step: Hashable, Sendable {
    /// The first moment, RFC 3339 in UTC.
    package let start: String
    package let counts: [Int]

    package var total: Int { counts.reduce(0, +) }
  }

  /// All steps from the first denial to the last, those without any too; and the hours of a step.
  ///
  /// If even the longest steps are too many, the latest are given.
  package var steps: (list: [Step], hours: Int) {
    guard let first = hours.keys.min(), let last = hours.keys.max() else { return ([], 1) }
    let length =
      Self.lengths.first { Self.floor(last, $0) - Self.floor(first, $0) < $0 * Self.stepLimit }
      ?? Self.lengths[Self.lengths.count - 1]
    var counts: [Int: [Int]] = [:]
    for (hour, added) in hours {
      var sum = counts[Self.floor(hour, length)] ?? Self.nothing
      for code in sum.indices { sum[code] += added[code] }
      counts[Self.floor(hour, length)] = sum
    }
    let end = Self.floor(last, length)
    let start = max(Self.floor(first, length), end - length * (Self.stepLimit - 1))
    let list = stride(from: start, through: end, by: length).map { hour in
      Step(
        start: Timestamp(nanosecondsSince1970: Int64(hour) * Self.hourNanoseconds).description,
        counts: counts[hour] ?? Self.nothing)
    }
    return (list, length)
  }

  private static func floor(_ hour: Int, _ length: Int) -> Int {
    let rest = hour % length
    return hour - (rest < 0 ? rest + length : rest)
  }
}
