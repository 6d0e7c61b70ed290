internal import DenialAggregation
internal import DenialClassification

/// Findings that the same suggestions, or the same advice, put right.
struct FindingGroup {
  private(set) var findings: [Finding]

  var suggestions: [String] { findings[0].suggestions }

  /// In the order of their first findings.
  static func groups(of findings: some Sequence<Finding>) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var positions: [Remedy: Int] = [:]
    for finding in findings {
      let remedy = Remedy(of: finding)
      if let position = positions[remedy] {
        groups[position].findings.append(finding)
      } else {
        positions[remedy] = groups.count
        groups.append(FindingGroup(findings: [finding]))
      }
    }
    return groups
  }

  /// What helps where no binding does.
  func advice(whenGranting isGranting: Bool) -> String? {
    findings[0].advice ?? (isGranting ? nil : findings[0].cause.advice)
  }

  private struct Remedy: Hashable {
    let suggestions: [String]
    let advice: String?

    init(of finding: Finding) {
      suggestions = finding.suggestions
      advice = finding.advice ?? (finding.suggestions.isEmpty ? finding.cause.advice : nil)
    }
  }
}
