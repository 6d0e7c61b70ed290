import Testing

@testable import DenialClassification

struct CredentialStateTests {
  private static let cases: [(code: String, reason: String, message: String, CredentialState?)] = [
    ("3", "API_KEY_INVALID", "API key expired. Please renew the API key.", .keyExpired),
    ("3", "API_KEY_INVALID", "API key not valid. Please pass a valid API key.", nil),
    ("3", "", "API key malformed.", .keyMalformed),
    ("3", "", "API key not found. Please pass a valid API key.", .keyNotFound),
    ("7", "", "Your API key was reported as leaked. Please use another API key.", .keyLeaked),
    ("7", "API_KEY_SERVICE_BLOCKED", "x", .keyNotForAPI),
    ("7", "", "Requests to this API x.googleapis.com method y are blocked.", .keyNotForAPI),
    ("7", "API_KEY_IP_ADDRESS_BLOCKED", "x", .keyNotForAddress),
    ("7", "", "The API key has an IP address restriction: blocked", .keyNotForAddress),
    ("7", "API_KEY_HTTP_REFERRER_BLOCKED", "x", .keyNotForWebsite),
    ("7", "", "Requests from referer https://example.com are blocked.", .keyNotForWebsite),
    ("7", "API_KEY_ANDROID_APP_BLOCKED", "x", .keyNotForAndroidApp),
    ("7", "", "Requests from this Android client application x are blocked.", .keyNotForAndroidApp),
    ("7", "API_KEY_IOS_APP_BLOCKED", "x", .keyNotForIOSApp),
    ("7", "", "Requests from this iOS client application x are blocked.", .keyNotForIOSApp),
    ("7", "", "The API key is restricted.", nil),
    ("7", "BILLING_DISABLED", "This API method requires billing to be enabled.", .billingOff),
    ("7", "", "Billing is not enabled for this project.", .billingOff),
    ("7", "UREQ_PROJECT_BILLING_NOT_OPEN", "x", .billingClosed),
    ("7", "", "The billing account for the owning project is closed", .billingClosed),
    ("7", "BILLING_DISABLED", "The billing account is delinquent.", .billingDelinquent),
    ("7", "UREQ_PROJECT_BILLING_NOT_FOUND", "x", .billingAccountMissing),
    ("8", "", "Your prepayment credits are depleted.", .creditsSpent),
    ("16", "ACCESS_TOKEN_EXPIRED", "x", nil), ("8", "", "Quota exceeded.", nil),
  ]

  @Test(arguments: cases)
  func `an entry tells the state of a key or a billing account`(
    code: String, reason: String, message: String, state: CredentialState?
  ) throws {
    let details = reason.isEmpty ? "" : errorInfo(reason)
    let denial = try Sample(
      code: code, message: message, details: details, service: "aiplatform.googleapis.com"
    ).denial
    #expect(denial.credentialState == state, "\(denial.cause)")
  }

  @Test func `each state is met and has words`() {
    let met = Set(Self.cases.compactMap(\.3))
    #expect(met == Set(CredentialState.allCases))
    for state in CredentialState.allCases {
      #expect(state.meaning.utf8.allSatisfy { 0x20...0x7E ~= $0 })
      #expect(state.meaning.last != ".")
    }
    #expect(Set(CredentialState.allCases.map(\.meaning)).count == CredentialState.allCases.count)
  }
}
