public import DenialClassification

/// A finding that a report leads with: it is news, or went quiet.
public struct NotedFinding: Hashable, Sendable {
  /// The id of the finding.
  public var id: String
  /// What it is to the reader of the report.
  public var state: FindingState
  /// Why, within the code.
  public var cause: DenialCause
  /// As reports show it: hostile text, like service and project.
  public var principal: String
  /// Such as `aiplatform.googleapis.com`; empty if the log does not say.
  public var service: String
  /// The project that owns the resource; empty if the log does not say.
  public var project: String
  /// Sorted.
  public var permissions: [String]
  /// Distinct denials: of news those of the report, of what went quiet those of all nights.
  public var denials: Int
  /// The latest denial of all nights, RFC 3339 in UTC; `nil` if none has a timestamp.
  public var lastSeen: String?

  package init(
    _ finding: FindingDescription, state: FindingState, denials: Int, lastSeen: String?
  ) {
    id = finding.id
    self.state = state
    // A cause that a later version knew is told by its code alone.
    cause = DenialCause(rawValue: finding.cause) ?? .unspecified
    (principal, service, project) = (finding.principal, finding.service, finding.project)
    permissions = finding.permissions
    (self.denials, self.lastSeen) = (denials, lastSeen)
  }
}

extension ReportHistory {
  /// How many findings a report leads with.
  package static let listLimit = 1000

  /// Lists what is news among the findings of a report.
  ///
  /// - Parameter findings: All of them, with their denials in the report.
  mutating func lead(with findings: some Sequence<(FindingDescription, Int)>) {
    var listed: [NotedFinding] = []
    for (finding, denials) in findings {
      guard let known = self.findings[finding.id], known.state.isNews else { continue }
      listed.append(
        NotedFinding(finding, state: known.state, denials: denials, lastSeen: known.lastSeen))
    }
    listed.sort { ($1.denials, $0.id) < ($0.denials, $1.id) }
    newsLeftOut = max(listed.count - Self.listLimit, 0)
    news = Array(listed.prefix(Self.listLimit))
  }
}
