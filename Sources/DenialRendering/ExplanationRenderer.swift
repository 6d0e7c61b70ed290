package import DenialAggregation
internal import DenialClassification

/// Writes explanations for people at a terminal: the verdict, what it rests on, and the way there.
///
/// Nothing that the log says reaches the text raw (``printable(_:)``).
package struct ExplanationRenderer: Sendable {
  let options: TextOptions

  package init(options: TextOptions = TextOptions()) {
    self.options = options
  }

  /// All explanations, a line feed at the end.
  package func render(_ report: ExplanationReport) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    for (index, line) in report.lines.enumerated() {
      if index > 0 {
        page.blankLine()
        page.line(StyledText(String(repeating: "-", count: 40), .secondary))
        page.blankLine()
      }
      switch line {
      case .entry(let entry, copyOf: let first):
        let isExplained = report.lines.contains { $0.says(what: entry, at: first) }
        heading(of: entry, on: &page)
        if let first { note(entry, isCopyOf: first, isExplained: isExplained, on: &page) }
        if !isExplained { explain(entry.explanation, of: entry, on: &page) }
      case .rejected(let place, let reason): explain(place, reason: reason, on: &page)
      }
    }
    if let text = Self.leftOut(of: report) {
      page.blankLine()
      page.flow(Word.words(of: text, .secondary))
    }
    return page.text
  }

  private func explain(
    _ explanation: Explanation, of entry: ExplainedEntry, on page: inout TextPage
  ) {
    verdict(explanation, on: &page)
    rowsBefore(explanation, on: &page)
    statements(entry, on: &page)
    unknowns(explanation, on: &page)
    remedies(for: entry, on: &page)
    rivals(explanation, on: &page)
  }

  /// A line that is no entry.
  private func explain(_ place: ExplainedPlace, reason: String, on page: inout TextPage) {
    page.line(StyledText("Not a log entry", .strong))
    item("line", Word.words(of: "\(place.source):\(place.lineNumber)"), on: &page)
    item("because", Word.words(of: reason), on: &page)
    let advice =
      "A log entry is one JSON object. What is no entry is counted as rejected, and judged by no row."
    page.flow(Word.words(of: advice, .secondary))
  }

  /// What else was found.
  private static func leftOut(of report: ExplanationReport) -> String? {
    var parts: [String] = []
    if report.denialsLeftOut > 0 {
      parts.append(counted(report.denialsLeftOut, "more denial"))
    }
    if report.othersLeftOut > 0 {
      let noun = report.denialsLeftOut > 0 ? "other entry" : "more entry"
      parts.append(counted(report.othersLeftOut, noun, noun.dropLast() + "ies"))
    }
    guard !parts.isEmpty else { return nil }
    return "Not explained: \(parts.joined(separator: " and ")). Choose with --insert-id or --line, "
      + "or raise --limit."
  }
}

extension ExplanationRenderer {
  /// What was judged, and where it stands.
  private func heading(of entry: ExplainedEntry, on page: inout TextPage) {
    switch entry.explanation.verdict.answer {
    case .denial(let cause):
      var lead = StyledText("\(cause.code.rawValue) \(cause.code.title)", .code(cause.code))
      lead.append(": \(cause.title)", .strong)
      page.line(lead)
      page.flow(Word.words(of: cause.meaning))
    case .other(let entryClass):
      var lead = StyledText("No denial", .strong)
      lead.append(": \(entryClass.rawValue)", .strong)
      page.line(lead)
      page.flow(Word.words(of: entryClass.meaning))
    }
    let (place, head) = (entry.place, entry.head)
    item("line", Word.words(of: "\(place.source):\(place.lineNumber)"), on: &page)
    if !head.timestampText.isEmpty { item("time", value(head.timestampText), on: &page) }
    if !head.insertID.isEmpty { item("insertId", value(head.insertID), on: &page) }
    if !head.logName.isEmpty { item("log", value(head.logName), on: &page) }
  }

  private func note(
    _ entry: ExplainedEntry, isCopyOf first: ExplainedPlace, isExplained: Bool,
    on page: inout TextPage
  ) {
    let content = isExplained ? "which is explained there" : "with other content"
    let count = entry.explanation.denial == nil ? "" : "; a denial counts once"
    let text = "of \(first.source):\(first.lineNumber), \(content)\(count)"
    item("copy", Word.words(of: text, .warning), on: &page)
  }

  private func verdict(_ explanation: Explanation, on page: inout TextPage) {
    section("Why", on: &page)
    let row = explanation.row
    item("row \(row.name)", Self.words(ofCondition: row.condition), on: &page)
    let evidence = explanation.verdict.evidence
    item("rests on", value(evidence.value, .strong), on: &page)
    item("", value(evidence.path, .secondary), on: &page)
    let confidence = explanation.verdict.confidence
    item(
      "confidence", Word.words(of: "\(confidence.rawValue): \(confidence.meaning)"), on: &page)
    if let runnerUp = explanation.runnerUp {
      let text =
        runnerUp.answer == explanation.verdict.answer
        ? "row \(runnerUp.rule) further down gives the same answer"
        : "without it, row \(runnerUp.rule) would decide: \(runnerUp.answer.label)"
      item("next", Word.words(of: text), on: &page)
    }
    if explanation.isCut {
      let text = "the entry lists more checks than are looked at"
      item("limit", Word.words(of: text, .warning), on: &page)
    }
  }

  /// The rows that did not fit; of neighbours with the same reason, one line.
  private func rowsBefore(_ explanation: Explanation, on page: inout TextPage) {
    guard !explanation.rowsBefore.isEmpty else { return }
    section("Rows that were tried before it, and do not fit", on: &page)
    var groups: [(names: [String], obstacle: String)] = []
    for passed in explanation.rowsBefore {
      if groups.last?.obstacle == passed.obstacle {
        groups[groups.count - 1].names.append(passed.row.name)
      } else {
        groups.append(([passed.row.name], passed.obstacle))
      }
    }
    for group in groups {
      let (first, last) = (group.names.first ?? "", group.names.last ?? "")
      let names =
        group.names.count > 2 ? "\(first) to \(last)" : group.names.joined(separator: ", ")
      item(names, value(group.obstacle), on: &page)
    }
  }

  private func statements(_ entry: ExplainedEntry, on page: inout TextPage) {
    let explanation = entry.explanation
    guard !explanation.statements.isEmpty else { return }
    section("What the entry says", on: &page)
    var isNameless =
      !entry.principal.isEmpty && !explanation.statements.contains { $0.subject == .principal }
    for statement in explanation.statements {
      if isNameless, !statement.subject.isOutcome {
        item("principal", [Word(entry.principal, .strong)], on: &page)
        isNameless = false
      }
      // Said before, as what the verdict rests on.
      if statement.subject == .message, statement.path == explanation.verdict.evidence.path {
        continue
      }
      let details = [statement.path, statement.note].filter { !$0.isEmpty }
      var words = value(statement.value)
      if !details.isEmpty {
        words += value("[\(details.joined(separator: "; "))]", .secondary)
      }
      item(statement.subject.title, words, on: &page)
    }
  }

  private func unknowns(_ explanation: Explanation, on page: inout TextPage) {
    guard !explanation.unknowns.isEmpty else { return }
    section("What the entry cannot tell", on: &page)
    for unknown in explanation.unknowns {
      page.flow(Word.words(of: unknown.text), lead: StyledText("  "), indent: 4)
    }
  }

  private func rivals(_ explanation: Explanation, on page: inout TextPage) {
    guard !explanation.row.rivals.isEmpty else { return }
    section("What would change the answer", on: &page)
    for rival in explanation.row.rivals {
      let answers = RuleRow(named: rival.row)?.answers.map(\.label) ?? []
      let text = "\(answers.joined(separator: " or ")), with \(rival.mark)"
      item("row \(rival.row)", Word.words(of: text), on: &page)
    }
  }
}

// MARK: - Parts

extension ExplanationRenderer {
  /// Where values begin.
  static let valueIndent = 17

  func section(_ title: String, on page: inout TextPage) {
    page.blankLine()
    page.line(StyledText(title, .strong))
  }

  /// A label and what is said under it.
  func item(_ label: String, _ words: [Word], on page: inout TextPage) {
    var lead = StyledText("  ")
    lead.append(label)
    lead.pad(to: Self.valueIndent)
    page.flow(words, lead: lead, indent: Self.valueIndent)
  }

  /// The words of log text, of a few lines at most.
  func value(_ text: String, _ style: TextStyle = .plain) -> [Word] {
    let room = max(options.width - Self.valueIndent, 20)
    return Word.words(of: cutEnd(of: printable(text), columns: 6 * room), style)
  }

  /// A condition without the marks that the page of the docs has.
  static func words(ofCondition condition: String) -> [Word] {
    Word.words(of: String(condition.filter { $0 != "`" }))
  }
}

extension ExplainedLine {
  /// Whether this is the entry at a place, and nothing differs in its copy but the place.
  fileprivate func says(what copy: ExplainedEntry, at place: ExplainedPlace?) -> Bool {
    guard case .entry(let entry, copyOf: _) = self, entry.place == place else { return false }
    return entry.explanation.verdict == copy.explanation.verdict
      && entry.explanation.statements == copy.explanation.statements
  }
}

extension Statement.Subject {
  /// Whether it is about what happened, which is said before who it was.
  fileprivate var isOutcome: Bool {
    [.status, .message, .reason, .service, .method].contains(self)
  }
}
