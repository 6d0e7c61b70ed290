import AuditLog

/// What state the key, the token or the billing account is in, where an entry says more than the
/// cause does.
///
/// - Source: https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto,
///   https://cloud.google.com/docs/authentication/api-keys, and published error messages
public enum CredentialState: String, CaseIterable, Hashable, Sendable {
  case keyExpired = "key-expired"
  case keyMalformed = "key-malformed"
  case keyNotFound = "key-not-found"
  case keyLeaked = "key-leaked"
  case keyNotForAPI = "key-not-for-api"
  case keyNotForAddress = "key-not-for-address"
  case keyNotForWebsite = "key-not-for-website"
  case keyNotForAndroidApp = "key-not-for-android-app"
  case keyNotForIOSApp = "key-not-for-ios-app"
  case billingOff = "billing-off"
  case billingClosed = "billing-closed"
  case billingDelinquent = "billing-delinquent"
  case billingAccountMissing = "billing-account-missing"
  case creditsSpent = "credits-spent"

  /// A clause.
  package var meaning: String {
    switch self {
    case .keyExpired: "the key has expired"
    case .keyMalformed: "what was sent is not the text of a key"
    case .keyNotFound: "no project has such a key: it was deleted or is mistyped"
    case .keyLeaked: "the key was reported as leaked and is blocked for good"
    case .keyNotForAPI: "the key's API restrictions leave this API out"
    case .keyNotForAddress: "the key's IP address restrictions leave the caller's address out"
    case .keyNotForWebsite: "the key's website restrictions leave the HTTP referrer out"
    case .keyNotForAndroidApp: "the key's Android restrictions leave the app out"
    case .keyNotForIOSApp: "the key's iOS restrictions leave the app out"
    case .billingOff: "the project is linked to no billing account, or to a disabled one"
    case .billingClosed: "the billing account is closed"
    case .billingDelinquent: "the billing account has unpaid bills"
    case .billingAccountMissing: "the billing account does not exist"
    case .creditsSpent: "the prepaid credits are used up"
    }
  }

  /// - Returns: `nil` if the cause has no states, or the entry does not say in which it is.
  init?(_ facts: EntryFacts, cause: DenialCause) {
    let state: CredentialState?
    switch cause {
    case .apiKeyExpired: state = .keyExpired
    case .apiKeyInvalid: state = Self.ofInvalidKey(facts.message.plain)
    case .apiKeyRestricted:
      state =
        facts.details.errorInfos.lazy.compactMap { Self.restrictions[$0.reason] }.first
        ?? Self.ofRestrictedKey(facts.message.plain)
    case .billingDisabled:
      state = Self.ofBilling(
        facts.message.plain, reasons: facts.details.errorInfos.map(\.reason))
    default: return nil
    }
    guard let state else { return nil }
    self = state
  }

  private static let restrictions: [String: CredentialState] = [
    "API_KEY_SERVICE_BLOCKED": .keyNotForAPI, "API_KEY_IP_ADDRESS_BLOCKED": .keyNotForAddress,
    "API_KEY_HTTP_REFERRER_BLOCKED": .keyNotForWebsite,
    "API_KEY_ANDROID_APP_BLOCKED": .keyNotForAndroidApp,
    "API_KEY_IOS_APP_BLOCKED": .keyNotForIOSApp,
  ]

  private static func ofInvalidKey(_ text: WordText) -> CredentialState? {
    if text.says(any: ["leaked", "reported as leaked"]) { return .keyLeaked }
    if text.says(any: ["not found", "deleted"]) { return .keyNotFound }
    return text.says("malformed") ? .keyMalformed : nil
  }

  private static func ofRestrictedKey(_ text: WordText) -> CredentialState? {
    if text.says(any: ["referer", "referrer", "website"]) { return .keyNotForWebsite }
    if text.says(any: ["ip address", "ip addresses"]) { return .keyNotForAddress }
    if text.says("android") { return .keyNotForAndroidApp }
    if text.says("ios") { return .keyNotForIOSApp }
    return text.begins(with: "requests to this api") ? .keyNotForAPI : nil
  }

  private static func ofBilling(_ text: WordText, reasons: [String]) -> CredentialState? {
    if text.says("prepayment credits") { return .creditsSpent }
    if text.says(any: ["delinquent", "past due", "overdue"]) { return .billingDelinquent }
    if text.says("closed") || reasons.contains("UREQ_PROJECT_BILLING_NOT_OPEN") {
      return .billingClosed
    }
    if text.says(any: ["not found", "absent"]) || reasons.contains("UREQ_PROJECT_BILLING_NOT_FOUND")
    {
      return .billingAccountMissing
    }
    let isOff =
      reasons.contains("BILLING_DISABLED")
      || text.says(any: [
        "billing must be enabled", "billing is not enabled", "billing not enabled",
        "billing to be enabled", "billing is disabled", "billing disabled", "requires billing",
        "enable billing", "disabled",
      ])
    return isOff ? .billingOff : nil
  }
}
