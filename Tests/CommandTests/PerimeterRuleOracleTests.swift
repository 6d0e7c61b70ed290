import Foundation
import Testing

/// Rules for service perimeters, read by PyYAML and applied by the real gcloud to a stub.
@Suite(
  .enabled(
    if: OraclePython.withYAML != nil,
    """
    no python3 with yaml (scripts/install-oracles installs it): rules of perimeters were NOT read by \
    another reader of YAML
    """))
struct PerimeterRuleOracleTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static func entry(_ direction: String, principal: String, service: String) -> EntryText {
    var entry = EntryText(
      principal: principal, service: service,
      message: "Request is prohibited by organization's policy.")
    entry.more["authorizationInfo"] = [String]()
    entry.more["metadata"] =
      [
        "@type": "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata",
        "violationReason": "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER",
        "securityPolicyInfo": ["servicePerimeterName": "accessPolicies/1/servicePerimeters/prod"],
        "\(direction)Violations": [
          [
            "targetResource": "projects/222222222222", "source": "projects/111111111111",
            "targetResourcePermissions": ["bigquery.jobs.create"],
          ] as [String: any Sendable]
        ],
      ] as [String: any Sendable]
    return entry
  }

  /// What the report proposes for one refused call.
  private func rule(_ entry: EntryText) throws -> String {
    struct Document: Decodable {
      var principals: [Principal]
      struct Principal: Decodable { var findings: [Finding] }
      struct Finding: Decodable { var perimeterViolations: [Violation] }
      struct Violation: Decodable { var remedy: Remedy? }
      struct Remedy: Decodable { var yaml: String? }
    }
    let result = try workspace.json(input: Data(entry.line.utf8))
    let document = try JSONDecoder().decode(Document.self, from: result.output)
    let violations = document.principals.flatMap(\.findings).flatMap(\.perimeterViolations)
    return try #require(violations.first?.remedy?.yaml)
  }

  private static let principals = [
    ("app@acme-prod.iam.gserviceaccount.com", "serviceAccount:"), ("alice@example.com", "user:"),
    ("a.b+x@example.com", "user:"),
    ("service-1@gcp-sa-x.iam.gserviceaccount.com", "serviceAccount:"),
  ]

  private static func expected(_ direction: String, member: String, service: String) -> Any {
    let isBigQuery = service.hasPrefix("bigquery")
    let selector =
      isBigQuery
      ? ["permission": "bigquery.jobs.create"]
      : ["method": "google.cloud.aiplatform.v1.PredictionService.GenerateContent"]
    var from: [String: Any] = [
      "identities": [member], "sources": [["resource": "projects/111111111111"]],
    ]
    if direction == "egress" { from["sourceRestriction"] = "SOURCE_RESTRICTION_ENABLED" }
    let operation: [String: Any] = ["serviceName": service, "methodSelectors": [selector]]
    return [
      [
        "\(direction)From": from,
        "\(direction)To": ["operations": [operation], "resources": ["projects/222222222222"]],
      ]
    ]
  }

  private func oracle(_ yaml: String, _ direction: String, _ more: [String] = []) throws
    -> [String: Any]
  {
    try workspace.file("rules.yaml", yaml)
    let python = try #require(OraclePython.withYAML)
    let configuration = workspace.url(of: "gcloud-configuration").path(percentEncoded: false)
    let result = try python.attempt(
      [Repository.path("Tests/Oracles/perimeter_stub.py"), "rules.yaml", direction] + more,
      in: workspace, environment: ["CLOUDSDK_CONFIG": configuration])
    #expect(result.status == 0, "\(result.errors)")
    return try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  private func expectEqual(_ left: Any?, _ right: Any) throws {
    #expect(left as? NSArray == right as? NSArray)
  }

  @Test(
    arguments: ["ingress", "egress"], ["aiplatform.googleapis.com", "bigquery.googleapis.com"])
  func `another reader of YAML reads just what is meant`(
    direction: String, service: String
  ) throws {
    for (principal, prefix) in Self.principals {
      let yaml = try rule(Self.entry(direction, principal: principal, service: service))
      let read = try oracle(yaml, direction)["yaml"]
      try expectEqual(
        read, Self.expected(direction, member: prefix + principal, service: service))
    }
  }

  @Test(
    .enabled(if: Program(named: "gcloud") != nil, "no gcloud: rules were NOT applied with it"),
    .timeLimit(.minutes(3)), arguments: ["ingress", "egress"])
  func `gcloud puts just this rule into the perimeter, and nothing of the old ones`(
    direction: String
  ) throws {
    let gcloud = try #require(Program(named: "gcloud"))
    let entry = Self.entry(
      direction, principal: "app@acme-prod.iam.gserviceaccount.com",
      service: "aiplatform.googleapis.com")
    let answer = try oracle(try rule(entry), direction, [gcloud.path])
    let patch = try #require(answer["patch"] as? [String: Any])
    let status = try #require(patch["status"] as? [String: Any])
    #expect(Array(patch.keys) == ["status"] && Array(status.keys) == ["\(direction)Policies"])
    try expectEqual(
      status["\(direction)Policies"],
      Self.expected(
        direction, member: "serviceAccount:app@acme-prod.iam.gserviceaccount.com",
        service: "aiplatform.googleapis.com"))
    // The whole list is replaced, which is what the warning beside the rule says.
    #expect(answer["mask"] as? String == "status.\(direction)Policies")
    #expect(answer["path"] as? String == "/v1/accessPolicies/1/servicePerimeters/prod")
  }
}
