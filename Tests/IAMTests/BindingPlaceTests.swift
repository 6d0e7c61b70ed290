import Testing

@testable import IAM

struct BindingPlaceTests {
  private static func places(
    _ names: [String], on resource: String, project: String? = "acme-prod"
  ) throws -> BindingPlaces {
    let permissions = try names.map { try #require(Permission($0)) }
    return BindingPlaces(
      of: Set(permissions), on: resource, project: project.flatMap { ProjectReference($0) })
  }

  @Test(arguments: [
    ("storage.objects.get", "projects/_/buckets/b1/objects/a/b c$(id).txt", "bucket", "b1"),
    ("storage.objects.list", "projects/_/buckets/b1", "bucket", "b1"),
    ("storage.buckets.get", "projects/_/buckets/b1", "bucket", "b1"),
    ("storage.buckets.list", "projects/_/buckets/b1", "project", "acme-prod"),
    ("storage.buckets.create", "projects/_/buckets/b1", "project", "acme-prod"),
    (
      "storage.objects.get", "projects/_/buckets/b1/managedFolders/a/b/", "managedFolder",
      "projects/_/buckets/b1/managedFolders/a/b"
    ),
    ("bigquery.jobs.create", "projects/p-data/datasets/d/tables/t", "project", "acme-prod"),
    (
      "bigquery.tables.getData", "projects/p-data/datasets/d/tables/t", "bigqueryTable",
      "projects/p-data/datasets/d/tables/t"
    ),
    (
      "bigquery.tables.getData", "projects/p-data/datasets/d", "bigqueryDataset",
      "projects/p-data/datasets/d"
    ),
    (
      "bigquery.tables.create", "projects/p-data/datasets/d/tables/t", "bigqueryDataset",
      "projects/p-data/datasets/d"
    ),
    ("bigquery.datasets.create", "projects/p-data", "project", "acme-prod"),
    (
      "spanner.databases.create", "projects/p-data/instances/i/databases/d", "spannerInstance",
      "projects/p-data/instances/i"
    ),
    (
      "bigtable.tables.readRows", "projects/p-data/instances/i/tables/t", "bigtableTable",
      "projects/p-data/instances/i/tables/t"
    ),
    ("cloudsql.instances.connect", "projects/p-data/instances/i", "project", "acme-prod"),
    ("pubsub.topics.create", "projects/p-data/topics/t", "project", "acme-prod"),
    ("aiplatform.endpoints.predict", "projects/1/locations/l/endpoints/2", "project", "acme-prod"),
    ("logging.logEntries.list", "organizations/123", "organization", "organizations/123"),
    ("resourcemanager.projects.create", "folders/456", "folder", "folders/456"),
    (
      "iam.serviceAccountKeys.create",
      "projects/-/serviceAccounts/a@p-data.iam.gserviceaccount.com",
      "serviceAccount", "a@p-data.iam.gserviceaccount.com"
    ),
    ("iam.serviceAccounts.create", "projects/p-data", "project", "acme-prod"),
    (
      "compute.images.getFromFamily", "projects/p-data/global/images/family/f", "project",
      "acme-prod"
    ),
    ("run.services.get", "namespaces/p-data/services/s", "project", "acme-prod"),
  ])
  func `a permission is granted where it is checked`(
    permission: String, resource: String, type: String, name: String
  ) throws {
    let found = try Self.places([permission], on: resource)
    #expect(found.refusals.isEmpty)
    #expect(found.places.map(\.target.type.rawValue) == [type])
    #expect(found.places.map(\.target.name) == [name])
    #expect(found.places.allSatisfy { !$0.isFallback })
  }

  @Test func `each permission of a call has a place of its own`() throws {
    let found = try Self.places(
      ["bigquery.tables.getData", "bigquery.jobs.create", "bigquery.datasets.get"],
      on: "projects/p-data/datasets/d/tables/t")
    #expect(
      found.places.map(\.target.type) == [.bigqueryDataset, .project, .bigqueryTable])
  }

  @Test func `what the call was to make takes no binding yet`() throws {
    let names = ["compute.instances.create", "compute.instances.setMetadata"]
    let resource = "projects/acme-prod/zones/z1/instances/vm1"
    let making = try Self.places(names, on: resource)
    #expect(making.places.map(\.target.type) == [.project, .project])
    let changing = try Self.places([names[1]], on: resource)
    #expect(changing.places.map(\.target.type) == [.instance])
  }

  @Test(arguments: [
    ("eventarc.triggers.get", "projects/acme-prod/locations/l/triggers/t", true),
    ("eventarc.triggers.get", "projects/acme-prod", false),
    ("eventarc.triggers.get", "", false),
    ("container.clusters.get", "projects/acme-prod/zones/z/clusters/c", false),
  ])
  func `a kind of resource that is not known goes on the project, and it is said`(
    permission: String, resource: String, isFallback: Bool
  ) throws {
    let found = try Self.places([permission], on: resource)
    #expect(found.places.map(\.target.name) == ["acme-prod"])
    #expect(found.places.map(\.isFallback) == [isFallback])
  }

  @Test func `without a project and a resource there is no place`() throws {
    let found = try Self.places(["storage.objects.get"], on: "", project: nil)
    #expect(found.places.isEmpty && found.refusals.isEmpty)
    let own = try Self.places(["eventarc.triggers.get"], on: "projects/p-data", project: nil)
    #expect(own.places.map(\.target.name) == ["p-data"])
  }

  @Test(arguments: [
    "iam.serviceAccounts.actAs", "iam.serviceAccounts.getAccessToken",
    "iam.serviceAccounts.signJwt",
  ])
  func `impersonation never gets wider than the account`(permission: String) throws {
    for resource in ["", "projects/acme-prod", "folders/1", "projects/_/buckets/b"] {
      let found = try Self.places([permission], on: resource)
      #expect(found.places.isEmpty)
      #expect(found.refusals.first?.contains("on the one service account, never on") == true)
    }
  }

  @Test(arguments: TargetForm.all.filter { $0.type != "dnsManagedZone" })
  func `a hostile name is refused, and nothing wider is granted for it`(form: TargetForm) throws {
    let permission = try #require(Permission(form.permission))
    let project = ProjectReference(TargetForm.project)
    let name = try #require(form.resource.split(separator: "/").last)
    let head = String(form.resource.dropLast(name.utf8.count))
    // A project is what remains where a resource cannot be read.
    let isContainer = form.type == "project"
    let attacks =
      ["", "-", "..", "-x", "*", "a..b"] + HostileText.fragments
      + (HostileText.fragments + ["*", ".."]).map { name + $0 }
    for attack in attacks {
      let found = BindingPlaces(of: [permission], on: head + attack, project: project)
      for place in found.places {
        #expect(isContainer, "\(form.type) \((head + attack).debugDescription)")
        #expect(place.target.name == TargetForm.project)
      }
      if !isContainer { #expect(!found.refusals.isEmpty) }
    }
  }

  @Test func `the reason of a refusal holds nothing of the log`() throws {
    let found = try Self.places(["storage.objects.get"], on: "projects/_/buckets/$(id)/objects/o")
    #expect(
      found.refusals == [
        "The name of the bucket holds characters that this tool puts into no command: grant "
          + "storage.objects.get on it by hand."
      ])
  }

  @Test func `a long name is read in time`() throws {
    let long = "projects/_/buckets/b/" + String(repeating: "objects/", count: 200_000)
    let found = try Self.places(["storage.objects.get"], on: long)
    #expect(found.places.map(\.target.name) == ["b"])
  }

  @Test func `targets that are not the same are not equal`() throws {
    let all = BindingSamples.targets
    #expect(Set(all).count == all.count)
    #expect(Set(all.map { "\($0.type) \($0.relativeName)" }).count == all.count)
  }
}
