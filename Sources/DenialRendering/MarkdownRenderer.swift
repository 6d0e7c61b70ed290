package import DenialAggregation
internal import DenialClassification

/// Writes a report for tickets and pull requests, in GitHub's Markdown: news first, then who is denied
/// what, and what to grant.
///
/// Every value of the log is code (``MarkdownText/code(_:columns:)``).
package struct MarkdownRenderer: Sendable {
  private let principalLimit: Int?

  /// How many findings of a principal are shown if the principals are limited.
  private static let findingLimit = 20
  /// How many findings the news list.
  private static let newsLimit = 20

  /// - Parameter principalLimit: How many principals are shown; `nil` for all.
  package init(principalLimit: Int?) {
    self.principalLimit = principalLimit
  }

  /// The report, a line feed at its end.
  package func render(_ report: Report) -> String {
    var lines = Self.headline(of: report)
    if let history = report.history { lines += Self.news(of: history) }
    lines += Self.codes(of: report)
    lines += Self.warnings(of: report)
    lines += principals(of: report)
    let version = MarkdownText.code(report.toolVersion, columns: 30)
    let made = MarkdownText.code(minute(of: report.generatedAt))
    lines += ["", "<sub>denials-report \(version), made \(made) UTC</sub>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func headline(of report: Report) -> [String] {
    let books = report.books
    let principals = counted(report.principals.count, "principal")
    let answer =
      books.denials == 0
      ? "No denials" : "\(counted(books.denials, "denial")) by \(principals)"
    var lines = ["# \(answer) in \(counted(books.entries, "log entry", "log entries"))"]
    if let first = report.window.firstEntry, let last = report.window.lastEntry {
      let times = [first, last].map { MarkdownText.code(minute(of: $0)) }
      let sources = counted(books.sources, "source")
      lines += ["", "\(times[0]) to \(times[1]) UTC, from \(sources)"]
    }
    if !report.filters.isEmpty {
      lines += ["", "Only denials with \(MarkdownText.code(report.filters.words, columns: 500))"]
    }
    if report.books.suppressed > 0 {
      lines += ["", "Suppressed: \(counted(report.books.suppressed, "denial")), not shown here."]
    }
    return lines
  }

  private static func news(of history: ReportHistory) -> [String] {
    guard let previous = history.previousReport else {
      return ["", "The first report of this history: all findings are new."]
    }
    let title = TextRenderer.newsTitle(
      of: history, since: MarkdownText.code(minute(of: previous)))
    let noted = history.news.prefix(newsLimit) + history.wentQuiet.prefix(newsLimit)
    var lines = ["", "## \(title)"]
    guard !noted.isEmpty else { return lines }
    lines +=
      [""]
      + MarkdownText.head(["state", "principal", "cause", "permissions", "project", "denials:"])
    for finding in noted {
      lines.append(
        MarkdownText.row([
          finding.state.isNews ? "**\(finding.state.rawValue)**" : finding.state.rawValue,
          MarkdownText.code(finding.principal), finding.cause.title,
          permissions(finding.permissions), MarkdownText.code(finding.project),
          grouped(finding.denials),
        ]))
    }
    let hidden =
      history.news.count + history.wentQuiet.count - noted.count + history.newsLeftOut
      + history.wentQuietLeftOut
    if hidden > 0 { lines += ["", "\(grouped(hidden)) more are in the JSON report."] }
    return lines
  }

  private static func codes(of report: Report) -> [String] {
    var lines = [""] + MarkdownText.head(["code", "what", "denials:", "causes"])
    for code in report.codes {
      let causes = code.causes.map { "\($0.cause.title) \(grouped($0.denials))" }
      lines.append(
        MarkdownText.row([
          "\(code.code.rawValue)", code.code.title, grouped(code.denials),
          causes.joined(separator: ", "),
        ]))
    }
    return lines
  }

  private static func warnings(of report: Report) -> [String] {
    if report.warnings.isEmpty { return [] }
    return ["", "## Warnings", ""]
      + report.warnings.map { warning in
        "- \(MarkdownText.code(warning.id)): \(MarkdownText.plain(warning.text))"
      }
  }
}

extension MarkdownRenderer {
  private func principals(of report: Report) -> [String] {
    let excerpts = report.excerpts(
      principals: principalLimit, findings: principalLimit == nil ? nil : Self.findingLimit)
    var lines: [String] = []
    var (shownCount, shownDenials) = (0, 0)
    for excerpt in excerpts {
      shownCount += 1
      shownDenials += excerpt.summary.denials
      lines += Self.section(of: excerpt, report.history)
    }
    let hiddenCount = report.principals.count - shownCount
    if hiddenCount > 0 {
      let denials = counted(report.principals.denials - shownDenials, "denial")
      lines += [
        "", "\(counted(hiddenCount, "more principal")) with \(denials): see the JSON report.",
      ]
    }
    return lines
  }

  private static func section(
    of excerpt: PrincipalExcerpt, _ history: ReportHistory?
  ) -> [String] {
    let principal = excerpt.summary
    let name = MarkdownText.code(principal.principal)
    var lines = ["", "## \(name): \(counted(principal.denials, "denial"))", ""]
    let states = history == nil ? [] : ["state"]
    lines += MarkdownText.head(["denials:"] + states + ["cause", "what", "where", "last seen"])
    for finding in principal.findings {
      let state = history.map { [$0.findings[finding.id]?.state.rawValue ?? ""] } ?? []
      lines.append(
        MarkdownText.row(
          [grouped(finding.denials)] + state + [
            finding.cause.title, subject(of: finding), place(of: finding),
            finding.lastSeen.map { MarkdownText.code(minute(of: $0)) } ?? "",
          ]))
    }
    if excerpt.hiddenFindings > 0 {
      lines += ["", "\(counted(excerpt.hiddenFindings, "more finding")): see the JSON report."]
    }
    var shown: Set<String> = []
    for finding in principal.findings {
      if let advice = finding.advice ?? (finding.suggestions.isEmpty ? finding.cause.advice : nil),
        shown.insert(advice).inserted
      {
        lines += ["", "**\(finding.cause.title)**: \(MarkdownText.plain(advice))"]
      }
      for id in finding.suggestions where shown.insert(id).inserted {
        guard let suggestion = excerpt.suggestions[id] else { continue }
        lines += grant(suggestion, history?.suggestions[id])
      }
    }
    return lines
  }

  private static func grant(
    _ suggestion: SuggestedBinding, _ history: SuggestionHistory?
  ) -> [String] {
    let role = suggestion.role.map { MarkdownText.code($0) } ?? "a custom role"
    let target = MarkdownText.code(suggestion.target.name)
    var lines = [
      "", "**Grant** \(role) on \(MarkdownText.plain(suggestion.target.noun)) \(target)",
    ]
    if let words = history?.words { lines[1] += ", shown \(MarkdownText.plain(words))" }
    lines += suggestion.warnings.flatMap { ["", "> \(MarkdownText.plain($0))"] }
    if ShellCommand(suggestion.gcloud) == nil {
      return lines + [
        "", "The command has characters that no terminal should get; see the JSON report.",
      ]
    }
    return lines + [""] + MarkdownText.block(suggestion.gcloud, language: "sh")
  }

  private static func subject(of finding: Finding) -> String {
    guard finding.permissions.isEmpty else { return permissions(finding.permissions) }
    return finding.methods.first.map { MarkdownText.code($0.value) } ?? ""
  }

  private static func permissions(_ permissions: [String]) -> String {
    let shown = permissions.prefix(6).map { MarkdownText.code($0) }
    let hidden = permissions.count - shown.count
    return (shown + (hidden > 0 ? ["\(grouped(hidden)) more"] : [])).joined(separator: ", ")
  }

  private static func place(of finding: Finding) -> String {
    [finding.service, finding.project].compactMap(\.self).map { MarkdownText.code($0) }
      .joined(separator: " in ")
  }
}
