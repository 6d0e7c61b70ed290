import AuditLog
import IAM

/// Row 10g: a service account of one project lacks a permission in another.
///
/// An id is compared with an id, a number with a number: a false claim would be worse than none.
enum CrossProjectRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial, let evidence = facts.denied.evidence,
      crosses(from: facts.callerHomeProject, to: facts.targetProject)
    else { return nil }
    return .denial(
      .crossProject, rule: "10g", evidence: evidence,
      confidence: facts.denied.areInferred ? .low : .high)
  }

  /// Whether a caller is at home in another project than the one that owns the resource.
  static func crosses(from home: ProjectReference?, to target: ProjectReference?) -> Bool {
    guard let home, let target else { return false }
    return home.isKnownToDiffer(from: target)
  }
}

/// Row 10h: a permission is named and not granted.
///
/// A deny policy, an access boundary or a condition looks the same in the log.
/// - Source: https://cloud.google.com/iam/docs/permission-error-messages
enum MissingRoleRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial, let evidence = facts.denied.evidence else { return nil }
    return .denial(
      .missingRole, rule: "10h", evidence: evidence,
      confidence: facts.denied.areInferred ? .low : .high)
  }
}

/// Row 10i: refused, and the entry does not say what was missing; no binding is guessed.
enum UnspecifiedRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.isPolicyDenial else { return nil }
    return .denial(.unspecified, rule: "10i", evidence: facts.codeEvidence, confidence: .low)
  }
}

/// Row 11: NOT_FOUND in words that services also use to hide a denial.
///
/// - Source: googleapis/googleapis, google/rpc/code.proto (NOT_FOUND); https://google.aip.dev/211
enum MaskedDenialRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code == .notFound,
      facts.message.plain.says(any: phrases)
    else { return nil }
    return .other(
      .possibleMaskedDenial, rule: "11", evidence: facts.messageEvidence, confidence: .low)
  }

  static let phrases: [Phrase] = [
    "does not have access to it", "or it may not exist", "permission", "permissions",
  ]
}

extension EntryFacts {
  /// Whether a policy refused the call: PERMISSION_DENIED, IAM's own reason with another code, or
  /// the policy log without one.
  var isPolicyDenial: Bool {
    switch code {
    case .permissionDenied: true
    case .ok: isPolicyLog
    default: errorInfo?.reason == "IAM_PERMISSION_DENIED"
    }
  }
}
