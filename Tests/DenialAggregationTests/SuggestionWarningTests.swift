import AuditLog
import DenialAggregation
import DenialClassification
import Testing

/// What a suggestion says of its member, and of its end.
struct SuggestionWarningTests {
  private static func suggestions(
    _ permission: String, on resource: String, email: String = "alice@example.com",
    grantUntil: String? = nil
  ) -> SuggestedBindings {
    var denial = Denial(
      insertID: "i", timestampText: "2026-11-22T10:00:00Z", logName: "l", cause: .missingRole,
      rule: "x", confidence: .high, evidence: Evidence(path: "p", value: "v"),
      caller: Denial.CallerIdentity(email: email, subject: "", mappedPrincipal: ""))
    denial.permissions = [permission]
    denial.project = "acme-prod"
    denial.resource = resource
    return Report(
      Tally([(0, denial)]), generatedAt: Timestamp(nanosecondsSince1970: 0), toolVersion: "",
      grantUntil: grantUntil.flatMap { Timestamp($0) }
    ).suggestions
  }

  private static let end = "2026-12-01T00:00:00Z"

  @Test(arguments: [
    ("storage.objects.get", "projects/_/buckets/b", "uniform bucket-level access"),
    ("secretmanager.versions.access", "projects/acme-prod/secrets/s", nil),
    ("aiplatform.endpoints.predict", "projects/acme-prod/locations/l/endpoints/1", nil),
  ])
  func `a grant ends where the target takes a condition`(
    permission: String, resource: String, warning: String?
  ) throws {
    let only = try #require(
      Self.suggestions(permission, on: resource, grantUntil: Self.end).first)
    #expect(only.expires == Self.end)
    #expect(only.gcloud.contains(#"request.time < timestamp("2026-12-01T00:00:00Z")"#))
    #expect(!only.gcloud.contains("--condition=None"))
    #expect(only.terraform.contains("  condition {\n    title       = "))
    #expect(only.console.contains { $0.contains("Condition editor") })
    #expect(only.warnings.contains { $0.contains(warning ?? "does not end") } == (warning != nil))
    let forever = try #require(Self.suggestions(permission, on: resource).first)
    #expect(forever.expires == nil)
    #expect(forever.id == only.id)
    #expect(forever.gcloud.contains("--condition=None"))
    #expect(!forever.terraform.contains("condition"))
  }

  @Test(arguments: [
    ("pubsub.topics.publish", "projects/acme-prod/topics/t", "Privileged Access Manager"),
    (
      "bigquery.tables.getData", "projects/acme-prod/datasets/d/tables/t",
      "bind on project acme-prod with the condition "
        + "(resource.name == \"projects/acme-prod/datasets/d/tables/t\" || "
    ),
  ])
  func `a grant that cannot end says so, and what else there is`(
    permission: String, resource: String, way: String
  ) throws {
    let only = try #require(
      Self.suggestions(permission, on: resource, grantUntil: Self.end).first)
    #expect(only.expires == nil)
    #expect(!only.gcloud.contains("condition"))
    let warning = try #require(only.warnings.first { $0.contains("does not end at \(Self.end)") })
    #expect(warning.contains(way))
  }

  @Test(arguments: [
    ("alice@gmail.com", "anyone can have an address at gmail.com"), ("alice@example.com", nil),
    (
      "bqcx-1-a@gcp-sa-bigquery-condel.iam.gserviceaccount.com",
      "The service account of a BigQuery connection"
    ),
    ("app@acme-prod.iam.gserviceaccount.com", nil),
  ])
  func `consumer addresses and service agents are flagged`(email: String, flag: String?) throws {
    let only = try #require(
      Self.suggestions("aiplatform.endpoints.predict", on: "", email: email).first)
    #expect(only.warnings.map { $0.hasPrefix(flag ?? "?") } == (flag == nil ? [] : [true]))
  }
}
