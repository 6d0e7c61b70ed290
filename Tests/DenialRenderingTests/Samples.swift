@testable import DenialAggregation
import DenialClassification

/// Values with everything that a test does not care about filled in.
enum Sample {
  static func report(
    books: Books = Books(), codes: [DenialCode: [CauseCount]] = [:],
    principals: [PrincipalSummary] = [], suggestions: [SuggestedBinding] = [],
    warnings: [ReportWarning] = [],
    window: ReportWindow = ReportWindow(
      since: nil, until: nil, firstEntry: "2026-11-22T00:00:03.120Z",
      lastEntry: "2026-11-22T23:59:58Z")
  ) -> Report {
    Report(
      generatedAt: "2026-11-23T02:00:00Z", toolVersion: "1.0.0", window: window, books: books,
      codes: DenialCode.allCases.map { code in
        let causes = codes[code] ?? []
        let denials = causes.reduce(0) { $0 + $1.denials }
        return CodeSummary(code: code, denials: denials, causes: causes)
      },
      principals: PrincipalSummaries(principals), suggestions: SuggestedBindings(suggestions),
      warnings: warnings)
  }

  /// A report in which the findings make up everything else.
  static func report(
    of principals: [PrincipalSummary], suggestions: [SuggestedBinding] = [],
    warnings: [ReportWarning] = []
  ) -> Report {
    var codes: [DenialCode: [CauseCount]] = [:]
    let findings = principals.flatMap(\.findings)
    for cause in DenialCause.allCases {
      let denials = findings.filter { $0.cause == cause }.reduce(0) { $0 + $1.denials }
      guard denials > 0 else { continue }
      codes[cause.code, default: []].append(CauseCount(cause: cause, denials: denials))
    }
    var books = Books()
    books.denials = findings.reduce(0) { $0 + $1.denials }
    books.otherClasses[.ok] = 40
    books.entries = books.denials + 40
    books.lines = books.entries
    books.sources = 1
    return report(
      books: books, codes: codes, principals: principals, suggestions: suggestions,
      warnings: warnings)
  }

  static func principal(
    _ name: String, member: String? = nil, kind: String = "serviceAccount",
    reconnaissance: Reconnaissance? = nil, findings: [Finding]
  ) -> PrincipalSummary {
    var byCode: [DenialCode: Int] = [:]
    for finding in findings { byCode[finding.code, default: 0] += finding.denials }
    return PrincipalSummary(
      principal: name, member: member, kind: kind,
      denials: findings.reduce(0) { $0 + $1.denials }, byCode: byCode,
      firstSeen: findings.compactMap(\.firstSeen).min(),
      lastSeen: findings.compactMap(\.lastSeen).max(),
      callerIPs: [ValueCount(value: "203.0.113.7", denials: 1)], userAgents: [], keys: [],
      reconnaissance: reconnaissance, findings: findings)
  }

  static func finding(
    _ id: String, _ cause: DenialCause, denials: Int,
    service: String? = "aiplatform.googleapis.com", project: String? = "proj-a",
    permissions: [String] = ["aiplatform.endpoints.predict"],
    isInferred: Bool = false, confidence: Confidence = .high, evidence: String = "EVIDENCE",
    lastSeen: String? = "2026-11-22T10:41:05.25Z", suggestions: [String] = [],
    advice: String? = nil, caller: Caller? = nil
  ) -> Finding {
    Finding(
      id: id, cause: cause, confidence: confidence, service: service, project: project,
      resource: "projects/proj-a/locations/us-central1/publishers/google/models/gemini-2.5-pro",
      permissions: permissions, permissionsAreInferred: isInferred,
      methods: [
        ValueCount(
          value: "google.cloud.aiplatform.v1.PredictionService.GenerateContent", denials: denials)
      ],
      resources: [], resourcesLeftOut: 0, denials: denials, besideServicePerimeter: 0,
      firstSeen: lastSeen, lastSeen: lastSeen,
      perHour: lastSeen.map {
        [ValueCount(value: $0.prefix(13) + ":00:00Z", denials: denials)]
      } ?? [],
      evidence: Evidence(path: "protoPayload.status.details[0].reason", value: evidence),
      examples: ["syn001"], suggestions: suggestions, advice: advice, caller: caller)
  }

  static func suggestion(
    _ id: String, member: String = "serviceAccount:app@proj-a.iam.gserviceaccount.com",
    role: String? = "roles/aiplatform.user", titles: [String] = [],
    target: SuggestedBinding.Target = .init(type: "project", name: "proj-a"),
    permissions: [String] = ["aiplatform.endpoints.predict"], warnings: [String] = [],
    alternatives: [SuggestedBinding.Alternative] = [], gcloud: String? = nil
  ) -> SuggestedBinding {
    SuggestedBinding(
      id: id, member: member, role: role, roleTitles: titles,
      customRole: role == nil
        ? .init(permissions: permissions, why: "No predefined role is known.") : nil,
      target: target, permissions: permissions, denials: 1, findings: [], why: "It is enough.",
      warnings: warnings, alternatives: alternatives,
      forms: .texts(
        gcloud: gcloud
          ?? "gcloud projects add-iam-policy-binding \(target.name) --member=\(member) "
          + "--role=\(role ?? "custom") --condition=None",
        terraform: "resource \"google_project_iam_member\" \"x\" {}\n", console: ["Open IAM."],
        verify: "gcloud policy-intelligence troubleshoot-policy iam"))
  }
}

extension Sample {
  /// Nothing was read.
  static var empty: Report {
    report(
      window: ReportWindow(
        since: "2026-11-22T00:00:00Z", until: nil, firstEntry: nil, lastEntry: nil))
  }

  /// The denials of one principal in one hour.
  static func filtered() throws -> Report {
    var books = Books()
    books.entries = 900
    books.lines = 900
    books.denials = 3
    books.otherClasses = [.ok: 97, .filteredOut: 800]
    let app = principal("app@proj-a", findings: [finding("f", .missingRole, denials: 3)])
    var report = report(
      books: books, codes: [.iamRejection: [CauseCount(cause: .missingRole, denials: 3)]],
      principals: [app],
      window: ReportWindow(
        since: "2026-11-22T10:00:00Z", until: "2026-11-22T11:00:00Z",
        firstEntry: "2026-11-22T10:00:03.120Z", lastEntry: "2026-11-22T10:59:58Z",
        skippedFiles: 1_204))
    report.filters = try DenialFilter(
      principals: ["app@*", "bob"], codes: ["1152"], causes: ["missing-role"])
    return report
  }

  /// A night in which nothing was denied.
  static var quiet: Report {
    var books = Books()
    books.sources = 2
    books.compressedBytes = 48_213
    books.uncompressedBytes = 912_004
    books.lines = 1_204
    books.entries = 1_203
    books.blank = 1
    books.otherClasses = [.ok: 1_200, .otherError: 3]
    return report(
      books: books,
      warnings: [
        ReportWarning(
          id: "no-data-access-logs",
          text: "no Data Access entries of aiplatform.googleapis.com were read: denied predictions "
            + "are probably not logged at all, because these logs are off by default"),
        ReportWarning(
          id: "credentials-not-observable",
          text: "calls with a bad API key or an expired token are refused before they are logged"),
        ReportWarning(id: "hour-gap", text: "No entry at all between 03:00 and 05:00 UTC."),
      ])
  }
}
