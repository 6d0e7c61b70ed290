import AuditLog
import IAM

/// Something that matters to a verdict and that no entry of its kind can tell.
///
/// - Source: https://cloud.google.com/iam/docs/permission-error-messages (what looks like a missing
///   role), https://cloud.google.com/logging/docs/audit (redacted callers)
package enum Unknown: String, CaseIterable, Hashable, Sendable {
  case denyPolicy = "deny-policy"
  case accessBoundary = "principal-access-boundary"
  case condition = "iam-condition"
  case existence = "existence"
  case permission = "inferred-permission"
  case perimeter = "service-perimeter"
  case rolesBehindPolicy = "roles-behind-policy"
  case sameProject = "project-number"
  case redactedCaller = "redacted-principal"
  case unidentifiedCaller = "unidentified-caller"
  case operationPartner = "operation-partner"
  case splitParts = "split-parts"
  case bindingTarget = "binding-target"
  case quotaUse = "quota-use"
  case apiKey = "api-key"
  case maskedResource = "masked-resource"

  /// A sentence.
  package var text: String {
    switch self {
    case .denyPolicy:
      "Whether an IAM deny policy forbids the call: the message is the same as for a missing role."
    case .accessBoundary:
      "Whether a principal access boundary keeps the caller away from the resource."
    case .condition:
      "Whether the caller has such a role under a condition that was not met."
    case .existence:
      "Whether the resource exists: a service may refuse alike what is not there."
    case .permission:
      "Which permission was checked: the log names none, and the method tells it."
    case .perimeter:
      """
      Whether a service perimeter refused: that may stand in another entry, of the policy log, by \
      the same caller within two seconds.
      """
    case .rolesBehindPolicy:
      "Whether the caller's roles would be enough once the policy lets the call pass."
    case .sameProject:
      """
      Whether the caller's home project and the resource's project are the same: one is an id, the \
      other a number.
      """
    case .redactedCaller:
      "Who called: the log leaves it out, as it may for people's refused reads."
    case .unidentifiedCaller:
      "Who called: no identity was established."
    case .operationPartner:
      """
      What the other entry of the same operation says, which may be the one that names the caller \
      and the permission.
      """
    case .splitParts:
      "What the other parts of the divided entry say."
    case .bindingTarget:
      "Which service account or quota project was meant: neither a resource nor the message names it."
    case .quotaUse:
      "How much of the quota others used: it is counted over all callers that share it."
    case .apiKey:
      "Which API key was sent: no entry holds it in full."
    case .maskedResource:
      "Whether the resource does not exist or may not be seen: the answer is the same on purpose."
    }
  }

  /// Whether a verdict leaves this open.
  func applies(to facts: EntryFacts, verdict: Verdict, denial: Denial?) -> Bool {
    switch self {
    case .maskedResource: verdict.answer == .other(.possibleMaskedDenial)
    case .operationPartner: denial?.isHalf ?? false
    case .splitParts: denial?.split != nil
    default: denial.map { applies(to: facts, denial: $0) } ?? false
    }
  }

  private func applies(to facts: EntryFacts, denial: Denial) -> Bool {
    let cause = denial.cause
    return switch self {
    case .denyPolicy, .accessBoundary, .condition: cause.isCuredByBinding
    case .existence: cause.isCuredByBinding && facts.message.plain.says("it may not exist")
    case .permission: denial.permissionsAreInferred
    case .perimeter: cause == .unspecified
    case .rolesBehindPolicy: cause.isOfPolicyBeforeRoles
    case .sameProject: cause == .missingRole && facts.hasIncomparableProjects
    case .redactedCaller:
      facts.caller.principal.name.isEmpty && !cause.meansNoIdentity && !denial.isPart
    case .unidentifiedCaller: facts.caller.principal.name.isEmpty && cause.meansNoIdentity
    case .bindingTarget:
      switch cause {
      case .actAs, .impersonation: denial.serviceAccount.isEmpty
      case .quotaProject: denial.quotaProject.isEmpty
      default: false
      }
    case .quotaUse:
      cause.code == .throttling && cause != .sharedCapacity || cause == .quotaExhausted
    case .apiKey: [.apiKeyExpired, .apiKeyInvalid, .apiKeyRestricted].contains(cause)
    case .maskedResource, .operationPartner, .splitParts: false
    }
  }
}

extension EntryFacts {
  /// Whether one of the two projects is an id and the other a number.
  fileprivate var hasIncomparableProjects: Bool {
    guard let home = callerHomeProject, let target = targetProject else { return false }
    return home.isNumber != target.isNumber
  }
}

extension Denial {
  /// Whether the entry is one of the two of an operation.
  fileprivate var isHalf: Bool { operation.map { $0.isFirst != $0.isLast } ?? false }

  /// Whether another entry may name the caller.
  fileprivate var isPart: Bool { isHalf || split != nil }
}

extension DenialCause {
  /// Whether a policy other than roles refused, so that nothing is known of the roles.
  fileprivate var isOfPolicyBeforeRoles: Bool {
    switch self {
    case .vpcServiceControls, .contextAwareAccess, .oauthScope, .denyPolicy,
      .principalAccessBoundary:
      true
    default: false
    }
  }

  /// Whether it says that nobody was identified.
  fileprivate var meansNoIdentity: Bool {
    switch self {
    case .apiKeyExpired, .apiKeyInvalid, .apiKeyRestricted, .credentialsMissing,
      .credentialsExpired, .credentialsInvalid, .credentialsUnspecified:
      true
    default: false
    }
  }
}
