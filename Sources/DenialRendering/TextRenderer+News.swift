internal import DenialAggregation
internal import DenialClassification

extension TextRenderer {
  /// How many findings of each kind the news list.
  private static let newsLimit = 10

  /// What is new, what came back and what went quiet since the last report.
  func news(of history: ReportHistory, on page: inout TextPage) {
    page.blankLine()
    guard let previous = history.previousReport else {
      let text = "The first report of this history: all findings are new."
      return page.flow(Word.words(of: text, .strong))
    }
    let title = Self.newsTitle(of: history, since: minute(of: previous))
    page.flow(Word.words(of: title, .strong))
    list(history.news, leftOut: history.newsLeftOut, on: &page)
    list(history.wentQuiet, leftOut: history.wentQuietLeftOut, on: &page)
    page.flow(
      Word.words(of: Self.totals(of: history), .secondary), lead: StyledText("  "), indent: 2)
  }

  /// How much is new, in a line.
  static func newsTitle(of history: ReportHistory, since previous: String) -> String {
    let new = history.stateCounts[.new] ?? 0
    let returned = history.stateCounts[.returned] ?? 0
    let quiet = history.wentQuiet.count + history.wentQuietLeftOut
    let parts = [
      new > 0 ? counted(new, "new finding") : nil,
      returned > 0 ? "\(grouped(returned)) returned" : nil,
      quiet > 0 ? "\(grouped(quiet)) went quiet" : nil,
    ].compactMap(\.self)
    let news = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    return "News since the report of \(previous) UTC: \(news)"
  }

  private static func totals(of history: ReportHistory) -> String {
    let count = { (state: FindingState) in grouped(history.stateCounts[state] ?? 0) }
    var text =
      "In all nights: \(count(.ongoing)) ongoing, \(count(.quiet)) quiet; this one counted "
    text += counted(history.additions.counted, "denial")
    if history.additions.known > 0 { text += ", \(grouped(history.additions.known)) known before" }
    if history.additions.frozen > 0 {
      text +=
        ", and left out \(grouped(history.additions.frozen)) too old to be told from known ones"
    }
    return text
  }

  private func list(_ findings: [NotedFinding], leftOut: Int, on page: inout TextPage) {
    for finding in findings.prefix(Self.newsLimit) { line(of: finding, on: &page) }
    let hidden = max(findings.count - Self.newsLimit, 0) + leftOut
    if hidden > 0 {
      var lead = StyledText("  ...", .secondary)
      lead.pad(to: Self.newsIndent)
      page.flow(
        Word.words(of: "\(grouped(hidden)) more: -o report.json has them", .secondary), lead: lead)
    }
  }

  /// Adds a finding with its state before it.
  func line(of finding: NotedFinding, on page: inout TextPage) {
    let style: TextStyle = finding.state.isNews ? .warning : .secondary
    var lead = StyledText("  ")
    lead.append(finding.state.rawValue, style)
    lead.pad(to: Self.newsIndent)
    let words = Self.words(of: finding, room: page.width - Self.newsIndent)
    page.flow(words, lead: lead, indent: Self.newsIndent)
  }

  /// Behind the longest state.
  static let newsIndent = 12

  private static func words(of finding: NotedFinding, room: Int) -> [Word] {
    var words = [
      Word(cutMiddle(of: printable(finding.principal), columns: room - 1) + ":", .strong)
    ]
    words += Word.words(of: finding.cause.title, .code(finding.cause.code))
    var parts: [String] = []
    if let permission = finding.permissions.first {
      parts.append(cutMiddle(of: printable(permission), columns: min(room, 90)))
      if finding.permissions.count > 1 {
        parts.append(counted(finding.permissions.count - 1, "more permission"))
      }
    } else if !finding.service.isEmpty {
      parts.append(cutMiddle(of: printable(finding.service), columns: min(room, 60)))
    }
    if !finding.project.isEmpty {
      parts.append("in " + cutMiddle(of: printable(finding.project), columns: min(room - 3, 60)))
    }
    parts.append(counted(finding.denials, "denial"))
    if finding.state == .quiet, let seen = finding.lastSeen {
      parts.append("last seen \(minute(of: seen))")
    }
    for part in parts {
      words[words.count - 1].text += ","
      words += part.split(separator: " ").map { Word(String($0)) }
    }
    return words
  }

  /// What a finding is to somebody who has read the reports of other nights.
  static func circumstance(of history: FindingHistory?) -> Word? {
    switch history?.state {
    case .new: Word("new", .warning)
    case .returned: Word("returned", .warning)
    case .ongoing, .quiet, nil: nil
    }
  }

  /// Since when a finding is known, and whether it gets better or worse, if this report does not say it
  /// all.
  func describe(_ history: FindingHistory?, of finding: Finding, on page: inout TextPage) {
    guard let history, history.denials > finding.denials else { return }
    let first = history.firstSeen.map { minute(of: $0) } ?? "long ago"
    let text =
      "\(first), \(counted(history.denials, "denial")) in all, "
      + "\(grouped(history.trend.lastWeek)) in the last week after \(grouped(history.trend.weekBefore))"
    labelled(Word("since", .secondary), Word.words(of: text, .secondary), on: &page)
  }

  /// How long a suggested binding has stood in reports.
  func describe(_ history: SuggestionHistory?, on page: inout TextPage) {
    guard let text = history?.words else { return }
    labelled(Word("shown", .secondary), Word.words(of: text, .secondary), on: &page)
  }
}

extension SuggestionHistory {
  /// How long it has stood in reports; `nil` if this report is the first.
  var words: String? {
    firstShown.map { first in
      "first on \(first.prefix(10)); \(counted(denialsSince, "denial")) since that day"
    }
  }
}
