import Testing

@testable import IAM

struct PreferredRolesTests {
  private static let tableHint: Comment =
    "no ../shared/roles/preferred.tsv: the table is NOT compared with its source"

  /// Every row, the conditional one included.
  private static let rows = PreferredRoles.all + [PreferredRoles.workloadIdentity]

  private func member(_ text: String) throws -> Member { try #require(Member(text)) }

  private func permission(_ text: String) throws -> Permission { try #require(Permission(text)) }

  @Test func `prompting Gemini takes the role of Vertex AI users, under both its names`() throws {
    let row = try #require(
      PreferredRoles.row(
        for: permission("aiplatform.endpoints.predict"), member: member("user:alice@example.com")))
    #expect(row.role.name == "roles/aiplatform.user")
    #expect(row.titles == ["Vertex AI User", "Agent Platform User"])
    #expect(row.stage == .generallyAvailable)
  }

  @Test(arguments: [
    ("user:alice@example.com", "roles/iam.serviceAccountTokenCreator"),
    (
      "serviceAccount:app@acme-prod.iam.gserviceaccount.com",
      "roles/iam.serviceAccountTokenCreator"
    ),
    ("serviceAccount:acme-prod.svc.id.goog[ns/ksa]", "roles/iam.workloadIdentityUser"),
    (
      "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/x",
      "roles/iam.workloadIdentityUser"
    ),
    (
      "principalSet://iam.googleapis.com/locations/global/workforcePools/p/*",
      "roles/iam.workloadIdentityUser"
    ),
  ])
  func `who comes from outside gets tokens through Workload Identity`(
    text: String, role: String
  ) throws {
    let row = PreferredRoles.row(
      for: try permission("iam.serviceAccounts.getAccessToken"), member: try member(text))
    #expect(row?.role.name == role)
    let signing = PreferredRoles.row(
      for: try permission("iam.serviceAccounts.signBlob"), member: try member(text))
    #expect(signing?.role.name == "roles/iam.serviceAccountTokenCreator")
  }

  @Test func `the rules of each service can be read, and none says a thing twice`() {
    let names = PreferredRoles.services.map(\.name)
    #expect(Set(names).count == names.count)
    for service in PreferredRoles.services {
      let rules = service.rules()
      let roles = rules.rows.map(\.role)
      #expect(Set(roles).count == roles.count, "\(service.name)")
      #expect(!rules.permissions.isEmpty, "\(service.name)")
      #expect(rules.permissions.allSatisfy { $0.service == service.name }, "\(service.name)")
      let answers = Set(rules.permissions.compactMap { rules.row(for: $0.name)?.role })
      #expect(answers == Set(roles), "\(service.name) has a role that answers nothing")
    }
    #expect(PreferredRoles.permissions.count >= 4_000)
  }

  @Test func `a role of two services is the same in both`() {
    let rows = Set(Self.rows)
    #expect(Set(rows.map(\.role)).count == rows.count)
    for row in rows {
      #expect(!row.titles.isEmpty && row.size > 0, "\(row.role)")
      #expect(!row.includes.contains(row.role), "\(row.role)")
      #expect(row.includes == row.includes.sorted(), "\(row.role)")
      #expect(Set(row.includes).isSubset(of: rows.map(\.role)), "\(row.role)")
    }
  }

  @Test func `no role is known to be no answer, and an unknown permission is not guessed at`()
    throws
  {
    for text in [
      "storage.buckets.getIamPolicy", "compute.reservations.resize", "pubsub.foo.get",
      "pubsub.topics.foo", "zeta.things.get", "pubsub.get", "storage.objects.get.more",
    ] {
      let alice = try member("user:alice@example.com")
      let row = Permission(text).flatMap { PreferredRoles.row(for: $0, member: alice) }
      #expect(row == nil, "\(text)")
    }
    #expect(PreferredRoles.withoutRole.contains(try permission("storage.buckets.getIamPolicy")))
    #expect(!PreferredRoles.permissions.contains(try permission("pubsub.foo.get")))
  }

  @Test(arguments: ["generativelanguage.models.list"])
  func `a permission without a role is known all the same`(text: String) throws {
    let permission = try permission(text)
    #expect(PreferredRoles.withoutRole.contains(permission))
    #expect(PreferredRoles.permissions.contains(permission))
    #expect(PreferredRoles.row(for: permission, member: try member("user:a@example.com")) == nil)
  }

  @Test func `every alternative and note is for a permission of the table`() {
    for other in PreferredRoles.otherRoles {
      #expect(other.permissions.isSubset(of: PreferredRoles.permissions), "\(other.role)")
    }
    let noted = PreferredRoles.permissions.filter { PreferredRoles.note(on: $0) != nil }
    #expect(noted.count == 9)
  }

  @Test(.enabled(if: SharedData.path(of: "preferred.tsv") != nil, tableHint))
  func `the table has every choice of its source`() throws {
    let rows = try SharedData.rows(of: "preferred.tsv")
    #expect(rows.count == 135)
    for fields in rows {
      let permission = try permission(fields[0])
      #expect(permission.name == fields[0])
      let role = PreferredRoles.row(for: permission, member: try member("user:a@example.com"))?.role
      #expect(role?.name ?? "-" == fields[1], "\(permission)")
    }
  }
}
