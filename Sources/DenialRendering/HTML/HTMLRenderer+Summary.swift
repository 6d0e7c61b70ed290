internal import DenialAggregation
internal import DenialClassification

extension HTMLRenderer {
  /// How many causes of a code are named beside its number.
  private static let causeLimit = 5
  /// How many findings of each kind the news list.
  private static let newsLimit = 50

  // MARK: - News and warnings

  /// What is new, came back or went quiet since the last report.
  static func news(
    of history: ReportHistory, _ contents: HTMLContents, on html: inout HTMLWriter
  ) {
    html.element(.section, .id("news"), .class("box")) { html in
      guard let previous = history.previousReport else {
        html.element(.h2, text: "News")
        html.element(.p, text: "The first report of this history: all findings are new.")
        return
      }
      html.element(.h2, text: TextRenderer.newsTitle(of: history, since: minute(of: previous)))
      let noted = history.news.prefix(newsLimit) + history.wentQuiet.prefix(newsLimit)
      if noted.isEmpty { return }
      html.element(.ul) { html in
        for finding in noted { html.element(.li) { item(finding, contents, on: &$0) } }
      }
      let hidden =
        history.news.count + history.wentQuiet.count - noted.count + history.newsLeftOut
        + history.wentQuietLeftOut
      if hidden > 0 {
        html.element(.p, text: "\(grouped(hidden)) more are in the JSON report.")
      }
    }
  }

  private static func item(
    _ finding: NotedFinding, _ contents: HTMLContents, on html: inout HTMLWriter
  ) {
    html.element(.b, text: finding.state.rawValue)
    html.text(" ")
    let name = cutMiddle(of: printable(finding.principal), columns: HTMLContents.nameColumns)
    if let id = contents.anchors[finding.id] {
      html.element(.a, .href(toID: id), text: name)
    } else {
      html.text(name)
    }
    var text = ": \(finding.cause.title)"
    if let permission = finding.permissions.first {
      text += ", \(cutMiddle(of: printable(permission), columns: 90))"
      if finding.permissions.count > 1 {
        text += " and \(counted(finding.permissions.count - 1, "more permission"))"
      }
    }
    if !finding.project.isEmpty {
      text += ", in \(cutMiddle(of: printable(finding.project), columns: 60))"
    }
    html.text("\(text), \(counted(finding.denials, "denial"))")
  }

  static func warnings(of report: Report, on html: inout HTMLWriter) {
    if report.warnings.isEmpty { return }
    html.element(.section, .id("warnings"), .class("box warn")) { html in
      html.element(.h2, text: "Warnings")
      html.element(.ul) { html in
        for warning in report.warnings {
          html.element(.li) { html in
            html.element(.b, text: cutEnd(of: printable(warning.id), columns: 30))
            html.text(": \(TextRenderer.brief(warning.text))")
          }
        }
      }
    }
  }

  // MARK: - Codes and time

  /// A card for each code.
  static func codes(of report: Report, on html: inout HTMLWriter) {
    html.element(.section, .id("codes")) { html in
      html.element(.h2, text: "Codes")
      html.element(.div, .class("cards")) { html in
        for code in report.codes { card(code, of: report.books.denials, on: &html) }
      }
    }
  }

  private static func card(_ code: CodeSummary, of whole: Int, on html: inout HTMLWriter) {
    html.element(.article, .class("card")) { html in
      html.element(.h3) { html in
        html.element(.span, .class(code.code.chartClass), text: "\(code.code.rawValue)")
        html.text(" \(code.code.title)")
      }
      html.element(.p, .class("big"), text: grouped(code.denials))
      html.bar([(code.code, code.denials)], of: whole)
      html.element(.ul) { html in
        for cause in code.causes.prefix(causeLimit) {
          html.element(.li) { html in
            html.element(.b, text: grouped(cause.denials))
            html.text(" ")
            html.element(.a, .href(toID: cause.cause.rawValue), text: cause.cause.title)
          }
        }
        let others = code.causes.dropFirst(causeLimit)
        if !others.isEmpty {
          let denials = others.reduce(0) { $0 + $1.denials }
          html.element(
            .li, text: "\(grouped(denials)) for \(counted(others.count, "other cause"))")
        }
      }
    }
  }

  /// Columns over time, and the same as a table.
  static func timeline(_ timeline: Timeline, on html: inout HTMLWriter) {
    let (steps, hours) = timeline.steps
    html.element(.section, .id("time")) { html in
      let length =
        hours == 1 ? "hour" : hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
      html.element(.h2, text: "Time")
      guard let first = steps.first, let last = steps.last else {
        html.element(.p, text: "None of the denials has a time.")
        return
      }
      let highest = steps.map(\.total).max() ?? 0
      let label = "Denials per \(length) by code, UTC; the most are \(grouped(highest))"
      html.element(.p, .class("legend")) { html in
        html.text("\(label). From below: ")
        for code in DenialCode.allCases {
          html.element(.span, .class(code.chartClass), text: "\(code.rawValue)")
          html.text(" ")
        }
      }
      html.columns(steps, label: label)
      html.element(.p, .class("axis")) { html in
        html.element(.span, text: minute(of: first.start))
        html.element(.span, text: minute(of: last.start))
      }
      html.element(.details) { html in
        html.element(.summary, text: "As a table")
        table(of: steps.filter { $0.total > 0 }, per: length, on: &html)
      }
    }
  }

  private static func table(
    of steps: [Timeline.Step], per length: String, on html: inout HTMLWriter
  ) {
    html.table(
      label: "Denials per \(length)", ["from"] + DenialCode.allCases.map { "\($0.rawValue):" }
    ) {
      html in
      for step in steps {
        html.element(.tr) { html in
          html.element(.th, .named("scope", "row"), text: minute(of: step.start))
          for count in step.counts { html.element(.td, .class("n"), text: grouped(count)) }
        }
      }
    }
  }
}
