internal import DenialAggregation

/// A suggested binding, to be copied.
struct HTMLGrant {
  private let suggestion: SuggestedBinding
  /// Whether words, the Console's steps and Terraform stand beside the command.
  private let isFull: Bool
  private let history: SuggestionHistory?

  init(_ suggestion: SuggestedBinding, isFull: Bool, history: SuggestionHistory?) {
    self.suggestion = suggestion
    self.isFull = isFull
    self.history = history
  }

  func write(isRepeated: Bool, on html: inout HTMLWriter) {
    html.element(.div, .class("grant")) { html in
      if isFull || isRepeated { title(isRepeated: isRepeated, on: &html) }
      if !isRepeated { forms(on: &html) }
    }
  }

  private func title(isRepeated: Bool, on html: inout HTMLWriter) {
    html.element(.p) { html in
      html.element(.b, text: "Grant ")
      if let role = suggestion.role {
        html.element(.code, text: role)
      } else {
        let permissions = suggestion.customRole?.permissions ?? suggestion.permissions
        html.text("a custom role with just \(counted(permissions.count, "permission"))")
      }
      html.text(" on \(suggestion.target.noun) ")
      html.element(.code, text: cutMiddle(of: printable(suggestion.target.name), columns: 200))
      if isRepeated { html.text(" (as above)") }
      if !suggestion.roleTitles.isEmpty, !isRepeated {
        html.text(" (\(suggestion.roleTitles.joined(separator: ", or ")))")
      }
      if let words = history?.words, !isRepeated { html.text("; shown \(words)") }
    }
  }

  private func forms(on html: inout HTMLWriter) {
    for warning in suggestion.warnings {
      html.element(.p, .class("warn"), text: TextRenderer.brief(warning))
    }
    guard let command = ShellCommand(suggestion.gcloud) else {
      html.element(
        .p, text: "The command has characters that no terminal should get; see the JSON report.")
      return
    }
    Self.copied(command.lines(room: 90).joined(separator: "\n"), on: &html)
    guard isFull else { return }
    html.element(.details) { html in
      html.element(.summary, text: "Console, Terraform, other roles")
      html.element(.ol) { html in
        for step in suggestion.console { html.element(.li, text: step) }
      }
      Self.copied(suggestion.terraform, on: &html)
      for other in suggestion.alternatives {
        html.element(.p) { html in
          html.text("Or ")
          html.element(.code, text: other.role)
          html.text(": \(TextRenderer.brief(other.why))")
        }
      }
    }
  }

  /// A text to which the page's script adds a button.
  private static func copied(_ text: String, on html: inout HTMLWriter) {
    html.element(.pre, .class("copy")) { $0.lines(text) }
  }
}
