import Testing

@testable import DenialClassification

/// What a denial is about: account, quota project, perimeter, project, and whom.
struct DenialTargetTests {
  private static let robot = "robot@acme-dev.iam.gserviceaccount.com"
  private static let actAs = "iam.serviceAccounts.actAs"
  private static let token = "iam.serviceAccounts.getAccessToken"

  private static func account(_ name: String) -> String { "projects/-/serviceAccounts/\(name)" }

  @Test(arguments: [
    Sample(authorization: refused(actAs, on: account(robot))),
    Sample(authorization: refused(token, on: account(robot))),
    Sample(authorization: refused(actAs, on: "//iam.googleapis.com/\(account(robot))")),
    Sample(
      resource: account("123456789012345678901"), authorization: refused(token),
      payload: #""request":{"name":"\#(account(robot))"}"#),
    Sample(resource: account(robot), authorization: refused(token)),
    Sample(
      authorization: refused(actAs), members: #""resource":{"labels":{"email_id":"\#(robot)"}}"#),
    Sample(
      message: "Permission denied on service account '\(robot)'.", authorization: refused(actAs)),
    Sample(message: "Permission 'iam.serviceaccounts.actAs' denied on service account \(robot)."),
    Sample(code: "9", message: "Current user cannot act as service account \(robot)."),
  ])
  func `the service account is found where the log has it`(sample: Sample) throws {
    let denial = try sample.denial
    #expect(denial.serviceAccount == Self.robot)
    #expect(denial.cause == .actAs || denial.cause == .impersonation)
  }

  @Test(arguments: [
    "Caller caller@acme-dev.iam.gserviceaccount.com may not act as service account \(robot).",
    "CALLER@acme-dev.iam.gserviceaccount.com may not use \(robot) or x@y.iam.gserviceaccount.com.",
    "x@y.iam.gserviceaccount.com cannot act as service account (\(robot)).",
  ])
  func `the message names the account, not the caller`(message: String) throws {
    let sample = Sample(
      message: message, principal: "caller@acme-dev.iam.gserviceaccount.com",
      authorization: refused(Self.actAs))
    #expect(try sample.denial.serviceAccount == Self.robot)
  }

  @Test func `a unique id stands in for an address that nothing names`() throws {
    let id = "123456789012345678901"
    let sample = Sample(authorization: refused(Self.token, on: Self.account(id)))
    #expect(try sample.denial.serviceAccount == id)
  }

  @Test(arguments: [
    Sample(authorization: refused(actAs)),
    Sample(authorization: refused(actAs, on: account("x'; rm -rf"))),
    Sample(message: "for someone@example.com", authorization: refused(token)),
    Sample(authorization: refused("a.b.c", on: account(robot))),
  ])
  func `no service account is told where there is none, or none is wanted`(sample: Sample) throws {
    #expect(try sample.denial.serviceAccount.isEmpty)
  }

  private static let mayNotUse = "Caller does not have required permission to use project"

  @Test(arguments: [
    ("\(mayNotUse) billed-project. Grant the caller the role", "", "billed-project"),
    ("\(mayNotUse) billed-project, or", "", "billed-project"),
    ("\(mayNotUse) 123456789012", "", "123456789012"),
    ("\(mayNotUse) other.", #""consumer":"projects/billed-project""#, "billed-project"),
    ("\(mayNotUse) other.", #""consumer":"folders/7""#, "other"), ("\(mayNotUse) $(id).", "", ""),
    ("Request failed.", "", "acme-prod"),
  ])
  func `the quota project is that of the consumer or the message`(
    message: String, metadata: String, project: String
  ) throws {
    let details = errorInfo("USER_PROJECT_DENIED", metadata: "{\(metadata)}")
    let denial = try Sample(message: message, details: details).denial
    #expect(denial.cause == .quotaProject && denial.quotaProject == project)
  }

  @Test(arguments: [
    Sample(
      metadata: #"{"@type":"x.VpcServiceControlAuditMetadata","vpcServiceControlsUniqueId":"ID-1"}"#
    ),
    Sample(
      details:
        #"{"violations":[{"type":"OTHER"},{"type":"VPC_SERVICE_CONTROLS","description":"ID-1"}]}"#),
    Sample(details: errorInfo("SECURITY_POLICY_VIOLATED", metadata: #"{"uid":"ID-1"}"#)),
    Sample(
      message:
        "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: ID-1"),
    Sample(message: "VPC Service Controls: vpcServiceControlsUniqueIdentifier: ID-1 and more"),
  ])
  func `the id of a perimeter's refusal is found where the log has it`(sample: Sample) throws {
    let denial = try sample.denial
    #expect(denial.cause == .vpcServiceControls && denial.perimeterID == "ID-1")
  }

  @Test func `a refusal without an id has none`() throws {
    #expect(try Sample(details: errorInfo("SECURITY_POLICY_VIOLATED")).denial.perimeterID.isEmpty)
  }

  @Test(arguments: [
    (refused("a.b.c", on: "projects/one/x"), #"{"resource":"projects/two"}"#, "label", "one"),
    (refused("a.b.c", on: "//s.googleapis.com/projects/123"), "{}", "label", "123"),
    (refused("a.b.c", on: "projects/_/buckets/b"), #"{"resource":"projects/two"}"#, "label", "two"),
    (refused("a.b.c", on: "x"), "{}", "label", "label"),
    (refused("a.b.c", on: "x"), "{}", "", "three"),
    (refused("a.b.c", on: "x"), "{}", "-", "three"),
  ])
  func `the project is the most exact that is named`(
    authorization: String, metadata: String, label: String, project: String
  ) throws {
    let denial = try Sample(
      details: errorInfo("IAM_PERMISSION_DENIED", metadata: metadata), resource: "projects/three/x",
      authorization: authorization,
      members: "\"resource\":{\"labels\":{\"project_id\":\"\(label)\"}}"
    ).denial
    #expect(denial.project == project)
  }

  @Test func `the log's own project is the last resort`() throws {
    #expect(try Sample(resource: "x").denial.project == "acme-prod")
  }

  @Test func `whom the message names is whom the denial is about`() throws {
    let named = try Sample(message: "\(Self.robot) does not have a.b.c access to it.").denial
    #expect(named.caller.email == Self.robot && named.cause == .crossProject)
    let same = try Sample(message: "DEV@example.com does not have a.b.c access to it.").denial
    #expect(same.caller.email == "dev@example.com" && same.cause == .missingRole)
    let user = try Sample(message: "User does not have a.b.c permission in project p.").denial
    #expect(user.caller.email == "dev@example.com")
  }

  @Test(arguments: ["mapped_principal", "mappedPrincipal"])
  func `a token exchange's mapped principal is kept`(key: String) throws {
    let denial = try Sample(principal: "", metadata: "{\"\(key)\":\"principal://x\"}").denial
    #expect(denial.caller.mappedPrincipal == "principal://x")
  }
}
