internal import DenialAggregation
internal import DenialClassification

extension ExplanationRenderer {
  /// What to do: the report's suggestions in all their forms, or its advice.
  func remedies(for entry: ExplainedEntry, on page: inout TextPage) {
    section("What to do", on: &page)
    for suggestion in entry.suggestions { show(suggestion, on: &page) }
    if let advice = entry.advice {
      TextRenderer(options: options).labelled(
        Word("advice"), Word.words(of: TextRenderer.brief(advice)), on: &page)
    }
    show(entry.details, on: &page)
    if !entry.suggestions.isEmpty {
      let text = "Nothing was changed: review before pasting."
      page.flow(Word.words(of: text, .secondary), lead: StyledText("  "), indent: 2)
    }
    let confirmations = confirmations(of: entry)
    guard !confirmations.isEmpty else { return }
    section("How to make sure", on: &page)
    for confirmation in confirmations { show(confirmation, on: &page) }
  }

  /// Where a binding is suggested, its own check takes the place of the general one.
  private func confirmations(of entry: ExplainedEntry) -> [Confirmation] {
    let isChecked = entry.suggestions.contains { $0.verify.hasPrefix("gcloud ") }
    return entry.confirmation.filter { !isChecked || !$0.isTroubleshooter }
  }

  private func show(_ suggestion: SuggestedBinding, on page: inout TextPage) {
    let renderer = TextRenderer(options: options)
    renderer.grant(suggestion, isRepeated: false, on: &page)
    renderer.labelled(Word("why"), Word.words(of: TextRenderer.brief(suggestion.why)), on: &page)
    if let check = ShellCommand(suggestion.verify), suggestion.verify.hasPrefix("gcloud ") {
      let text = "first, whether a deny policy, a boundary or a condition decides:"
      renderer.labelled(Word("check"), Word.words(of: text), on: &page)
      page.command(check, indent: TextRenderer.bodyIndent)
    } else {
      renderer.labelled(
        Word("check"), Word.words(of: TextRenderer.brief(suggestion.verify)), on: &page)
    }
    renderer.labelled(Word("or"), Word.words(of: "in Terraform:"), on: &page)
    block(suggestion.terraform, on: &page)
    renderer.labelled(Word("or"), Word.words(of: "in the console:"), on: &page)
    for (index, step) in suggestion.console.enumerated() {
      var lead = StyledText()
      lead.pad(to: TextRenderer.bodyIndent)
      lead.append("\(index + 1). ")
      page.flow(
        Word.words(of: TextRenderer.brief(step)), lead: lead, indent: TextRenderer.bodyIndent + 3)
    }
  }

  /// Text to paste, line by line as it is.
  func block(_ text: String, on page: inout TextPage) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.allSatisfy({ printable($0) == $0 }) else {
      let notice = "the text has characters that no terminal should get; -f json has it"
      page.flow(Word.words(of: "         " + notice, .warning))
      return
    }
    for line in lines {
      var styled = StyledText()
      styled.pad(to: TextRenderer.bodyIndent)
      styled.append(line, .command)
      page.line(styled)
    }
  }

  /// A way to make sure, a command in lines of its own.
  func show(_ confirmation: Confirmation, on page: inout TextPage) {
    page.flow(Word.words(of: confirmation.text), lead: StyledText("  "), indent: 2)
    if let command = confirmation.command.flatMap(ShellCommand.init) {
      page.command(command, indent: 4)
    }
  }
}

extension Confirmation {
  /// Whether it asks what the check of a suggested binding asks as well.
  fileprivate var isTroubleshooter: Bool {
    command?.hasPrefix("gcloud policy-intelligence troubleshoot-policy iam ") ?? false
  }
}
