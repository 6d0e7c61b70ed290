import AuditLog
import Testing

@testable import DenialClassification

struct DenialTests {
  @Test func `a denial holds what the log says`() throws {
    let denial = try Sample(
      message: "Permission 'a.b.c' denied.", principal: "",
      authorization: refused("a.b.c", on: "projects/acme-prod/things/two"),
      payload: """
        "authenticationInfo":{"principalEmail":"app@acme-prod.iam.gserviceaccount.com",\
        "principalSubject":"serviceAccount:app","serviceAccountKeyName":"//iam/keys/k",\
        "oauthInfo":{"oauthClientId":"client"},"serviceAccountDelegationInfo":[\
        {"firstPartyPrincipal":{"principalEmail":"one@x"}},{"principalSubject":"two"}]},\
        "requestMetadata":{"callerIp":"203.0.113.7","callerSuppliedUserAgent":"curl"}
        """,
      members: """
        "insertId":"i","timestamp":"2026-11-22T10:00:00Z",\
        "operation":{"id":"o","producer":"p","last":true},\
        "split":{"uid":"u","index":1,"totalSplits":2}
        """
    ).denial
    #expect(denial.insertID == "i" && denial.timestampText == "2026-11-22T10:00:00Z")
    #expect(denial.timestamp == Timestamp("2026-11-22T10:00:00Z"))
    #expect(denial.logName == "projects/acme-prod/logs/cloudaudit.googleapis.com%2Factivity")
    #expect(denial.cause == .missingRole && denial.rule == "10h" && denial.confidence == .high)
    #expect(denial.evidence.path == "protoPayload.authorizationInfo[0].permission")
    #expect(denial.caller.email == "app@acme-prod.iam.gserviceaccount.com")
    #expect(denial.caller.subject == "serviceAccount:app" && denial.caller.mappedPrincipal.isEmpty)
    #expect(denial.permissions == ["a.b.c"] && !denial.permissionsAreInferred)
    #expect(denial.project == "acme-prod" && denial.resource == "projects/acme-prod/things/two")
    #expect(denial.service == "example.googleapis.com")
    #expect(denial.method == "google.example.v1.Example.Change")
    #expect(denial.callerIP == "203.0.113.7" && denial.userAgent == "curl")
    #expect(denial.key == "//iam/keys/k" && denial.oauthClientID == "client")
    #expect(denial.delegation == ["one@x", "two"])
    #expect(denial.operation == .init(id: "o", producer: "p", isFirst: false, isLast: true))
    #expect(denial.split == .init(uid: "u", index: 1, total: 2))
    #expect(denial.quota == nil && denial.perimeterID.isEmpty)
    #expect(denial.serviceAccount.isEmpty && denial.quotaProject.isEmpty)
  }

  @Test func `what the log does not have is empty`() throws {
    let denial = try #require(Judgement(Self.entry(#"{"status":{"code":7}}"#)).denial)
    #expect(denial.cause == .unspecified && denial.timestamp == nil)
    let texts = [
      denial.insertID, denial.timestampText, denial.logName, denial.caller.email, denial.project,
      denial.service, denial.method, denial.resource, denial.callerIP, denial.userAgent, denial.key,
    ]
    #expect(texts.filter { !$0.isEmpty } == [])
    #expect(denial.operation == nil && denial.split == nil && denial.delegation.isEmpty)
  }

  @Test(arguments: [
    #"{"id":"","first":true}"#, #"{"id":"x"}"#, #"{"id":"x","first":false,"last":false}"#, "{}",
    "7",
  ])
  func `a part of no operation is no part`(operation: String) throws {
    #expect(try Sample(members: "\"operation\":\(operation)").denial.operation == nil)
  }

  @Test func `an entry that is no denial makes none`() throws {
    #expect(try Sample(code: "0", message: "").judgement.denial == nil)
    #expect(try Sample(code: "10").judgement.denial == nil)
    let other = try Judgement(Self.entry("[]"))
    #expect(Answer(other.verdict) == Answer(.notAnAuditEntry) && other.denial == nil)
    #expect(other.verdict.rule == "0")
  }

  @Test(arguments: [
    (DenialCause.rateLimit, "RATE_LIMIT_EXCEEDED", true),
    (.quotaExhausted, "RESOURCE_QUOTA_EXCEEDED", true),
    (.consumerSuspended, "CONSUMER_SUSPENDED", false), (.quotaExhausted, "QUOTA_EXHAUSTED", true),
  ])
  func `a quota is told where the cause is one`(cause: DenialCause, reason: String, isTold: Bool)
    throws
  {
    let metadata =
      #"{"quota_metric":"m","quota_limit":"l","quota_limit_value":"5","quota_unit":"1/x"}"#
    let denial = try Sample(details: errorInfo(reason, metadata: metadata)).denial
    #expect(denial.cause == cause)
    let quota = Denial.Quota(metric: "m", limitName: "l", limitValue: "5", unit: "1/x")
    #expect(denial.quota == (isTold ? quota : nil))
  }

  @Test func `a quota without a name is none`() throws {
    #expect(try Sample(code: "8", message: "Rate limit exceeded.").denial.quota == nil)
  }

  private static func entry(_ payload: String) throws -> LogEntry {
    let line = "{\"protoPayload\":\(payload)}"
    return try LogEntry(line: line.utf8.span)
  }
}
