import AuditLog
import Testing

@testable import DenialClassification

struct ErrorReasonTests {
  @Test(arguments: ErrorReasonTable.rows)
  func `a reason alone gives this answer`(row: ErrorReasonTable.Row) throws {
    let judgement = try Sample(details: errorInfo(row.reason)).judgement
    #expect(Answer(judgement.verdict) == row.answer)
  }

  @Test(arguments: ErrorReasonTable.rows.filter { ErrorReason.cause(of: $0.reason) != nil })
  func `a reason that names its cause does so with any status code`(row: ErrorReasonTable.Row)
    throws
  {
    for code in ["3", "5", "8", "9", "13", "16", "\"PERMISSION_DENIED\""] {
      let verdict = try Sample(code: code, details: errorInfo(row.reason)).judgement.verdict
      #expect(Answer(verdict) == row.answer)
      let isPerimeter = row.reason == "SECURITY_POLICY_VIOLATED"
      #expect(verdict.rule == (isPerimeter ? "3" : "5") && verdict.confidence == .high)
      let expected = Evidence(path: "protoPayload.status.details[0].reason", value: row.reason)
      #expect(verdict.evidence == expected)
    }
  }

  @Test func `the table of the rule and the table of the tests name the same reasons`() {
    let direct = ErrorReasonTable.rows.filter { $0.kind == .direct }.map(\.reason)
    #expect(Set(direct) == Set(ErrorReason.causes.keys))
    #expect(ErrorReasonTable.rows.count == Set(ErrorReasonTable.rows.map(\.reason)).count)
    let quota = ErrorReason.ofAllocation.union(ErrorReason.ofRate)
    #expect(quota.isSubset(of: ErrorReason.ofQuota))
    #expect(ErrorReason.ofQuota.isDisjoint(with: ErrorReason.causes.keys))
  }

  @Test(
    .enabled(
      if: TestFiles.exists("../shared/spec/error-reasons.tsv"),
      "../shared/spec is not beside this repository: its table of reasons was not compared"))
  func `every row of the common desk's table is in the table of the tests`() throws {
    let lines = try TestFiles.lines(of: "../shared/spec/error-reasons.tsv")
    let targets = Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return (fields[1], fields[2])
      })
    #expect(targets.count == lines.count)
    #expect(Set(targets.keys) == Set(ErrorReasonTable.rows.map(\.reason)))
    for row in ErrorReasonTable.rows {
      let target = targets[row.reason] ?? ""
      switch row.kind {
      case .direct: #expect(target == row.answer.description, "\(row.reason)")
      case .none: #expect(target.hasPrefix("none"), "\(row.reason)")
      case .goOn: #expect(target.hasPrefix("go on"), "\(row.reason)")
      }
    }
  }

  @Test(arguments: [
    ("googleapis.com", true), ("", true), ("global", true), ("example.googleapis.com", true),
    ("aiplatform.googleapis.com", true), ("cloudcode-pa.googleapis.com/x", true),
    ("example.com", false), ("googleapis.com.example.com", false), ("Googleapis.com", false),
  ])
  func `only reasons of Google's own domains count`(domain: String, counts: Bool) throws {
    let details = errorInfo("SERVICE_DISABLED", domain: domain)
    #expect(try (Sample(details: details).judgement.verdict.rule == "5") == counts)
  }

  @Test func `an own domain counts for the service that it names`() throws {
    let details = errorInfo("SERVICE_DISABLED", domain: "gateway.example.com")
    #expect(
      try Sample(details: details, service: "gateway.example.com").judgement.verdict.rule == "5")
  }

  @Test func `the first reason that names a cause decides`() throws {
    let details = [
      errorInfo("SOMETHING_NEW"), errorInfo("SERVICE_DISABLED", domain: "example.com"),
      errorInfo("CONSUMER_INVALID"), errorInfo("SERVICE_DISABLED"),
    ].joined(separator: ",")
    let verdict = try Sample(details: details).judgement.verdict
    #expect(Answer(verdict) == Answer(.consumerInvalid))
    #expect(verdict.evidence.path == "protoPayload.status.details[2].reason")
  }

  @Test func `no other reason becomes an expired key`() throws {
    let sample = Sample(message: "It has expired.", details: errorInfo("SERVICE_DISABLED"))
    #expect(Answer(try sample.judgement.verdict) == Answer(.serviceDisabled))
  }

  @Test(arguments: [
    ("API key expired. Please renew the API key.", DenialCause.apiKeyExpired),
    ("API key not valid. Please pass a valid API key.", .apiKeyInvalid),
    ("API key 'expired-one' not valid.", .apiKeyInvalid),
  ])
  func `an invalid key has expired if the message says so`(message: String, cause: DenialCause)
    throws
  {
    let sample = Sample(code: "3", message: message, details: errorInfo("API_KEY_INVALID"))
    #expect(Answer(try sample.judgement.verdict) == Answer(cause))
  }
}
