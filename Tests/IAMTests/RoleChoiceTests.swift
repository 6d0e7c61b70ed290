import Testing

@testable import IAM

struct RoleChoiceTests {
  private static let alice = "user:alice@example.com"

  private static func permissions(_ names: [String]) throws -> Set<Permission> {
    Set(try names.map { try #require(Permission($0)) })
  }

  private func suggestions(
    _ names: String..., member: String = alice, on target: BindingTarget? = nil
  ) throws -> [RoleSuggestion] {
    let project = BindingTarget.project(try #require(ProjectReference("acme-prod")))
    return RoleChoice.suggestions(
      for: try Self.permissions(names), member: try #require(Member(member)),
      target: target ?? project)
  }

  private func account() throws -> BindingTarget {
    let account = try #require(ServiceAccountReference("run@acme-prod.iam.gserviceaccount.com"))
    return .serviceAccount(account, project: nil)
  }

  @Test func `a denied prompt is cured by one role, with two others to consider`() throws {
    let all = try suggestions("aiplatform.endpoints.predict")
    let suggestion = try #require(all.first)
    #expect(all.count == 1)
    #expect(suggestion.role?.name == "roles/aiplatform.user")
    #expect(suggestion.titles == ["Vertex AI User", "Agent Platform User"])
    #expect(suggestion.permissions.map(\.name) == ["aiplatform.endpoints.predict"])
    #expect(
      suggestion.why == "roles/aiplatform.user has aiplatform.endpoints.predict; it helps unless a "
        + "deny policy, a principal access boundary or a condition forbids the call.")
    #expect(suggestion.warnings.isEmpty)
    #expect(
      suggestion.alternatives.map(\.role) == ["custom role", "roles/aiplatform.expressUser"])
    #expect(suggestion.alternatives[0].why.contains("instead of 446 permissions"))
  }

  @Test func `an alternative is offered only if it has everything`() throws {
    let all = try suggestions("aiplatform.endpoints.predict", "aiplatform.customJobs.create")
    #expect(all.map(\.role?.name) == ["roles/aiplatform.user"])
    #expect(all[0].alternatives.map(\.role) == ["custom role"])
    #expect(
      all[0].permissions.map(\.name) == [
        "aiplatform.customJobs.create", "aiplatform.endpoints.predict",
      ])
  }

  @Test func `permissions of one role share a suggestion, others have their own`() throws {
    let all = try suggestions(
      "storage.objects.list", "bigquery.jobs.create", "storage.objects.get",
      "bigquery.tables.getData")
    #expect(
      all.map(\.role?.name) == [
        "roles/bigquery.dataViewer", "roles/bigquery.jobUser", "roles/storage.objectViewer",
      ])
    #expect(all[2].permissions.map(\.name) == ["storage.objects.get", "storage.objects.list"])
    #expect(all[1].warnings.first?.contains("pays") == true)
  }

  @Test(arguments: [
    (["storage.objects.create", "storage.objects.delete"], ["roles/storage.objectUser"]),
    (["aiplatform.models.get", "aiplatform.endpoints.predict"], ["roles/aiplatform.user"]),
    (
      ["storage.objects.get", "storage.objects.delete", "storage.buckets.create"],
      ["roles/storage.admin"]
    ),
    (
      ["pubsub.topics.publish", "pubsub.topics.get"],
      ["roles/pubsub.publisher", "roles/pubsub.viewer"]
    ),
  ])
  func `a role that another includes is left out`(names: [String], roles: [String]) throws {
    let project = BindingTarget.project(try #require(ProjectReference("acme-prod")))
    let all = RoleChoice.suggestions(
      for: try Self.permissions(names), member: try #require(Member(Self.alice)), target: project)
    #expect(all.map(\.role?.name) == roles)
    #expect(all.flatMap(\.permissions).map(\.name).sorted() == names.sorted())
  }

  @Test func `what the table does not know goes into one custom role`() throws {
    let all = try suggestions(
      "zeta.things.get", "aiplatform.endpoints.predict", "alpha.things.get",
      "generativelanguage.models.list")
    #expect(all.map(\.role?.name) == ["roles/aiplatform.user", nil])
    let custom = try #require(all.last)
    #expect(
      custom.customRole?.permissions.map(\.name) == [
        "alpha.things.get", "generativelanguage.models.list", "zeta.things.get",
      ])
    #expect(custom.permissions == custom.customRole?.permissions)
    #expect(custom.titles.isEmpty && custom.alternatives.isEmpty)
    #expect(custom.why.hasPrefix("This tool knows no predefined role for alpha.things.get, "))
    #expect(custom.warnings.contains { $0.contains("list-testable-permissions") })
  }

  @Test func `a custom role says that no role is a good answer, where the table says so`() throws {
    for permission in PreferredRoles.withoutRole {
      let obstacle = try RoleChoice.obstacle(
        to: permission, on: #require(BindingSamples.targets.first))
      guard obstacle == nil else { continue }
      let custom = try #require(try suggestions(permission.name).first)
      #expect(custom.role == nil)
      #expect(custom.why.hasPrefix("No predefined role is a good answer to \(permission), "))
    }
  }

  @Test func `a custom role wants the id of a project`() throws {
    let number = BindingTarget.project(try #require(ProjectReference("123")))
    let warnings = try suggestions("zeta.things.get", on: number).flatMap(\.warnings)
    #expect(warnings.contains("custom roles want the project's id: put it in the place of 123"))
    #expect(try suggestions("zeta.things.get").flatMap(\.warnings).count == 1)
  }

  @Test func `acting as a service account is granted on that account alone`() throws {
    for name in ["actAs", "getAccessToken", "getOpenIdToken", "signBlob", "signJwt"] {
      let permission = "iam.serviceAccounts.\(name)"
      #expect(try suggestions(permission).isEmpty)
      let all = try suggestions(permission, on: try account())
      #expect(all.count == 1)
      #expect(all.first?.role?.name.hasPrefix("roles/iam.serviceAccount") == true)
      #expect(
        all.first?.warnings.first == "\(permission) lets its holder act as a service account, with "
          + "all that it may do: grant it only if that is meant")
      #expect(all.first?.alternatives.isEmpty == true)
    }
  }

  @Test(arguments: [
    ("iam.serviceAccounts.actAs", "on the one service account, never on the project"),
    ("resourcemanager.organizations.get", "on the folder, organization or billing account"),
    ("resourcemanager.folders.setIamPolicy", "on the folder, organization or billing account"),
    ("billing.accounts.list", "on the folder, organization or billing account"),
    ("io.k8s.core.v1.pods.list", "belongs to Kubernetes"),
  ])
  func `what a project cannot give gets a reason instead`(name: String, reason: String) throws {
    let project = BindingTarget.project(try #require(ProjectReference("acme-prod")))
    let permission = try #require(Permission(name))
    #expect(RoleChoice.obstacle(to: permission, on: project)?.contains(reason) == true)
    #expect(try suggestions(name).isEmpty)
  }

  @Test func `a service account takes nothing that is not about it`() throws {
    #expect(
      try suggestions("aiplatform.endpoints.predict", "zeta.things.get", on: account()).isEmpty)
    let predict = try #require(Permission("aiplatform.endpoints.predict"))
    #expect(RoleChoice.obstacle(to: predict, on: try account()) != nil)
    let mixed = try suggestions(
      "aiplatform.endpoints.predict", "iam.serviceAccounts.actAs", on: account())
    #expect(mixed.map(\.role?.name) == ["roles/iam.serviceAccountUser"])
  }

  @Test func `who comes from outside becomes a Workload Identity user`() throws {
    let member = "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/x"
    let token = try suggestions(
      "iam.serviceAccounts.getAccessToken", member: member, on: account())
    #expect(token.map(\.role?.name) == ["roles/iam.workloadIdentityUser"])
    let both = try suggestions(
      "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.signBlob", member: member,
      on: account())
    #expect(both.map(\.role?.name) == ["roles/iam.serviceAccountTokenCreator"])
  }

  @Test func `escalation, BETA and notes are said, the gravest first`() throws {
    let warnings = try suggestions("run.services.create").flatMap(\.warnings)
    #expect(warnings.count == 2)
    #expect(warnings.first?.contains("grant it only if that is meant") == true)
    let beta = try suggestions("storage.buckets.get")
    #expect(
      beta[0].warnings == [
        "roles/storage.bucketViewer is BETA: Google may change it or take it away"
      ])
    #expect(beta[0].alternatives.map(\.role) == ["roles/storage.legacyBucketReader"])
  }

  @Test func `a note that two permissions share is said once`() throws {
    let all = try suggestions("run.services.create", "run.services.update")
    #expect(all.flatMap(\.warnings).filter { $0.hasPrefix("deploying") }.count == 1)
  }

  @Test func `Kubernetes RBAC, deleted accounts and nothing get nothing`() throws {
    #expect(try suggestions("io.k8s.core.v1.pods.list").isEmpty)
    #expect(try suggestions().isEmpty)
    #expect(
      try suggestions(
        "aiplatform.endpoints.predict", member: "deleted:user:alice@example.com?uid=1"
      ).isEmpty)
  }

  @Test(arguments: BindingSamples.members)
  func `whatever is denied to whomever, no suggestion breaks a rule`(member: Member) {
    let unknown = ["zeta.things.setIamPolicy", "io.k8s.core.v1.pods.list"]
    let pool =
      PreferredRoles.permissions.union(EscalationPermissions.all).sorted()
      + unknown.compactMap { Permission($0) }
    var generator = SplitMix64(state: 1152)
    let sets =
      pool.shuffled(using: &generator).prefix(100).map { Set([$0]) } + [Set(pool.prefix(500))]
      + (0..<50).map { _ in Set(pool.shuffled(using: &generator).prefix(6)) }
    // One expectation for all of them: thousands are slow.
    let broken = BindingSamples.targets.flatMap { target in
      sets.flatMap { Self.brokenRules(for: $0, member: member, target: target) }
    }
    #expect(broken.isEmpty)
  }

  private static func brokenRules(
    for set: Set<Permission>, member: Member, target: BindingTarget
  ) -> [String] {
    let all = RoleChoice.suggestions(for: set, member: member, target: target)
    let given = all.flatMap(\.permissions)
    var broken: [String] = []
    if Set(given).count != given.count { broken.append("\(given): twice") }
    let grantable = set.filter { RoleChoice.obstacle(to: $0, on: target) == nil }
    // What no predefined role has is left out where no custom role can be made.
    let mayLack = target.customRoleParent == nil && grantable.isSuperset(of: given)
    if Set(given) != grantable, !mayLack {
      broken.append("\(set.sorted()): not all, or too many")
    }
    if all.filter({ $0.customRole != nil }).count > 1 { broken.append("two custom roles") }
    for suggestion in all {
      guard let binding = Binding(member: member, grant: suggestion.grant, target: target) else {
        broken.append("\(suggestion.grant): no binding")
        continue
      }
      let text = binding.gcloud.lowercased()
      let forbidden = [
        "allusers", "allauthenticatedusers", "deleted:", "roles/owner", "roles/editor",
        "roles/viewer", "roles/admin", "roles/writer", "roles/reader",
      ]
      broken += forbidden.filter { text.contains($0) }
      // Not in the command: a permission is called container.hostServiceAgent.use.
      if suggestion.role?.name.lowercased().contains("serviceagent") == true {
        broken.append("serviceagent")
      }
      let escalating = suggestion.permissions.filter { EscalationPermissions.kind(of: $0) != nil }
      for permission in escalating
      where !suggestion.warnings.contains(where: { $0.hasPrefix("\(permission) lets") }) {
        broken.append("\(permission): no warning")
      }
    }
    return broken
  }
}
