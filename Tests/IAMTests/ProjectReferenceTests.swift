import Testing

@testable import IAM

struct ProjectReferenceTests {
  @Test(arguments: [
    "acme-prod", "ketchup", "a", "p1", "example.com:acme", "sub.example.com:acme-1",
    "a23456789012345678901234567890",
  ])
  func `an id is a project`(text: String) throws {
    let project = try #require(ProjectReference(text))
    #expect(project.name == text)
    #expect(!project.isNumber)
  }

  @Test(arguments: ["1", "123456789012", "12345678901234567890"])
  func `a number is a project`(text: String) throws {
    #expect(try #require(ProjectReference(text)).isNumber)
  }

  @Test(
    arguments: HostileText.values + [
      "Acme", "acme-", "1acme", "acme_prod", "acme.prod", "acme/prod", "a:acme", "example.com:",
      ":acme", "a:b:c", "example.com:sub:acme", "0", "007", "123456789012345678901",
      "a234567890123456789012345678901", "PROJECT_ID", "-1", "acme\u{301}",
      "example-.com:acme", "-example.com:acme", "example..com:acme",
      String(repeating: "x", count: 64) + ".com:acme",
    ])
  func `all else is none`(text: String) {
    #expect(ProjectReference(text) == nil)
  }

  @Test(arguments: HostileText.fragments)
  func `nothing hostile can hide in a project`(fragment: String) {
    for text in ["acme\(fragment)", "\(fragment)acme", "ac\(fragment)me", "1\(fragment)2"] {
      #expect(ProjectReference(text) == nil)
    }
  }

  @Test(arguments: [
    ("acme", "acme", false), ("acme", "other", true), ("1", "1", false), ("1", "2", true),
    ("acme", "1", false), ("1", "acme", false), ("example.com:acme", "acme", true),
  ])
  func `only two ids or two numbers can be known to differ`(
    left: String, right: String, differ: Bool
  ) throws {
    let left = try #require(ProjectReference(left))
    let right = try #require(ProjectReference(right))
    #expect(left.isKnownToDiffer(from: right) == differ)
    #expect(right.isKnownToDiffer(from: left) == differ)
  }
}
