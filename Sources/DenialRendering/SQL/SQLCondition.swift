internal import AuditLog
internal import DenialClassification

extension RowCondition {
  /// The condition as an expression over the columns that the query works out.
  var sql: String {
    switch self {
    case .codes(let codes): "code IN (\(codes.map(String.init).joined(separator: ", ")))"
    case .fact(let fact): fact.rawValue
    case .says(let text, let phrases):
      Self.any(phrases) { SQLText.contains(text.words, "|\(SQLText.bounded(phrase: $0))|") }
    case .contains(let text, let parts):
      Self.any(parts) { SQLText.contains(text.rawValue + "_text", $0) }
    case .hasWord(let text, let stems):
      Self.any(stems) { SQLText.contains(text.words, "|\(SQLText.bounded(phrase: $0))") }
    case .begins(let text, let phrase):
      Self.startsWith(text.words, "| |\(SQLText.bounded(phrase: "\(phrase.text)"))|")
    case .messageBegins(let beginning): Self.startsWith("message", beginning)
    case .messageIs(let text):
      "\(SQLText.lowered("message")) = \(SQLText.literal(text.lowercased()))"
    case .metadataType(let ending):
      "ENDS_WITH(metadata_type, \(SQLText.literal(ending)))"
    case .service(let names): "service IN (\(SQLText.list(names)))"
    case .methodBegins(let beginning): Self.startsWith("method", beginning)
    case .deniesOnly(let names):
      """
      (denies_permission AND NOT EXISTS(SELECT 1 FROM UNNEST(permissions) AS p WHERE \
      \(SQLText.lowered("p")) NOT IN (\(SQLText.list(names.map { $0.lowercased() })))))
      """
    case .all(let conditions):
      conditions.isEmpty ? "TRUE" : "(\(conditions.map(\.sql).joined(separator: " AND ")))"
    case .any(let conditions): "(\(conditions.map(\.sql).joined(separator: " OR ")))"
    case .not(let condition): "NOT \(condition.sql)"
    }
  }

  private static func startsWith(_ text: String, _ beginning: String) -> String {
    "STARTS_WITH(\(text), \(SQLText.literal(beginning)))"
  }

  private static func any(_ phrases: [Phrase], of condition: (String) -> String) -> String {
    "(\(phrases.map { condition("\($0.text)") }.joined(separator: " OR ")))"
  }
}

extension RowCondition.Text {
  /// The column that phrases are looked for in.
  fileprivate var words: String { rawValue + "_words" }
}
