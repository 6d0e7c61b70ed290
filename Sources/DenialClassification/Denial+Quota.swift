import AuditLog
import IAM

extension Denial {
  /// What the log says of the quota, as it spells it.
  ///
  /// From structured details; what they leave out, from the message; model and location also from
  /// the name of the resource.
  package struct Quota: Hashable, Sendable {
    /// Such as `aiplatform.googleapis.com/generate_content_requests`, or what the message calls it.
    package var metric: String
    /// Such as `GenerateContentRequestsPerMinutePerProjectPerRegion`.
    package var limitName: String
    package var limitValue: String
    /// Such as `1/min/{project}/{region}`.
    package var unit: String
    /// The time that the limit is for; `nil` for an amount, and if nothing says it.
    package var period: QuotaPeriod?
    /// A region, a zone or `global`.
    package var location = ""
    package var model = ""
    /// Others that the limit applies to one by one, sorted by name.
    package var dimensions: [Dimension] = []

    /// A value that has a limit of its own.
    package struct Dimension: Hashable, Sendable {
      package var name: String
      package var value: String

      package init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    package init(metric: String, limitName: String, limitValue: String, unit: String) {
      (self.metric, self.limitName) = (metric, limitName)
      (self.limitValue, self.unit) = (limitValue, unit)
    }

    /// How many other dimensions are kept; real limits have up to three.
    static let dimensionLimit = 8
  }
}

/// The time that a limit is for.
package enum QuotaPeriod: String, CaseIterable, Hashable, Sendable {
  case second
  /// Older services count in windows of 100 seconds.
  case hundredSeconds = "100 seconds"
  case minute, hour, day, week, month
}

extension DenialCause {
  /// Whether a quota, or capacity in its place, is what was short.
  package var isOfQuota: Bool {
    switch self {
    case .rateLimit, .tokenThroughput, .concurrent, .sharedCapacity, .throttleUnspecified,
      .quotaExhausted, .quotaNotGranted:
      true
    default: false
    }
  }
}

extension Denial.Quota {
  /// What the entry says of a quota; `nil` if the cause has none or it says nothing.
  init?(_ facts: EntryFacts, cause: DenialCause) {
    guard cause.isOfQuota else { return nil }
    let places = QuotaPlaces(facts)
    self.init(
      metric: places.metric.text, limitName: places.limitName.text,
      limitValue: places.limitValue.text, unit: places.unit.text)
    location = places.location.text
    model = places.model.text
    period = places.period
    dimensions = places.dimensions
    let isSilent =
      [metric, limitName, limitValue, unit, location, model].allSatisfy(\.isEmpty)
      && period == nil && dimensions.isEmpty
    if isSilent { return nil }
  }
}
