package import DenialAggregation
internal import DenialClassification

/// Writes a report as a table: one row a finding, the columns always the same (`docs/csv.md`).
package struct CSVRenderer: Sendable {
  private let isRaw: Bool

  /// - Parameter isRaw: Whether cells may begin like formulas: never for a spreadsheet.
  package init(isRaw: Bool = false) {
    self.isRaw = isRaw
  }

  static let columns = [
    "id", "state", "first_shown", "code", "cause", "confidence", "principal", "member", "kind",
    "permissions", "permissions_inferred", "service", "project", "resource", "resources_left_out",
    "methods", "denials", "first_seen", "last_seen", "evidence_path", "evidence_value",
    "insert_ids", "suggested_role", "suggested_target_type", "suggested_target", "gcloud", "advice",
    "caller_ip", "last_granted",
  ]

  /// The table: UTF-8, a record with the names of the columns first, each with CRLF at its end.
  package func render(_ report: Report) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report) { bytes += $0 }
    return bytes
  }

  /// The same, one principal after another; those with news first if there is a history.
  func write(_ report: Report, to sink: ([UInt8]) -> Void) {
    sink(row { row in for column in Self.columns { row.add(column) } })
    for excerpt in report.excerpts(principals: nil, findings: nil) {
      sink(
        excerpt.summary.findings.flatMap { finding in
          row { add(finding, of: excerpt, report.history?.findings[finding.id], to: &$0) }
        })
    }
  }

  private func row(_ fill: (inout CSVRow) -> Void) -> [UInt8] {
    CSVRow.bytes(isRaw: isRaw, fill)
  }

  private func add(
    _ finding: Finding, of excerpt: PrincipalExcerpt, _ history: FindingHistory?,
    to row: inout CSVRow
  ) {
    row.add(finding.id)
    row.add(history?.state.rawValue)
    row.add(history?.firstShown)
    row.add(finding.code.rawValue)
    row.add(finding.cause.rawValue)
    row.add(finding.confidence.rawValue)
    row.add(excerpt.summary.principal)
    row.add(excerpt.summary.member)
    row.add(excerpt.summary.kind)
    row.add(finding.permissions)
    row.add(finding.permissionsAreInferred ? "true" : "false")
    row.add(finding.service)
    row.add(finding.project)
    row.add(finding.resource)
    row.add(finding.resourcesLeftOut)
    row.add(finding.methods.map(\.value))
    row.add(finding.denials)
    row.add(finding.firstSeen)
    row.add(finding.lastSeen)
    row.add(finding.evidence.path)
    row.add(finding.evidence.value)
    row.add(finding.examples)
    add(finding.suggestions.compactMap { excerpt.suggestions[$0] }, to: &row)
    row.add(finding.advice)
    row.add(finding.caller?.ip)
    row.add(finding.lastGranted)
  }

  /// Adds what would cure a finding, a line each; no command that a terminal would not show as it is.
  private func add(_ suggestions: [SuggestedBinding], to row: inout CSVRow) {
    row.add(suggestions.map { $0.role ?? "(custom role)" })
    row.add(suggestions.map(\.target.type))
    row.add(suggestions.map(\.target.name))
    row.add(
      suggestions.flatMap { suggestion in
        let script = suggestion.gcloud
        return ShellCommand(script) == nil ? [""] : script.split(separator: "\n").map(String.init)
      })
  }
}
