package import DenialAggregation

/// Writes a report for people at a terminal: the first screen answers who is denied what, why, and
/// what to paste.
package struct TextRenderer: Sendable {
  let options: TextOptions

  package init(options: TextOptions = TextOptions()) {
    self.options = options
  }

  /// The report, a line feed at its end.
  ///
  /// Nothing that the log says reaches the text raw (``printable(_:)``).
  package func render(_ report: Report) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    headline(of: report, on: &page)
    if let history = report.history { news(of: history, on: &page) }
    if report.books.denials > 0 {
      codes(of: report, on: &page)
      warnings(report.warnings.filter(\.isUrgent), title: nil, on: &page)
      principals(of: report, on: &page)
      warnings(report.warnings.filter { !$0.isUrgent }, title: "Warnings", on: &page)
    } else {
      let limits = report.warnings.filter(\.isAboutVisibility)
      warnings(limits, title: "What these entries cannot show", on: &page)
      let others = report.warnings.filter { !$0.isAboutVisibility }
      warnings(others, title: "Warnings", on: &page)
    }
    if let uses = report.suppressions { suppressed(uses, on: &page) }
    books(of: report, on: &page)
    colophon(of: report, on: &page)
    return page.text
  }

  private func warnings(_ warnings: [ReportWarning], title: String?, on page: inout TextPage) {
    guard !warnings.isEmpty else { return }
    page.blankLine()
    if let title { page.line(StyledText(title, .strong)) }
    for warning in warnings {
      let id = cutEnd(of: printable(warning.id), columns: 30)
      let lead = StyledText(title == nil ? "Warning (\(id)): " : "  \(id): ", .warning)
      page.flow(Word.words(of: Self.brief(warning.text)), lead: lead, indent: title == nil ? 2 : 4)
    }
  }

  /// What suppressions have left out, and who answers for them.
  private func suppressed(_ uses: [SuppressionUse], on page: inout TextPage) {
    let used = uses.filter { $0.denials > 0 }
    guard !used.isEmpty else { return }
    page.blankLine()
    page.line(StyledText("Suppressed", .strong))
    for use in used {
      let lead = StyledText("  line \(use.lineNumber)  ")
      let text =
        "\(counted(use.denials, "denial")): \(use.subject), until \(use.expires.prefix(10)), "
        + "\(use.owner): \(use.reason)"
      page.flow(Word.words(of: Self.brief(text)), lead: lead, indent: 4)
    }
  }

  private func colophon(of report: Report, on page: inout TextPage) {
    page.blankLine()
    if let catalog = report.roleCatalog {
      page.flow(Word.words(of: Self.words(of: catalog), .secondary))
    }
    let version = cutEnd(of: printable(report.toolVersion), columns: 30)
    let text = "denials-report \(version), made \(minute(of: report.generatedAt)) UTC"
    page.flow(Word.words(of: text, .secondary))
  }

  /// Which role catalogue was used.
  static func words(of catalog: RoleCatalogSummary) -> String {
    let name = cutMiddle(of: printable(catalog.name), columns: 60)
    return "Roles from \(name): \(counted(catalog.roles, "role")), "
      + "\(counted(catalog.permissions, "permission")), SHA-256 \(catalog.fingerprint.prefix(12))"
  }

  /// A sentence or two; more is cut, as a value from the log inside may be of any length.
  static func brief(_ text: String) -> String {
    cutEnd(of: printable(text), columns: 1_000)
  }
}

extension ReportWarning {
  /// Whether it must be read before any suggestion.
  fileprivate var isUrgent: Bool { id == "reconnaissance" || id == "interrupted" }

  /// Whether it says that a zero means "not observable".
  fileprivate var isAboutVisibility: Bool {
    id == "no-data-access-logs" || id == "credentials-not-observable"
  }
}
