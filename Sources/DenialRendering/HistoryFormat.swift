package import DenialAggregation

/// A form in which what a history remembers can be written.
package enum HistoryFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// Version 1, described in `docs/nightly.md`.
  case json

  /// The findings: UTF-8, a line feed at the end.
  package func render(_ findings: [RememberedFinding], text options: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(HistoryRenderer(options: options).render(findings).utf8)
    case .json: HistoryJSONRenderer.render(findings)
    }
  }

  /// The runs: UTF-8, a line feed at the end.
  package func render(_ runs: [RememberedRun], text options: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(HistoryRenderer(options: options).render(runs).utf8)
    case .json: HistoryJSONRenderer.render(runs)
    }
  }
}
