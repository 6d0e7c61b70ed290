package import AuditLog
import DenialClassification

/// What of an input is counted: the entries of a time window, and the denials that a filter lets
/// pass. What it leaves out counts as `filtered-out`.
package struct Selection: Hashable, Sendable {
  package var window: TimeWindow
  package var filter: DenialFilter

  package init(window: TimeWindow = TimeWindow(), filter: DenialFilter = DenialFilter()) {
    self.window = window
    self.filter = filter
  }

  /// Whether nothing is left out.
  package var isEverything: Bool { window.isUnbounded && filter.isEmpty }

  /// Whether all that `narrower` would count is counted here as well.
  ///
  /// Filters are compared as they are written: what differs may mean the same and is not trusted to.
  func includes(_ narrower: Selection) -> Bool {
    let beginsBefore = narrower.window.since.map { window.since ?? $0 <= $0 }
    let endsAfter = narrower.window.until.map { window.until ?? $0 >= $0 }
    return (beginsBefore ?? (window.since == nil)) && (endsAfter ?? (window.until == nil))
      && (filter.isEmpty || filter == narrower.filter)
  }
}

extension Selection {
  /// Such as `since 2026-11-22T00:00:00Z, with principal app@*`; hostile text, as ``DenialFilter/words``.
  var words: String {
    let filterWords = filter.isEmpty ? [] : ["with " + filter.words]
    return ((window.isUnbounded ? [] : [window.words]) + filterWords).joined(separator: ", ")
  }
}

extension TimeWindow {
  /// Such as `since 2026-11-22T00:00:00Z until 2026-11-23T00:00:00Z`.
  var words: String {
    [since.map { "since \($0)" }, until.map { "until \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension DenialFilter {
  /// The options that have values, such as `principal app@* or bob, code 1152`: hostile text if they
  /// were read from a file of records.
  package var words: String {
    let options = [
      ("principal", principals), ("project", projects), ("service", services), ("method", methods),
      ("code", codes.map { "\($0.rawValue)" }), ("cause", causes),
    ]
    return options.filter { !$0.1.isEmpty }
      .map { "\($0.0) \($0.1.joined(separator: " or "))" }.joined(separator: ", ")
  }
}
