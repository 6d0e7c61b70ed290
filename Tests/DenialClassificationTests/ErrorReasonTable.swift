import DenialClassification
import Testing

/// What an entry with status code 7, a neutral message and one reason is judged to be.
///
/// - Source: googleapis/googleapis, google/api/error_reason.proto
enum ErrorReasonTable {
  struct Row: Sendable, CustomTestStringConvertible {
    let reason: String
    let kind: Kind
    let answer: Answer

    var testDescription: String { reason }
  }

  enum Kind: Sendable {
    /// The reason names the cause.
    case direct
    /// The reason says nothing that a rule looks at.
    case none
    /// Other fields must tell; this is the answer where they say nothing.
    case goOn
  }

  static let rows = direct + saysNothing + goOn

  private static let direct = [
    (
      DenialCause.serviceDisabled,
      ["SERVICE_DISABLED", "SERVICE_NOT_VISIBLE", "MCP_SERVER_DISABLED"]
    ),
    (
      .billingDisabled,
      ["BILLING_DISABLED", "UREQ_PROJECT_BILLING_NOT_FOUND", "UREQ_PROJECT_BILLING_NOT_OPEN"]
    ),
    (.apiKeyInvalid, ["API_KEY_INVALID"]),
    (
      .apiKeyRestricted,
      [
        "API_KEY_SERVICE_BLOCKED", "API_KEY_HTTP_REFERRER_BLOCKED", "API_KEY_IP_ADDRESS_BLOCKED",
        "API_KEY_ANDROID_APP_BLOCKED", "API_KEY_IOS_APP_BLOCKED",
      ]
    ),
    (.quotaProject, ["USER_PROJECT_DENIED"]),
    (.consumerSuspended, ["CONSUMER_SUSPENDED", "GCP_SUSPENDED"]),
    (.consumerInvalid, ["CONSUMER_INVALID", "RESOURCE_PROJECT_INVALID"]),
    (.vpcServiceControls, ["SECURITY_POLICY_VIOLATED"]),
    (.credentialsExpired, ["ACCESS_TOKEN_EXPIRED"]),
    (.credentialsMissing, ["CREDENTIALS_MISSING"]),
    (
      .credentialsInvalid,
      [
        "ACCESS_TOKEN_TYPE_UNSUPPORTED", "SESSION_COOKIE_INVALID", "OVERLOADED_CREDENTIALS",
        "CREDENTIAL_ANDROID_APP_INVALID", "JWT_TOKEN_INVALID", "CREDENTIAL_TYPE_UNSUPPORTED",
        "ACCOUNT_TYPE_UNSUPPORTED",
      ]
    ),
    (.oauthScope, ["ACCESS_TOKEN_SCOPE_INSUFFICIENT"]),
    (.accountDisabled, ["ACCOUNT_STATE_INVALID"]),
    (
      .orgPolicy,
      [
        "USER_BLOCKED_BY_ADMIN", "RESOURCE_USAGE_RESTRICTION_VIOLATED", "ORG_RESTRICTION_VIOLATION",
        "LOCATION_ORG_POLICY_VIOLATED", "TLS_ORG_POLICY_VIOLATED", "CUSTOM_ORG_POLICY_VIOLATION",
        "ENDPOINT_USAGE_RESTRICTION_VIOLATED", "TLS_CIPHER_RESTRICTION_VIOLATED",
      ]
    ),
    (.unspecified, ["LOCATION_POLICY_VIOLATED"]),
    (.quotaExhausted, ["QUOTA_EXHAUSTED", "INSUFFICIENT_G1_CREDITS_BALANCE"]),
    (.sharedCapacity, ["MODEL_CAPACITY_EXHAUSTED"]),
  ].flatMap { cause, reasons in
    reasons.map { Row(reason: $0, kind: .direct, answer: Answer(cause)) }
  }

  private static let saysNothing = [
    "ERROR_REASON_UNSPECIFIED", "LOCATION_TAX_POLICY_VIOLATED", "SYSTEM_PARAMETER_UNSUPPORTED",
    "ORG_RESTRICTION_HEADER_INVALID", "MISSING_ORIGIN",
  ].map { Row(reason: $0, kind: .none, answer: Answer(.unspecified)) }

  private static let goOn = [
    Row(reason: "RATE_LIMIT_EXCEEDED", kind: .goOn, answer: Answer(.rateLimit)),
    Row(reason: "RESOURCE_QUOTA_EXCEEDED", kind: .goOn, answer: Answer(.quotaExhausted)),
    Row(reason: "EMULATOR_QUOTA_EXCEEDED", kind: .goOn, answer: Answer(.quotaExhausted)),
    Row(reason: "IAM_PERMISSION_DENIED", kind: .goOn, answer: Answer(.unspecified)),
  ]
}
