/// What a `google.api.ErrorReason` says on its own.
///
/// - Source: googleapis/googleapis, google/api/error_reason.proto, and reasons seen beside it in
///   published errors of Organization Policy, Service Usage and Gemini Code Assist; 2026-11
enum ErrorReason {
  /// The cause that a reason names; `nil` if other fields must tell.
  static func cause(of reason: String) -> DenialCause? {
    // Of strings in ASCII, those that Unicode calls equal are.
    reason.utf8.allSatisfy { $0 < 0x80 } ? causes[reason] : nil
  }

  /// Reasons that speak of quota or rate; period and value of the limit decide which.
  static let ofQuota: Set<String> = [
    "RATE_LIMIT_EXCEEDED", "RESOURCE_QUOTA_EXCEEDED", "EMULATOR_QUOTA_EXCEEDED", "QUOTA_EXCEEDED",
    "rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded",
  ]

  /// Quota reasons that name an amount, not a rate.
  static let ofAllocation: Set<String> = [
    "RESOURCE_QUOTA_EXCEEDED", "EMULATOR_QUOTA_EXCEEDED", "QUOTA_EXCEEDED", "quotaExceeded",
  ]

  /// Quota reasons that name a rate, unless the limit is daily or zero.
  static let ofRate: Set<String> = [
    "RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded",
  ]

  /// The causes that reasons name on their own.
  static let causes: [String: DenialCause] = [
    "SERVICE_DISABLED": .serviceDisabled,
    "SERVICE_NOT_VISIBLE": .serviceDisabled,
    "MCP_SERVER_DISABLED": .serviceDisabled,
    "BILLING_DISABLED": .billingDisabled,
    "UREQ_PROJECT_BILLING_NOT_FOUND": .billingDisabled,
    "UREQ_PROJECT_BILLING_NOT_OPEN": .billingDisabled,
    "API_KEY_INVALID": .apiKeyInvalid,
    "API_KEY_SERVICE_BLOCKED": .apiKeyRestricted,
    "API_KEY_HTTP_REFERRER_BLOCKED": .apiKeyRestricted,
    "API_KEY_IP_ADDRESS_BLOCKED": .apiKeyRestricted,
    "API_KEY_ANDROID_APP_BLOCKED": .apiKeyRestricted,
    "API_KEY_IOS_APP_BLOCKED": .apiKeyRestricted,
    "USER_PROJECT_DENIED": .quotaProject,
    "CONSUMER_SUSPENDED": .consumerSuspended,
    "GCP_SUSPENDED": .consumerSuspended,
    "CONSUMER_INVALID": .consumerInvalid,
    "RESOURCE_PROJECT_INVALID": .consumerInvalid,
    "SECURITY_POLICY_VIOLATED": .vpcServiceControls,
    "ACCESS_TOKEN_EXPIRED": .credentialsExpired,
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT": .oauthScope,
    "ACCOUNT_STATE_INVALID": .accountDisabled,
    "ACCESS_TOKEN_TYPE_UNSUPPORTED": .credentialsInvalid,
    "CREDENTIALS_MISSING": .credentialsMissing,
    "SESSION_COOKIE_INVALID": .credentialsInvalid,
    "OVERLOADED_CREDENTIALS": .credentialsInvalid,
    "CREDENTIAL_ANDROID_APP_INVALID": .credentialsInvalid,
    "JWT_TOKEN_INVALID": .credentialsInvalid,
    "CREDENTIAL_TYPE_UNSUPPORTED": .credentialsInvalid,
    "ACCOUNT_TYPE_UNSUPPORTED": .credentialsInvalid,
    "USER_BLOCKED_BY_ADMIN": .orgPolicy,
    "RESOURCE_USAGE_RESTRICTION_VIOLATED": .orgPolicy,
    "ORG_RESTRICTION_VIOLATION": .orgPolicy,
    "LOCATION_ORG_POLICY_VIOLATED": .orgPolicy,
    "TLS_ORG_POLICY_VIOLATED": .orgPolicy,
    "TLS_CIPHER_RESTRICTION_VIOLATED": .orgPolicy,
    "ENDPOINT_USAGE_RESTRICTION_VIOLATED": .orgPolicy,
    "CUSTOM_ORG_POLICY_VIOLATION": .orgPolicy,
    "LOCATION_POLICY_VIOLATED": .unspecified,
    "QUOTA_EXHAUSTED": .quotaExhausted,
    "INSUFFICIENT_G1_CREDITS_BALANCE": .quotaExhausted,
    "MODEL_CAPACITY_EXHAUSTED": .sharedCapacity,
  ]
}
