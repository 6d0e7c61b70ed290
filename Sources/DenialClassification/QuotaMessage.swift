import AuditLog

/// A status message, read for what it says of a quota.
struct QuotaMessage: Sendable {
  /// Without names of objects.
  let text: WordText
  let sentence: QuotaSentence
  /// Whether it says so as Compute Engine does: `Quota 'CPUS' exceeded.`
  let namesExceededQuota: Bool

  init(_ message: String) {
    var words = ObjectlessText()
    words.append(message.utf8.span)
    text = WordText(words)
    sentence = QuotaSentence(message)
    let full = WordText(WordWalk(message.utf8.span, part: .full))
    namesExceededQuota =
      full.contains(any: Self.quotedQuotas) && full.contains(any: Self.quotedExcesses)
  }

  static let quotedQuotas: [Phrase] = ["quota '", "quota \""]
  static let quotedExcesses: [Phrase] = ["' exceeded", "\" exceeded"]
}
