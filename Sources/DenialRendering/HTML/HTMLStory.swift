internal import DenialAggregation
internal import DenialClassification

/// All that a page says of one principal: when and from where, what was refused, what to grant.
struct HTMLStory {
  private let excerpt: PrincipalExcerpt
  private let rank: Int
  /// Whether all is told, or just the most frequent.
  private let isFull: Bool
  private let history: ReportHistory?

  private var findingLimit: Int { isFull ? 8 : 2 }
  private var grantLimit: Int { isFull ? 6 : 2 }
  private var valueLimit: Int { isFull ? 5 : 1 }
  /// More permissions than these are counted, not listed.
  private static let permissionLimit = 6
  /// What is longer may be cut: no name or path of Google's is.
  private static let room = 160

  init(_ excerpt: PrincipalExcerpt, rank: Int, isFull: Bool, history: ReportHistory?) {
    self.excerpt = excerpt
    self.rank = rank
    self.isFull = isFull
    self.history = history
  }

  func write(on html: inout HTMLWriter) {
    let summary = excerpt.summary
    let name = cutMiddle(of: printable(summary.principal), columns: HTMLContents.nameColumns)
    html.element(.article, .class("story"), .id(HTMLContents.anchor(ofRank: rank))) { html in
      html.element(.h3, text: "\(rank). \(name)")
      html.element(.p, text: times(of: summary))
      if let burst = summary.reconnaissance {
        let text = "Refused \(burst.words): looks like someone trying out a credential."
        html.element(.p, .class("warn"), text: TextRenderer.brief(text))
      }
      if isFull { callers(of: summary, on: &html) }
      findings(on: &html)
    }
  }

  private func times(of summary: PrincipalSummary) -> String {
    var text = counted(summary.denials, "denial")
    if let first = summary.firstSeen, let last = summary.lastSeen {
      text += ", \(minute(of: first)) to \(minute(of: last)) UTC"
    }
    if let explanation = TextRenderer.explanation(ofGroup: summary.kind) {
      text += "; \(explanation)"
    }
    if !isFull, !summary.callerIPs.isEmpty { text += "; from \(listed(summary.callerIPs))" }
    return text
  }

  private func callers(of summary: PrincipalSummary, on html: inout HTMLWriter) {
    let lists = [
      ("from", summary.callerIPs), ("agents", summary.userAgents), ("keys", summary.keys),
      ("through", summary.delegations),
    ].filter { !$0.1.isEmpty }
    if lists.isEmpty { return }
    html.element(.dl) { html in
      for (title, values) in lists {
        html.element(.dt, text: title)
        html.element(.dd, text: listed(values))
      }
    }
  }

  /// The most frequent values, with their counts where there are several.
  private func listed(_ values: [ValueCount]) -> String {
    let shown = values.prefix(valueLimit).map { value in
      let text = cutMiddle(of: printable(value.value), columns: Self.room)
      return values.count > 1 ? "\(text) (\(grouped(value.denials)))" : text
    }
    let hidden = values.count - shown.count
    return shown.joined(separator: ", ") + (hidden > 0 ? " and \(grouped(hidden)) more" : "")
  }

  // MARK: - Findings

  private func findings(on html: inout HTMLWriter) {
    let findings = excerpt.summary.findings
    var shown: Set<String> = []
    for group in FindingGroup.groups(of: findings.prefix(findingLimit)) {
      for finding in group.findings { describe(finding, on: &html) }
      let suggestions = group.suggestions.compactMap { excerpt.suggestions[$0] }
      if let advice = group.advice(whenGranting: !suggestions.isEmpty) {
        html.element(.p, .class("do")) { html in
          html.element(.b, text: "Advice ")
          // What holds for every such cause stands there once.
          let cause = group.findings[0].cause
          if advice == cause.advice {
            html.element(.a, .href(toID: cause.rawValue), text: cause.remedy)
          } else {
            html.text(TextRenderer.brief(advice))
          }
        }
      }
      for suggestion in suggestions where shown.count < grantLimit || shown.contains(suggestion.id)
      {
        let isNew = shown.insert(suggestion.id).inserted
        HTMLGrant(suggestion, isFull: isFull, history: history?.suggestions[suggestion.id])
          .write(isRepeated: !isNew, on: &html)
      }
    }
    let grants = Set(findings.flatMap(\.suggestions)).count - shown.count
    if grants > 0 {
      html.element(.p, text: "\(counted(grants, "more grant")): -o grants.sh has all of them.")
    }
    let hidden = findings.dropFirst(findingLimit)
    if !hidden.isEmpty {
      let denials = hidden.reduce(0) { $0 + $1.denials }
      html.element(
        .p, text: "\(counted(hidden.count, "more finding")) with \(counted(denials, "denial")).")
    }
  }

  private func describe(_ finding: Finding, on html: inout HTMLWriter) {
    html.element(.h4) { html in
      html.element(.span, .class(finding.code.chartClass), text: grouped(finding.denials))
      html.text(" \(finding.cause.title)")
      if !finding.permissions.isEmpty {
        let shown = finding.permissions.prefix(Self.permissionLimit)
          .map { cutMiddle(of: printable($0), columns: Self.room) }
        let hidden = finding.permissions.count - shown.count
        html.text(": \(shown.joined(separator: ", "))")
        if hidden > 0 { html.text(" and \(counted(hidden, "more permission"))") }
        if finding.permissionsAreInferred { html.text(" (inferred from the method)") }
      }
    }
    html.element(.p, text: circumstances(of: finding))
    guard isFull else { return }
    for line in TextRenderer.details(of: finding, room: Self.room) {
      html.element(.p) { html in
        html.element(.b, text: line.label.text)
        html.text(" \(line.words.map(\.text).joined(separator: " "))")
      }
    }
    if finding.suggestions.isEmpty, finding.details.perimeterViolations.isEmpty {
      let evidence = cutEnd(of: printable(finding.evidence.value), columns: 2 * Self.room)
      if !evidence.isEmpty { html.element(.p, .class("log"), text: evidence) }
    }
  }

  private func circumstances(of finding: Finding) -> String {
    let cut = { (text: String) in cutMiddle(of: printable(text), columns: Self.room) }
    let place = [finding.service.map(cut), finding.project.map { "in \(cut($0))" }]
      .compactMap(\.self).joined(separator: " ")
    let beside = finding.besideServicePerimeter
    let parts: [String?] = [
      place.isEmpty ? nil : place,
      finding.methods.isEmpty || !isFull && !finding.permissions.isEmpty
        ? nil : "by \(listed(finding.methods))",
      isFull && finding.resources.count + finding.resourcesLeftOut > 0
        ? "on \(resources(of: finding))" : nil,
      finding.lastSeen.map { "last seen \(minute(of: $0))" },
      finding.confidence == .high ? nil : "\(finding.confidence.rawValue) confidence",
      beside == 0 ? nil : "likely a service perimeter in \(grouped(beside))",
      finding.caller?.ip.map { "from \(cut($0))" },
      finding.caller?.oauthClientID.map { "client \(cut($0))" },
      finding.caller?.userAgent.map { "agent \(cut($0))" },
      history?.findings[finding.id]?.state.rawValue,
      history?.findings[finding.id].flatMap { known in
        known.denials > finding.denials
          ? "\(grouped(known.denials)) in all nights, \(grouped(known.trend.lastWeek)) in the last "
            + "week after \(grouped(known.trend.weekBefore))"
          : nil
      },
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private func resources(of finding: Finding) -> String {
    let hidden = finding.resourcesLeftOut
    let shown = listed(Array(finding.resources.prefix(hidden > 0 ? valueLimit : .max)))
    return shown + (hidden > 0 ? ", \(grouped(hidden)) less frequent" : "")
  }
}
