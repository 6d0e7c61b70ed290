@testable import DenialAggregation
import DenialClassification

extension FindingDetails {
  /// Details in which every text that the log can influence is `value`.
  static func hostile(_ value: String, time: String) -> FindingDetails {
    var details = FindingDetails()
    details.peakPerMinute = MinutePeak(minute: time, denials: 3)
    let violation = PerimeterViolation(
      direction: nil, isDryRun: false, perimeter: value, reason: value, meaning: nil, cure: nil,
      source: value, sourceType: value, target: value, permissions: [value],
      callerNetworks: [value], accessLevels: [value], deviceStates: [value], methods: [value],
      denials: 2, uniqueIDs: [value], remedy: nil, obstacle: "the log does not name the caller")
    details.perimeterViolations = [violation, violation, violation]
    details.perimeterViolationsLeftOut = 4
    let quota = QuotaUse(
      kind: .named, metric: value, limitName: value, limitValue: value, unit: value, period: "day",
      location: value, model: value, dimensions: [.init(name: value, value: value)], denials: 2,
      peakPerMinute: details.peakPerMinute, filter: nil)
    details.quotas = [quota, quota]
    details.credentialStates = [CredentialStateCount(state: .keyLeaked, denials: 1)]
    return details
  }

  /// A perimeter with a rule, of the shape that most are.
  static var perimeter: FindingDetails {
    var details = FindingDetails()
    details.perimeterViolations = [
      PerimeterViolation(
        direction: "egress", isDryRun: false, perimeter: "accessPolicies/1/servicePerimeters/prod",
        reason: "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER",
        meaning: "the resources of the call are not in one perimeter", cure: nil,
        source: "projects/1", sourceType: "Resource", target: "projects/2", permissions: [],
        callerNetworks: [], accessLevels: [], deviceStates: [], methods: ["m"], denials: 14,
        uniqueIDs: ["id-1"],
        remedy: .init(yaml: "- egressFrom:\n", commands: ["gcloud x"], warnings: ["w"]))
    ]
    return details
  }

  /// A rate, of the shape that most are.
  static var quota: FindingDetails {
    var details = FindingDetails()
    details.quotas = [
      QuotaUse(
        kind: .named, metric: "aiplatform.googleapis.com/generate_content_requests", limitName: "L",
        limitValue: "60", unit: nil, period: "minute", location: "us-central1",
        model: "gemini-2.5-pro", dimensions: [], denials: 100,
        peakPerMinute: MinutePeak(minute: "2026-11-22T10:41:00Z", denials: 1_200),
        filter: "Metric: aiplatform.googleapis.com/generate_content_requests")
    ]
    return details
  }
}
