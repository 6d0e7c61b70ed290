import AuditLog

/// The sentences in which Google's services name a quota; matched byte for byte.
///
/// - Source: https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429,
///   https://cloud.google.com/compute/resource-usage; published error messages
struct QuotaSentence: Sendable {
  private(set) var metric: Substring?
  private(set) var limitName: Substring?
  private(set) var limitValue: Substring?
  private(set) var location: Substring?
  private(set) var model: Substring?

  init(_ message: String) {
    metric =
      Self.quoted(in: message, after: "quota metric '")
      ?? Self.quoted(in: message, after: "Quota '")
      ?? Self.quoted(in: message, after: "Insufficient '")
      ?? Self.name(in: message, after: "exceeded for metric: ")
      ?? Self.metric(in: message)
    limitName = Self.quoted(in: message, after: "and limit '")
    limitValue =
      ["limit: ", "Limit: "].lazy.compactMap { Self.number(in: message, after: $0) }.first
    location = Self.name(in: message, after: "in region ")
    model =
      Self.name(in: message, after: "base model: ") ?? Self.name(in: message, after: "model: ")
  }

  /// What stands up to the next apostrophe.
  private static func quoted(in message: String, after text: StaticString) -> Substring? {
    guard let rest = message.suffix(after: text) else { return nil }
    let inner = rest.utf8.prefix(257).prefix { $0 != UInt8(ascii: "'") }
    return inner.isEmpty || inner.endIndex == rest.endIndex || inner.count > 256
      ? nil : Substring(inner)
  }

  /// A word without the full stop or comma behind it.
  private static func name(in message: String, after text: StaticString) -> Substring? {
    guard let rest = message.suffix(after: text) else { return nil }
    var word = rest.utf8.prefix(256).prefix { $0 > 0x20 && $0 < 0x7F }
    while let last = word.last, ".,;:'\")".utf8.contains(last) { word = word.dropLast() }
    return word.isEmpty ? nil : Substring(word)
  }

  /// `SERVICE.googleapis.com/METRIC` behind "Quota exceeded for".
  private static func metric(in message: String) -> Substring? {
    name(in: message, after: "uota exceeded for ").flatMap {
      String($0).utf8Contains(".googleapis.com/") ? $0 : nil
    }
  }

  private static func number(in message: String, after text: StaticString) -> Substring? {
    guard let word = name(in: message, after: text), let first = word.utf8.first,
      ASCII.isDigit(first), word.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return word
  }
}
