internal import DenialClassification

/// Writes the reference of codes and causes as a page of the docs: `docs/codes.md`.
package struct CodesMarkdownRenderer: Sendable {
  package init() {}

  /// The page with the topics, or with everything if there are none; a line feed at its end.
  package func render(_ topics: [CodeTopic]) -> String {
    var lines: [String] = []
    if topics.isEmpty { lines = Self.head }
    for code in DenialCode.allCases {
      let isWhole = topics.isEmpty || topics.contains(.code(code.rawValue))
      if isWhole { lines += Self.section(of: code) }
      for cause in DenialCause.allCases where cause.code == code {
        if isWhole || topics.contains(.cause(cause.rawValue)) { lines += Self.section(of: cause) }
      }
    }
    let classes = EntryClass.allCases.filter {
      topics.isEmpty || topics.contains(.entryClass($0.rawValue))
    }
    if !classes.isEmpty { lines += Self.section(of: classes) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let head = [
    "# Codes and causes", "",
    "What `denials-report codes` prints, as a page: made by `denials-report codes -f markdown`, which",
    "a test compares with it. How an entry gets its cause: [classification](classification.md).",
    "Values are made up; words in capitals are to be replaced; paths are those of Cloud Logging's",
    "JSON.", "",
  ]

  private static func section(of code: DenialCode) -> [String] {
    [
      "## \(code.rawValue) \(code.title)", "", code.meaning, "",
      "- **What to look for:** \(sentence(code.evidence))",
      "- **What fixes it:** \(code.advice)",
      "- **What does not:** \(sentence(code.nonRemedy))", "",
    ]
  }

  private static func section(of cause: DenialCause) -> [String] {
    let rows = RuleRow.all.filter { $0.answers.contains(.denial(cause)) }.map(\.name)
    var lines = [
      "### \(cause.rawValue)", "", "\(cause.meaning) (\(cause.code.rawValue), \(cause.title))", "",
      "| what to look for | such as |", "|---|---|",
    ]
    lines += cause.evidence.map { "| `\($0.path)` | \(code($0.value)) |" }
    lines += ["", "How to make sure:", ""]
    for confirmation in cause.confirmation {
      lines.append("- \(confirmation.text)")
      if let command = confirmation.command { lines += ["  ```sh", "  \(command)", "  ```"] }
    }
    lines += [
      "", "**What fixes it:** \(sentence(cause.remedy)) \(cause.advice)", "",
      "**What does not:** \(sentence(cause.nonRemedy))", "",
      "\(rows.count == 1 ? "Row" : "Rows") \(rows.joined(separator: ", ")) of the "
        + "[decision table](classification.md#the-table).", "",
    ]
    return lines
  }

  private static func section(of classes: [EntryClass]) -> [String] {
    ["## No denial", "", "| class | what it is | what to do |", "|---|---|---|"]
      + classes.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.advice) |" }
  }

  /// Code in which backticks may stand.
  private static func code(_ text: String) -> String {
    text.contains("`") ? "`` \(text) ``" : "`\(text)`"
  }
}
