/// What an entry is judged to be: a denial with its code and cause, or another class.
public struct Verdict: Hashable, Sendable {
  /// The answer.
  public enum Answer: Hashable, Sendable {
    /// A refused request; the cause has the code.
    case denial(DenialCause)
    /// Everything else, each with a class of its own, so that every entry is counted.
    case other(EntryClass)
  }

  /// A denial with its cause, or another class.
  public let answer: Answer
  /// The row of the decision table that decided, such as `6c`; `docs/classification.md` has the table.
  public let rule: String
  /// How sure it is.
  public let confidence: Confidence
  /// The one value that it rests on.
  public let evidence: Evidence
}

/// The class of an entry that is no denial.
///
/// The raw value is the key in the books; the order of the cases is the order of the books.
public enum EntryClass: String, CaseIterable, Hashable, Sendable {
  case ok
  /// The call went well, though one of its checks was explicitly not granted.
  case softDeny = "soft-deny"
  /// A service perimeter in dry-run mode: nothing was blocked.
  case vpcServiceControlsDryRun = "vpc-sc-dry-run"
  /// Another policy in dry-run mode: nothing was blocked.
  case dryRun = "dry-run"
  /// Google had no machines or no addresses left: no identity, quota or rate is at fault.
  case capacity
  /// A NOT_FOUND that may hide a denial and is more often a typo.
  case possibleMaskedDenial = "possible-masked-denial"
  /// RESOURCE_EXHAUSTED without a text that tells rate from quota.
  case unclassifiedExhausted = "unclassified-exhausted"
  /// A status code that google.rpc.Code does not have.
  case unclassifiedStatus = "unclassified-status"
  /// A failure of another kind, such as NOT_FOUND or ABORTED.
  case otherError = "other-error"
  /// A log entry without an audit payload.
  case notAnAuditEntry = "not-an-audit-entry"
  /// Left out by a filter.
  case filteredOut = "filtered-out"
}

/// How sure a verdict is.
public enum Confidence: String, Hashable, Sendable {
  /// A structured field says so.
  case high
  /// The message says so, in words that are known.
  case medium
  /// The best reading of an entry that says little.
  case low
}

/// The one value that a verdict rests on.
public struct Evidence: Hashable, Sendable {
  /// The JSON path in the entry, such as `protoPayload.status.details[0].reason`.
  public let path: String
  /// The value as the log has it, secrets masked, at most ``valueScalarLimit`` scalars.
  public let value: String

  /// The longest value that is kept; a longer one ends in `…`.
  public static let valueScalarLimit = 300

  package init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Evidence from log text, with secrets masked and its length limited.
  package init(path: String, logValue: String) {
    self.path = path
    let start = logValue.prefix(utf8Count: (Self.valueScalarLimit + 1) * 4)
    let masked = SecretMask.masked(start)
    // As many bytes are never more scalars.
    let isWhole =
      start.utf8.count == logValue.utf8.count
      && (masked.utf8.count <= Self.valueScalarLimit
        || masked.unicodeScalars.count <= Self.valueScalarLimit)
    value = isWhole ? masked : String(masked.unicodeScalars.prefix(Self.valueScalarLimit)) + "…"
  }
}
