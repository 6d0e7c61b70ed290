package import DenialAggregation

/// A form in which explanations and the reference of causes can be written.
package enum ExplanationFormat: String, CaseIterable, Hashable, Sendable {
  case text, json

  /// Explanations in this format: UTF-8, a line feed at its end.
  ///
  /// Only text looks at the options.
  package func render(_ report: ExplanationReport, text options: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(ExplanationRenderer(options: options).render(report).utf8)
    case .json: ExplanationJSONRenderer().render(report)
    }
  }
}
