import Testing

@testable import IAM

struct StableHashTests {
  /// Computed by a second implementation, in Python.
  @Test(arguments: [
    (["aiplatform.endpoints.predict"], "e4e41271"),
    (
      [
        "serviceAccount:app@acme-prod.iam.gserviceaccount.com", "roles/aiplatform.user", "project",
        "projects/acme-prod",
      ], "6149c679"
    ),
  ])
  func `a hash is the same on every machine`(fields: [String], digits: String) {
    var hash = StableHash()
    for field in fields { hash.combine(field) }
    #expect(hash.hexDigits == digits)
  }

  @Test func `fields are kept apart`() {
    let splits = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"]]
    let digits = splits.map { fields in
      var hash = StableHash()
      for field in fields { hash.combine(field) }
      return hash.hexDigits
    }
    #expect(Set(digits).count == splits.count)
  }
}
