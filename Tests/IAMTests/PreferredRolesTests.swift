import Testing

@testable import IAM

struct PreferredRolesTests {
  private static let catalogHint: Comment =
    "no ../shared/roles/role-catalog-*.json.gz: the table is NOT compared with Google's roles"
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

  @Test func `each role has one row, and each permission is in one`() {
    let roles = Self.rows.map(\.role)
    #expect(Set(roles).count == roles.count)
    let permissions = PreferredRoles.all.flatMap(\.permissions)
    #expect(Set(permissions).count == permissions.count)
    #expect(permissions.count >= 200)
    for row in Self.rows {
      #expect(row.permissions == row.permissions.sorted(), "\(row.role)")
      #expect(!row.permissions.isEmpty && !row.titles.isEmpty && row.size > 0, "\(row.role)")
      #expect(row.includes.allSatisfy { roles.contains($0) }, "\(row.role)")
    }
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

  @Test(.enabled(if: RoleCatalog.isThere, catalogHint))
  func `every role has what the table says`() throws {
    for row in Self.rows {
      let entry = try #require(RoleCatalog.byName[row.role.name], "\(row.role)")
      let included = Set(entry.includedPermissions ?? [])
      #expect(included.isSuperset(of: row.permissions.map(\.name)), "\(row.role)")
      #expect(included.count == row.size, "\(row.role)")
      #expect(row.titles.contains(entry.title), "\(row.role)")
      #expect(entry.stage == (row.stage == .beta ? "BETA" : "GA"), "\(row.role)")
      for part in row.includes {
        let smaller = RoleCatalog.byName[part.name]?.includedPermissions
        #expect(included.isSuperset(of: try #require(smaller)), "\(row.role) \(part)")
      }
    }
  }

  @Test(.enabled(if: RoleCatalog.isThere, catalogHint))
  func `every alternative has the permissions too`() throws {
    for other in PreferredRoles.otherRoles {
      let entry = try #require(RoleCatalog.byName[other.role.name], "\(other.role)")
      let included = Set(entry.includedPermissions ?? [])
      #expect(included.isSuperset(of: other.permissions.map(\.name)), "\(other.role)")
      #expect(entry.stage == (other.why.contains("BETA") ? "BETA" : "GA"), "\(other.role)")
    }
  }

  @Test(.enabled(if: RoleCatalog.isThere, catalogHint))
  func `no role that may be suggested is basic or a service agent's`() {
    var refused = 0
    for name in RoleCatalog.byName.keys {
      let isServiceAgents = name.lowercased().contains("serviceagent")
      let isBasic = !name.contains(".") && name != "roles/browser"
      #expect((Role(name) == nil) == (isServiceAgents || isBasic), "\(name)")
      if Role(name) == nil { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test(.enabled(if: RoleCatalog.isThere, catalogHint))
  func `every permission that exists can be read`() {
    let names = Set(RoleCatalog.byName.values.flatMap { $0.includedPermissions ?? [] })
    #expect(names.count > 13_000)
    for name in names {
      let permission = Permission(name)
      #expect(permission?.name == name)
      #expect(permission?.isKubernetes == false)
    }
  }
}
