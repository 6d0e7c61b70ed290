import DenialClassification
import Testing

@testable import DenialAggregation
@testable import DenialRendering

/// What a text report says about fixes, and when it refers to what it said before.
struct TextRemedyTests {
  private func text(
    _ principals: [PrincipalSummary], _ suggestions: [SuggestedBinding] = []
  ) -> String {
    TextRenderer().render(Sample.report(of: principals, suggestions: suggestions))
  }

  private func occurrences(of part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `findings with the same remedy stand together above it`() {
    let text = text(
      [
        Sample.principal(
          "a@example.com",
          findings: [
            Sample.finding("f1", .missingRole, denials: 9, suggestions: ["s1"]),
            Sample.finding("f2", .rateLimit, denials: 5, advice: "Slow down."),
            Sample.finding("f3", .missingRole, denials: 2, suggestions: ["s1"]),
          ])
      ], [Sample.suggestion("s1")])
    #expect(occurrences(of: "gcloud projects", in: text) == 1)
    let order = ["\n      9  missing", "\n      2  missing", "\n  grant  roles", "\n      5  rate"]
    let positions = order.compactMap { part in text.firstRange(of: part)?.lowerBound }
    #expect(positions.count == 4 && positions == positions.sorted())
  }

  @Test func `a suggestion that was shown is named again, not spelt out`() {
    let text = text(
      [
        Sample.principal(
          "a@example.com",
          findings: [
            Sample.finding("f1", .missingRole, denials: 9, suggestions: ["s1", "s2"]),
            Sample.finding("f2", .missingRole, denials: 5, suggestions: ["s1"]),
          ])
      ], [Sample.suggestion("s1"), Sample.suggestion("s2", role: "roles/storage.objectViewer")])
    #expect(occurrences(of: "gcloud projects", in: text) == 2)
    #expect(text.contains("grant  roles/aiplatform.user on project proj-a (as above)"))
  }

  @Test func `advice that was given is referred to`() {
    let finding = Sample.finding("f", .rateLimit, denials: 5, advice: DenialCause.rateLimit.advice)
    let text = text([
      Sample.principal("a@example.com", findings: [finding]),
      Sample.principal("b@example.com", findings: [finding]),
    ])
    #expect(occurrences(of: "advice  Slow down", in: text) == 1)
    #expect(text.contains("advice  The same as under 1."))
  }

  @Test func `a finding without a known suggestion or advice has that of its cause`() {
    let finding = Sample.finding("f", .serviceDisabled, denials: 5, suggestions: ["unknown"])
    let text = text([Sample.principal("a@example.com", findings: [finding])])
    #expect(text.contains("advice  No role fixes this: have an administrator run gcloud services"))
  }

  @Test func `many permissions are counted, few are spelt out in full`() {
    let names = (1...8).map { "service.resources.aVeryLongVerbThatIsNeverCutOrAbbreviated\($0)" }
    let text = text([
      Sample.principal(
        "a@example.com",
        findings: [Sample.finding("f", .missingRole, denials: 5, permissions: names)])
    ])
    for name in names.prefix(6) { #expect(text.contains(name)) }
    #expect(text.contains("2 more permissions"))
  }

  @Test func `a finding that says little leaves no empty line`() {
    let finding = Sample.finding(
      "f", .missingRole, denials: 5, service: nil, project: nil,
      permissions: ["service.resources.aPermissionThatFillsTheLineByItselfAndThenSome.get"],
      lastSeen: nil, suggestions: ["s1"])
    let text = text(
      [Sample.principal("a@example.com", findings: [finding])], [Sample.suggestion("s1")])
    #expect(text.contains("5  missing role:\n         service.resources"))
    #expect(text.contains("AndThenSome.get\n  grant  roles"))
  }

  @Test func `a warning comes before the command that it is about`() throws {
    let text = text(
      [
        Sample.principal(
          "a@example.com",
          findings: [Sample.finding("f1", .actAs, denials: 9, suggestions: ["s1"])])
      ], [Sample.suggestion("s1", warnings: ["it gives more than it seems to"])])
    let warning = try #require(text.firstRange(of: "warning  it gives more"))
    let command = try #require(text.firstRange(of: "gcloud projects"))
    #expect(warning.upperBound < command.lowerBound)
  }

  @Test func `books that do not balance are a defect, and say so`() {
    var report = Sample.report(of: [])
    report.books.lines += 1
    let text = TextRenderer().render(report)
    #expect(text.contains("Books: they do not balance, which is a defect of this tool"))
    #expect(!TextRenderer().render(Sample.report(of: [])).contains("defect"))
  }

  @Test func `a filter that leaves nothing is named`() {
    var books = Books()
    books.lines = 12
    books.entries = 12
    books.otherClasses[.filteredOut] = 12
    let text = TextRenderer().render(Sample.report(books: books))
    #expect(text.hasPrefix("No denials in 12 log entries, of which the filters left out 12\n"))
  }
}
