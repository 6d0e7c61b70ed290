import AuditLog
import DenialAggregation

/// A list of texts in a column: a JSON array.
enum TextList {
  static func text(of list: [String]) -> String {
    var writer = JSONWriter(style: .compact)
    writer.array { writer in
      for text in list { writer.string(text) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// - Returns: Nothing for what is no such list.
  static func list(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = JSONScanner()
    return (try? JSONValue(from: &scanner, in: bytes.span))?.elements.compactMap(\.string) ?? []
  }
}
