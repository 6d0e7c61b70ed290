internal import DenialAggregation
internal import IAM

/// Writes which roles to take, what else there is, and why it lost, for people at a terminal.
package struct RolesRenderer: Sendable {
  let options: TextOptions

  package init(options: TextOptions = TextOptions()) {
    self.options = options
  }

  /// The answer, a line feed at its end.
  package func render(_ query: RoleQuery) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    for choice in query.choices {
      show(choice, of: query, on: &page)
      page.blankLine()
    }
    for refusal in query.refusals {
      page.flow(Word.words(of: refusal.reason), lead: StyledText("No role: ", .warning), indent: 2)
      page.blankLine()
    }
    let source =
      query.catalog.map { TextRenderer.words(of: $0.summary) }
      ?? "Roles from the built-in table of \(PreferredRoles.date); --role-catalog searches them all."
    page.flow(Word.words(of: source, .secondary))
    return page.text
  }

  private static let indent = 11

  private func show(_ choice: RoleQuery.Choice, of query: RoleQuery, on page: inout TextPage) {
    let suggestion = choice.suggestion
    let name = suggestion.role?.name ?? "a custom role"
    let titles = suggestion.titles.map(printable).joined(separator: ", ")
    var words = [Word(name, .grant)]
    if choice.target.type == .serviceAccount {
      words += Word.words(of: "on the one service account,")
    }
    page.flow(words + Word.words(of: titles, .secondary))
    row("has", suggestion.permissions.map(\.name).joined(separator: ", "), on: &page)
    if suggestion.role != nil { row("beside", excess(of: suggestion, query), on: &page) }
    if suggestion.role == nil { row("why", suggestion.why, on: &page) }
    for warning in suggestion.warnings { row("warning", warning, .warning, on: &page) }
    // A role that the table speaks of is told in its words, once.
    let lost = suggestion.runnersUp.map { [$0.role.name, $0.why] }
    let others = suggestion.alternatives.filter { !lost.contains([$0.role, $0.why]) }
    for other in others { row("or", "\(other.role): \(other.why)", on: &page) }
    for other in suggestion.runnersUp where !others.contains(where: { $0.role == other.role.name })
    {
      row("not", "\(other.role): \(other.why)", on: &page)
    }
    if let refused = refusedWords(of: suggestion, query) { row("never", refused, on: &page) }
    if let command = choice.gcloud.flatMap({ ShellCommand($0) }) {
      page.command(command, indent: 2)
    }
  }

  private func row(
    _ label: String, _ text: String, _ style: TextStyle = .secondary, on page: inout TextPage
  ) {
    var lead = StyledText("  ")
    lead.append(label, style)
    lead.pad(to: Self.indent)
    page.flow(Word.words(of: printable(text)), lead: lead, indent: Self.indent)
  }

  private func excess(of suggestion: RoleSuggestion, _ query: RoleQuery) -> String {
    let count = counted(suggestion.excess, "other permission")
    guard query.catalog != nil else { return count }
    if suggestion.escalation.isEmpty { return "\(count), none known to lead to more power" }
    return "\(count), of which \(grouped(suggestion.escalation.count)) lead to more power"
  }

  /// How many roles with the rarest of the permissions are never suggested.
  private func refusedWords(of suggestion: RoleSuggestion, _ query: RoleQuery) -> String? {
    guard let catalog = query.catalog?.roles else { return nil }
    let count = suggestion.permissions.map { catalog.refusedHolderCount(of: $0) }.min() ?? 0
    guard count > 0 else { return nil }
    return "\(counted(count, "role")) that \(count == 1 ? "is" : "are") basic, a service agent's, "
      + "ALPHA, deprecated or deleted"
  }
}
