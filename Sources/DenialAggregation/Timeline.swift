import AuditLog
import DenialClassification

/// Denials by code over time, in steps of equal length: what a chart shows.
package struct Timeline: Sendable {
  /// Denials by the hour since 1970, a count for each code in the order of ``DenialCode``.
  private var hours: [Int: [Int]] = [:]
  /// More steps than these cannot be told apart on a page.
  package static let stepLimit = 96
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
    Timestamp(time).map { Int($0.units(of: Timestamp.nanosecondsPerHour)) }
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
    let steps = HourSteps(from: first, to: last, limit: Self.stepLimit, lengths: Self.lengths)
    var counts = [[Int]](repeating: Self.nothing, count: steps.count)
    for (hour, added) in hours {
      guard let number = steps.number(ofHour: hour) else { continue }
      for code in added.indices { counts[number][code] += added[code] }
    }
    let list = counts.enumerated().map { number, counts in
      let hour = Int64(steps.start + number * steps.length)
      return Step(
        start: Timestamp(nanosecondsSince1970: hour * Timestamp.nanosecondsPerHour).description,
        counts: counts)
    }
    return (list, steps.length)
  }
}
