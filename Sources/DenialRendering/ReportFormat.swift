package import DenialAggregation

/// A form in which a report can be written; the raw value is its name on the command line.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// Schema version 1, `docs/report.schema.json`.
  case json
  /// GitHub's Markdown, for tickets and pull requests.
  case markdown
  /// One page for browsers.
  case html
  /// A table for spreadsheets and databases, one row a finding.
  case csv
  /// Metrics for node_exporter's textfile collector.
  case prometheus
  /// A shell script of the suggested bindings, each command commented out.
  case gcloud
  /// The suggested bindings as a Terraform configuration.
  case terraform
  /// The suggested bindings as data for a Terraform configuration that is always the same.
  case terraformData = "tfvars"

  /// What files of this format end in, without the dot.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .markdown: "md"
    case .html: "html"
    case .csv: "csv"
    case .prometheus: "prom"
    case .gcloud: "sh"
    case .terraform: "tf"
    case .terraformData: "tfvars.json"
    }
  }

  /// The format whose extension a path has, in upper or lower case.
  package init?(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A leading dot begins a hidden name, no extension; of two that fit, the longer one tells.
    let fitting = Self.allCases.filter {
      name.dropFirst().lowercased().hasSuffix(".\($0.fileExtension)")
    }
    guard let format = fitting.max(by: { $0.fileExtension.count < $1.fileExtension.count }) else {
      return nil
    }
    self = format
  }

  /// Writes what ``render(_:text:)`` returns, in pieces as they come where it may be large.
  package func write(
    _ report: Report, text: TextOptions, by work: PieceWork = .inTurn,
    to sink: @escaping @Sendable ([UInt8]) -> Void
  ) {
    switch self {
    case .json: JSONRenderer().write(report, by: work, to: sink)
    case .csv: CSVRenderer(isRaw: text.isRawCSV).write(report, to: sink)
    case .text, .markdown, .html, .prometheus, .gcloud, .terraform, .terraformData:
      sink(render(report, text: text))
    }
  }

  /// The report in this format: UTF-8, a line feed at its end.
  ///
  /// Only what people read, tables and metrics look at the options.
  package func render(_ report: Report, text: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(TextRenderer(options: text).render(report).utf8)
    case .json: JSONRenderer().render(report)
    case .markdown:
      Array(MarkdownRenderer(principalLimit: text.principalLimit).render(report).utf8)
    case .html: HTMLRenderer(principalLimit: text.pagePrincipalLimit).render(report)
    case .csv: CSVRenderer(isRaw: text.isRawCSV).render(report)
    case .prometheus:
      Array(PrometheusRenderer(namesPrincipals: text.namesPrincipals).render(report).utf8)
    case .gcloud: Array(GcloudRenderer().render(report).utf8)
    case .terraform: Array(TerraformRenderer().render(report).utf8)
    case .terraformData: TerraformDataRenderer().render(report)
    }
  }
}
