import Testing

@testable import IAM

/// The table against a catalogue of Google's roles, which is no part of the project.
@Suite(
  .enabled(
    if: RoleCatalog.isThere,
    "no ../shared/roles/role-catalog-*.json.gz: the table is NOT compared with Google's roles"))
struct PreferredRoleCatalogTests {
  /// The services whose permissions the table means to answer.
  private static let services = [
    "aiplatform", "apikeys", "artifactregistry", "bigquery", "bigtable", "cloudbuild",
    "cloudfunctions", "cloudkms", "cloudscheduler", "cloudsql", "cloudtasks", "composer",
    "compute", "container", "dataflow", "dataproc", "datastore", "dialogflow", "discoveryengine",
    "dns", "eventarc", "file", "iam", "logging", "monitoring", "networkservices", "pubsub",
    "redis", "resourcemanager", "run", "secretmanager", "serviceusage", "spanner", "storage",
    "workflows",
  ]

  /// Every row, the conditional one included.
  private static let rows = PreferredRoles.all + [PreferredRoles.workloadIdentity]

  /// Every permission that some role has, by service.
  private static let names: [String: Set<String>] = Dictionary(
    grouping: Set(RoleCatalog.byName.values.flatMap { $0.includedPermissions ?? [] }),
    by: Permission.service(in:)
  ).mapValues { Set($0) }

  /// The permissions of each role of the table.
  private static let contents: [Role: Set<String>] = Dictionary(
    rows.map { ($0.role, Set(RoleCatalog.byName[$0.role.name]?.includedPermissions ?? [])) },
    uniquingKeysWith: { first, _ in first })

  /// The permissions that the table means to answer.
  private static let answered = services.flatMap {
    PreferredRoles.rules(of: $0)?.permissions.sorted() ?? []
  }

  private static func row(for name: String) -> PreferredRole? {
    PreferredRoles.rules(of: Permission.service(in: name))?.row(for: name)
  }

  @Test func `every role has what the table says`() throws {
    for row in Self.rows {
      let entry = try #require(RoleCatalog.byName[row.role.name], "\(row.role)")
      #expect(entry.includedPermissions?.count == row.size, "\(row.role)")
      #expect(row.titles.last == entry.title, "\(row.role)")
      #expect(entry.stage == (row.stage == .beta ? "BETA" : "GA"), "\(row.role)")
    }
  }

  @Test func `every role includes just the roles that it contains`() throws {
    for row in Self.rows {
      let all = try #require(Self.contents[row.role])
      let parts = Self.contents.filter { $0.key != row.role && $0.value.isSubset(of: all) }.keys
      #expect(row.includes == parts.sorted(), "\(row.role)")
    }
  }

  @Test func `every answer has its permission, and no name is made up`() {
    let permissions = PreferredRoles.permissions.sorted()
    // A denial names it, but no role has it.
    let made = permissions.filter { Self.names[$0.service]?.contains($0.name) != true }
    #expect(made.map(\.name) == ["generativelanguage.models.list"])
    let wrong = permissions.filter { permission in
      guard let role = Self.row(for: permission.name)?.role else { return false }
      return Self.contents[role]?.contains(permission.name) != true
    }
    #expect(wrong.isEmpty)
    for permission in PreferredRoles.workloadIdentityPermissions {
      let role = PreferredRoles.workloadIdentity.role
      #expect(Self.contents[role]?.contains(permission.name) == true, "\(permission)")
    }
  }

  @Test(arguments: services)
  func `nine in ten permissions of a service have a role, and all others are known`(
    service: String
  ) throws {
    let names = try #require(Self.names[service])
    let answered = names.count { Self.row(for: $0) != nil }
    #expect(answered * 10 >= names.count * 9, "\(answered) of \(names.count)")
    let unknown = names.filter { PreferredRoles.rules(of: service)?.spelling(of: $0) == nil }
    #expect(unknown.isEmpty, "neither a role nor listed without one")
  }

  @Test func `what only reads gets no role that leads to more power`() {
    let exceptions: Set<String> = [
      // No other role has these.
      "apikeys.keys.get", "apikeys.keys.list", "apikeys.keys.lookup", "container.pods.getLogs",
      "container.secrets.list", "dataproc.agents.get", "dataproc.agents.list",
      "dataproc.tasks.listInvalidatedLeases", "storage.anywhereCaches.get",
      "storage.anywhereCaches.list", "storage.bucketOperations.get",
      "storage.bucketOperations.list",
    ]
    let powerful = Set(
      Self.contents.filter { $0.value.contains(where: Self.isEscalation) }.keys)
    let broken = Self.answered.filter { permission in
      guard Self.isReading(permission) else { return false }
      return Self.row(for: permission.name).map { powerful.contains($0.role) } ?? false
    }
    #expect(Set(broken.map(\.name)) == exceptions)
  }

  @Test func `a role to look at things is taken where there is one`() {
    let exceptions: Set<String> = [
      "compute.images.get", "compute.images.getFromFamily", "compute.images.list",
      "iam.googleapis.com/workforcePoolProviderScimGroups.get",
      "iam.googleapis.com/workforcePoolProviderScimGroups.list",
      "iam.googleapis.com/workforcePoolProviderScimUsers.get",
      "iam.googleapis.com/workforcePoolProviderScimUsers.list",
      "iam.googleapis.com/workspacePools.searchPolicyBindings",
    ]
    let viewers = RoleCatalog.byName.values.filter {
      Self.isViewer($0.name) && Role($0.name) != nil && !$0.name.contains("legacy")
        && !($0.includedPermissions ?? []).contains(where: Self.isEscalation)
    }
    let broken = Self.answered.filter { permission in
      guard Self.isReading(permission), let row = Self.row(for: permission.name) else {
        return false
      }
      return !Self.isViewer(row.role.name)
        && viewers.contains {
          $0.name.hasPrefix("roles/\(permission.service).")
            && $0.includedPermissions?.contains(permission.name) == true
        }
    }
    #expect(Set(broken.map(\.name)) == exceptions)
  }

  @Test func `the answers are hardly larger than those of a search in the catalogue`() throws {
    let search = ReferenceSearch(RoleCatalog.byName.values)
    var table: [Int] = []
    var found: [Int] = []
    for name in Self.services.flatMap({ Self.names[$0] ?? [] }) {
      guard let row = Self.row(for: name) else { continue }
      table.append(row.size - 1)
      // Two answers are exact roles of a service beside, which no search in its own finds.
      found.append((search.size(for: name) ?? row.size) - 1)
    }
    #expect(table.count > 3_900)
    let (excess, least) = (table.sorted()[table.count / 2], found.sorted()[found.count / 2])
    #expect(Double(excess) <= 1.25 * Double(least), "\(excess) against \(least)")
    #expect(least > 50, "the search finds less than it should measure by")
  }

  @Test func `every alternative has the permissions too`() throws {
    for other in PreferredRoles.otherRoles {
      let entry = try #require(RoleCatalog.byName[other.role.name], "\(other.role)")
      let included = Set(entry.includedPermissions ?? [])
      #expect(included.isSuperset(of: other.permissions.map(\.name)), "\(other.role)")
      #expect(entry.stage == (other.why.contains("BETA") ? "BETA" : "GA"), "\(other.role)")
    }
  }

  @Test func `no role that may be suggested is basic or a service agent's`() {
    var refused = 0
    for name in RoleCatalog.byName.keys {
      let isServiceAgents = name.lowercased().contains("serviceagent")
      let isBasic = !name.contains(".") && name != "roles/browser"
      #expect((Role(name) == nil) == (isServiceAgents || isBasic), "\(name)")
      if Role(name) == nil { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test func `every permission that exists can be read`() {
    let names = Set(RoleCatalog.byName.values.flatMap { $0.includedPermissions ?? [] })
    #expect(names.count > 13_000)
    let broken = names.filter { name in
      guard let permission = Permission(name) else { return true }
      return permission.name != name || permission.isKubernetes
    }
    #expect(broken.isEmpty)
  }

  private static func isReading(_ permission: Permission) -> Bool {
    let verb = permission.name.split(separator: ".").last ?? ""
    let isReading = ["get", "list", "search", "lookup"].contains { verb.hasPrefix($0) }
    return isReading && EscalationPermissions.kind(of: permission) == nil
  }

  private static func isEscalation(_ name: String) -> Bool {
    Permission(name).flatMap(EscalationPermissions.kind) != nil
  }

  private static func isViewer(_ name: String) -> Bool {
    ["iewer", "eader", "browser"].contains { name.hasSuffix($0) }
  }
}
