import Testing

@testable import IAM

/// Every kind of target, in every form.
struct TargetTests {
  private static let member = "serviceAccount:app@acme-prod.iam.gserviceaccount.com"

  private static func binding(_ form: TargetForm, condition: GrantCondition? = nil) throws
    -> Binding
  {
    let role = try #require(Role(form.role))
    let target = try #require(form.target)
    let member = try #require(Member(member))
    return try #require(
      Binding(member: member, grant: .predefined(role), target: target, condition: condition))
  }

  @Test func `each kind of target has its facts and its form`() {
    #expect(TargetForm.all.map(\.type).sorted() == TargetType.allCases.map(\.rawValue).sorted())
    #expect(TargetFacts.all.count == TargetType.allCases.count)
    for facts in TargetFacts.all {
      for name in facts.pattern.partNames {
        #expect(PartGrammar.byName[name] != nil, "\(facts.type): \(name)")
      }
    }
  }

  @Test(arguments: TargetForm.all.filter { !$0.command.isEmpty })
  func `the refused check leads to the resource that has the policy`(form: TargetForm) throws {
    let target = try #require(form.target)
    #expect(target.type.rawValue == form.type)
    #expect(target.type.takesCondition == form.takesCondition)
    let own = target.project == nil ? form.resource : target.relativeName
    if form.type != "serviceAccount" { #expect(own == form.resource) }
    #expect(target.fullResourceName.hasSuffix(".googleapis.com/\(target.relativeName)"))
    let isInProject = !["folder", "organization", "billingAccount", "tagValue"].contains(form.type)
    #expect(target.project?.name == (isInProject ? "my-proj" : nil))
  }

  @Test(arguments: TargetForm.all.filter { !$0.command.isEmpty })
  func `what is inside a resource is granted on it, and its full name counts too`(
    form: TargetForm
  ) throws {
    let target = try #require(form.target)
    let permission = try #require(Permission(form.permission))
    let project = ProjectReference(TargetForm.project)
    let full = "//\(target.type.facts.service).googleapis.com/\(form.resource)"
    for name in [full, form.resource + "/things/1"] where form.type != "managedFolder" {
      let places = BindingPlaces(of: [permission], on: name, project: project)
      #expect(places.places == [BindingPlace(permission, on: target)])
    }
    let elsewhere = "//other.googleapis.com/\(form.resource)"
    let places = BindingPlaces(of: [permission], on: elsewhere, project: project)
    #expect(
      places.places.map(\.target.type)
        != [target.type]
        || ["project", "folder", "organization", "billingAccount"]
          .contains(form.type)
    )
  }

  @Test(arguments: TargetForm.all.filter { $0.command.hasPrefix("gcloud") })
  func `gcloud has a command for it`(form: TargetForm) throws {
    var words = form.command.split(separator: " ").map(String.init)
    words.append("--member=\(Self.member)")
    if form.type != "functionGen2" { words.append("--role=\(form.role)") }
    if form.takesCondition { words.append("--condition=None") }
    #expect(try Self.binding(form).commands.map { $0.sorted() } == [words.sorted()])
  }

  @Test func `bq grants on tables, and SQL on datasets`() throws {
    let table = try #require(TargetForm.all.first { $0.type == "bigqueryTable" })
    #expect(
      try Self.binding(table).gcloud == "bq add-iam-policy-binding --member=\(Self.member) "
        + "--role=roles/bigquery.dataViewer --table my-proj:ds.t")
    let dataset = try #require(TargetForm.all.first { $0.type == "bigqueryDataset" })
    #expect(
      try Self.binding(dataset).gcloud == "bq query --use_legacy_sql=false --project_id=my-proj "
        + "'GRANT `roles/bigquery.dataViewer` ON SCHEMA `my-proj`.`ds` TO \"\(Self.member)\"'")
  }

  @Test func `on a 2nd gen function another role than the invoker's goes on its service`() throws {
    let form = try #require(TargetForm.all.first { $0.type == "functionGen2" })
    let role = try #require(Role("roles/run.servicesInvoker"))
    let member = try #require(Member(Self.member))
    let target = try #require(form.target)
    let binding = Binding(member: member, grant: .predefined(role), target: target)
    #expect(
      try #require(binding).gcloud == "gcloud run services add-iam-policy-binding f "
        + "--region=us-central1 --project=my-proj --member=\(Self.member) "
        + "--role=roles/run.servicesInvoker --condition=None")
  }

  @Test(arguments: TargetForm.all.filter { !$0.command.isEmpty })
  func `terraform has a resource for it`(form: TargetForm) throws {
    let binding = try Self.binding(form)
    let block = try #require(binding.terraformBlocks.last)
    #expect(block.type == form.terraform)
    var expected = form.arguments.mapValues { TerraformBlock.Value.string($0) }
    expected["role"] = .string(form.role)
    expected["member"] = .string(Self.member)
    let pairs = block.arguments.map { ($0.name, $0.value) }
    #expect(Dictionary(pairs) { first, _ in first } == expected)
    #expect(pairs.count == expected.count)
    #expect(pairs.suffix(2).map(\.0) == ["role", "member"])
  }

  @Test(arguments: TargetForm.all.filter { !$0.command.isEmpty })
  func `the Console steps name every part`(form: TargetForm) throws {
    let binding = try Self.binding(form)
    let steps = binding.consoleSteps(titles: [])
    #expect(steps.count == 5)
    #expect(!steps.contains { $0.contains("{") || $0.contains("--") }, "\(steps)")
    let name = try #require(form.resource.split(separator: "/").last)
    #expect(steps.prefix(2).joined().contains(name))
  }

  @Test func `there is no command that adds to the policy of a DNS zone`() throws {
    let zone = try #require(
      BindingTarget(
        .dnsManagedZone, parts: ["project": "my-proj", "managedZone": "z"], project: nil))
    let role = try #require(Role("roles/dns.admin"))
    let alice = try #require(Member("user:alice@example.com"))
    #expect(Binding(member: alice, grant: .predefined(role), target: zone) == nil)
    let permission = try #require(Permission("dns.managedZones.get"))
    let places = BindingPlaces(of: [permission], on: zone.relativeName, project: nil)
    #expect(places.places.map(\.target.name) == ["my-proj"])
  }

  @Test(arguments: TargetForm.all.filter { !$0.command.isEmpty })
  func `a condition is taken where the flag for it exists, and nowhere else`(
    form: TargetForm
  ) throws {
    let condition = GrantCondition(until: "2026-12-01T00:00:00Z")
    guard form.takesCondition else {
      let target = try #require(form.target)
      let role = try #require(Role(form.role))
      let alice = try #require(Member(Self.member))
      #expect(
        Binding(member: alice, grant: .predefined(role), target: target, condition: condition)
          == nil)
      return
    }
    let binding = try Self.binding(form, condition: condition)
    #expect(binding.commands.last?.last == "--condition=\(condition.flagValue)")
    #expect(binding.terraformBlocks.last?.nested.map(\.name) == ["condition"])
    #expect(binding.consoleSteps(titles: []).contains { $0.contains(condition.expression) })
    #expect(binding.stableID == (try Self.binding(form).stableID))
  }

  @Test func `a role of projects alone is bound on nothing narrower`() throws {
    let alice = try #require(Member("user:alice@example.com"))
    let role = try #require(Role("roles/bigquery.jobUser"))
    for target in TargetForm.all.compactMap(\.target) {
      let isWide = [.project, .folder, .organization, .billingAccount].contains(target.type)
      #expect((Binding(member: alice, grant: .predefined(role), target: target) != nil) == isWide)
    }
  }

  @Test func `a custom role is made in the project or the organization, if there is one`() throws {
    let alice = try #require(Member("user:alice@example.com"))
    let grant = try #require(BindingSamples.custom("zeta.things.get"))
    for target in TargetForm.all.compactMap(\.target) {
      let binding = Binding(member: alice, grant: grant, target: target)
      switch target.type {
      case .folder, .billingAccount, .tagValue: #expect(binding == nil)
      case .organization:
        let binding = try #require(binding)
        #expect(binding.roleName.hasPrefix("organizations/123456789012/roles/"))
        #expect(binding.commands[0].contains("--organization=123456789012"))
        #expect(binding.terraform.contains("google_organization_iam_custom_role"))
        #expect(binding.consoleSteps(titles: [])[0].contains("of organization 123456789012,"))
      default:
        let binding = try #require(binding)
        #expect(binding.roleName.hasPrefix("projects/my-proj/roles/"))
        #expect(binding.commands[0].contains("--project=my-proj"))
      }
    }
  }
}
