import Testing

@testable import IAM

struct RoleTests {
  @Test(arguments: [
    "roles/aiplatform.user", "roles/browser", "roles/compute.instanceAdmin.v1",
    "roles/storage.admin", "roles/apigeeconnect.Agent", "roles/discoveryengine.viewer",
    "roles/apigateway_management.viewer",
  ])
  func `a predefined role can be suggested`(name: String) throws {
    #expect(try #require(Role(name)).name == name)
  }

  @Test(arguments: [
    "roles/owner", "roles/editor", "roles/viewer", "roles/admin", "roles/writer", "roles/reader",
    "roles/Owner", "roles/EDITOR",
  ])
  func `a basic role cannot be said`(name: String) {
    #expect(Role(name) == nil)
  }

  @Test(arguments: [
    "roles/aiplatform.serviceAgent", "roles/aiplatform.rapidevalServiceAgent",
    "roles/containeranalysis.ServiceAgent", "roles/composer.ServiceAgentV2Ext",
    "roles/container.hostServiceAgentUser", "roles/x.SERVICEAGENT",
  ])
  func `a role of a service agent cannot be said`(name: String) {
    #expect(Role(name) == nil)
  }

  @Test(
    arguments: HostileText.values + [
      "roles/", "roles", "owner", "aiplatform.user", "projects/p/roles/x",
      "organizations/1/roles/x",
      "roles/a/b", "roles/a-b", "Roles/x.y", "roles/x.y ", "roles/roles/x",
      "roles/" + String(repeating: "x", count: 128),
    ])
  func `all else is no role`(name: String) {
    #expect(Role(name) == nil)
  }

  @Test(arguments: HostileText.fragments)
  func `nothing hostile can hide in a role`(fragment: String) {
    #expect(Role("roles/x.y\(fragment)") == nil)
    #expect(Role("roles/\(fragment)x.y") == nil)
    #expect(Role("\(fragment)roles/x.y") == nil)
  }
}

struct CustomRoleTests {
  @Test func `equal permissions make an equal role in any order`() throws {
    let names = ["storage.objects.get", "aiplatform.endpoints.predict", "storage.objects.list"]
    let roles = try [names, names.reversed()].map { names in
      try #require(CustomRole(Set(names.compactMap { Permission($0) })))
    }
    #expect(roles[0] == roles[1])
    #expect(roles[0].id == roles[1].id)
    #expect(roles[0].permissions.map(\.name) == names.sorted())
    #expect(roles[0].title == "3 permissions of aiplatform, storage")
  }

  @Test func `the id is the same in every run, and other for other permissions`() throws {
    let predict = try #require(Permission("aiplatform.endpoints.predict"))
    let explain = try #require(Permission("aiplatform.endpoints.explain"))
    let id = try #require(CustomRole([predict])).id
    #expect(id == "aiplatform_endpoints_predict_e4e41271")
    #expect(try #require(CustomRole([predict, explain])).id != id)
    #expect(try #require(CustomRole([explain])).id != id)
  }

  @Test func `every id and title fits IAM's limits`() throws {
    var permissions = PreferredRoles.permissions.union(EscalationPermissions.all)
    permissions.insert(try #require(Permission("a.b." + String(repeating: "c", count: 120))))
    permissions.insert(try #require(Permission("x.y.__")))
    let sets =
      permissions.map { Set([$0]) } + [Set(permissions.sorted().prefix(CustomRole.permissionLimit))]
    // One expectation for all of them: thousands are slow.
    let broken = try sets.filter { set in
      let role = try #require(CustomRole(set))
      return !(3...64).contains(role.id.utf8.count)
        || !role.id.utf8.allSatisfy { $0.isAlphanumeric || $0.isASCII("_") }
        || !(1...100).contains(role.title.utf8.count)
    }
    #expect(broken.isEmpty)
  }

  @Test func `nothing, too much and Kubernetes make no role`() throws {
    #expect(CustomRole([]) == nil)
    let pods = try #require(Permission("io.k8s.core.v1.pods.list"))
    #expect(CustomRole([pods]) == nil)
    let many = (0...CustomRole.permissionLimit).compactMap { Permission("a.b.c\($0)") }
    #expect(CustomRole(Set(many)) == nil)
    #expect(CustomRole(Set(many.dropFirst())) != nil)
  }
}
