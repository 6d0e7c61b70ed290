import DenialAggregation
import DenialClassification
import Testing

/// Callers without a name: hidden, never authenticated, and named in another entry only.
struct GroupTests {
  private static func denial(
    _ cause: DenialCause, email: String = "", operation: Denial.Operation? = nil,
    split: Denial.Split? = nil
  ) -> Denial {
    var denial = Denial(
      insertID: "i", timestampText: "2026-11-22T10:00:00Z", logName: "l", cause: cause, rule: "x",
      confidence: .high, evidence: Evidence(path: "p", value: "v"),
      caller: Denial.CallerIdentity(email: email, subject: "", mappedPrincipal: ""))
    denial.permissions = ["aiplatform.endpoints.predict"]
    denial.project = "acme-prod"
    denial.operation = operation
    denial.split = split
    return denial
  }

  private static let half = Denial.Operation(id: "o", producer: "p", isFirst: false, isLast: true)
  private static let whole = Denial.Operation(id: "o", producer: "p", isFirst: true, isLast: true)

  @Test(arguments: [
    (denial(.missingRole), "(redacted)", "redacted"),
    (denial(.rateLimit), "(redacted)", "redacted"),
    (denial(.consumerSuspended), "(redacted)", "redacted"),
    (denial(.apiKeyExpired), "(anonymous)", "anonymous"),
    (denial(.credentialsMissing), "(anonymous)", "anonymous"),
    (denial(.missingRole, email: "anonymous"), "(anonymous)", "anonymous"),
    (denial(.missingRole, operation: half), "(unknown)", "unknown"),
    (denial(.apiKeyExpired, operation: half), "(unknown)", "unknown"),
    (denial(.missingRole, operation: whole), "(redacted)", "redacted"),
    (
      denial(.missingRole, split: Denial.Split(uid: "u", index: 1, total: 2)), "(unknown)",
      "unknown"
    ),
    (denial(.missingRole, email: "bob@example.com"), "bob@example.com", "user"),
  ])
  func `a caller without a name belongs to the group that says why`(
    denial: Denial, principal: String, kind: String
  ) throws {
    let report = Report(Tally(Array([denial].enumerated())))
    let summary = try #require(report.principals.first)
    #expect(summary.principal == principal)
    #expect(summary.kind == kind)
    let isNamed = kind == "user"
    #expect((summary.member != nil) == isNamed)
    #expect(!report.suggestions.isEmpty == isNamed)
    #expect((summary.findings[0].advice == nil) == isNamed)
  }

  @Test func `redacted callers are told apart by address, client and agent`() throws {
    let denials = (0..<4).map { number in
      var denial = Self.denial(.missingRole)
      denial.insertID = "i\(number)"
      denial.callerIP = number < 2 ? "203.0.113.7" : "203.0.113.8"
      denial.oauthClientID = number == 3 ? "client" : ""
      return denial
    }
    let report = Report(Tally(Array(denials.enumerated())))
    let summary = try #require(report.principals.first)
    #expect(report.principals.count == 1)
    #expect(summary.findings.map(\.denials) == [2, 1, 1])
    #expect(Set(summary.findings.map(\.id)).count == 3)
    #expect(summary.findings[0].caller?.ip == "203.0.113.7")
  }

  @Test func `equal callers with and without a subject are one principal`() {
    var one = Self.denial(.missingRole, email: "bob@example.com")
    one.caller.subject = "user:bob@example.com"
    var other = Self.denial(.missingRole, email: "bob@example.com")
    other.insertID = "j"
    let report = Report(Tally(Array([one, other].enumerated())))
    #expect(report.principals.count == 1)
    #expect(report.principals.first?.findings.count == 1)
  }
}
