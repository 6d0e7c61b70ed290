internal import DenialClassification

/// Writes the reference of codes and causes for people at a terminal.
package struct CodesRenderer: Sendable {
  let options: TextOptions

  package init(options: TextOptions = TextOptions()) {
    self.options = options
  }

  /// The table of all codes, or what there is to know of each topic, a line feed at the end.
  package func render(_ topics: [CodeTopic]) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    if topics.isEmpty { table(on: &page) }
    for (index, topic) in topics.enumerated() {
      if index > 0 { page.blankLine() }
      switch topic {
      case .code(let number):
        if let code = DenialCode(rawValue: number) { describe(code, on: &page) }
      case .cause(let name):
        if let cause = DenialCause(rawValue: name) { describe(cause, on: &page) }
      case .entryClass(let name):
        if let entryClass = EntryClass(rawValue: name) { describe(entryClass, on: &page) }
      }
    }
    return page.text
  }

  /// Where the second column begins: the longest name has 25 letters.
  private static let nameIndent = 29

  private func table(on page: inout TextPage) {
    page.line(StyledText("Codes, their causes, and what fixes each", .strong))
    page.blankLine()
    for code in DenialCode.allCases {
      heading(of: code, on: &page)
      page.flow(Word.words(of: code.meaning), lead: StyledText("  "), indent: 2)
      causes(of: code, on: &page)
      page.blankLine()
    }
    page.line(StyledText("No denial", .strong))
    for entryClass in EntryClass.allCases {
      row(entryClass.rawValue, entryClass.meaning, on: &page)
    }
    page.blankLine()
    let text =
      "denials-report codes NAME tells what such an entry looks like, how to make sure and "
      + "what fixes it."
    page.flow(Word.words(of: text, .secondary))
  }

  private func heading(of code: DenialCode, on page: inout TextPage) {
    var line = StyledText("\(code.rawValue)", .code(code))
    line.append("  \(code.title)", .strong)
    page.line(line)
  }

  /// The causes of a code with what fixes each.
  private func causes(of code: DenialCode, on page: inout TextPage) {
    for cause in DenialCause.allCases where cause.code == code {
      row(cause.rawValue, cause.remedy, on: &page)
    }
  }

  private func row(_ name: String, _ text: String, on page: inout TextPage) {
    var lead = StyledText("  ")
    lead.append(name)
    lead.pad(to: Self.nameIndent)
    page.flow(Word.words(of: text), lead: lead, indent: Self.nameIndent)
  }

  // MARK: - One topic

  private func describe(_ code: DenialCode, on page: inout TextPage) {
    heading(of: code, on: &page)
    page.flow(Word.words(of: code.meaning))
    clause("What to look for", code.evidence, on: &page)
    section("What fixes it", on: &page)
    page.flow(Word.words(of: code.advice), lead: StyledText("  "), indent: 2)
    clause("What does not", code.nonRemedy, on: &page)
    section("Causes, and what fixes each", on: &page)
    causes(of: code, on: &page)
  }

  private func describe(_ cause: DenialCause, on page: inout TextPage) {
    var line = StyledText("\(cause.code.rawValue)", .code(cause.code))
    line.append(" \(cause.rawValue)", .strong)
    page.line(line)
    page.flow(Word.words(of: cause.meaning))
    section("What to look for", on: &page)
    for evidence in cause.evidence {
      page.flow(Word.words(of: evidence.path, .secondary), lead: StyledText("  "), indent: 2)
      page.flow(Word.words(of: evidence.value), lead: StyledText("    "), indent: 4)
    }
    section("How to make sure", on: &page)
    let renderer = ExplanationRenderer(options: options)
    for confirmation in cause.confirmation { renderer.show(confirmation, on: &page) }
    clause("What fixes it", cause.remedy, on: &page)
    page.flow(Word.words(of: cause.advice), lead: StyledText("  "), indent: 2)
    clause("What does not", cause.nonRemedy, on: &page)
    rows(with: .denial(cause), on: &page)
  }

  private func describe(_ entryClass: EntryClass, on page: inout TextPage) {
    page.line(StyledText("\(entryClass.rawValue), no denial", .strong))
    page.flow(Word.words(of: entryClass.meaning))
    section("What to do", on: &page)
    page.flow(Word.words(of: entryClass.advice), lead: StyledText("  "), indent: 2)
    rows(with: .other(entryClass), on: &page)
  }

  /// The rows of the decision table that can give an answer.
  private func rows(with answer: Verdict.Answer, on page: inout TextPage) {
    let rows = RuleRow.all.filter { $0.answers.contains(answer) }
    guard !rows.isEmpty else { return }
    section("When an entry is judged so", on: &page)
    for row in rows {
      var lead = StyledText("  row \(row.name)")
      lead.pad(to: 11)
      page.flow(ExplanationRenderer.words(ofCondition: row.condition), lead: lead, indent: 11)
    }
  }

  private func section(_ title: String, on page: inout TextPage) {
    page.blankLine()
    page.line(StyledText(title, .strong))
  }

  /// A title, and a clause made a sentence.
  private func clause(_ title: String, _ clause: String, on page: inout TextPage) {
    section(title, on: &page)
    page.flow(Word.words(of: sentence(clause)), lead: StyledText("  "), indent: 2)
  }
}

/// A clause with a capital letter and a full stop; words that are names stay as they are.
func sentence(_ clause: String) -> String {
  let isName = clause.hasPrefix("roles/") || clause.hasPrefix("kubectl ")
  return (isName ? clause : clause.prefix(1).uppercased() + clause.dropFirst()) + "."
}
