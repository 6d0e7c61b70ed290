import AuditLog

/// A status message as the text rules read it: in lower case, with names of things blanked out.
///
/// Messages carry names of resources and permissions, and names contain words such as quota,
/// billing and rate. So most rules look at ``plain``, where these are gone:
///
///     Permission 'cloudquotas.quotas.update' denied on resource '//…/rate-limit' (or it may …
///     permission                             denied on resource                  (or it may …
///
/// Patterns are literal words, matched in linear time; log text never meets a regular expression.
final class MessageText: Sendable {
  /// As the log has it.
  let original: String
  /// Without quoted parts, words that hold a `/`, and dotted names such as `a.b.c`.
  let plain: WordText

  convenience init(_ original: String) {
    self.init(original, plain: WordText(WordWalk(original.utf8.span, part: .plain)))
  }

  /// A message whose plain text is known.
  init(_ original: String, plain: WordText) { (self.original, self.plain) = (original, plain) }

  /// Without quoted parts; read anew each time, as few ask for it.
  var unquoted: WordText {
    plain.leavesOutNames ? WordText(WordWalk(original.utf8.span, part: .unquoted)) : plain
  }

  /// The whole message; the same.
  var full: WordText {
    plain.leavesOutNames || plain.leavesOutQuotes
      ? WordText(WordWalk(original.utf8.span, part: .full)) : plain
  }

  /// What of a message is looked at.
  enum Part {
    case full, unquoted, plain
  }

  /// Whether the message has one of two pairs of letters, given in lower case, anywhere.
  func has(_ one: TextSearch.Pair, or other: TextSearch.Pair) -> Bool {
    TextSearch.holdsInAnyCase((one, other), in: original.utf8.span)
  }

  /// What follows the first `text`, which may not span lines; `nil` if it does not occur.
  func suffix(after text: StaticString) -> Substring? { original.suffix(after: text) }
}
