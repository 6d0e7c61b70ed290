/// A form in which the reference of codes and causes can be written.
package enum CodesFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// Version 1, `docs/codes.schema.json`.
  case json
  /// The page `docs/codes.md`.
  case markdown

  /// The topics, or everything if there are none: UTF-8, a line feed at the end.
  package func render(_ topics: [CodeTopic], text options: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(CodesRenderer(options: options).render(topics).utf8)
    case .json: CodesJSONRenderer().render(topics)
    case .markdown: Array(CodesMarkdownRenderer().render(topics).utf8)
    }
  }
}
