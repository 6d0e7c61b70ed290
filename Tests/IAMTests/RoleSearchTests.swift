import Testing

@testable import IAM

struct RoleSearchTests {
  private typealias Sample = CatalogSample

  private func suggestions(
    _ names: [String], _ roles: [CatalogSample.RoleText], member: String = "user:a@example.com",
    project: String = "acme-prod"
  ) throws -> [RoleSuggestion] {
    RoleChoice.suggestions(
      for: Set(try names.map { try #require(Permission($0)) }),
      member: try #require(Member(member)),
      target: .project(try #require(ProjectReference(project))),
      catalog: try CatalogSample.catalog(roles))
  }

  private func roles(_ names: [String], _ roles: [CatalogSample.RoleText]) throws -> [String] {
    try suggestions(names, roles).map { $0.role?.name ?? "custom" }
  }

  @Test func `a role of the service comes before a smaller one of another`() throws {
    let some = [
      Sample.role("roles/zeta.user", "zeta.things.get", "zeta.things.list", "zeta.others.get"),
      Sample.role("roles/alpha.worker", "zeta.things.get"),
    ]
    #expect(try roles(["zeta.things.get"], some) == ["roles/zeta.user"])
    let why = try suggestions(["zeta.things.get"], some)[0].runnersUp.map(\.why)
    #expect(why == ["made for another service, alpha (1 permission)"])
    #expect(try roles(["zeta.things.get"], [some[1]]) == ["roles/alpha.worker"])
  }

  @Test(arguments: [
    ("BETA", "", "BETA: Google may change it or take it away (1 permission)"),
    (
      "GA", "Viewer role for zeta",
      "made after a pattern or for another purpose, not for this task (1 permission)"
    ),
  ])
  func `what is BETA or made after a pattern comes later`(
    stage: String, description: String, why: String
  ) throws {
    let some = [
      Sample.role("roles/zeta.user", "zeta.things.get", "zeta.things.list"),
      Sample.role("roles/zeta.viewer", "zeta.things.get", stage: stage, description: description),
    ]
    let all = try suggestions(["zeta.things.get"], some)
    #expect(all.map(\.role?.name) == ["roles/zeta.user"])
    #expect(all[0].runnersUp.map(\.why) == [why])
    #expect(all[0].alternatives.map(\.role) == ["roles/zeta.viewer"])
  }

  @Test func `reading is cured by a role that only reads, if it is larger`() throws {
    let some = [
      Sample.role("roles/zeta.user", "zeta.things.get", "zeta.things.update"),
      Sample.role(
        "roles/zeta.watcher", "zeta.things.get", "zeta.things.list", "zeta.a.get", "zeta.b.get",
        "zeta.c.get", "zeta.d.get"),
    ]
    let all = try suggestions(["zeta.things.get"], some)
    #expect(all.map(\.role?.name) == ["roles/zeta.watcher"])
    #expect(all[0].excess == 5)
    #expect(all[0].runnersUp[0].why == "may change things, which was not denied (2 permissions)")
    #expect(try roles(["zeta.things.get", "zeta.things.update"], some) == ["roles/zeta.user"])
  }

  @Test func `a way to more power is avoided by a smaller BETA role, else named`() throws {
    let admin = Sample.role(
      "roles/zeta.manager", "zeta.things.make", "zeta.things.get", "zeta.things.setIamPolicy",
      "zeta.things.update", "zeta.things.delete")
    let maker = Sample.role("roles/zeta.maker", "zeta.things.make", stage: "BETA")
    #expect(try roles(["zeta.things.make"], [admin, maker]) == ["roles/zeta.maker"])
    let all = try suggestions(["zeta.things.make"], [admin])
    #expect(all.map(\.role?.name) == ["roles/zeta.manager"])
    #expect(all[0].escalation.map(\.name) == ["zeta.things.setIamPolicy"])
    #expect(
      all[0].warnings == [
        "roles/zeta.manager also has what leads to more power: zeta.things.setIamPolicy"
      ])
    #expect(all[0].alternatives.map(\.role) == ["custom role"])
  }

  @Test func `two small roles beat a large one, and one role beats two of its size`() throws {
    let reader = Sample.role("roles/zeta.reader", "zeta.things.get")
    let writer = Sample.role("roles/zeta.maker", "zeta.things.make")
    let large = Sample.RoleText(
      name: "roles/zeta.user",
      permissions: ["zeta.things.get", "zeta.things.make"] + (0..<30).map { "zeta.x\($0).update" })
    let small = Sample.role("roles/zeta.both", "zeta.things.get", "zeta.things.make", "zeta.a.get")
    let names = ["zeta.things.get", "zeta.things.make"]
    #expect(
      try roles(names, [reader, writer, large]) == ["roles/zeta.maker", "roles/zeta.reader"])
    #expect(try roles(names, [reader, writer, large, small]) == ["roles/zeta.both"])
  }

  @Test func `a role that another service's role makes superfluous is left out`() throws {
    let some = [
      Sample.role("roles/alpha.user", "alpha.things.get", "zeta.things.get"),
      Sample.role("roles/zeta.user", "zeta.things.get"),
    ]
    let all = try suggestions(["alpha.things.get", "zeta.things.get"], some)
    #expect(all.map(\.role?.name) == ["roles/alpha.user"])
    #expect(all[0].permissions.map(\.name) == ["alpha.things.get", "zeta.things.get"])
    #expect(all[0].excess == 0)
  }

  @Test func `a role for a job is never chosen, but named`() throws {
    let services = (0..<CatalogRole.wideServiceCount).map { "s\($0).things.get" }
    let job = Sample.RoleText(name: "roles/s0.worker", permissions: services)
    let all = try suggestions(["s0.things.get"], [job])
    #expect(all.map(\.role?.name) == [nil])
    #expect(all[0].why.hasPrefix("The role catalogue has no predefined role for s0.things.get"))
    let both = try suggestions(
      ["s0.things.get"], [job, Sample.role("roles/s0.user", "s0.things.get")])
    #expect(
      both[0].runnersUp.map(\.why) == [
        "made for a job, with permissions of 19 services (19 permissions)"
      ])
  }

  @Test func `a custom role is chosen in the project that it was made in, and nowhere else`() throws
  {
    let some = [
      Sample.role("projects/acme-prod/roles/mine", "zeta.things.get"),
      Sample.role("organizations/1/roles/ours", "zeta.things.get"),
      Sample.role("roles/zeta.user", "zeta.things.get", "zeta.things.list"),
    ]
    #expect(try roles(["zeta.things.get"], some) == ["projects/acme-prod/roles/mine"])
    let elsewhere = try suggestions(["zeta.things.get"], some, project: "acme-test")
    #expect(elsewhere.map(\.role?.name) == ["roles/zeta.user"])
    #expect(elsewhere[0].runnersUp.isEmpty)
  }

  @Test func `the table comes first, if the catalogue's role really has the permission`() throws {
    let express = Sample.role("roles/aiplatform.small", "aiplatform.endpoints.predict")
    let user = Sample.role(
      "roles/aiplatform.user", "aiplatform.endpoints.predict", "aiplatform.models.get")
    let all = try suggestions(["aiplatform.endpoints.predict"], [express, user])
    #expect(all.map(\.role?.name) == ["roles/aiplatform.user"])
    #expect(all[0].titles == ["Vertex AI User", "Agent Platform User"])
    #expect(
      all[0].runnersUp.map(\.why) == [
        "not the role that is made for this task, by this tool's table (1 permission)"
      ])
    let changed = Sample.role("roles/aiplatform.user", "aiplatform.models.get")
    #expect(
      try roles(["aiplatform.endpoints.predict"], [express, changed]) == ["roles/aiplatform.small"])
  }

  @Test func `what the catalogue does not know gets no role, and a sentence`() throws {
    let some = [Sample.role("roles/zeta.user", "zeta.things.get")]
    #expect(try suggestions(["made.up.permission"], some).isEmpty)
    let all = try suggestions(["made.up.permission", "zeta.things.get"], some)
    #expect(all.map(\.role?.name) == ["roles/zeta.user"])
    let words =
      "the role catalogue does not know made.up.permission: no role is suggested for it, as any "
      + "would be a guess"
    #expect(all[0].warnings == [words])
    let permission = try #require(Permission("made.up.permission"))
    let catalog = try CatalogSample.catalog(some)
    #expect(RoleChoice.absence(of: permission, in: catalog) == words + ".")
    #expect(RoleChoice.absence(of: permission, in: nil) == nil)
  }

  @Test func `a member from outside may become a Workload Identity user, others never`() throws {
    let account = try #require(ServiceAccountReference("run@acme-prod.iam.gserviceaccount.com"))
    let catalog = try CatalogSample.catalog(
      Sample.role(
        "roles/iam.workloadIdentityUser", "iam.serviceAccounts.getAccessToken",
        "iam.serviceAccounts.getOpenIdToken"),
      Sample.role(
        "roles/iam.serviceAccountTokenCreator", "iam.serviceAccounts.getAccessToken",
        "iam.serviceAccounts.getOpenIdToken", "iam.serviceAccounts.signJwt",
        "iam.serviceAccounts.signBlob"))
    let names = ["iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken"]
    let permissions = Set(names.compactMap { Permission($0) })
    func choice(_ member: String) throws -> [String?] {
      RoleChoice.suggestions(
        for: permissions, member: try #require(Member(member)),
        target: .serviceAccount(account, project: nil), catalog: catalog
      ).map(\.role?.name)
    }
    #expect(try choice("user:a@example.com") == ["roles/iam.serviceAccountTokenCreator"])
    #expect(
      try choice("principal://iam.googleapis.com/locations/global/workforcePools/p/subject/x")
        == ["roles/iam.workloadIdentityUser"])
  }

  @Test func `a hostile catalogue and a hostile log take no more than a moment`() throws {
    var generator = SplitMix64(state: 1_000)
    let permissions = (0..<3_000).map { "zeta.things.v\($0)" }
    let some = (0..<5_000).map { index in
      Sample.RoleText(
        name: "roles/zeta.r\(index)",
        permissions: Array(permissions.shuffled(using: &generator).prefix(20)))
    }
    let all = try suggestions(permissions, some)
    #expect(Set(all.flatMap(\.permissions)).count == 3_000)
    #expect(all.flatMap(\.permissions).count == 3_000)
  }

  @Test func `more permissions without a role than one custom role takes make two`() throws {
    let names = (0...CustomRole.permissionLimit).map { "zeta.things.v\($0)" }
    let all = RoleChoice.suggestions(
      for: Set(names.compactMap { Permission($0) }),
      member: try #require(Member("user:a@b.example")),
      target: .project(try #require(ProjectReference("acme-prod"))))
    #expect(all.map(\.permissions.count) == [CustomRole.permissionLimit, 1])
  }
}
