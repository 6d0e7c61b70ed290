import Testing

@testable import DenialClassification

/// Why a row did not fit, in the cases that people ask about.
struct ObstacleTests {
  private static let rateLimit = errorInfo(
    "RATE_LIMIT_EXCEEDED",
    metadata: #"{"quota_limit_value":"60","quota_unit":"1/min/{project}"}"#)
  private static let data = "etl@acme-data.iam.gserviceaccount.com"
  private static let refusal = refused("storage.objects.get")

  @Test(arguments: [
    ("0", Sample(), "there is an audit payload"),
    ("1", Sample(), "no dry run"),
    ("2", Sample(), "the status code is 7 (PERMISSION_DENIED)"),
    ("2", Sample(code: "403"), "the status code is 7 (PERMISSION_DENIED)"),
    ("2", Sample(code: "\"0\"", log: "policy"), "the entry is of the policy log"),
    (
      "2", Sample(code: nil, message: "Quota exceeded."),
      "a message without a status code speaks of quota or capacity"
    ),
    (
      "3", Sample(),
      "no mark of VPC Service Controls in metadata, violations, reasons or message"
    ),
    ("5", Sample(), "no reason in the details that names its cause"),
    (
      "5", Sample(details: errorInfo("IAM_PERMISSION_DENIED")),
      "the reason IAM_PERMISSION_DENIED does not name its cause by itself"
    ),
    (
      "5", Sample(details: errorInfo("SERVICE_DISABLED", domain: "example.com")),
      "the reason SERVICE_DISABLED is not of a domain of Google's"
    ),
    ("5b", Sample(message: ""), "the status has no message"),
    ("5c", Sample(code: "16"), "the status code is 16 (UNAUTHENTICATED), not 3, 7 or 9"),
    (
      "6a2", Sample(message: "Permission 'a.b.c' denied on resource 'disruption budget'."),
      "the message is in IAM's own words, where others are only names"
    ),
    (
      "6b0", Sample(message: "Permission 'a.b.c' denied on 'quota'."),
      "no quota in the details, and the message is in IAM's own words, where others are only names"
    ),
    ("6b0", Sample(), "neither details, code nor message speak of an exceeded quota or rate"),
    (
      "6b0", Sample(code: "5", message: "Quota exceeded."),
      "no quota in the details, and the status code is 5 (NOT_FOUND)"
    ),
    (
      "6b0", Sample(code: "0", details: rateLimit, log: "policy"), "the status code is 0 (OK)"
    ),
    ("6b", Sample(code: "8", details: rateLimit), "the limit is 60, not 0"),
    ("6b", Sample(code: "8"), "no limit of 0"),
    ("6e", Sample(code: "8", details: rateLimit), "the limit is of a minute or a second"),
    ("6e", Sample(code: "8"), "no words about an amount that is used up"),
    ("8", Sample(), "the status code is 7 (PERMISSION_DENIED), not 16"),
    ("10b", Sample(code: "5"), "no policy denial: the status code is 5 (NOT_FOUND)"),
    ("10b", Sample(code: "99"), "no policy denial: the status code is unknown"),
    ("10e", Sample(), "the service is example.googleapis.com, not k8s.io"),
    ("10e", Sample(service: ""), "not a call of the Kubernetes API"),
    ("10f", Sample(), "no denied permission is named"),
    (
      "10g", Sample(principal: "", authorization: refusal), "the entry does not name the caller"
    ),
    (
      "10g", Sample(authorization: refusal),
      "the caller has no home project: its name is none of a project's service account"
    ),
    (
      "10g", Sample(principal: "app@acme-prod.iam.gserviceaccount.com", authorization: refusal),
      "home and target project are the same, acme-prod"
    ),
    (
      "10g",
      Sample(
        principal: data, authorization: refused("storage.objects.get", on: "projects/123456789")),
      "acme-data and 123456789, an id and a number, cannot be compared"
    ),
  ])
  func `an obstacle names what is not so`(row: String, sample: Sample, text: String) throws {
    let row = try #require(RuleRow(named: row))
    #expect(row.obstacle(in: try sample.facts) == text)
  }

  @Test func `log text in an obstacle is masked and limited`() throws {
    let key = "AIza" + String(repeating: "x", count: 35)
    let row = try #require(RuleRow(named: "5"))
    let facts = try Sample(details: errorInfo(key + String(repeating: "y", count: 9000))).facts
    let text = row.obstacle(in: facts)
    #expect(!text.contains(key))
    #expect(text.utf8.count < Denial.byteLimit + 100)
  }
}
