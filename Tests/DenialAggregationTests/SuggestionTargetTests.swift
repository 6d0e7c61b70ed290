import AuditLog
import DenialAggregation
import DenialClassification
import Testing

/// Which resources bindings go on, and which denials they cure.
struct SuggestionTargetTests {
  private static func denial(
    _ permissions: [String], on resource: String, number: Int = 0,
    email: String = "app@acme-prod.iam.gserviceaccount.com", cause: DenialCause = .missingRole
  ) -> Denial {
    var denial = Denial(
      insertID: "\(resource) \(number) \(permissions)", timestampText: "2026-11-22T10:00:00Z",
      logName: "l", cause: cause, rule: "x", confidence: .high,
      evidence: Evidence(path: "p", value: "v"),
      caller: Denial.CallerIdentity(email: email, subject: "", mappedPrincipal: ""))
    denial.permissions = permissions
    denial.project = "acme-prod"
    denial.resource = resource
    return denial
  }

  private static func report(_ denials: [Denial], grantUntil: String? = nil) -> Report {
    Report(
      Tally(Array(denials.enumerated())), generatedAt: Timestamp(nanosecondsSince1970: 0),
      toolVersion: "", grantUntil: grantUntil.flatMap { Timestamp($0) })
  }

  private static func targets(_ report: Report) -> [String] {
    report.suggestions.map { "\($0.role ?? "custom") \($0.target.type) \($0.target.name)" }.sorted()
  }

  @Test func `an object's denial is cured on its bucket, a job's on the project`() throws {
    let report = Self.report([
      Self.denial(["storage.objects.get"], on: "projects/_/buckets/b1/objects/x"),
      Self.denial(["storage.objects.get"], on: "projects/_/buckets/b1/objects/y"),
      Self.denial(["storage.objects.list"], on: "projects/_/buckets/b1"),
      Self.denial(["bigquery.jobs.create"], on: "projects/acme-prod"),
    ])
    #expect(
      Self.targets(report) == [
        "roles/bigquery.jobUser project acme-prod", "roles/storage.objectViewer bucket b1",
      ])
    let bucket = try #require(report.suggestions.first)
    #expect(bucket.denials == 3)
    #expect(bucket.findings.count == 2)
    #expect(bucket.permissions == ["storage.objects.get", "storage.objects.list"])
    #expect(bucket.warnings.isEmpty)
    #expect(report.principals[0].findings.allSatisfy { $0.suggestions.count == 1 })
  }

  @Test func `a call that lacks permissions in two places counts at both cures`() throws {
    let report = Self.report([
      Self.denial(
        ["bigquery.jobs.create", "bigquery.tables.getData"],
        on: "projects/acme-prod/datasets/d/tables/t")
    ])
    #expect(
      Self.targets(report) == [
        "roles/bigquery.dataViewer bigqueryTable projects/acme-prod/datasets/d/tables/t",
        "roles/bigquery.jobUser project acme-prod",
      ])
    #expect(report.suggestions.map(\.denials) == [1, 1])
    #expect(report.principals[0].findings[0].suggestions.count == 2)
  }

  @Test(arguments: 1...7)
  func `up to five resources get a binding each, more get one on their project`(count: Int) throws {
    let denials = (0..<count).flatMap { number in
      (0...number).map {
        Self.denial(["storage.objects.get"], on: "projects/_/buckets/b\(number)", number: $0)
      }
    }
    let report = Self.report(denials)
    #expect(report.suggestions.reduce(0) { $0 + $1.denials } == denials.count)
    guard count > 5 else {
      #expect(report.suggestions.map(\.target.name) == (0..<count).reversed().map { "b\($0)" })
      #expect(report.suggestions.map(\.denials) == (1...count).reversed())
      return
    }
    let only = try #require(report.suggestions.first)
    #expect(report.suggestions.count == 1)
    #expect(only.target.type == "project")
    #expect(only.why.hasPrefix("\(count) buckets: one binding on their project"))
    #expect(only.alternatives[0].role == "roles/storage.objectViewer")
    #expect(only.alternatives[0].why.hasPrefix("bound on each of the \(count) buckets"))
  }

  @Test func `the limit counts what one role would be granted on, whatever was called`() throws {
    let denials = (0..<6).map { number in
      Self.denial(
        [number < 3 ? "storage.objects.get" : "storage.objects.list"],
        on: "projects/_/buckets/b\(number)")
    }
    let report = Self.report(denials)
    #expect(Self.targets(report) == ["roles/storage.objectViewer project acme-prod"])
    #expect(report.suggestions[0].denials == 6)
    #expect(report.suggestions[0].findings.count == 2)
    // Five buckets and five topics are two lists, both short enough.
    let mixed = (0..<5).flatMap { number in
      [
        Self.denial(["storage.objects.get"], on: "projects/_/buckets/b\(number)"),
        Self.denial(["pubsub.topics.publish"], on: "projects/acme-prod/topics/t\(number)"),
      ]
    }
    #expect(Self.report(mixed).suggestions.count == 10)
  }

  @Test func `two members are two lists`() {
    let denials = (0..<6).map { number in
      Self.denial(
        ["storage.objects.get"], on: "projects/_/buckets/b\(number)",
        email: "app\(number % 2)@acme-prod.iam.gserviceaccount.com")
    }
    #expect(Self.report(denials).suggestions.allSatisfy { $0.target.type == "bucket" })
  }

  @Test func `what the project needs anyway is not granted below it as well`() {
    let report = Self.report([
      Self.denial(["storage.objects.list"], on: "projects/acme-prod"),
      Self.denial(["storage.objects.list"], on: "projects/_/buckets/b1"),
    ])
    #expect(Self.targets(report) == ["roles/storage.objectViewer project acme-prod"])
    #expect(report.suggestions[0].denials == 2)
  }

  @Test(arguments: [DenialCause.impersonation, .actAs, .missingRole])
  func `service accounts are never widened to the project, however many`(cause: DenialCause) {
    let denials = (0..<9).map { number in
      var denial = Self.denial(
        ["iam.serviceAccounts.actAs"],
        on: "projects/-/serviceAccounts/run\(number)@acme-prod.iam.gserviceaccount.com",
        cause: cause)
      denial.serviceAccount = "run\(number)@acme-prod.iam.gserviceaccount.com"
      return denial
    }
    let report = Self.report(denials)
    #expect(report.suggestions.count == 9)
    #expect(report.suggestions.allSatisfy { $0.target.type == "serviceAccount" })
  }

  @Test func `a name that no command may hold is refused, and the rest is told of it`() throws {
    let hostile = Self.denial(["storage.objects.get"], on: "projects/_/buckets/$(id)/objects/o")
    let alone = Self.report([hostile])
    #expect(alone.suggestions.isEmpty)
    #expect(
      alone.principals[0].findings[0].advice?.hasPrefix("The name of the bucket holds") == true)
    let both = Self.report([
      hostile, Self.denial(["storage.objects.get"], on: "projects/_/buckets/b1"),
    ])
    #expect(both.suggestions.map(\.denials) == [1])
    #expect(both.suggestions[0].warnings.contains { $0.hasPrefix("this does not cure all of it") })
    #expect(both.principals[0].findings[0].advice == nil)
  }

  @Test func `a kind of resource that is not known goes on the project, which is said`() throws {
    let report = Self.report([
      Self.denial(["eventarc.triggers.get"], on: "projects/acme-prod/locations/l/triggers/t")
    ])
    let only = try #require(report.suggestions.first)
    #expect(only.target.type == "project")
    #expect(
      only.warnings.contains(
        "no target narrower than the project is known for eventarc.triggers.get"))
  }

  @Test func `folders and organizations get bindings, but no custom roles of a project`() throws {
    let report = Self.report([
      Self.denial(["logging.logEntries.list"], on: "folders/123"),
      Self.denial(["logging.logEntries.list"], on: "organizations/456"),
      Self.denial(["zeta.things.get"], on: "organizations/456"),
    ])
    #expect(
      Self.targets(report) == [
        "custom organization organizations/456",
        "roles/logging.viewer folder folders/123",
        "roles/logging.viewer organization organizations/456",
      ])
    let folder = Self.report([Self.denial(["zeta.things.get"], on: "folders/123")])
    #expect(folder.suggestions.isEmpty)
    #expect(folder.principals[0].findings[0].advice?.contains("on the folder") == true)
  }

  @Test func `a project's number is not what every command takes`() throws {
    let report = Self.report([
      Self.denial(["secretmanager.versions.access"], on: "projects/123/secrets/s/versions/1")
    ])
    let only = try #require(report.suggestions.first)
    #expect(only.target.name == "projects/123/secrets/s")
    #expect(only.warnings == ["some commands want the project's id: put it in the place of 123"])
  }

  @Test func `a thousand resources stay one suggestion, and every denial is counted`() throws {
    let denials = (0..<1500).map { number in
      Self.denial(["secretmanager.versions.access"], on: "projects/acme-prod/secrets/s\(number)")
    }
    let report = Self.report(denials)
    let only = try #require(report.suggestions.first)
    #expect(report.suggestions.count == 1)
    #expect(only.target.type == "project")
    #expect(only.denials == 1500)
    #expect(only.why.hasPrefix("at least 1000 secrets: one binding on their project"))
  }

  @Test func `what is too much to list is told, where nothing wider may be granted`() throws {
    let denials = (0..<1005).map { number in
      Self.denial(
        ["iam.serviceAccounts.actAs"],
        on: "projects/-/serviceAccounts/run\(number)@acme-prod.iam.gserviceaccount.com")
    }
    let report = Self.report(denials)
    #expect(report.suggestions.count == 1000)
    #expect(report.suggestions.allSatisfy { $0.target.type == "serviceAccount" })
    #expect(
      report.suggestions[0].warnings.contains {
        $0.hasPrefix("this does not cure all of it: More than 1000 targets were refused")
      })
  }

  @Test func `the order of the denials changes nothing`() {
    var denials = (0..<40).map { number in
      Self.denial(
        [["storage.objects.get", "storage.objects.list", "storage.buckets.get"][number % 3]],
        on: "projects/_/buckets/b\(number % 11)", number: number)
    }
    let expected = Self.report(denials).suggestions
    var state: UInt64 = 1152
    for _ in 0..<10 {
      for index in denials.indices.reversed() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        denials.swapAt(index, Int(state >> 33) % (index + 1))
      }
      #expect(Self.report(denials).suggestions == expected)
    }
  }
}
