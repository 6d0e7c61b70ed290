import AuditLog

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
  /// - Returns: An excerpt of each, in the order of the report, but for those with news, who come
  ///   first if there is a history.
  package func excerpts(principals limit: Int?, findings findingLimit: Int?) -> PrincipalExcerpts {
    PrincipalExcerpts(self, limit: limit, findingLimit: findingLimit ?? .max)
  }
}

/// Makes one excerpt after another.
package struct PrincipalExcerpts: Sequence, IteratorProtocol {
  private let report: Report
  /// The places of the principals in the report.
  private let places: [Int]
  private let findingLimit: Int
  private var builder: SuggestionBuilder?
  private var shownCount = 0

  fileprivate init(_ report: Report, limit: Int?, findingLimit: Int) {
    self.report = report
    places = Array(report.placesByNews.prefix(limit ?? .max))
    self.findingLimit = findingLimit
    if let material = report.principals.material {
      // All suggestions together are found faster than one principal's after another's.
      if limit == nil { _ = material.index }
      builder = SuggestionBuilder(material)
    }
  }

  /// The next excerpt; `nil` at the end.
  package mutating func next() -> PrincipalExcerpt? {
    guard shownCount < places.count else { return nil }
    let place = places[shownCount]
    shownCount += 1
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

extension Report {
  /// The places of all principals: those with news first, if there is a history.
  fileprivate var placesByNews: [Int] {
    guard let history, history.previousReport != nil else { return Array(principals.indices) }
    let names = Set(history.news.map { ExactText($0.principal) })
    let isNews = principals.indices.map { names.contains(ExactText(principals.name(at: $0))) }
    return principals.indices.filter { isNews[$0] } + principals.indices.filter { !isNews[$0] }
  }
}
