extension Confidence {
  /// What it means, a clause.
  package var meaning: String {
    switch self {
    case .high: "a structured field or a named permission says so"
    case .medium: "words of the message say so"
    case .low: "the best reading of an entry that says little"
    }
  }
}

extension EntryClass {
  /// One sentence about entries of this class.
  package var meaning: String {
    switch self {
    case .ok: "The call went well."
    case .softDeny:
      """
      The call went well though one of its checks was not granted, as in lists that show only what \
      one may see.
      """
    case .vpcServiceControlsDryRun:
      "A service perimeter in dry-run mode would have refused the call; nothing was blocked."
    case .dryRun:
      "A policy in dry-run mode would have refused the call; nothing was blocked."
    case .capacity:
      "Google had no machines or addresses left; no identity, quota or rate is at fault."
    case .possibleMaskedDenial:
      "NOT_FOUND in words that also hide denials; more often it is a typo."
    case .unclassifiedExhausted: "RESOURCE_EXHAUSTED without a word that tells a rate from a quota."
    case .unclassifiedStatus: "The call has a status code that google.rpc.Code does not have."
    case .otherError: "The call failed for another reason than a denial."
    case .notAnAuditEntry: "A log entry of another kind, without an audit payload."
    case .filteredOut: "An entry that a filter leaves out."
    }
  }

  /// One sentence about what to do.
  package var advice: String {
    switch self {
    case .ok, .softDeny: "Nothing is to be done."
    case .vpcServiceControlsDryRun, .dryRun:
      "Look at such calls before the policy is enforced: it will refuse them then."
    case .capacity: "Try another zone, region or time; neither a role nor more quota helps."
    case .possibleMaskedDenial:
      """
      Check the name and the project first; if both are right, ask for the permission to read the \
      resource.
      """
    case .unclassifiedExhausted, .unclassifiedStatus:
      "Read the message by yourself, and tell the makers of this tool about the entry."
    case .otherError: "Read the message: this is not about access."
    case .notAnAuditEntry: "Nothing is to be done: other logs may lie in the same files."
    case .filteredOut: "Change the filter to see it."
    }
  }
}

extension Verdict.Answer {
  /// The denial's code and cause, or the class, such as `1152 missing-role` and `ok`.
  package var label: String {
    switch self {
    case .denial(let cause): "\(cause.code.rawValue) \(cause.rawValue)"
    case .other(let entryClass): entryClass.rawValue
    }
  }

  package var cause: DenialCause? {
    if case .denial(let cause) = self { cause } else { nil }
  }

  package var entryClass: EntryClass? {
    if case .other(let entryClass) = self { entryClass } else { nil }
  }
}
