package import DenialAggregation
internal import DenialClassification

/// Writes metrics for node_exporter's textfile collector.
///
/// What a run has read are gauges; only a history counts on. No label is a value of the log, unless
/// principals are asked for.
/// - Source: https://prometheus.io/docs/instrumenting/exposition_formats/
package struct PrometheusRenderer: Sendable {
  private let namesPrincipals: Bool

  /// - Parameter namesPrincipals: Whether there is a metric of each principal.
  package init(namesPrincipals: Bool) {
    self.namesPrincipals = namesPrincipals
  }

  /// The metrics, a line feed at their end.
  package func render(_ report: Report) -> String {
    var page = MetricPage()
    page.add(
      "last_run_timestamp_seconds", "The clock of the last run, in seconds since 1970.",
      [.init(report.generatedAtSeconds)])
    addDenials(of: report, to: &page)
    addBooks(report.books, to: &page)
    if let history = report.history { addHistory(history, to: &page) }
    return page.text
  }

  private func addDenials(of report: Report, to page: inout MetricPage) {
    page.add(
      "denials", "Distinct denials in what the last run has read.",
      report.codes.flatMap { code in
        code.causes.map { cause in
          .init(cause.denials, ["code": "\(code.code.rawValue)", "cause": cause.cause.rawValue])
        }
      })
    page.add(
      "suppressed_denials", "Distinct denials that suppressions leave out of the above.",
      [.init(report.books.suppressed)])
    page.add(
      "principals", "Principals with denials in what the last run has read.",
      [.init(report.principals.count)])
    page.add(
      "suggested_bindings", "Bindings that would cure denials.", [.init(report.suggestions.count)])
    if namesPrincipals {
      page.add(
        "principal_denials", "Distinct denials of each principal in what the last run has read.",
        report.principals.map { .init($0.denials, ["principal": $0.principal]) })
    }
  }

  private func addBooks(_ books: Books, to page: inout MetricPage) {
    page.add("input_sources", "Sources that the last run has read.", [.init(books.sources)])
    page.add("input_entries", "Log entries that the last run has read.", [.init(books.entries)])
    page.add(
      "input_rejected_lines", "Lines that the last run could not read.",
      [
        .init(books.malformed, ["reason": "malformed"]),
        .init(books.oversize, ["reason": "oversize"]),
      ])
    page.add(
      "input_rejected_sources", "Sources that the last run could not read to their end.",
      [
        .init(books.corruptSources, ["reason": "corrupt"]),
        .init(books.unreadableSources, ["reason": "unreadable"]),
      ])
  }

  private func addHistory(_ history: ReportHistory, to page: inout MetricPage) {
    page.add(
      "findings", "Findings by state: new and returned ones of the last run, others of all.",
      FindingState.allCases.map {
        .init(history.stateCounts[$0] ?? 0, ["state": $0.rawValue])
      })
    page.add(
      "denials_total", "Distinct denials of all runs that the history remembers.",
      isCounter: true,
      history.codes.flatMap { code in
        code.causes.map { cause in
          .init(cause.denials, ["code": "\(code.code.rawValue)", "cause": cause.cause.rawValue])
        }
      })
  }
}

/// Metrics, one after another.
private struct MetricPage {
  private(set) var text = ""

  struct Sample {
    let value: Int
    let labels: KeyValuePairs<String, String>

    init(_ value: Int, _ labels: KeyValuePairs<String, String> = [:]) {
      (self.value, self.labels) = (value, labels)
    }
  }

  mutating func add(
    _ name: String, _ help: String, isCounter: Bool = false, _ samples: [Sample]
  ) {
    let name = "denials_report_\(name)"
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(isCounter ? "counter" : "gauge")\n"
    for sample in samples {
      let labels = sample.labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
      text += labels.isEmpty ? name : "\(name){\(labels.joined(separator: ","))}"
      text += " \(sample.value)\n"
    }
  }

  /// What may stand between quotes: whatever ends a line is made visible before.
  private static func escaped(_ value: String) -> String {
    var result = ""
    for character in printable(value) {
      if character == "\\" || character == "\"" { result += "\\" }
      result.append(character)
    }
    return result
  }
}
