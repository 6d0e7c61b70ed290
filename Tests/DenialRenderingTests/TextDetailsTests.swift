import DenialClassification
import Testing

@testable import DenialAggregation
@testable import DenialRendering

/// What the text report says of perimeters, quotas and keys.
struct TextDetailsTests {
  private func text(
    _ cause: DenialCause, _ details: FindingDetails, width: Int = 100
  ) -> [String] {
    var report = Sample.rich
    var principals = Array(report.principals)
    var finding = principals[0].findings[0]
    (finding.cause, finding.details, finding.suggestions) = (cause, details, [])
    principals[0].findings = [finding]
    report.principals = PrincipalSummaries(principals)
    let text = TextRenderer(options: TextOptions(width: width)).render(report)
    return text.split(separator: "\n").map(String.init)
  }

  /// The lines of a paragraph with a label, joined.
  private func paragraph(_ label: String, in lines: [String]) throws -> String {
    let first = try #require(lines.firstIndex { $0.hasPrefix(label + "  ") })
    let rest = lines[(first + 1)...].prefix { $0.hasPrefix("         ") }
    return ([lines[first]] + rest.map { String($0.dropFirst(8)) }).joined()
  }

  @Test(arguments: [80, 100, 120])
  func `a perimeter takes at most three lines`(width: Int) throws {
    let lines = text(.vpcServiceControls, .perimeter, width: width)
    let first = try #require(lines.firstIndex { $0.hasPrefix(" egress  ") })
    let end = try #require(lines[first...].firstIndex { $0.hasPrefix(" advice  ") })
    #expect(end - first <= 3, "neither the evidence nor the rule stands here")
    #expect(
      try paragraph(" egress", in: lines)
        == " egress  to projects/2, from projects/1, perimeter prod: the resources of the call are not "
        + "in one perimeter (14) [unique id id-1; rule in -o report.json]")
  }

  @Test(arguments: [80, 100, 120])
  func `a quota takes at most three lines`(width: Int) throws {
    let lines = text(.rateLimit, .quota, width: width)
    let paragraph = try paragraph("  quota", in: lines)
    #expect(
      paragraph
        == "  quota  generate_content_requests (100), limit 60 per minute, model gemini-2.5-pro, "
        + "us-central1; peak 1,200 refused in a minute (2026-11-22 10:41), plus what got through")
    #expect(paragraph.utf8.count < 3 * (width - 9))
  }

  @Test func `shared capacity is said to be no quota`() throws {
    var details = FindingDetails.quota
    details.quotas[0].kind = .sharedCapacity
    let words = try paragraph("  quota", in: text(.sharedCapacity, details))
    #expect(words.contains("none of the project: capacity that all share"))
  }

  @Test func `states of a key are said, but not what the cause says`() throws {
    var details = FindingDetails()
    details.credentialStates = [
      .init(state: .keyExpired, denials: 2), .init(state: .keyLeaked, denials: 1),
    ]
    let words = try paragraph("  state", in: text(.apiKeyInvalid, details))
    #expect(words == "  state  the key was reported as leaked and is blocked for good (1)")
  }

  @Test func `more than two are counted`() {
    let lines = text(.vpcServiceControls, .hostile("x", time: "2026-11-22T10:41:00Z"))
    #expect(lines.filter { $0.hasPrefix(" vpc-sc  ") }.count == 2)
    #expect(lines.contains { $0.contains("5 more") })
  }
}
