import DenialAggregation
import DenialClassification
import Testing

struct SuggestionTests {
  private static func denial(
    _ cause: DenialCause, _ permissions: [String], project: String = "acme-prod",
    email: String = "app@acme-prod.iam.gserviceaccount.com", insertID: String = "i"
  ) -> Denial {
    var denial = Denial(
      insertID: insertID, timestampText: "2026-11-22T10:00:00Z", logName: "l", cause: cause,
      rule: "x", confidence: .high, evidence: Evidence(path: "p", value: "v"),
      caller: Denial.CallerIdentity(email: email, subject: "", mappedPrincipal: ""))
    denial.permissions = permissions
    denial.project = project
    return denial
  }

  private static func report(_ denials: Denial...) -> Report {
    Report(Tally(Array(denials.enumerated())))
  }

  @Test(arguments: [DenialCause.missingRole, .crossProject])
  func `Gemini inference gives the user role on the resource's project`(cause: DenialCause) throws {
    let report = Self.report(
      Self.denial(cause, ["aiplatform.endpoints.predict"], project: "other-project"))
    let suggestion = try #require(report.suggestions.first)
    #expect(suggestion.role == "roles/aiplatform.user")
    #expect(suggestion.roleTitles == ["Vertex AI User", "Agent Platform User"])
    #expect(suggestion.target.type == "project")
    #expect(suggestion.target.name == "other-project")
    #expect(suggestion.gcloud.contains("--condition=None"))
    #expect(suggestion.terraform.contains("google_project_iam_member"))
    #expect(suggestion.verify.contains("aiplatform.endpoints.predict"))
    #expect(report.principals[0].findings[0].suggestions == [suggestion.id])
    #expect(report.principals[0].findings[0].advice == nil)
  }

  @Test(arguments: DenialCause.allCases.filter { !$0.isCuredByBinding })
  func `a cause that no role cures gets advice and no suggestion`(cause: DenialCause) {
    let report = Self.report(Self.denial(cause, ["aiplatform.endpoints.predict"]))
    #expect(report.suggestions.isEmpty)
    #expect(report.principals[0].findings[0].advice == cause.advice)
  }

  @Test func `acting as a service account is bound on that account`() throws {
    var denial = Self.denial(.actAs, [])
    denial.serviceAccount = "runner@acme-prod.iam.gserviceaccount.com"
    let suggestion = try #require(Self.report(denial).suggestions.first)
    #expect(suggestion.role == "roles/iam.serviceAccountUser")
    #expect(suggestion.target.type == "serviceAccount")
    #expect(suggestion.target.name == "runner@acme-prod.iam.gserviceaccount.com")
    #expect(!suggestion.warnings.isEmpty)
  }

  @Test(arguments: [DenialCause.actAs, .impersonation])
  func `without the account's name nothing is bound on the project`(cause: DenialCause) {
    let report = Self.report(Self.denial(cause, ["iam.serviceAccounts.actAs"]))
    #expect(report.suggestions.isEmpty)
    #expect(report.principals[0].findings[0].advice != nil)
  }

  @Test func `the quota project gets the binding, not the resource's`() throws {
    var denial = Self.denial(.quotaProject, [])
    denial.quotaProject = "quota-proj"
    let suggestion = try #require(Self.report(denial).suggestions.first)
    #expect(suggestion.role == "roles/serviceusage.serviceUsageConsumer")
    #expect(suggestion.target.name == "quota-proj")
  }

  @Test func `permissions outside the table share one custom role`() throws {
    let report = Self.report(
      Self.denial(.missingRole, ["example.things.get"]),
      Self.denial(.missingRole, ["example.things.list"], insertID: "j"))
    let suggestion = try #require(report.suggestions.first)
    #expect(report.suggestions.count == 1)
    #expect(suggestion.role == nil)
    #expect(suggestion.customRole?.permissions == ["example.things.get", "example.things.list"])
    #expect(suggestion.denials == 2)
    #expect(suggestion.findings.count == 2)
  }

  @Test(arguments: [
    "service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
    "deleted:serviceAccount:app@acme-prod.iam.gserviceaccount.com?uid=123456789012345678901",
    "system:serviceaccount:kube-system:foo", "al...@example.com", "$(touch /tmp/x)@example.com",
    "a@b.com --role=roles/owner",
  ])
  func `nobody else gets a binding`(email: String) {
    let report = Self.report(
      Self.denial(.missingRole, ["aiplatform.endpoints.predict"], email: email))
    #expect(report.suggestions.isEmpty)
    #expect(report.principals[0].findings[0].advice?.isEmpty == false)
  }

  @Test(arguments: ["", "_", "-", "$(id)", "a b", "--project"])
  func `an unknown or odd project gets no binding`(project: String) {
    let report = Self.report(
      Self.denial(.missingRole, ["aiplatform.endpoints.predict"], project: project))
    #expect(report.suggestions.isEmpty)
    #expect(report.principals[0].findings[0].advice != nil)
  }

  @Test func `an inferred permission is marked`() throws {
    var denial = Self.denial(.missingRole, ["aiplatform.endpoints.predict"])
    denial.permissionsAreInferred = true
    let report = Self.report(denial)
    #expect(report.principals[0].findings[0].permissionsAreInferred)
    #expect(try #require(report.suggestions.first).warnings.contains { $0.contains("method") })
  }
}
