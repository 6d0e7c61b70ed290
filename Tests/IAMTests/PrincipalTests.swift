import Foundation
import Testing

@testable import IAM

struct PrincipalTests {
  @Test(arguments: MemberVector.all)
  func `the form of a name says who may be granted what`(vector: MemberVector) {
    let principal = Principal(
      email: vector.email, subject: vector.subject, mappedPrincipal: vector.mappedPrincipal)
    #expect(principal.member?.text == vector.member)
    #expect(principal.kind == vector.kind)
    #expect(principal.isBindable == vector.isBindable)
    #expect((principal.note != nil) == vector.hasNote)
  }

  @Test func `a plain address is what the member has, and never a caller without a name`() {
    let names =
      MemberVector.all.map(\.email) + HostileText.values
      + HostileText.values.map { $0 + "@example.com" }
      + ["Alice@example.com", "a.b+c@example.com", String(repeating: "a", count: 600) + "@b.c"]
    for name in names where Principal.isPlainAddress(name) {
      let principal = Principal(email: name, subject: "", mappedPrincipal: "")
      #expect(principal.member.map { $0.email == name } ?? true, "\(name)")
      #expect(principal.kind != .anonymous)
    }
    #expect(names.count { Principal.isPlainAddress($0) } > 10)
    #expect(Principal.isPlainAddress("app@acme-prod.iam.gserviceaccount.com"))
    #expect(!Principal.isPlainAddress("App@acme-prod.iam.gserviceaccount.com"))
  }

  @Test func `the raw values of kinds are what machine formats print`() {
    #expect(
      Principal.Kind.allCases.map(\.rawValue) == [
        "user", "serviceAccount", "serviceAgent", "federated", "gkeWorkload", "agentIdentity",
        "deleted", "kubernetes", "anonymous", "unresolved",
      ])
  }

  @Test(arguments: [
    ("a@example.com", "b@example.com", "", "a@example.com"),
    ("", "b@example.com", "", "b@example.com"),
    ("", "raw", "principal://x", "principal://x"),
    ("", "raw", "mapped", "raw"),
    ("", "", "mapped", ""),
    ("", "", "", ""),
  ])
  func `a report shows the identifier as the log has it`(
    email: String, subject: String, mappedPrincipal: String, name: String
  ) {
    let principal = Principal(email: email, subject: subject, mappedPrincipal: mappedPrincipal)
    #expect(principal.name == name)
  }

  @Test(arguments: [
    ("app@acme-prod.iam.gserviceaccount.com", "acme-prod"),
    ("App@Acme-Prod.iam.gserviceaccount.com", "acme-prod"),
    ("app@acme.example.com.iam.gserviceaccount.com", "example.com:acme"),
    ("acme-prod@appspot.gserviceaccount.com", "acme-prod"),
    ("acme.example.com@appspot.gserviceaccount.com", "example.com:acme"),
    ("123456789012-compute@developer.gserviceaccount.com", "123456789012"),
    ("serviceAccount:app@acme-prod.iam.gserviceaccount.com", "acme-prod"),
    ("ci@cloud-infra.iam.gserviceaccount.com", "cloud-infra"),
    ("via-gee-extractor@via-tp.iam.gserviceaccount.com", "via-tp"),
    ("container-engine-robot@some-project.iam.gserviceaccount.com", "some-project"),
  ])
  func `a service account belongs to the project in its address`(email: String, project: String) {
    let principal = Principal(email: email, subject: "", mappedPrincipal: "")
    #expect(principal.homeProject?.name == project)
    #expect(Principal.homeProject(named: principal.name) == principal.homeProject)
    #expect(principal.kind == .serviceAccount)
    #expect(principal.isBindable)
  }

  @Test(arguments: [
    "alice@example.com",
    "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/x",
    "acme-prod.svc.id.goog[ns/ksa]", "123456789012@cloudbuild.gserviceaccount.com",
    "x-compute@developer.gserviceaccount.com", "system:anonymous", "", "anonymous",
  ])
  func `nobody else has a home project`(name: String) {
    #expect(Principal(email: name, subject: "", mappedPrincipal: "").homeProject == nil)
  }

  @Test(arguments: [
    "service-1@gcp-sa-aiplatform.iam.gserviceaccount.com",
    "p927005422713-439672@gcp-sa-logging.iam.gserviceaccount.com",
    "service-1@gcp-ri-aiplatform.iam.gserviceaccount.com",
    "service-1@gcp-gae-service.iam.gserviceaccount.com",
    "service-1@gae-api-prod.google.com.iam.gserviceaccount.com",
    "service-1@gcf-admin-robot.iam.gserviceaccount.com",
    "service-1@compute-system.iam.gserviceaccount.com",
    "service-1@container-engine-robot.iam.gserviceaccount.com",
    "service-1@containerregistry.iam.gserviceaccount.com",
    "service-1@container-analysis.iam.gserviceaccount.com",
    "service-1@cloud-ml.google.com.iam.gserviceaccount.com",
    "service-1@cloud-redis.iam.gserviceaccount.com",
    "service-1@cloud-something-new.iam.gserviceaccount.com",
    "service-1@cloudcomposer-accounts.iam.gserviceaccount.com",
    "service-1@dataflow-service-producer-prod.iam.gserviceaccount.com",
    "service-1@dataproc-accounts.iam.gserviceaccount.com",
    "service-1@dlp-api.iam.gserviceaccount.com", "service-1@firebase-rules.iam.gserviceaccount.com",
    "service-1@gs-project-accounts.iam.gserviceaccount.com",
    "bq-1@bigquery-encryption.iam.gserviceaccount.com",
    "service-1@remotebuildexecution.iam.gserviceaccount.com",
    "service-org-1@security-center-api.iam.gserviceaccount.com",
    "service-1@serverless-robot-prod.iam.gserviceaccount.com",
    "service-1@service-consumer-management.iam.gserviceaccount.com",
    "service-1@service-networking.iam.gserviceaccount.com",
    "project-1@storage-transfer-service.iam.gserviceaccount.com",
    "cloud-datafusion-management-sa@w515881f454fae40d-tp.iam.gserviceaccount.com",
    "service-agent-manager@system.gserviceaccount.com", "1@cloudservices.gserviceaccount.com",
  ])
  func `a service agent has no home project and gets advice instead of a binding`(email: String) {
    let principal = Principal(email: email, subject: "", mappedPrincipal: "")
    #expect(principal.kind == .serviceAgent)
    #expect(principal.homeProject == nil && Principal.homeProject(named: principal.name) == nil)
    #expect(principal.member != nil)
    #expect(!principal.isBindable)
    #expect(principal.note?.isEmpty == false)
  }

  @Test(arguments: ["bqcx-1-ab1c", "connection-1-ab1c"])
  func `the agent of a BigQuery connection may be granted a role`(local: String) {
    let principal = Principal(
      email: "\(local)@gcp-sa-bigquery-condel.iam.gserviceaccount.com", subject: "",
      mappedPrincipal: "")
    #expect(principal.kind == .serviceAgent)
    #expect(principal.homeProject == nil && Principal.homeProject(named: principal.name) == nil)
    #expect(principal.isBindable)
    #expect(principal.note != nil)
  }

  @Test(arguments: [
    "ali...@example.com", "...@example.com", "app@acme...iam.gserviceaccount.com",
    "user@@example.com", "service-1-gs-project-accounts.iam.gserviceaccount.com", "allUsers",
    "group:admins@example.com", "domain:example.com", "@", "a@", "@b",
  ])
  func `a partial or unknown name is nobody`(email: String) {
    let principal = Principal(email: email, subject: "", mappedPrincipal: "")
    #expect(principal.kind == .unresolved)
    #expect(principal.member == nil)
    #expect(!principal.isBindable)
    #expect(principal.note != nil)
  }

  @Test func `a letter that only looks like another makes nobody else`() {
    // Unicode's lower case of the Kelvin sign is k.
    let principal = Principal(email: "\u{212A}im@example.com", subject: "", mappedPrincipal: "")
    #expect(principal.kind == .user)
    #expect(principal.member == nil)
    #expect(principal.note != nil)
  }

  @Test(arguments: HostileText.values)
  func `hostile text never becomes a binding`(text: String) {
    for principal in [
      Principal(email: text, subject: "", mappedPrincipal: ""),
      Principal(email: "", subject: text, mappedPrincipal: ""),
      Principal(email: "", subject: "x", mappedPrincipal: text),
    ] where principal.isBindable {
      // What is left is an account whose prefix the log had wrong.
      #expect(text.hasPrefix("user:") || text.hasPrefix("serviceAccount:"))
      #expect(principal.member?.email.map { text.hasSuffix($0) } == true)
    }
  }

  @Test(
    .enabled(
      if: SharedData.path(of: "members.jsonl") != nil,
      "no members.jsonl beside the repository: the vectors are NOT compared with it"))
  func `the vectors of others lead to the same members`() throws {
    struct Row: Decodable {
      struct Expectation: Decodable {
        var member: String
        var kind: String
        var grantable: Bool
        var note: String
      }
      var principalEmail: String
      var principalSubject: String
      var mapped_principal: String
      var expect: Expectation
    }
    let path = try #require(SharedData.path(of: "members.jsonl"))
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 28)
    for line in lines {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      let principal = Principal(
        email: row.principalEmail, subject: row.principalSubject,
        mappedPrincipal: row.mapped_principal)
      #expect(principal.member?.text ?? "" == row.expect.member)
      #expect(principal.kind.rawValue == row.expect.kind)
      #expect((principal.note == nil) == row.expect.note.isEmpty)
      // A service agent could be bound, but gets words: its own role was probably removed.
      let isRendered = row.expect.grantable && row.expect.kind != "serviceAgent"
      #expect(principal.isBindable == isRendered)
    }
  }
}
