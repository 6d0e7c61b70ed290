import AuditLog

/// Hours without any entry, where there should have been some.
///
/// Only hours that lie wholly in the time asked for count, from the first entry on if no `--since`
/// was given, and up to the last one without `--until`. In a quiet project an empty hour means
/// nothing, so gaps are told only where more than two thirds of the hours have entries, and these have ten
/// or more on average: if entries came by chance, one hour in twenty thousand would then be empty.
struct HourGaps: Hashable {
  /// Hours one after another, by the first moment of the first and the last of them.
  struct Run: Hashable {
    let first: Timestamp
    let last: Timestamp
  }

  /// In order of time.
  let runs: [Run]
  let missingCount: Int
  /// How many hours there are in all.
  let hourCount: Int

  /// How many entries an hour has on average, of those that have any, where a gap means something.
  static let entriesPerHour = 10

  /// The gaps in a set of hours; `nil` if there are none, or if gaps mean nothing.
  ///
  /// - Parameters:
  ///   - hours: The hours with entries, each by its first moment.
  ///   - entryCount: How many entries they have together.
  ///   - window: The time asked for.
  ///   - clock: What is later has not happened yet.
  init?(hours: Set<Timestamp>, entryCount: Int, window: TimeWindow, clock: Timestamp) {
    guard let first = hours.min(), let last = hours.max() else { return nil }
    let start = window.since.map { $0.hour == $0 ? $0 : $0.hour.nextHour } ?? first
    let end = window.until.map { min($0, clock).hour } ?? last.nextHour
    let seen = hours.filter { $0 >= start && $0 < end }.sorted()
    guard !seen.isEmpty else { return nil }
    hourCount = Self.hourCount(from: start, to: end)
    missingCount = hourCount - seen.count
    guard missingCount > 0, missingCount * 2 < seen.count,
      entryCount >= hours.count * Self.entriesPerHour
    else { return nil }
    var runs: [Run] = []
    var expected = start
    for hour in seen + [end] {
      if hour > expected { runs.append(Run(first: expected, last: hour.later(byHours: -1))) }
      expected = hour.nextHour
    }
    self.runs = runs
  }

  private static func hourCount(from start: Timestamp, to end: Timestamp) -> Int {
    Int(
      end.nanosecondsSince1970 / Timestamp.nanosecondsPerHour
        - start.nanosecondsSince1970 / Timestamp.nanosecondsPerHour)
  }
}

extension HourGaps: CustomStringConvertible {
  /// Such as `3 of 24 hours (2026-11-22 03:00 to 05:59 UTC)`.
  var description: String {
    let shown = runs.prefix(Self.runLimit).map(\.description).joined(separator: ", ")
    let more = runs.count > Self.runLimit ? " and \(runs.count - Self.runLimit) more times" : ""
    return "\(missingCount) of \(hourCount) hours (\(shown) UTC\(more))"
  }

  /// How many runs are named.
  private static let runLimit = 5
}

extension HourGaps.Run: CustomStringConvertible {
  /// Such as `2026-11-22 03:00 to 05:59`, or with two dates.
  var description: String {
    let (from, to) = (first.description, last.description)
    let lastDate = from.prefix(10) == to.prefix(10) ? "" : "\(to.prefix(10)) "
    return "\(from.prefix(10)) \(from.dropFirst(11).prefix(5)) to "
      + "\(lastDate)\(to.dropFirst(11).prefix(2)):59"
  }
}
