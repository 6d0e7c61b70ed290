internal import DenialAggregation
internal import DenialClassification

/// A finding in the table of all findings.
struct HTMLFindingRow {
  private let finding: Finding
  private let principal: String
  private let anchor: String?

  /// A finding of a principal, who is told of at an anchor if there is room.
  init(_ finding: Finding, of summary: PrincipalSummary, anchor: String?) {
    self.finding = finding
    principal = cutMiddle(of: printable(summary.principal), columns: 80)
    self.anchor = anchor
  }

  func write(_ history: FindingHistory?, hasHistory: Bool, on html: inout HTMLWriter) {
    html.element(.tr) { html in
      html.element(.td, .class("n"), text: grouped(finding.denials))
      html.element(.td, text: "\(finding.code.rawValue)")
      html.element(.td, text: finding.cause.title)
      if let anchor {
        html.element(.td) { $0.element(.a, .href(toID: anchor), text: principal) }
      } else {
        html.element(.td, text: principal)
      }
      html.element(.td, text: Self.subject(of: finding))
      for name in [finding.service, finding.project] {
        html.element(.td, text: name.map { cutMiddle(of: printable($0), columns: 60) } ?? "")
      }
      if hasHistory { html.element(.td, text: history?.state.rawValue ?? "") }
      html.element(.td, .class("t"), text: finding.lastSeen.map(minute(of:)) ?? "")
    }
  }

  /// The permissions, or else the method.
  private static func subject(of finding: Finding) -> String {
    let text = finding.permissions.first ?? finding.methods.first?.value ?? ""
    let more = max(finding.permissions.count - 1, 0)
    return cutMiddle(of: printable(text), columns: 90) + (more > 0 ? " and \(more) more" : "")
  }
}
