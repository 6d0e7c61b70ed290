import Testing

@testable import IAM

struct RoleCatalogTests {
  private static func names(_ catalog: IAM.RoleCatalog) -> [String] {
    catalog.roles.map(\.role.name)
  }

  @Test func `what is never suggested is counted, known by its permissions, and left out`() throws {
    let catalog = try CatalogSample.catalog(
      CatalogSample.role("roles/run.invoker", "run.routes.invoke"),
      CatalogSample.role("roles/viewer", "run.routes.invoke", "run.jobs.get"),
      CatalogSample.role("roles/run.serviceAgent", "run.routes.invoke"),
      // The API leaves out what is 0, and ALPHA is 0.
      CatalogSample.role("roles/run.alpha", "run.routes.invoke", stage: ""),
      CatalogSample.role("roles/run.named", "run.routes.invoke", stage: "ALPHA"),
      CatalogSample.role("roles/run.early", "run.routes.invoke", stage: "EAP"),
      CatalogSample.role("roles/run.old", "run.routes.invoke", stage: "DEPRECATED"),
      CatalogSample.role("roles/run.off", "run.routes.invoke", stage: "DISABLED"),
      CatalogSample.role("roles/run.gone", "run.routes.invoke", isDeleted: true),
      CatalogSample.role("roles/run.empty"),
      CatalogSample.role("roles/run.odd", "run.routes.invoke", "no permission"),
      CatalogSample.role("roles/run odd", "run.routes.invoke"),
      CatalogSample.role("projects/acme-prod/roles/mine", "run.routes.invoke", stage: "BETA"))
    #expect(Self.names(catalog) == ["projects/acme-prod/roles/mine", "roles/run.invoker"])
    #expect(catalog.roleCount == 13)
    #expect(catalog.permissions.map(\.name) == ["run.jobs.get", "run.routes.invoke"])
    let invoke = try #require(Permission("run.routes.invoke"))
    #expect(catalog.refusedHolderCount(of: invoke) == 10)
    #expect(catalog.role(named: "roles/run.invoker")?.size == 1)
    #expect(catalog.role(named: "roles/viewer") == nil)
  }

  @Test func `a permission is found whatever the case of its letters`() throws {
    let catalog = try CatalogSample.catalog(
      CatalogSample.role("roles/a.b", "alpha.bigThings.getAll", "alpha.aThings.get", "beta.x.y"))
    for name in ["alpha.bigThings.getAll", "alpha.bigthings.getall", "alpha.BIGTHINGS.GETALL"] {
      let permission = try #require(Permission(name))
      #expect(catalog.permission(like: permission)?.name == "alpha.bigThings.getAll")
      #expect(catalog.role(try #require(Role("roles/a.b")), has: permission))
    }
    #expect(catalog.permission(like: try #require(Permission("alpha.bigThings.get"))) == nil)
    #expect(catalog.permission(like: try #require(Permission("zeta.x.y"))) == nil)
  }

  @Test func `of a role that comes twice, the last one counts`() throws {
    let catalog = try CatalogSample.catalog(
      CatalogSample.role("roles/a.b", "a.b.get", "a.b.list"),
      CatalogSample.role("roles/a.b", "a.b.list", "a.b.list"))
    #expect(catalog.roleCount == 1)
    #expect(catalog.role(named: "roles/a.b")?.size == 1)
  }

  @Test func `the order of roles and permissions does not matter`() throws {
    let roles = (0..<20).map { index in
      CatalogSample.RoleText(
        name: "roles/a.r\(index)", permissions: (0...index).map { "a.b\($0 * 7 % 20).get" })
    }
    let one = try CatalogSample.catalog(roles)
    let other = try CatalogSample.catalog(
      roles.reversed().map { role in
        var role = role
        role.permissions.reverse()
        return role
      })
    #expect(one.roles == other.roles)
    #expect(one.permissions == other.permissions)
    #expect(one.contents.numbers == other.contents.numbers)
    #expect(one.holders.numbers == other.holders.numbers)
  }

  @Test func `a letter that merely looks like one of ours makes no permission`() throws {
    var builder = RoleCatalogBuilder()
    #expect(try builder.number(of: "a.b.K") == 0)
    #expect(try builder.number(of: "a.b.\u{212A}") == nil)
    #expect(try builder.number(of: "io.k8s.core.v1.pods.list") == nil)
    #expect(try builder.number(of: "") == nil)
  }

  @Test func `a title that is not plain is dropped`() throws {
    for title in ["\u{1B}[2J", "Ä", String(repeating: "x", count: 101)] {
      let catalog = try CatalogSample.catalog(
        CatalogSample.role("roles/a.b", "a.b.get", title: title))
      #expect(catalog.role(named: "roles/a.b")?.title == "")
    }
  }

  @Test func `more than any real catalogue has is refused`() throws {
    #expect(throws: RoleCatalogLimit.tooManyRoles) {
      var builder = RoleCatalogBuilder()
      for index in 0...RoleCatalogBuilder.roleLimit {
        var entry = RoleCatalogBuilder.Entry()
        entry.name = "roles/a.r\(index)"
        try builder.add(entry)
      }
    }
    #expect(throws: RoleCatalogLimit.tooManyPermissions) {
      var builder = RoleCatalogBuilder()
      for index in 0...RoleCatalogBuilder.permissionLimit {
        _ = try builder.number(of: "a.b.c\(index)")
      }
    }
    #expect(throws: RoleCatalogLimit.tooMuchContent) {
      var builder = RoleCatalogBuilder()
      var entry = RoleCatalogBuilder.Entry()
      entry.permissions = Array(0..<100_000)
      for index in 0...RoleCatalogBuilder.contentLimit / 100_000 {
        entry.name = "roles/a.r\(index)"
        try builder.add(entry)
      }
    }
  }

  @Test(arguments: [
    (RoleCatalogLimit.tooManyRoles, "more than 50000 roles"),
    (.tooManyPermissions, "more than 100000 permissions"),
    (.tooMuchContent, "more than 8000000 permissions in all roles together"),
  ])
  func `a limit says itself`(limit: RoleCatalogLimit, text: String) {
    #expect("\(limit)" == text)
  }

  @Test(arguments: [
    ("projects/acme-prod/roles/my.role_1", Role.Home.project("acme-prod")),
    ("projects/example.com:acme/roles/reader", .project("example.com:acme")),
    ("organizations/123/roles/owner", .organization("123")),
  ])
  func `a role that somebody made is known by its home`(name: String, home: Role.Home) throws {
    let role = try #require(Role(customRole: name))
    #expect(role.name == name)
    #expect(role.home == home)
  }

  @Test(
    arguments: HostileText.values + [
      "roles/owner", "roles/a.b", "projects/acme-prod/roles/ab", "projects/acme-prod/roles/a-b",
      "projects/acme-prod/roles/a/b", "projects/_/roles/abc", "organizations/x/roles/abc",
      "folders/1/roles/abc", "projects//roles/abc", "organizations/1/roles/",
      "projects/acme-prod/roles/" + String(repeating: "x", count: 65),
    ])
  func `all else is no role that somebody made`(name: String) {
    #expect(Role(customRole: name) == nil)
  }
}
