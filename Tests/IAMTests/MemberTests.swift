import Testing

@testable import IAM

struct MemberTests {
  @Test(arguments: [
    ("user:alice@example.com", Member.Form.user, "alice@example.com"),
    ("user:a.b_c+d%e-f@mail.example.co.uk", .user, "a.b_c+d%e-f@mail.example.co.uk"),
    ("group:admins@example.com", .group, "admins@example.com"),
    (
      "serviceAccount:app@acme-prod.iam.gserviceaccount.com", .serviceAccount,
      "app@acme-prod.iam.gserviceaccount.com"
    ),
    (
      "serviceAccount:acme.example.com@appspot.gserviceaccount.com", .serviceAccount,
      "acme.example.com@appspot.gserviceaccount.com"
    ),
  ])
  func `an account goes into the Console without its prefix`(
    text: String, form: Member.Form, email: String
  ) throws {
    let member = try #require(Member(text))
    #expect(member.form == form)
    #expect(member.text == text)
    #expect(member.email == email)
    #expect(member.consoleIdentifier == email)
    #expect(!member.usesWorkloadIdentity)
  }

  @Test(arguments: [
    ("serviceAccount:acme-prod.svc.id.goog[default/app]", Member.Form.gkeWorkload),
    ("serviceAccount:acme.example.com.svc.id.goog[a-b/c.d]", .gkeWorkload),
    (
      "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/gh/"
        + "subject/repo:o/r:ref:refs/heads/main~1%20+=@._-", .principal
    ),
    (
      "principal://agents.global.org-1.system.id.goog/resources/aiplatform/projects/2/"
        + "locations/us-central1/reasoningEngines/3", .principal
    ),
    (
      "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/gh/*",
      .principalSet
    ),
    (
      "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/gh/"
        + "attribute.repository/o/r", .principalSet
    ),
    (
      "principalSet://iam.googleapis.com/locations/global/workforcePools/p/group/g-1",
      .principalSet
    ),
  ])
  func `a federated member has no address and comes through Workload Identity`(
    text: String, form: Member.Form
  ) throws {
    let member = try #require(Member(text))
    #expect(member.form == form)
    #expect(member.email == nil)
    #expect(member.consoleIdentifier.hasPrefix("serviceAccount:") == false)
    #expect(text.hasSuffix(member.consoleIdentifier))
    #expect(member.usesWorkloadIdentity)
  }

  @Test(arguments: HostileText.values)
  func `what does not fit the grammar is no member`(text: String) {
    #expect(Member(text) == nil)
  }

  @Test(arguments: MemberVector.members)
  func `nothing hostile can hide in a member`(text: String) {
    for fragment in HostileText.fragments {
      for index in [text.startIndex, text.index(text.startIndex, offsetBy: 20), text.endIndex] {
        var attack = text
        attack.insert(contentsOf: fragment, at: index)
        #expect(Member(attack) == nil, "\(attack.debugDescription)")
      }
    }
  }

  @Test func `a member has at most 512 bytes`() throws {
    let pool = "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/"
    let longest = pool + String(repeating: "x", count: Member.byteLimit - pool.utf8.count)
    #expect(Member(longest)?.text.utf8.count == 512)
    #expect(Member(longest + "x") == nil)
  }

  @Test func `a deleted account can be read, and names no address`() throws {
    let member = try #require(
      Member("deleted:serviceAccount:app@acme-prod.iam.gserviceaccount.com?uid=12345"))
    #expect(member.form == .deleted)
    #expect(member.email == nil)
  }
}
