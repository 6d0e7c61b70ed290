@testable import DenialAggregation
import DenialClassification

extension Sample {
  /// What other nights may know of a report: that all of its findings are new, one of which it leads
  /// with, and that one went quiet.
  static func history(of report: Report, _ name: String) -> ReportHistory {
    let description = FindingDescription(
      id: "f", code: 1152, cause: "missing-role", principal: name, service: name, project: name,
      permissions: [name])
    let finding = FindingHistory(
      state: .new, firstSeen: "2026-11-22T10:41:05Z", lastSeen: nil, firstShown: nil,
      returnedAt: nil, denials: 7, trend: WeeklyTrend(lastWeek: 4, weekBefore: 3))
    let findings = report.principals.flatMap(\.findings).map(\.id)
    var history = ReportHistory(
      previousReport: "2026-11-22T02:00:00Z",
      findings: Dictionary(findings.map { ($0, finding) }) { first, _ in first },
      stateCounts: [.new: 1, .ongoing: 2],
      wentQuiet: [
        NotedFinding(description, state: .quiet, denials: 5, lastSeen: "2026-11-12T02:00:00Z")
      ], wentQuietLeftOut: 0,
      codes: DenialCode.allCases.map {
        CodeHistory(
          code: $0, denials: 7, causes: [], perDay: [],
          trend: WeeklyTrend(lastWeek: 4, weekBefore: 3))
      },
      suggestions: Dictionary(
        report.suggestions.map {
          ($0.id, SuggestionHistory(firstShown: "2026-11-12T02:00:00Z", denialsSince: 3))
        }
      ) { first, _ in first },
      additions: HistoryAdditions())
    history.news = [NotedFinding(description, state: .new, denials: 4, lastSeen: nil)]
    return history
  }
}
