package import AuditLog
import DenialClassification

extension SourceBooks {
  /// Counts as left out what was counted as denials.
  package mutating func leaveOut(denialEntries count: Int) {
    denialEntries -= count
    self[.filteredOut] += count
  }

  /// Forgets when entries outside a window were written, of books that were kept without it.
  package mutating func forgetTimes(outside window: TimeWindow) {
    if !window.contains(firstEntry) { firstEntry = nil }
    if !window.contains(lastEntry) { lastEntry = nil }
    hours = hours.filter { window.overlaps(from: $0, to: $0.nextHour) }
  }
}

extension Timestamp {
  /// An hour later.
  var nextHour: Timestamp { later(byHours: 1) }

  /// So many hours later, or earlier if the number is negative, as far as time goes.
  package func later(byHours count: Int64) -> Timestamp {
    let (moment, isOutOfRange) = nanosecondsSince1970.addingReportingOverflow(
      count * Self.nanosecondsPerHour)
    let limit: Int64 = count < 0 ? .min : .max
    return Timestamp(nanosecondsSince1970: isOutOfRange ? limit : moment)
  }

  static let nanosecondsPerHour: Int64 = 3_600_000_000_000
}
