import Testing

@testable import IAM

struct BindingTests {
  private let user = Role("roles/aiplatform.user").map { Binding.Grant.predefined($0) }

  private func binding(
    member: String = "serviceAccount:app@acme-prod.iam.gserviceaccount.com",
    grant: Binding.Grant?, target: BindingTarget?
  ) throws -> Binding {
    let (member, grant) = (try #require(Member(member)), try #require(grant))
    let target = try #require(target)
    return try #require(Binding(member: member, grant: grant, target: target))
  }

  private func project(_ name: String) -> BindingTarget? {
    ProjectReference(name).map { .project($0) }
  }

  private func account(_ name: String, of project: String? = nil) -> BindingTarget? {
    ServiceAccountReference(name).map {
      .serviceAccount($0, project: project.flatMap { ProjectReference($0) })
    }
  }

  @Test func `a project is bound with one command`() throws {
    let binding = try binding(grant: user, target: project("acme-prod"))
    #expect(
      binding.gcloud == "gcloud projects add-iam-policy-binding acme-prod "
        + "--member=serviceAccount:app@acme-prod.iam.gserviceaccount.com "
        + "--role=roles/aiplatform.user --condition=None")
  }

  @Test func `impersonation is bound on the service account`() throws {
    let role = Role("roles/iam.serviceAccountUser").map { Binding.Grant.predefined($0) }
    let target = account("run@acme-prod.iam.gserviceaccount.com")
    #expect(
      try binding(member: "user:alice@example.com", grant: role, target: target).gcloud
        == "gcloud iam service-accounts add-iam-policy-binding "
        + "run@acme-prod.iam.gserviceaccount.com --project=acme-prod "
        + "--member=user:alice@example.com --role=roles/iam.serviceAccountUser --condition=None")
  }

  @Test func `a unique id stands for the service account where the project is not known`() throws {
    let role = Role("roles/iam.serviceAccountUser").map { Binding.Grant.predefined($0) }
    let unknown = try binding(grant: role, target: account("105537103139416651075"))
    #expect(
      unknown.gcloud.hasPrefix(
        "gcloud iam service-accounts add-iam-policy-binding 105537103139416651075 --member="))
    let known = try binding(grant: role, target: account("105537103139416651075", of: "acme-prod"))
    #expect(known.gcloud.contains(" 105537103139416651075 --project=acme-prod --member="))
    #expect(
      known.target.fullResourceName
        == "//iam.googleapis.com/projects/acme-prod/serviceAccounts/105537103139416651075")
  }

  @Test func `a custom role is made before it is bound`() throws {
    let binding = try binding(
      member: "principalSet://iam.googleapis.com/locations/global/workforcePools/p/*",
      grant: BindingSamples.custom("b.c.d", "a.b.c"), target: project("acme-prod"))
    guard case .custom(let role) = binding.grant else { return }
    #expect(
      binding.gcloudCommands == [
        "gcloud iam roles create \(role.id) --project=acme-prod --title='2 permissions of a, b' "
          + "--permissions=a.b.c,b.c.d --stage=GA",
        "gcloud projects add-iam-policy-binding acme-prod "
          + "--member='principalSet://iam.googleapis.com/locations/global/workforcePools/p/*' "
          + "--role=projects/acme-prod/roles/\(role.id) --condition=None",
      ])
    #expect(binding.gcloud == binding.gcloudCommands.joined(separator: "\n"))
  }

  @Test func `nobody is told to bind a deleted account, or a custom role of no known project`()
    throws
  {
    let role = try #require(user)
    let target = try #require(project("acme-prod"))
    let deleted = try #require(Member("deleted:user:alice@example.com?uid=1"))
    #expect(Binding(member: deleted, grant: role, target: target) == nil)
    let alice = try #require(Member("user:alice@example.com"))
    let custom = try #require(BindingSamples.custom("a.b.c"))
    let run = try #require(account("105537103139416651075"))
    #expect(Binding(member: alice, grant: custom, target: run) == nil)
    let known = try #require(account("105537103139416651075", of: "acme-prod"))
    #expect(Binding(member: alice, grant: custom, target: known) != nil)
    #expect(Binding(member: alice, grant: custom, target: target) != nil)
  }

  @Test func `bindings that differ have ids that differ`() {
    let all = BindingSamples.all
    #expect(Set(all.map(\.stableID)).count == all.count)
    #expect(all.allSatisfy { $0.stableID.utf8.count == 8 })
  }

  @Test func `the Console wants the bare identifier and the id of the role`() throws {
    let titles = ["Vertex AI User", "Agent Platform User"]
    let steps = try binding(grant: user, target: project("acme-prod")).consoleSteps(titles: titles)
    #expect(steps.contains("Open IAM & Admin > IAM and pick project acme-prod."))
    #expect(steps.contains("New principals: app@acme-prod.iam.gserviceaccount.com"))
    #expect(
      steps.contains(
        "Select a role: search for roles/aiplatform.user, shown as \"Vertex AI User\", in newer "
          + "consoles as \"Agent Platform User\"."))
    #expect(steps.contains { $0.contains("Edit principal > Add another role") })
  }

  @Test func `the Console finds a service account on a page of its own`() throws {
    let target = account("run@acme-prod.iam.gserviceaccount.com")
    let steps = try binding(grant: user, target: target).consoleSteps(titles: ["One"])
    #expect(
      steps.first == "Open IAM & Admin > Service accounts of project acme-prod and choose "
        + "run@acme-prod.iam.gserviceaccount.com.")
    #expect(steps.contains("Select a role: search for roles/aiplatform.user, shown as \"One\"."))
  }

  @Test func `the Console makes a custom role first`() throws {
    let grant = BindingSamples.custom("a.b.c")
    let binding = try binding(grant: grant, target: project("acme-prod"))
    guard case .custom(let role) = binding.grant else { return }
    let steps = binding.consoleSteps(titles: [])
    #expect(steps.first?.contains("ID \(role.id), permissions a.b.c.") == true)
    #expect(steps.contains("Select a role: search for \(role.id)."))
  }

  @Test(arguments: BindingSamples.members)
  func `an address is checked with Policy Troubleshooter, others by trying again`(
    member: Member
  ) throws {
    let permission = try #require(Permission("aiplatform.endpoints.predict"))
    let binding = try binding(member: member.text, grant: user, target: project("acme-prod"))
    let line = binding.verification(of: permission)
    guard let email = member.email else {
      #expect(!line.hasPrefix("gcloud"))
      #expect(line.contains(permission.name))
      return
    }
    #expect(
      line == "gcloud policy-intelligence troubleshoot-policy iam "
        + "//cloudresourcemanager.googleapis.com/projects/acme-prod --principal-email=\(email) "
        + "--permission=aiplatform.endpoints.predict")
  }

  @Test func `a group is not a principal that Policy Troubleshooter takes`() throws {
    let binding = try binding(
      member: "group:admins@example.com", grant: user, target: project("acme-prod"))
    let permission = try #require(Permission("aiplatform.endpoints.predict"))
    #expect(!binding.verification(of: permission).hasPrefix("gcloud"))
  }

  @Test func `targets are ordered projects first`() throws {
    let sorted = BindingSamples.targets.reversed().sorted()
    #expect(sorted.prefix(4).map { $0.type == .project } == [true, true, true, false])
    #expect(sorted == BindingSamples.targets.sorted())
  }
}
