import Testing

@testable import IAM

struct GrantConditionTests {
  @Test func `a binding ends with a condition on the time of the request`() {
    let condition = GrantCondition(until: "2026-12-01T00:00:00Z")
    #expect(condition.expression == #"request.time < timestamp("2026-12-01T00:00:00Z")"#)
    #expect(condition.expiry == "2026-12-01T00:00:00Z")
    #expect(
      condition.flagValue
        == #"expression=request.time < timestamp("2026-12-01T00:00:00Z"),"#
        + "title=until 2026-12-01T00:00:00Z,"
        + "description=Suggested by denials-report for the time until 2026-12-01T00:00:00Z")
  }

  @Test(arguments: [("a, b", "|"), ("a, b || c", ";"), ("a, b | c; d", "#")])
  func `an expression with a comma gets another separator`(expression: String, separator: String) {
    let condition = GrantCondition(title: "t", description: "d", expression: expression)
    #expect(
      condition.flagValue
        == "^\(separator)^expression=\(expression)\(separator)title=t\(separator)description=d")
    #expect(condition.expiry == nil)
  }

  @Test func `what cannot expire by itself may on its project, by name`() throws {
    for form in TargetForm.all {
      guard let target = form.target else { continue }
      let condition = target.projectCondition(until: "2026-12-01T00:00:00Z")
      guard form.type.hasPrefix("bigquery") else {
        #expect(condition == nil)
        continue
      }
      #expect(
        condition == "(resource.name == \"\(form.resource)\" || "
          + "resource.name.startsWith(\"\(form.resource)/\")) && "
          + #"request.time < timestamp("2026-12-01T00:00:00Z")"#)
    }
  }

  @Test(arguments: [
    ("user:a@gmail.com", "gmail.com"), ("user:a@googlemail.com", "googlemail.com"),
    ("group:a@outlook.com", "outlook.com"), ("user:a@example.com", nil),
    ("user:a@mail.gmail.com", nil), ("user:gmail.com@example.com", nil),
    ("serviceAccount:gmail@acme-prod.iam.gserviceaccount.com", nil),
  ])
  func `an address that anyone may have is told from one of a company`(
    text: String, domain: String?
  ) throws {
    #expect(try #require(Member(text)).consumerDomain == domain)
  }
}
