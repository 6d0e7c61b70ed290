import Testing

@testable import IAM

struct ResourceNameTests {
  @Test(arguments: [
    ("projects/acme/locations/us-central1/publishers/google/models/gemini-2.5-flash", "acme"),
    ("projects/123", "123"),
    ("projects/example.com:acme/topics/t", "example.com:acme"),
    ("//cloudresourcemanager.googleapis.com/projects/acme", "acme"),
    ("//bigquery.googleapis.com/projects/acme/datasets/d", "acme"),
    ("projects/_/buckets/b/objects/projects/evil", nil),
    ("//storage.googleapis.com/projects/_/buckets/b", nil),
    ("projects/-/serviceAccounts/1", nil),
    ("projects//locations/us-central1", nil),
    ("projects/PROJECT_ID/x", nil),
    ("projects/$(id)/x", nil),
    ("projects", nil),
    ("organizations/1/projects/evil", nil),
    ("locations/global/workforcePools/p", nil),
    ("core/v1/namespaces/default/pods", nil),
    ("//storage.googleapis.com", nil),
    ("/projects/acme", nil),
    ("", nil),
  ])
  func `the project is what a name begins with`(text: String, project: String?) {
    #expect(ResourceName(text).project?.name == project)
  }

  @Test func `a full name begins with its service`() {
    let name = ResourceName("//aiplatform.googleapis.com/projects/acme/locations/eu/endpoints/7")
    #expect(name.service == "aiplatform.googleapis.com")
    #expect(name.segments == ["projects", "acme", "locations", "eu", "endpoints", "7"])
    #expect(name.lastSegment == "7")
    #expect(name.value(of: "locations") == "eu")
    #expect(name.value(of: "acme") == nil)
    #expect(name.value(of: "endpoints") == "7")
    #expect(ResourceName("projects/acme").service == nil)
    #expect(ResourceName("projects/acme/").lastSegment == nil)
  }

  @Test(arguments: [
    (
      "projects/-/serviceAccounts/run@acme.iam.gserviceaccount.com",
      "run@acme.iam.gserviceaccount.com"
    ),
    (
      "//iam.googleapis.com/projects/acme/serviceAccounts/run@acme.iam.gserviceaccount.com/keys/1",
      "run@acme.iam.gserviceaccount.com"
    ),
    ("projects/-/serviceAccounts/105537103139416651075", nil),
    ("projects/-/serviceAccounts/alice@example.com", nil),
    ("projects/-/serviceAccounts/-x@acme.iam.gserviceaccount.com", nil),
    ("projects/-/serviceAccounts", nil),
    ("other/-/serviceAccounts/run@acme.iam.gserviceaccount.com", nil),
    ("projects/acme/topics/run@acme.iam.gserviceaccount.com", nil),
  ])
  func `a service account is told by its address`(text: String, email: String?) {
    #expect(ResourceName(text).serviceAccountEmail == email)
  }

  @Test func `a service account may be told by its unique id alone`() throws {
    let name = ResourceName("projects/-/serviceAccounts/105537103139416651075")
    let account = try #require(name.serviceAccount)
    #expect(account.name == "105537103139416651075")
    #expect(account.email == nil)
    #expect(account.homeProject == nil)
  }

  @Test(arguments: HostileText.values + ["1", "12345678901234", "123456789012345678901234567"])
  func `nothing else is a service account`(text: String) {
    #expect(ServiceAccountReference(text) == nil)
  }
}
