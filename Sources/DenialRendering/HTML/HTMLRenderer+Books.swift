internal import DenialAggregation
internal import DenialClassification

extension HTMLRenderer {
  /// What the codes and causes of this report mean, and what fixes them.
  static func explanations(of report: Report, on html: inout HTMLWriter) {
    html.element(.section, .id("causes")) { html in
      html.element(.h2, text: "Codes and causes")
      for code in report.codes where code.denials > 0 {
        html.element(.h3, text: "\(code.code.rawValue) \(code.code.title)")
        html.element(.p, text: code.code.meaning)
        html.element(.p, text: "What does not help: \(code.code.nonRemedy).")
        html.element(.dl, .class("causes")) { html in
          for cause in code.causes.map(\.cause) {
            html.element(.dt, .id(cause.rawValue)) { html in
              html.text("\(cause.title) ")
              html.element(.code, text: cause.rawValue)
            }
            html.element(.dd) { html in
              html.element(.p, text: cause.meaning)
              html.element(.p, text: cause.advice)
            }
          }
        }
      }
    }
  }

  /// What suppressions have left out, and who answers for them.
  static func suppressions(of report: Report, on html: inout HTMLWriter) {
    let used = (report.suppressions ?? []).filter { $0.denials > 0 }
    if used.isEmpty { return }
    html.element(.section, .id("suppressed")) { html in
      html.element(.h2, text: "Suppressed")
      html.table(label: "Suppressed", ["denials:", "what", "until", "owner", "reason"]) { html in
        for use in used {
          html.element(.tr) { html in
            html.element(.td, .class("n"), text: grouped(use.denials))
            for text in [use.subject, String(use.expires.prefix(10)), use.owner, use.reason] {
              html.element(.td, text: TextRenderer.brief(text))
            }
          }
        }
      }
    }
  }

  /// Where every line and every entry went.
  static func books(of report: Report, on html: inout HTMLWriter) {
    let books = report.books
    html.element(.section, .id("books")) { html in
      html.element(.h2, text: "Books")
      html.element(
        .p,
        text: books.balance
          ? "They balance: every line and every entry is accounted for."
          : "They do not balance, which is a defect of this tool; please report it.")
      html.element(.div, .class("cards")) { html in
        for ledger in Ledger.all(of: books) { table(of: ledger, on: &html) }
      }
      html.element(.p, text: TextRenderer.words(ofSources: books))
    }
  }

  private static func table(of ledger: Ledger, on html: inout HTMLWriter) {
    html.element(.table, .class("card")) { html in
      html.element(.tbody) { html in
        for (index, row) in ([ledger.total] + ledger.rows).enumerated() {
          html.element(.tr) { html in
            html.element(.td, text: index == 0 ? "" : index == 1 ? "=" : "+")
            html.element(.td, .class("n"), text: grouped(row.count))
            html.element(.th, .named("scope", "row"), text: row.name)
          }
        }
      }
    }
  }
}
