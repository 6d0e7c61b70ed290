/// The time that a run speaks of: from ``since`` on and before ``until``.
///
/// The end is left out, so that the windows of two nights neither overlap nor leave a moment between
/// them.
public struct TimeWindow: Hashable, Sendable {
  /// The first moment inside; `nil` if there is no earliest.
  public var since: Timestamp?
  /// The first moment that is outside again; `nil` if there is no latest.
  public var until: Timestamp?

  /// The window between two moments; all of time without them.
  ///
  /// - Parameters:
  ///   - since: The first moment inside.
  ///   - until: The first moment that is outside again; nothing is inside unless it is after `since`.
  public init(since: Timestamp? = nil, until: Timestamp? = nil) {
    self.since = since
    self.until = until
  }

  /// Whether everything is inside, even what has no timestamp.
  package var isUnbounded: Bool { since == nil && until == nil }

  /// Whether a moment is inside; what has no timestamp is inside of an unbounded window only.
  package func contains(_ timestamp: Timestamp?) -> Bool {
    guard let timestamp else { return isUnbounded }
    if let since, timestamp < since { return false }
    if let until, timestamp >= until { return false }
    return true
  }

  /// Whether some moment from `start` on and before `end` may be inside.
  package func overlaps(from start: Timestamp, to end: Timestamp) -> Bool {
    if let since, end <= since { return false }
    if let until, start >= until { return false }
    return true
  }
}
