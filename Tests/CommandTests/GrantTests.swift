import Foundation
import Testing

/// From a denied call to the grant that cures it, or to the words why none does.
struct GrantTests {
  private static func report(_ entries: [EntryText]) throws -> ReportDocument {
    let text = entries.map(\.line).joined(separator: "\n")
    let report = try Workspace().json(input: Data(text.utf8)).report()
    report.expectBalance()
    return report
  }

  @Test(arguments: [
    ("app@acme-prod.iam.gserviceaccount.com", "missing-role"),
    ("app@acme-dev.iam.gserviceaccount.com", "cross-project"),
    ("alice@example.com", "missing-role"),
  ])
  func `Gemini is granted on the project of the resource`(
    principal: String, cause: String
  ) throws {
    let report = try Self.report([EntryText(principal: principal)])
    let finding = try #require(report.findings.first)
    #expect(finding.cause == cause)
    #expect(finding.advice == nil)
    let suggestion = try #require(report.suggestions.first)
    #expect(report.suggestions.count == 1)
    #expect(finding.suggestions == [suggestion.id])
    #expect(suggestion.role == "roles/aiplatform.user")
    #expect(suggestion.roleTitles == ["Vertex AI User", "Agent Platform User"])
    #expect(suggestion.target == .init(type: "project", name: "acme-prod"))
    #expect(suggestion.permissions == ["aiplatform.endpoints.predict"])
    let member = (principal.hasSuffix("example.com") ? "user:" : "serviceAccount:") + principal
    #expect(suggestion.member == member)
    #expect(
      suggestion.gcloud == "gcloud projects add-iam-policy-binding acme-prod --member=\(member) "
        + "--role=roles/aiplatform.user --condition=None")
  }

  @Test(arguments: SampleLogs.names)
  func `each finding has a grant or words, and a grant only for causes that one cures`(
    name: String
  ) throws {
    let report = try Workspace().json(SampleLogs.path(name)).report()
    let curable = ["missing-role", "cross-project", "act-as", "impersonation", "quota-project"]
    let ids = report.suggestions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for finding in report.findings {
      #expect(finding.suggestions.isEmpty == (finding.advice != nil), "\(finding)")
      #expect(finding.suggestions.isEmpty || curable.contains(finding.cause), "\(finding)")
      #expect(finding.suggestions.allSatisfy(ids.contains))
      #expect(finding.advice?.isEmpty != true)
    }
    for suggestion in report.suggestions {
      let findings = report.findings.filter { $0.suggestions.contains(suggestion.id) }
      #expect(Set(findings.map(\.id)) == Set(suggestion.findings))
    }
  }

  @Test func `a service perimeter gets words`() throws {
    var entry = EntryText(
      message:
        "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: abc")
    entry.more["metadata"] = [
      "@type": "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata",
      "violationReason": "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER",
      "vpcServiceControlsUniqueId": "abc",
    ]
    let report = try Self.report([entry])
    #expect(report.causes == ["vpc-service-controls": 1])
    #expect(report.suggestions.isEmpty)
    #expect(report.findings.first?.advice?.contains("No role fixes this") == true)
  }

  @Test func `callers without a name are three groups, none of which gets a binding`() throws {
    let half = EntryText(insertID: "half", principal: nil).line.replacing(
      #"{"insertId":"#,
      with: #"{"operation":{"id":"o","producer":"p","last":true},"insertId":"#)
    let key = EntryText(
      insertID: "key", principal: nil, statusCode: 16,
      message: "API key expired. Please renew the API key.")
    let redacted = EntryText(insertID: "redacted", principal: "")
    // A forged name must not mix with the group that it imitates.
    let forged = ["(redacted)", "(anonymous)", "(unknown)"].map {
      EntryText(insertID: $0, principal: $0)
    }
    let lines = [half] + ([key, redacted] + forged).map(\.line)
    let text = lines.joined(separator: "\n")
    let outputs = try (0..<3).map { _ in try Workspace().json(input: Data(text.utf8)) }
    #expect(Set(outputs.map(\.output)).count == 1)
    let report = try outputs[0].report()
    report.expectBalance()
    #expect(report.books.denials == 6)
    #expect(
      report.principals.map(\.principal).sorted() == ["(anonymous)", "(redacted)", "(unknown)"])
    #expect(report.principals.map(\.denials) == [2, 2, 2])
    #expect(report.principals.map(\.kind).sorted() == ["anonymous", "redacted", "unknown"])
    #expect(report.principals.allSatisfy { $0.member == nil })
    #expect(report.suggestions.isEmpty)
    #expect(report.findings.allSatisfy { $0.advice != nil })
  }

  @Test(arguments: [
    "service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
    "123456789012@cloudservices.gserviceaccount.com",
    "service-123456789012@compute-system.iam.gserviceaccount.com",
  ])
  func `service agents get words only`(principal: String) throws {
    let report = try Self.report([EntryText(principal: principal)])
    #expect(report.principals.first?.kind == "serviceAgent")
    #expect(report.suggestions.isEmpty)
    #expect(
      report.findings.first?.advice?.contains("https://cloud.google.com/iam/docs/service-agents")
        == true)
  }

  @Test(arguments: [["report"], ["explain"]])
  func `a grant for four hours ends four hours after the clock of the run`(
    command: [String]
  ) throws {
    let line = Data(EntryText(principal: "alice@example.com").line.utf8)
    let arguments = command + ["--grant-for", "4h", "--now", "2026-11-23T02:00:00.5Z"]
    let outputs = try (0..<2).map { _ in
      try Workspace().run(arguments, input: line)
    }
    #expect(outputs[0].output == outputs[1].output)
    #expect(
      String(decoding: outputs[0].output, as: UTF8.self)
        .contains("timestamp(\"2026-11-23T06:00:00Z\")"))
  }

  @Test(arguments: ["0h", "4", "tomorrow", "2026-12-01", "-4h"])
  func `what is no duration is a usage error`(duration: String) throws {
    let result = try Workspace().run(["--grant-for=\(duration)"], input: Data())
    #expect(result.status == 64)
    #expect(result.errors.contains("--grant-for takes a duration such as 90m, 4h, 7d or 2w"))
  }
}
