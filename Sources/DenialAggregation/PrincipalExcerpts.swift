/// What a screen shows of a principal.
package struct PrincipalExcerpt: Sendable {
  /// The summary with the first findings only.
  package let summary: PrincipalSummary
  /// How many findings there are beside those.
  package let hiddenFindings: Int
  /// How many denials those have.
  package let hiddenDenials: Int
  /// The suggestions that the findings name, by id, and maybe others.
  package let suggestions: [String: SuggestedBinding]
  /// Whether any finding, shown or not, has a suggestion.
  package let isHelped: Bool

  init(
    _ summary: PrincipalSummary, findingCount: Int, suggestions: [SuggestedBinding], isHelped: Bool
  ) {
    self.summary = summary
    hiddenFindings = findingCount - summary.findings.count
    hiddenDenials = summary.findings.reduce(summary.denials) { $0 - $1.denials }
    self.suggestions = Dictionary(suggestions.map { ($0.id, $0) }) { first, _ in first }
    self.isHelped = isHelped
  }
}

extension Report {
  /// What a screen shows of the first principals.
  ///
  /// - Parameters:
  ///   - limit: How many; `nil` for all.
  ///   - findingLimit: How many findings of each; `nil` for all.
  /// - Returns: An excerpt of each, in the order of the report.
  package func excerpts(principals limit: Int?, findings findingLimit: Int?) -> PrincipalExcerpts {
    PrincipalExcerpts(self, limit: limit, findingLimit: findingLimit ?? .max)
  }
}

/// Makes one excerpt after another.
package struct PrincipalExcerpts: Sequence, IteratorProtocol {
  private let report: Report
  private let limit: Int
  private let findingLimit: Int
  private var builder: SuggestionBuilder?
  private var place = 0

  fileprivate init(_ report: Report, limit: Int?, findingLimit: Int) {
    self.report = report
    self.limit = Swift.min(limit ?? .max, report.principals.count)
    self.findingLimit = findingLimit
    if let material = report.principals.material {
      // All suggestions together are found faster than one principal's after another's.
      if limit == nil { _ = material.index }
      builder = SuggestionBuilder(material)
    }
  }

  /// The next excerpt; `nil` at the end.
  package mutating func next() -> PrincipalExcerpt? {
    guard place < limit else { return nil }
    defer { place += 1 }
    guard let material = report.principals.material, var builder = builder.take() else {
      return listed(report.principals[place])
    }
    let excerpt = material.excerpt(at: place, findingLimit: findingLimit, &builder)
    self.builder = builder
    return excerpt
  }

  /// The excerpt of a summary that was there already.
  private func listed(_ whole: PrincipalSummary) -> PrincipalExcerpt {
    var summary = whole
    summary.findings = Array(whole.findings.prefix(findingLimit))
    return PrincipalExcerpt(
      summary, findingCount: whole.findings.count, suggestions: Array(report.suggestions),
      isHelped: !whole.findings.allSatisfy(\.suggestions.isEmpty))
  }
}
