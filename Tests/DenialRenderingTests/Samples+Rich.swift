@testable import DenialAggregation
import DenialClassification

extension Sample {
  /// One night of a company: every kind of principal, cause, remedy and warning.
  static var rich: Report {
    var books = Books()
    books.sources = 24
    books.compressedBytes = 120_334_112
    books.uncompressedBytes = 2_410_233_001
    books.lines = 48_230
    books.blank = 12
    books.malformed = 5
    books.oversize = 2
    books.entries = 48_211
    books.duplicates = 31
    books.otherClasses = [
      .ok: 46_100, .softDeny: 900, .vpcServiceControlsDryRun: 41, .capacity: 7,
      .unclassifiedExhausted: 3, .otherError: 118,
    ]
    books.corruptSources = 1
    let principals = [app, pipeline, redacted, batch, analyst, agent, anonymous]
    books.denials = principals.reduce(0) { $0 + $1.denials }
    let sample = report(of: principals, suggestions: suggestions, warnings: warnings)
    return report(
      books: books,
      codes: Dictionary(
        uniqueKeysWithValues: sample.codes.map { summary in
          (summary.code, summary.causes.sorted { $0.denials > $1.denials })
        }),
      principals: principals, suggestions: suggestions, warnings: warnings)
  }

  private static var app: PrincipalSummary {
    principal(
      "app@proj-a.iam.gserviceaccount.com",
      member: "serviceAccount:app@proj-a.iam.gserviceaccount.com",
      findings: [
        finding("f1", .missingRole, denials: 702, suggestions: ["s1"]),
        finding(
          "f2", .missingRole, denials: 12, permissions: ["aiplatform.endpoints.get"],
          lastSeen: "2026-11-22T09:02:00Z", suggestions: ["s1"]),
        finding(
          "f3", .rateLimit, denials: 180, permissions: [],
          evidence: "Quota exceeded for aiplatform.googleapis.com/"
            + "generate_content_requests_per_minute_per_project_per_base_model with base model: "
            + "gemini-2.5-pro",
          lastSeen: "2026-11-22T23:59:58Z", advice: DenialCause.rateLimit.advice),
      ])
  }

  private static let pipelineName =
    "nightly-ingest-pipeline@data-platform-production.iam.gserviceaccount.com"

  private static var pipeline: PrincipalSummary {
    principal(
      pipelineName, member: "serviceAccount:" + pipelineName,
      reconnaissance: Reconnaissance(
        firstSeen: "2026-11-22T03:12:01.5Z", lastSeen: "2026-11-22T03:16:53Z", permissions: 12,
        services: 7, projects: 2),
      findings: [
        finding(
          "f4", .crossProject, denials: 40, project: "gemini-serving-prod", suggestions: ["s2"]),
        finding(
          "f5", .actAs, denials: 3, service: "run.googleapis.com",
          permissions: ["iam.serviceAccounts.actAs"], suggestions: ["s3"]),
      ])
  }

  private static var redacted: PrincipalSummary {
    principal(
      "(redacted)", kind: "redacted",
      findings: [
        finding(
          "f6", .missingRole, denials: 33, isInferred: true, confidence: .low,
          evidence: "PERMISSION_DENIED",
          advice: "No binding: the log redacts the caller; find out who used this address.",
          caller: Caller(
            ip: "198.51.100.23", oauthClientID: "32555940559.apps.googleusercontent.com",
            userAgent: "google-cloud-sdk gcloud/528.0.0 command/gcloud.ai.models.list"))
      ])
  }

  private static var batch: PrincipalSummary {
    principal(
      "principal://iam.googleapis.com/projects/123456789012/locations/global/"
        + "workloadIdentityPools/ci/subject/repo:acme/infra:ref:refs/heads/main",
      kind: "principal",
      findings: [
        finding(
          "f7", .missingRole, denials: 21, service: "storage.googleapis.com", project: "proj-b",
          permissions: ["storage.buckets.getIamPolicy", "storage.buckets.update"],
          suggestions: ["s4"])
      ])
  }

  private static var analyst: PrincipalSummary {
    principal(
      "yamada.太郎@例え.jp", member: "user:yamada.太郎@例え.jp", kind: "user",
      findings: [
        finding(
          "f8", .vpcServiceControls, denials: 14, service: "bigquery.googleapis.com",
          permissions: [], evidence: "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER",
          advice: DenialCause.vpcServiceControls.advice)
      ])
  }

  private static var agent: PrincipalSummary {
    principal(
      "service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
      findings: [
        finding(
          "f9", .missingRole, denials: 4, permissions: ["storage.objects.get"],
          evidence: "IAM_PERMISSION_DENIED")
      ])
  }

  private static var anonymous: PrincipalSummary {
    principal(
      "(anonymous)", kind: "anonymous",
      findings: [
        finding(
          "f10", .apiKeyExpired, denials: 2, permissions: [], evidence: "API_KEY_INVALID",
          lastSeen: nil, advice: DenialCause.apiKeyExpired.advice, caller: Caller(ip: "192.0.2.44"))
      ])
  }

  private static var suggestions: [SuggestedBinding] {
    [
      suggestion(
        "s1", titles: ["Vertex AI User", "Agent Platform User"],
        permissions: ["aiplatform.endpoints.get", "aiplatform.endpoints.predict"],
        alternatives: [
          .init(role: "roles/aiplatform.expressUser", why: "smaller, in beta"),
          .init(role: "custom role", why: "only these permissions"),
        ]),
      suggestion(
        "s2",
        member: "serviceAccount:" + pipelineName,
        target: .init(type: "project", name: "gemini-serving-prod")),
      suggestion(
        "s3", role: "roles/iam.serviceAccountUser",
        target: .init(type: "serviceAccount", name: "runner@proj-a.iam.gserviceaccount.com"),
        warnings: ["iam.serviceAccounts.actAs gives the member all that the account may do."],
        gcloud: "gcloud iam service-accounts add-iam-policy-binding "
          + "runner@proj-a.iam.gserviceaccount.com --member=serviceAccount:\(pipelineName) "
          + "--role=roles/iam.serviceAccountUser --condition=None --project=proj-a"),
      suggestion(
        "s4",
        member: "principal://iam.googleapis.com/projects/123456789012/locations/global/"
          + "workloadIdentityPools/ci/subject/repo:acme/infra:ref:refs/heads/main",
        role: nil, target: .init(type: "project", name: "proj-b"),
        permissions: ["storage.buckets.getIamPolicy", "storage.buckets.update"],
        gcloud: """
          gcloud iam roles create denialsReport_1f2e3d4c --project=proj-b \
          --title='Denied permissions of a CI job' \
          --permissions=storage.buckets.getIamPolicy,storage.buckets.update --stage=GA
          gcloud projects add-iam-policy-binding proj-b \
          --member=principal://iam.googleapis.com/projects/123456789012/locations/global/\
          workloadIdentityPools/ci/subject/repo:acme/infra:ref:refs/heads/main \
          --role=projects/proj-b/roles/denialsReport_1f2e3d4c --condition=None
          """),
    ]
  }

  private static var warnings: [ReportWarning] {
    [
      ReportWarning(
        id: "reconnaissance",
        text: "(redacted) was denied 14 different permissions of 5 services within 3 minutes; "
          + "find out who it is before granting anything."),
      ReportWarning(
        id: "hour-gap", text: "No entry at all between 2026-11-22 03:00 and 05:00 UTC."),
      ReportWarning(
        id: "late-or-truncated-source",
        text: "logs/2026/11/22/17:00:00_17:59:59_S0.json.gz ends inside a gzip member; its last "
          + "entries are missing."),
    ]
  }
}
