internal import DenialAggregation
internal import DenialClassification

extension TextRenderer {
  /// Where the text of a finding begins, behind its count or label.
  static let bodyIndent = 9
  /// How many findings of a principal are shown if the principals are limited.
  private static let findingLimit = 6

  /// The principals with the most denials, each with its findings and what fixes them.
  func principals(of report: Report, on page: inout TextPage) {
    let excerpts = report.excerpts(
      principals: options.principalLimit,
      findings: options.principalLimit == nil ? nil : Self.findingLimit)
    let sparkline = sparkline(of: report)
    var adviceRanks: [String: Int] = [:]
    var (shownCount, shownDenials, isGranting) = (0, 0, false)
    for excerpt in excerpts {
      shownCount += 1
      shownDenials += excerpt.summary.denials
      isGranting = isGranting || excerpt.isHelped
      page.blankLine()
      heading(of: excerpt.summary, rank: shownCount, on: &page)
      var remedies = Remedies(
        rank: shownCount, suggestions: excerpt.suggestions, adviceRanks: adviceRanks,
        history: report.history, sparkline: sparkline)
      findings(of: excerpt, remedies: &remedies, on: &page)
      adviceRanks = remedies.adviceRanks
    }
    let hiddenCount = report.principals.count - shownCount
    if hiddenCount > 0 {
      let denials = counted(report.principals.denials - shownDenials, "denial")
      let text =
        "\(counted(hiddenCount, "more principal")) with \(denials): --top "
        + "\(report.principals.count) shows them, -o report.json has everything"
      page.blankLine()
      page.flow(Word.words(of: text, .secondary))
    }
    if isGranting {
      page.blankLine()
      let text = "Nothing was changed: the grants are proposals, to be reviewed before pasting."
      page.flow(Word.words(of: text, .secondary))
    }
  }

  private func heading(of principal: PrincipalSummary, rank: Int, on page: inout TextPage) {
    let lead = StyledText("\(rank). ")
    let name = cutMiddle(of: printable(principal.principal), columns: page.width - lead.width - 1)
    var words = [Word(name + ":", .strong), Word(counted(principal.denials, "denial"))]
    let codes = DenialCode.allCases.filter { (principal.byCode[$0] ?? 0) > 0 }
    if codes.count > 1 {
      let parts = codes.map { "\($0.rawValue): \(grouped(principal.byCode[$0] ?? 0))" }
      words.append(Word("(\(parts.joined(separator: ", ")))"))
    }
    if let explanation = Self.explanation(ofGroup: principal.kind) {
      words[words.count - 1].text += ";"
      words += Word.words(of: explanation, .secondary)
    }
    page.flow(words, lead: lead, indent: lead.width)
    if let burst = principal.reconnaissance {
      let text = "refused \(burst.words): looks like someone trying out a credential"
      labelled(Word("warning", .warning), Word.words(of: Self.brief(text)), on: &page)
    }
  }

  /// Who is meant by a name in parentheses.
  static func explanation(ofGroup kind: String) -> String? {
    switch kind {
    case "redacted": "the log leaves out who called"
    case "anonymous": "the callers did not identify themselves"
    case "unknown": "the entry that names the caller is missing"
    default: nil
    }
  }

  private func findings(
    of excerpt: PrincipalExcerpt, remedies: inout Remedies, on page: inout TextPage
  ) {
    for group in FindingGroup.groups(of: excerpt.summary.findings) {
      for finding in group.findings {
        describe(
          finding, remedies.history?.findings[finding.id],
          bars: remedies.sparkline?.bars(of: finding), on: &page)
      }
      let suggestions = group.suggestions.compactMap { remedies.suggestions[$0] }
      if let advice = group.advice(whenGranting: !suggestions.isEmpty) {
        let rank = remedies.rank(of: advice)
        let text = rank == remedies.rank ? advice : "The same as under \(rank)."
        labelled(Word("advice"), Word.words(of: Self.brief(text)), on: &page)
      }
      for suggestion in suggestions {
        let isNew = remedies.shown.insert(suggestion.id).inserted
        grant(suggestion, isRepeated: !isNew, on: &page)
        if isNew { describe(remedies.history?.suggestions[suggestion.id], on: &page) }
      }
    }
    if excerpt.hiddenFindings > 0 {
      let denials = counted(excerpt.hiddenDenials, "denial")
      let text =
        "\(counted(excerpt.hiddenFindings, "more finding")) with \(denials): -o report.json has them"
      labelled(Word("..."), Word.words(of: text, .secondary), on: &page)
    }
  }

  /// Adds a paragraph with a label or a number before it.
  func labelled(_ label: Word, _ words: [Word], on page: inout TextPage) {
    var lead = StyledText()
    lead.pad(to: Self.bodyIndent - 2 - columnCount(of: label.text))
    lead.append(label)
    lead.append("  ")
    page.flow(words, lead: lead, indent: Self.bodyIndent)
  }
}

/// What can be referred to instead of being shown again, and what findings are shown by.
private struct Remedies {
  /// The principal that is being shown, from 1.
  let rank: Int
  let suggestions: [String: SuggestedBinding]
  /// The principal under which each advice was shown first.
  private(set) var adviceRanks: [String: Int]
  /// The suggestions that were shown for this principal.
  var shown: Set<String> = []
  /// What other nights know.
  let history: ReportHistory?
  let sparkline: Sparkline?

  init(
    rank: Int, suggestions: [String: SuggestedBinding], adviceRanks: [String: Int],
    history: ReportHistory?, sparkline: Sparkline?
  ) {
    self.sparkline = sparkline
    self.rank = rank
    self.suggestions = suggestions
    self.adviceRanks = adviceRanks
    self.history = history
  }

  /// Where the advice is to be read in full: here, if it is new.
  mutating func rank(of advice: String) -> Int {
    if let earlier = adviceRanks[advice] { return earlier }
    adviceRanks[advice] = rank
    return rank
  }
}
