package import AuditLog

/// When a row of the decision table decides, in operators that mean the same in Swift and in SQL.
///
/// Text is compared byte for byte, phrases stand as whole words; there are no regular expressions.
package indirect enum RowCondition: Sendable {
  /// The status code is one of these.
  case codes([Int])
  /// Something that the rows share, worked out once an entry.
  case fact(Fact)
  /// A text has one of the phrases as whole words.
  case says(Text, [Phrase])
  /// A text has one of these, be it inside a word.
  case contains(Text, [Phrase])
  /// A word of a text begins with one of these.
  case hasWord(Text, [Phrase])
  /// A text begins with a phrase.
  case begins(Text, Phrase)
  /// The message begins with just this.
  case messageBegins(String)
  /// The message is just this, in any case of its ASCII letters.
  case messageIs(String)
  /// The type of the metadata ends in this.
  case metadataType(String)
  /// The service is one of these.
  case service([String])
  /// The method begins with this.
  case methodBegins(String)
  /// Permissions are denied, and all of them are among these, in any case.
  case deniesOnly([String])
  case all([RowCondition])
  case any([RowCondition])
  case not(RowCondition)

  /// A reading of the message.
  package enum Text: String, CaseIterable, Sendable {
    /// All of it, in lower case.
    case full
    /// Without quoted parts.
    case unquoted
    /// Without quoted parts and names.
    case plain
    /// Without names of objects.
    case quota
  }

  /// What rows share.
  package enum Fact: String, CaseIterable, Sendable {
    case isUnknownCode = "is_unknown_code"
    case hasCode = "has_code"
    case isPolicyLog = "is_policy_log"
    case isIAMForm = "is_iam_form"
    case isPolicyDenial = "is_policy_denial"
    case isDryRun = "is_dry_run"
    case isDryRunMode = "is_dry_run_mode"
    case isSoftlyDenied = "is_softly_denied"
    case hasPolicyViolation = "has_policy_violation"
    case deniesPermission = "denies_permission"
    case isInferred = "is_inferred"
    case isCrossProject = "is_cross_project"
    case hasLimitOfZero = "has_limit_of_zero"
    case isTooManyRequests = "is_too_many_requests"
  }
}

extension RowCondition {
  /// The call failed, as far as the status code says.
  static let fails = not(.codes([0]))
  /// There is no status code that says that the call went well.
  static let hasNoSuccess = any([fails, not(.fact(.hasCode))])
  static let isNoIAMForm = not(.fact(.isIAMForm))
  static let isPolicyDenial = fact(.isPolicyDenial)
}
