/// Why a request was denied, within its code.
///
/// The raw value is what machine formats print and what filters take.
public enum DenialCause: String, CaseIterable, Hashable, Sendable {
  // 1152, an identified caller that a policy refuses
  case missingRole = "missing-role"
  case crossProject = "cross-project"
  case vpcServiceControls = "vpc-service-controls"
  case contextAwareAccess = "context-aware-access"
  case actAs = "act-as"
  case impersonation = "impersonation"
  case quotaProject = "quota-project"
  case oauthScope = "oauth-scope"
  case orgPolicy = "org-policy"
  case denyPolicy = "iam-deny-policy"
  case principalAccessBoundary = "principal-access-boundary"
  case attributeCondition = "attribute-condition"
  case kubernetesRBAC = "kubernetes-rbac"
  case kubernetesAdmission = "kubernetes-admission"
  case unspecified = "unspecified"

  // 1153, cured by slowing down
  case rateLimit = "rate-limit"
  case tokenThroughput = "token-throughput"
  case concurrent = "concurrent"
  case sharedCapacity = "shared-capacity"
  case throttleUnspecified = "throttle-unspecified"

  // 1100, a hard block
  case quotaExhausted = "quota-exhausted"
  case quotaNotGranted = "quota-not-granted"
  case apiKeyExpired = "api-key-expired"
  case apiKeyInvalid = "api-key-invalid"
  case apiKeyRestricted = "api-key-restricted"
  case credentialsMissing = "credentials-missing"
  case credentialsExpired = "credentials-expired"
  case credentialsInvalid = "credentials-invalid"
  case credentialsUnspecified = "credentials-unspecified"
  case accountDisabled = "account-disabled"
  case billingDisabled = "billing-disabled"
  case serviceDisabled = "service-disabled"
  case consumerSuspended = "consumer-suspended"
  case consumerInvalid = "consumer-invalid"
  case modelNotEnabled = "model-not-enabled"

  /// The code that this cause belongs to; each cause has exactly one.
  public var code: DenialCode {
    switch self {
    case .missingRole, .crossProject, .vpcServiceControls, .contextAwareAccess, .actAs,
      .impersonation, .quotaProject, .oauthScope, .orgPolicy, .denyPolicy,
      .principalAccessBoundary, .attributeCondition, .kubernetesRBAC, .kubernetesAdmission,
      .unspecified:
      .iamRejection
    case .rateLimit, .tokenThroughput, .concurrent, .sharedCapacity, .throttleUnspecified:
      .throttling
    case .quotaExhausted, .quotaNotGranted, .apiKeyExpired, .apiKeyInvalid, .apiKeyRestricted,
      .credentialsMissing, .credentialsExpired, .credentialsInvalid, .credentialsUnspecified,
      .accountDisabled, .billingDisabled, .serviceDisabled, .consumerSuspended, .consumerInvalid,
      .modelNotEnabled:
      .quotaOrCredential
    }
  }

  /// Whether a binding can cure it; for every other cause a report gives advice in words.
  ///
  /// A claim about the cause alone: the principal and the permission must be known as well.
  public var isCuredByBinding: Bool {
    switch self {
    case .missingRole, .crossProject, .actAs, .impersonation, .quotaProject: true
    case .vpcServiceControls, .contextAwareAccess, .oauthScope, .orgPolicy, .denyPolicy,
      .principalAccessBoundary, .attributeCondition, .kubernetesRBAC, .kubernetesAdmission,
      .unspecified, .rateLimit, .tokenThroughput, .concurrent, .sharedCapacity,
      .throttleUnspecified, .quotaExhausted, .quotaNotGranted, .apiKeyExpired, .apiKeyInvalid,
      .apiKeyRestricted, .credentialsMissing, .credentialsExpired, .credentialsInvalid,
      .credentialsUnspecified, .accountDisabled, .billingDisabled, .serviceDisabled,
      .consumerSuspended, .consumerInvalid, .modelNotEnabled:
      false
    }
  }
}
