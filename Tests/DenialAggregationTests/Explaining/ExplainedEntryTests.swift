import AuditLog
import DenialClassification
import Foundation
import Testing

@testable import DenialAggregation

/// An explanation never says another thing than a report on the same entry.
struct ExplainedEntryTests {
  private static let place = ExplainedPlace(source: "a.jsonl", lineNumber: 7, byteOffset: 1234)

  /// The entries of the labelled cases, as the file spells them.
  private static let labelled: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "DenialClassificationTests/Fixtures/labelled.jsonl")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      guard let start = line.range(of: "\"entry\": ")?.upperBound,
        let end = line.range(of: ", \"expect\": ", options: .backwards)?.lowerBound
      else { return nil }
      return String(line[start..<end])
    }
  }()

  /// Those entries, and copies in which other callers, projects and permissions take their places.
  private static let lines: [String] = {
    var generator = SeededGenerator(seed: 20_261_123)
    let callers = [
      "app@proj-a.iam.gserviceaccount.com", "dev@example.com",
      "service-1@gcp-sa-x.iam.gserviceaccount.com",
      "", "$(id)@x", "(redacted)", "deleted:user:a@b.c?uid=1",
      "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/s",
    ]
    let permissions = [
      "aiplatform.endpoints.predict", "storage.objects.get", "iam.serviceAccounts.actAs",
      "serviceusage.services.use", "no.such.permission", "resourcemanager.projects.setIamPolicy",
    ]
    var lines = labelled
    for line in labelled {
      for _ in 0..<2 {
        let copy =
          line
          .replacing(#/"principalEmail": "[^"]*"/#) { _ in
            "\"principalEmail\": \"\(generator.pick(callers))\""
          }
          .replacing(#/"permission": "[^"]*"/#) { _ in
            "\"permission\": \"\(generator.pick(permissions))\""
          }
          .replacing("proj-a", with: generator.pick(["proj-a", "proj-b", "123456789", "-"]))
        lines.append(copy)
      }
    }
    return lines
  }()

  @Test func `there are entries of every kind`() {
    #expect(Self.labelled.count > 250)
    let entries = Self.lines.compactMap { try? LogEntry(line: $0.utf8.span) }
    #expect(entries.count == Self.lines.count)
  }

  @Test func `verdict, suggestions and advice are those of a report on the entry`() throws {
    var suggestionCount = 0
    for line in Self.lines {
      let entry = try LogEntry(line: line.utf8.span)
      let explained = ExplainedEntry(entry, at: Self.place)
      let judgement = Judgement(entry)
      #expect(explained.explanation.verdict == judgement.verdict)
      var tally = Tally()
      if let denial = judgement.denial { tally.add(denial, source: 3, byteOffset: 99) }
      let report = Report(tally)
      #expect(explained.suggestions == Array(report.suggestions))
      let finding = report.principals.first?.findings.first
      #expect((finding == nil) == explained.principal.isEmpty)
      if let finding {
        #expect(explained.principal == report.principals.first?.principal)
        #expect(finding.cause == judgement.verdict.answer.cause)
        #expect(finding.advice == explained.advice)
        #expect(explained.suggestions.isEmpty == (explained.advice != nil))
      } else {
        #expect(explained.advice == judgement.verdict.answer.entryClass?.advice)
        #expect(explained.confirmation.isEmpty)
      }
      suggestionCount += explained.suggestions.count
    }
    #expect(suggestionCount > 100)
  }

  @Test func `what is known takes the place of the words in capitals`() throws {
    let line = """
      {"protoPayload":{"serviceName":"aiplatform.googleapis.com","status":{"code":7},\
      "authenticationInfo":{"principalEmail":"app@acme-prod.iam.gserviceaccount.com"},\
      "authorizationInfo":[{"permission":"aiplatform.endpoints.predict",\
      "resource":"projects/acme-prod/x"}]}}
      """
    let explained = ExplainedEntry(try LogEntry(line: line.utf8.span), at: Self.place)
    #expect(
      explained.confirmation.map(\.command) == [
        """
        gcloud policy-intelligence troubleshoot-policy iam \
        //cloudresourcemanager.googleapis.com/projects/acme-prod \
        --principal-email=app@acme-prod.iam.gserviceaccount.com \
        --permission=aiplatform.endpoints.predict
        """
      ])
  }

  @Test(arguments: [
    "$(id)", "a b", "-x", "a'b", "a\nb", "ü", "", "a|b", "a\"b", "a`b`", "a;b", "*", "~", "#x",
    String(repeating: "a", count: 300),
  ])
  func `a value that needs quotes is put into no command`(text: String) {
    var denial = Denial(
      insertID: "", timestampText: "", logName: "", cause: .vpcServiceControls, rule: "3",
      confidence: .high, evidence: Evidence(path: "x.constraint", value: text),
      caller: Denial.CallerIdentity(email: text, subject: "", mappedPrincipal: ""))
    denial.perimeterID = text
    denial.service = text
    denial.project = text
    denial.quotaProject = text
    denial.serviceAccount = text
    denial.permissions = [text]
    #expect(denial.commandWords == [:])
  }

  @Test func `entries are copies by log, time and insertId, byte for byte`() throws {
    func identity(_ id: String, _ time: String, _ log: String) throws -> [ExactText]? {
      let line = #"{"insertId":"\#(id)","timestamp":"\#(time)","logName":"\#(log)"}"#
      return ExplainedEntry(try LogEntry(line: line.utf8.span), at: Self.place).identity
    }
    #expect(try identity("a", "1", "x") == identity("a", "1", "x"))
    #expect(try identity("a", "1", "x") != identity("a", "2", "x"))
    #expect(try identity("a", "1", "x") != identity("a", "1", "y"))
    #expect(try identity("\u{e9}", "1", "x") != identity("e\u{301}", "1", "x"))
    #expect(try identity("", "1", "x") == nil)
  }
}
