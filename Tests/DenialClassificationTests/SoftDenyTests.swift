import Testing

@testable import DenialClassification

struct SoftDenyTests {
  @Test(arguments: [
    (refused("a.b.c"), true), (#"{"permission":"a.b.c","granted":true}"#, false),
    (#"{"permission":"a.b.c"}"#, false), (#"{"granted":false}"#, false),
    (#"{"permission":"a.b.c","granted":"false"}"#, false),
    (refused("sts.identityProviders.checkLogging"), false),
    (refused("sts.identityProviders.checkLogging") + "," + refused("a.b.c"), true),
  ])
  func `a success with a check that was explicitly refused is told apart`(
    checks: String, isSoft: Bool
  ) throws {
    let verdict = try Sample(code: nil, message: "", authorization: checks).judgement.verdict
    #expect(Answer(verdict) == Answer(isSoft ? .softDeny : .ok))
  }

  @Test func `the evidence names the check`() throws {
    let checks = #"{"permission":"a.b.c","granted":true},"# + refused("d.e.f")
    let evidence = try Sample(code: "0", message: "", authorization: checks).judgement.verdict
      .evidence
    #expect(evidence == Evidence(path: "protoPayload.authorizationInfo[1].granted", value: "false"))
  }

  @Test(arguments: [
    (#"{"iamEnforcementMode":"DRY_RUN"}"#, "none/dry-run"),
    (#"{"sgpEnforcementMode":"DRY_RUN"}"#, "none/dry-run"),
    (#"{"iamEnforcementMode":"ENFORCED"}"#, "1152/unspecified"),
    (#"{"dryRun":true}"#, "1152/unspecified"),
    (#"{"@type":"x.VpcServiceControlAuditMetadata","dryRun":false}"#, "1152/vpc-service-controls"),
    (#"{"@type":"x.VpcServiceControlAuditMetadata","dryRun":"true"}"#, "1152/vpc-service-controls"),
    (#"{"at_sign_type":"x.VpcServiceControlAuditMetadata","dryRun":true}"#, "none/vpc-sc-dry-run"),
    (#"{"@type":"a/b/x.OrgPolicyDryRunAuditMetadata"}"#, "none/dry-run"),
    (#"{"@type":"x.ContextAwareAccessAuditMetadata"}"#, "1152/context-aware-access"),
  ])
  func `a dry run blocked nothing`(metadata: String, answer: String) throws {
    #expect(Answer(try Sample(metadata: metadata).judgement.verdict).description == answer)
  }
}
