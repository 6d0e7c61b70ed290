package import DenialAggregation

/// A form in which a report can be written; the raw value is its name on the command line.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// Schema version 1, `docs/report.schema.json`.
  case json

  /// What files of this format end in, without the dot.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    }
  }

  /// The format whose extension a path has, in upper or lower case.
  package init?(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A leading dot begins a hidden name, no extension.
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let fileExtension = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtension == fileExtension }) else {
      return nil
    }
    self = format
  }

  /// The report in this format: UTF-8, a line feed at its end.
  ///
  /// Only a text report looks at the options.
  package func render(_ report: Report, text: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(TextRenderer(options: text).render(report).utf8)
    case .json: JSONRenderer().render(report)
    }
  }
}
