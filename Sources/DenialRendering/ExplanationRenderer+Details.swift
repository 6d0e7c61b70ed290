internal import DenialAggregation
internal import DenialClassification

extension ExplanationRenderer {
  /// A rule for each way across a perimeter, and where the quota is shown.
  func show(_ details: FindingDetails, on page: inout TextPage) {
    for violation in details.perimeterViolations {
      if let cure = violation.cure { label("cure", Word.words(of: cure), on: &page) }
      if let remedy = violation.remedy {
        show(remedy, of: violation, on: &page)
      } else if let obstacle = violation.obstacle {
        label("no rule", Word.words(of: TextRenderer.brief(obstacle)), on: &page)
      }
    }
    for quota in details.quotas {
      guard let filter = quota.filter else { continue }
      let text = "on the page Quotas & System Limits, filter by"
      label("look", Word.words(of: text) + [Word(filter, .strong)], on: &page)
    }
    for count in details.credentialStates {
      label("state", Word.words(of: count.state.meaning), on: &page)
    }
  }

  private func show(
    _ remedy: PerimeterViolation.Remedy, of violation: PerimeterViolation, on page: inout TextPage
  ) {
    if let yaml = remedy.yaml {
      let place = violation.isDryRun ? "in the dry-run configuration of the perimeter" : ""
      let text = "\(violation.direction ?? "") rule for FILE, to be reviewed \(place)"
      label("rule", Word.words(of: text), on: &page)
      block(yaml.droppingLineFeed, on: &page)
    }
    for warning in remedy.warnings {
      label("warning", Word.words(of: TextRenderer.brief(warning)), on: &page)
    }
    for (index, text) in remedy.commands.enumerated() {
      guard let command = ShellCommand(text) else { continue }
      let isFirst = index == 0 && remedy.commands.count > 1
      let step = isFirst ? "shows the rules that are there:" : "then, after a review:"
      label("run", Word.words(of: remedy.commands.count > 1 ? step : "after a review:"), on: &page)
      page.command(command, indent: TextRenderer.bodyIndent)
    }
  }

  private func label(_ label: String, _ words: [Word], on page: inout TextPage) {
    let style: TextStyle = label == "warning" ? .warning : .plain
    TextRenderer(options: options).labelled(Word(label, style), words, on: &page)
  }
}

extension String {
  /// The text without the line feed at its end.
  fileprivate var droppingLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
