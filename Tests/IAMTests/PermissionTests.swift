import Testing

@testable import IAM

struct PermissionTests {
  @Test(arguments: [
    ("aiplatform.endpoints.predict", "aiplatform"),
    ("iam.googleapis.com/workloadIdentityPools.create", "iam"),
    ("gcp.redisenterprise.com/databases.create", "gcp.redisenterprise.com"),
    ("networkservices.route_views.get", "networkservices"),
    ("io.k8s.core.v1.pods.list", "io"),
  ])
  func `a permission names its service`(text: String, service: String) throws {
    let permission = try #require(Permission(text))
    #expect(permission.name == text)
    #expect(permission.service == service)
  }

  @Test(arguments: [
    ("iam.serviceaccounts.actAs", "iam.serviceAccounts.actAs"),
    ("IAM.SERVICEACCOUNTS.GETACCESSTOKEN", nil),
    ("aiplatform.Endpoints.Predict", "aiplatform.endpoints.predict"),
    (
      "iam.googleapis.com/workloadidentitypools.create",
      "iam.googleapis.com/workloadIdentityPools.create"
    ),
    ("unknown.things.doIt", "unknown.things.doIt"),
  ])
  func `a permission of the tables gets the spelling of IAM`(text: String, name: String?) {
    #expect(Permission(text)?.name == name)
  }

  @Test func `every permission of the tables is known in lower case`() {
    let permissions = PreferredRoles.permissions.union(EscalationPermissions.all)
    let names = Set(permissions.map(\.name))
    // Both httpFilters and httpfilters are resources of networkservices.
    var twins = 0
    for permission in permissions {
      let name = permission.name.lowercased()
      if names.contains(name), name != permission.name { twins += 1 }
      let expected = names.contains(name) ? name : permission.name
      #expect(Permission(name)?.name == expected)
      #expect(Permission(permission.name) == permission)
    }
    #expect(twins == 5)
  }

  @Test(arguments: [
    ("io.k8s.core.v1.pods.list", true), ("io.k8s.core.v1.pods.exec.create", true),
    ("container.pods.list", false), ("iam.googleapis.com/oauthClients.get", false),
  ])
  func `what belongs to a cluster is told apart`(text: String, isKubernetes: Bool) throws {
    #expect(try #require(Permission(text)).isKubernetes == isKubernetes)
  }

  @Test(
    arguments: HostileText.values + [
      "a", "a.b", "a.b.", ".b.c", "a..c", "1.b.c", "A.b.c", "a.b.c/d", "iam.googleapis.com/a",
      "iam.googleapis.com/a.b.c", "iam/a.b", "a/b/c.d", "https://x.y/z", "a.b.c,d.e.f", "a.b.*",
      "a.b." + String(repeating: "c", count: 128),
    ])
  func `all else is no permission`(text: String) {
    #expect(Permission(text) == nil)
  }

  @Test(arguments: HostileText.fragments)
  func `nothing hostile can hide in a permission`(fragment: String) {
    for text in ["a.b.c\(fragment)", "\(fragment)a.b.c", "a.\(fragment)b.c", "a.b.c.\(fragment)"] {
      #expect(Permission(text) == nil)
    }
  }
}
