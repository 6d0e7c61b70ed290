import AuditLog
import DenialAggregation
import DenialClassification
import Testing

/// Suggestions that are searched in a role catalogue.
struct SuggestionCatalogTests {
  private static func denial(_ permission: String, bucket: Int) -> Denial {
    var denial = Denial(
      insertID: "\(bucket)", timestampText: "2026-11-22T10:00:00Z", logName: "l",
      cause: .missingRole, rule: "x", confidence: .high, evidence: Evidence(path: "p", value: "v"),
      caller: Denial.CallerIdentity(email: "a@example.com", subject: "", mappedPrincipal: ""))
    denial.permissions = [permission]
    denial.project = "acme-prod"
    denial.resource = "projects/_/buckets/b\(bucket)"
    return denial
  }

  private static func catalog() throws -> NamedRoleCatalog {
    var reader = RoleCatalogReader()
    let role = Array(
      """
      {"name":"roles/storage.tester","stage":"GA",\
      "includedPermissions":["storage.objects.tryOne","storage.objects.tryTwo"]}
      """.utf8)
    try reader.read(role.span)
    return NamedRoleCatalog(try reader.finish(), name: "roles", fingerprint: "0")
  }

  @Test func `the catalogue's role decides what too many resources for one role are`() throws {
    // To the table these are two custom roles, on three buckets each.
    let denials = (0..<6).map { number in
      Self.denial(number < 3 ? "storage.objects.tryOne" : "storage.objects.tryTwo", bucket: number)
    }
    let report = { (catalog: NamedRoleCatalog?) in
      Report(
        Tally(Array(denials.enumerated())), generatedAt: Timestamp(nanosecondsSince1970: 0),
        toolVersion: "", catalog: catalog)
    }
    #expect(report(nil).suggestions.map(\.target.type) == Array(repeating: "bucket", count: 6))
    let suggestions = report(try Self.catalog()).suggestions
    #expect(suggestions.map(\.role) == ["roles/storage.tester"])
    #expect(suggestions.map(\.target.type) == ["project"])
    #expect(suggestions.map(\.denials) == [6])
    #expect(suggestions[0].why.hasPrefix("6 buckets: one binding on their project"))
  }
}
