import Testing

@testable import DenialClassification

/// What an explanation says that nobody can know.
struct UnknownTests {
  private static let denied = refused("storage.objects.get")
  private static let half = #""operation":{"id":"op-1","producer":"x","last":true}"#
  private static let part = #""split":{"uid":"u-1","index":1,"totalSplits":3}"#
  private static let policies: [Unknown] = [.denyPolicy, .accessBoundary, .condition]

  private static let cases: [(Sample, [Unknown])] = [
    (Sample(authorization: denied), policies),
    (
      Sample(
        message: "Permission 'a.b.c' denied on resource 'r' (or it may not exist).",
        authorization: denied),
      policies + [.existence]
    ),
    (
      Sample(
        message: "PERMISSION_DENIED", service: "aiplatform.googleapis.com",
        method: "google.cloud.aiplatform.v1.PredictionService.Predict"),
      policies + [.permission]
    ),
    (
      Sample(
        principal: "app@acme-data.iam.gserviceaccount.com",
        authorization: refused("a.b.c", on: "projects/123456789")),
      policies + [.sameProject]
    ),
    (Sample(principal: "", authorization: denied), policies + [.redactedCaller]),
    (
      Sample(principal: "", authorization: denied, members: half), policies + [.operationPartner]
    ),
    (Sample(principal: "", authorization: denied, members: part), policies + [.splitParts]),
    (Sample(authorization: refused("iam.serviceAccounts.actAs")), policies + [.bindingTarget]),
    (Sample(), [.perimeter]),
    (Sample(message: "Request violates VPC Service Controls."), [.rolesBehindPolicy]),
    (Sample(code: "8", message: "Quota exceeded: requests per minute."), [.quotaUse]),
    (Sample(details: errorInfo("API_KEY_INVALID"), principal: ""), [.unidentifiedCaller, .apiKey]),
    (Sample(code: "5", message: "Not found, or it may not exist."), [.maskedResource]),
    (Sample(code: "0", message: ""), []), (Sample(code: "10"), []),
    (Sample(details: errorInfo("SERVICE_DISABLED")), []),
  ]

  @Test(arguments: cases)
  func `only what a verdict leaves open is said to be unknown`(
    sample: Sample, expected: [Unknown]
  ) throws {
    #expect(Set(Explanation(try sample.entry).unknowns) == Set(expected))
  }

  @Test func `every unknown is left open by some case, and said in one sentence`() {
    #expect(Set(Self.cases.flatMap(\.1)) == Set(Unknown.allCases))
    for unknown in Unknown.allCases {
      #expect(unknown.text.hasSuffix(".") && !unknown.text.dropLast().contains(". "))
    }
    #expect(Set(Unknown.allCases.map(\.text)).count == Unknown.allCases.count)
  }
}
