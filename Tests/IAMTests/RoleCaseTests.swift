import Testing

@testable import IAM

/// The choice on cases with a known answer, and on everything that exists.
struct RoleCaseTests {
  private static let hint: Comment =
    "no ../shared/roles with catalogue and cases: the choice is NOT compared with what is right"

  /// Each permission on the target where it can be had.
  private static func choice(
    of names: [String], member: String, catalog: IAM.RoleCatalog?
  ) throws -> [String] {
    let member = try #require(Member(member))
    let project = BindingTarget.project(try #require(ProjectReference("my-proj")))
    let account = try #require(ServiceAccountReference("run@my-proj.iam.gserviceaccount.com"))
    let permissions = Set(names.compactMap { Permission($0) })
    let onAccount = permissions.filter { RoleChoice.obstacle(to: $0, on: project) != nil }
    let all =
      RoleChoice.suggestions(
        for: permissions.subtracting(onAccount), member: member, target: project, catalog: catalog)
      + RoleChoice.suggestions(
        for: onAccount, member: member, target: .serviceAccount(account, project: nil),
        catalog: catalog)
    return all.compactMap(\.role?.name).sorted()
  }

  @Test(.enabled(if: RoleCatalog.isThere && RoleCase.isThere, hint))
  func `with the catalogue, every case gets the roles that a reviewer would take`() throws {
    let cases = try RoleCase.all()
    #expect(cases.count == 68)
    for row in cases {
      let roles = try Self.choice(
        of: row.permissions, member: row.member, catalog: CatalogSample.shared)
      #expect(roles == row.expected.sorted(), "\(row.id): \(row.why)")
    }
  }

  @Test(.enabled(if: RoleCase.isThere, hint))
  func `the table alone gets most cases right`() throws {
    let right = try RoleCase.all().filter { row in
      try Self.choice(of: row.permissions, member: row.member, catalog: nil)
        == row.expected.sorted()
    }
    #expect(right.count >= 64)
  }

  @Test(.enabled(if: RoleCatalog.isThere, hint))
  func `the catalogue is read whole, and what is never suggested is left out`() throws {
    let catalog = try #require(CatalogSample.shared)
    #expect(catalog.roleCount == 2387)
    #expect(catalog.permissions.count == 13_715)
    #expect(catalog.roles.count < 2387 - 190)
    let left = catalog.roles.map(\.role.name).filter { $0.lowercased().contains("serviceagent") }
    #expect(left.isEmpty)
    for name in ["owner", "editor", "viewer"] {
      #expect(catalog.role(named: "roles/\(name)") == nil)
    }
  }

  @Test(.enabled(if: RoleCatalog.isThere, hint))
  func `every permission alone, and thousands in twos and threes, break no rule`() throws {
    let catalog = try #require(CatalogSample.shared)
    let all = catalog.permissions
    var generator = SplitMix64(state: 5_000)
    var sets = all.map { Set([$0]) }
    for index in 0..<5_000 {
      let count = 2 + index % 2
      sets.append(
        Set((0..<count).map { _ in all[Int.random(in: 0..<all.count, using: &generator)] }))
    }
    sets += [Set(all.shuffled(using: &generator).prefix(CustomRole.permissionLimit))]
    let member = try #require(BindingSamples.members.first)
    let target = try #require(BindingSamples.targets.first)
    var broken: [String] = []
    for set in sets {
      broken += RoleRules.broken(for: set, member: member, target: target, catalog: catalog)
      broken += RoleRules.broken(for: set, member: member, target: target, catalog: nil)
    }
    let account = try #require(BindingSamples.targets.last)
    for set in sets where set.contains(where: { $0.name.hasPrefix("iam.serviceAccount") }) {
      broken += RoleRules.broken(for: set, member: member, target: account, catalog: catalog)
    }
    #expect(broken.isEmpty)
  }
}

/// What must hold of every suggestion.
enum RoleRules {
  static func broken(
    for set: Set<Permission>, member: Member, target: BindingTarget, catalog: IAM.RoleCatalog?
  ) -> [String] {
    let all = RoleChoice.suggestions(for: set, member: member, target: target, catalog: catalog)
    let given = all.flatMap(\.permissions)
    var broken: [String] = []
    if Set(given).count != given.count { broken.append("\(set.sorted()): twice") }
    let unknown = set.filter { RoleChoice.absence(of: $0, in: catalog) != nil }
    let grantable = set.filter { RoleChoice.obstacle(to: $0, on: target) == nil }
      .subtracting(unknown)
    let isAccount = target.type == .serviceAccount
    if !Set(given).isSubset(of: grantable) || !isAccount && Set(given) != grantable {
      broken.append("\(set.sorted()): not all, or too many")
    }
    for suggestion in all {
      if suggestion.permissions.isEmpty { broken.append("\(suggestion.grant): for nothing") }
      guard Binding(member: member, grant: suggestion.grant, target: target) != nil else {
        broken.append("\(suggestion.grant): no binding")
        continue
      }
      let name = suggestion.role?.name.lowercased() ?? ""
      if basicRoles.contains(name) || name.contains("serviceagent") { broken.append(name) }
      broken += brokenFacts(of: suggestion, catalog: catalog)
    }
    return broken
  }

  private static func brokenFacts(
    of suggestion: RoleSuggestion, catalog: IAM.RoleCatalog?
  ) -> [String] {
    var broken: [String] = []
    for permission in suggestion.permissions {
      if EscalationPermissions.kind(of: permission) != nil,
        !suggestion.warnings.contains(where: { $0.hasPrefix("\(permission) lets") })
      {
        broken.append("\(permission): no warning")
      }
      guard let catalog, let role = suggestion.role else { continue }
      if !catalog.role(role, has: permission) { broken.append("\(role) lacks \(permission)") }
    }
    for other in suggestion.runnersUp {
      if other.why.isEmpty || other.role == suggestion.role { broken.append("\(other)") }
      if catalog?.role(named: other.role.name) == nil { broken.append("\(other): unknown") }
    }
    if !suggestion.escalation.isEmpty,
      !suggestion.warnings.contains(where: { $0.contains("also has what leads to more power") })
    {
      broken.append("\(suggestion.grant): excess not named")
    }
    return broken
  }

  private static let basicRoles: Set<String> = [
    "roles/owner", "roles/editor", "roles/viewer", "roles/admin", "roles/writer", "roles/reader",
  ]
}
