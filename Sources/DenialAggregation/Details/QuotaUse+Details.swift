import AuditLog
import DenialClassification

extension QuotaUse {
  /// What denials of a cause say of a quota, or that they do not name it.
  init(_ quota: Denial.Quota?, cause: DenialCause, denials: Int, peak: MinutePeak?) {
    kind =
      if cause == .sharedCapacity {
        .sharedCapacity
      } else if let quota, !quota.metric.isEmpty || !quota.limitName.isEmpty {
        .named
      } else {
        .unnamed
      }
    metric = quota?.metric.nonEmpty
    limitName = quota?.limitName.nonEmpty
    limitValue = quota?.limitValue.nonEmpty
    unit = quota?.unit.nonEmpty
    period = quota?.period?.rawValue
    location = quota?.location.nonEmpty
    model = quota?.model.nonEmpty
    dimensions = (quota?.dimensions ?? []).map { Dimension(name: $0.name, value: $0.value) }
    self.denials = denials
    peakPerMinute = peak
    filter = kind == .named ? quota.flatMap(Self.filter) : nil
  }

  /// What orders quotas that are equally frequent.
  var order: ExactTexts {
    ExactTexts(
      [metric, limitName, limitValue, unit, period, location, model].map { $0 ?? "" }
        + dimensions.flatMap { [$0.name, $0.value] })
  }

  /// Filters of the page have a property and a value.
  ///
  /// - Source: https://cloud.google.com/docs/quotas/view-manage
  private static func filter(of quota: Denial.Quota) -> String? {
    if isPlain(quota.metric), quota.metric.utf8.contains(UInt8(ascii: "/")) {
      return "Metric: \(quota.metric)"
    }
    // Messages call a metric and a limit by the names that the page shows.
    if isPlain(quota.limitName), quota.limitName.utf8.contains(0x20) {
      return "Name: \(quota.limitName)"
    }
    return isPlain(quota.metric) ? "Name: \(quota.metric)" : nil
  }

  /// Whether a text may stand in a sentence as it is.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "_./- ,()".utf8.contains(byte)
        }
      }
  }
}

/// Texts that equal and order one after another, by their bytes.
struct ExactTexts: Hashable, Comparable {
  let texts: [ExactText]

  init(_ texts: [String]) { self.texts = texts.map(ExactText.init) }

  static func < (left: ExactTexts, right: ExactTexts) -> Bool {
    left.texts.lexicographicallyPrecedes(right.texts)
  }
}
