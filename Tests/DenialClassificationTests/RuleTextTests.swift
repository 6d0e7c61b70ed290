import Testing

@testable import DenialClassification

/// The words that rules know, and words close to them that they must not take.
struct RuleTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String?
    let message: String
    let row: String
    let answer: Answer

    var testDescription: String { "\(code ?? "no code"): \(message)" }

    init(_ code: String?, _ message: String, _ row: String, _ cause: DenialCause) {
      (self.code, self.message, self.row, answer) = (code, message, row, Answer(cause))
    }

    init(_ code: String?, _ message: String, _ row: String, none entryClass: EntryClass) {
      (self.code, self.message, self.row, answer) = (code, message, row, Answer(entryClass))
    }
  }

  @Test(arguments: RuleTextTable.all)
  func `a message is judged by its words`(testCase: Case) throws {
    let verdict = try Sample(code: testCase.code, message: testCase.message).judgement.verdict
    #expect(verdict.rule == testCase.row)
    #expect(Answer(verdict) == testCase.answer)
  }

  @Test(arguments: RuleTextTable.all)
  func `the case of its letters does not matter`(testCase: Case) throws {
    for message in [testCase.message.uppercased(), testCase.message.lowercased()] {
      let verdict = try Sample(code: testCase.code, message: message).judgement.verdict
      #expect(Answer(verdict) == testCase.answer)
    }
  }

  @Test(arguments: RuleTextTable.quoted)
  func `words in the names of things say nothing`(message: String) throws {
    let verdict = try Sample(message: message).judgement.verdict
    #expect(Answer(verdict) == Answer(.unspecified))
  }

  @Test(arguments: [
    ("aiplatform.googleapis.com", "1153/throttle-unspecified"),
    ("generativelanguage.googleapis.com", "1153/throttle-unspecified"),
    ("cloudaicompanion.googleapis.com", "1153/throttle-unspecified"),
    ("cloudcode-pa.googleapis.com", "1153/throttle-unspecified"),
    ("discoveryengine.googleapis.com", "1153/throttle-unspecified"),
    ("compute.googleapis.com", "none/unclassified-exhausted"), ("", "none/unclassified-exhausted"),
  ])
  func `an exhausted resource without a word is a throttle of generative AI only`(
    service: String, answer: String
  ) throws {
    let sample = Sample(code: "8", message: "RESOURCE_EXHAUSTED", service: service)
    #expect(Answer(try sample.judgement.verdict).description == answer)
  }

  @Test(arguments: [
    (#"{"type":"constraints/x"}"#, true), (#"{"type":"customConstraints/custom.x"}"#, true),
    (#"{"type":"x/constraints/y"}"#, false), (#"{"type":"TOS"}"#, false),
  ])
  func `a violation names a constraint by its type`(violation: String, isPolicy: Bool) throws {
    let sample = Sample(code: "9", details: "{\"violations\":[\(violation)]}")
    let expected = isPolicy ? Answer(.orgPolicy) : Answer(.otherError)
    #expect(Answer(try sample.judgement.verdict) == expected)
  }

  @Test(arguments: [
    ("0", "none/ok"), ("5", "none/other-error"), ("7", "1152/kubernetes-rbac"),
    ("10", "none/other-error"), ("403", "1152/kubernetes-rbac"),
  ])
  func `a Kubernetes API server refuses with code 7 only`(code: String, answer: String) throws {
    let sample = Sample(code: code, message: "", service: "k8s.io")
    #expect(Answer(try sample.judgement.verdict).description == answer)
  }

  @Test(arguments: [
    "getAccessToken", "getOpenIdToken", "signBlob", "signJwt", "implicitDelegation",
  ])
  func `whoever may not have tokens or signatures of an account may not impersonate it`(
    verb: String
  )
    throws
  {
    let permission = "iam.serviceAccounts.\(verb)"
    let verdict = try Sample(authorization: refused(permission)).judgement.verdict
    #expect(Answer(verdict) == Answer(.impersonation))
  }

  @Test(arguments: ["3", "5", "9", "10", "13", "16", "99"])
  func `without words a permission alone makes no denial of another code`(code: String) throws {
    for principal in ["dev@example.com", "robot@acme-dev.iam.gserviceaccount.com"] {
      for permission in ["a.b.c", "iam.serviceAccounts.actAs", "serviceusage.services.use"] {
        let sample = Sample(code: code, principal: principal, authorization: refused(permission))
        #expect(try !sample.judgement.verdict.rule.hasPrefix("10"))
      }
    }
  }

  @Test(arguments: [
    (
      Sample(
        code: "9",
        payload: #"""
          "policyViolationInfo":{"orgPolicyViolationInfo":{"violationInfo":[\#
          {"constraint":"constraints/c"}]}}
          """#),
      "policyViolationInfo.orgPolicyViolationInfo.violationInfo[0]", "constraints/c"
    ),
    (
      Sample(
        code: "9",
        payload: #""policyViolationInfo":{"orgPolicyViolationInfo":{"violationInfo":["x"]}}"#),
      "policyViolationInfo.orgPolicyViolationInfo.violationInfo[0]", "present"
    ),
    (
      Sample(code: "9", details: #"{"violations":[{},{"type":"constraints/c"}]}"#),
      "status.details[0].violations[1].type", "constraints/c"
    ),
    (
      Sample(details: #"{"violations":[{"type":"VPC_SERVICE_CONTROLS"}]}"#),
      "status.details[0].violations[0].type", "VPC_SERVICE_CONTROLS"
    ),
    (
      Sample(metadata: #"{"at_type":"x.com/a.ContextAwareAccessAuditMetadata"}"#),
      "metadata.@type", "a.ContextAwareAccessAuditMetadata"
    ),
    (
      Sample(metadata: #"{"at_sign_type":"x.com/a.ContextAwareAccessAuditMetadata"}"#),
      "metadata.@type", "a.ContextAwareAccessAuditMetadata"
    ),
  ])
  func `a policy's verdict rests on the field that names it`(
    sample: Sample, path: String, value: String
  ) throws {
    let evidence = try sample.judgement.verdict.evidence
    #expect(evidence == Evidence(path: "protoPayload.\(path)", value: value))
  }
}
