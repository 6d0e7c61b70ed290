import Testing

@testable import IAM

struct PerimeterRuleTests {
  private static var ingress: PerimeterRule.Request {
    var request = PerimeterRule.Request(direction: .ingress)
    request.perimeter = "accessPolicies/1/servicePerimeters/prod"
    request.identity = Member("serviceAccount:app@acme-prod.iam.gserviceaccount.com")
    request.service = "storage.googleapis.com"
    request.methods = ["google.storage.objects.list", "google.storage.objects.get"]
    request.target = "projects/222222222222"
    return request
  }

  private static var egress: PerimeterRule.Request {
    var request = ingress
    request.direction = .egress
    request.source = "projects/111111111111/buckets/b"
    return request
  }

  @Test func `an ingress rule names caller, source, methods and project`() throws {
    #expect(
      try PerimeterRule(Self.ingress).yaml == """
        - ingressFrom:
            identities:
            - "serviceAccount:app@acme-prod.iam.gserviceaccount.com"
            sources:
            - accessLevel: "*"
          ingressTo:
            operations:
            - serviceName: "storage.googleapis.com"
              methodSelectors:
              - method: "google.storage.objects.get"
              - method: "google.storage.objects.list"
            resources:
            - "projects/222222222222"

        """)
  }

  @Test func `an egress rule is restricted to where the calls came from`() throws {
    #expect(
      try PerimeterRule(Self.egress).yaml == """
        - egressFrom:
            identities:
            - "serviceAccount:app@acme-prod.iam.gserviceaccount.com"
            sourceRestriction: SOURCE_RESTRICTION_ENABLED
            sources:
            - resource: "projects/111111111111"
          egressTo:
            operations:
            - serviceName: "storage.googleapis.com"
              methodSelectors:
              - method: "google.storage.objects.get"
              - method: "google.storage.objects.list"
            resources:
            - "projects/222222222222"

        """)
    var anywhere = Self.egress
    anywhere.source = ""
    let yaml = try PerimeterRule(anywhere).yaml
    #expect(!yaml.contains("sourceRestriction") && yaml.contains("egressFrom"))
  }

  @Test func `the commands show the rules that are there before they replace them`() throws {
    let rule = try PerimeterRule(Self.ingress)
    let commands = [false, true].flatMap {
      [rule.showCommand(isDryRun: $0), rule.updateCommand(isDryRun: $0)]
    }
    let words = "gcloud access-context-manager perimeters"
    #expect(
      commands == [
        "\(words) describe prod --policy=1 --format='yaml(status.ingressPolicies)'",
        "\(words) update prod --policy=1 --set-ingress-policies=FILE",
        "\(words) describe prod --policy=1 --format='yaml(spec.ingressPolicies)'",
        "\(words) dry-run update prod --policy=1 --set-ingress-policies=FILE",
      ])
    let name = PerimeterName("accessPolicies/1/servicePerimeters/prod")
    #expect(
      name?.commandAllowing(service: "run.googleapis.com", isDryRun: false)
        == "\(words) update prod --policy=1 --add-vpc-allowed-services=run.googleapis.com")
    #expect(name?.commandAllowing(service: "run.googleapis.com; id", isDryRun: false) == nil)
  }

  @Test(arguments: [
    ("", PerimeterRule.Source.any),
    ("projects/111111111111", .resource("projects/111111111111")),
    (
      "//compute.googleapis.com/projects/acme-prod/global/networks/default",
      .resource("//compute.googleapis.com/projects/acme-prod/global/networks/default")
    ),
  ])
  func `calls may come from where they came from`(
    source: String, expected: PerimeterRule.Source
  ) throws {
    var request = Self.ingress
    request.source = source
    #expect(try PerimeterRule(request).source == expected)
  }

  @Test(arguments: [
    (["accessPolicies/1/accessLevels/b", "accessPolicies/1/accessLevels/a"], "a"),
    (["accessPolicies/2/accessLevels/a", "accessPolicies/1/accessLevels/c"], "c"),
    (["accessPolicies/2/accessLevels/a", "*", "a", "accessPolicies/1/accessLevels/a b"], nil),
  ])
  func `one access level of the same policy is enough`(
    levels: [String], name: String?
  ) throws {
    var request = Self.ingress
    request.accessLevels = levels
    let expected = name.map {
      PerimeterRule.Source.accessLevel("accessPolicies/1/accessLevels/\($0)")
    }
    #expect(try PerimeterRule(request).source == expected ?? .any)
  }

  @Test(
    arguments: [
      (
        "storage.googleapis.com", ["google.storage.objects.get"],
        [.method("google.storage.objects.get")]
      ),
      (
        "logging.googleapis.com", ["google.logging.v2.LoggingServiceV2.WriteLogEntries"],
        [.method("LoggingServiceV2.WriteLogEntries")]
      ),
      (
        "artifactregistry.googleapis.com",
        [
          "google.devtools.artifactregistry.v1.ArtifactRegistry.GetTag",
          "artifactregistry.googleapis.com/DockerRead",
        ],
        [.method("ArtifactRegistry.GetTag"), .method("artifactregistry.googleapis.com/DockerRead")]
      ),
      (
        "bigquery.googleapis.com", ["jobservice.insert"],
        [.permission("bigquery.jobs.create"), .permission("bigquery.tables.getData")]
      ),
    ] as [(String, [String], [PerimeterRule.Selector])])
  func `methods are called what rules call them, and BigQuery takes permissions`(
    service: String, methods: [String], selectors: [PerimeterRule.Selector]
  ) throws {
    var request = Self.ingress
    (request.service, request.methods) = (service, methods)
    request.permissions = [
      "bigquery.tables.getData", "bigquery.jobs.create", "NO_PERMISSIONS",
      "vpcsc.permissions.unavailable",
    ]
    #expect(try PerimeterRule(request).selectors == selectors)
  }

  @Test func `BigQuery without a permission allows all, which the caller of this must say`() throws
  {
    var request = Self.ingress
    (request.service, request.permissions) = ("bigquery.googleapis.com", ["NO_PERMISSIONS"])
    #expect(try PerimeterRule(request).selectors == [.all])
    #expect(try PerimeterRule(request).yaml.contains(#"- method: "*""#))
  }

  // MARK: Refusals

  @Test(
    arguments: [
      ("", .perimeterUnknown), ("prod", .perimeterUnknown),
      ("accessPolicies/x/servicePerimeters/prod", .perimeterUnknown),
      ("accessPolicies/1/servicePerimeters/prod/x", .perimeterUnknown),
      ("accessPolicies/1/servicePerimeters/-prod", .perimeterUnknown),
      ("accessPolicies/1/servicePerimeters/a b", .perimeterUnknown),
      (
        "accessPolicies/1/servicePerimeters/" + String(repeating: "a", count: 51), .perimeterUnknown
      ),
    ] as [(String, PerimeterRule.Refusal)])
  func `an unusual perimeter is refused`(name: String, refusal: PerimeterRule.Refusal) {
    var request = Self.ingress
    request.perimeter = name
    #expect(throws: refusal) { try PerimeterRule(request) }
  }

  @Test(
    arguments: [
      (nil, .identityUnknown),
      ("group:team@example.com", .identityUnsupported),
      ("serviceAccount:acme-prod.svc.id.goog[ns/name]", .identityUnsupported),
      (
        "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*",
        .identityUnsupported
      ),
      ("deleted:user:a@example.com?uid=1", .identityUnsupported),
    ] as [(String?, PerimeterRule.Refusal)])
  func `a caller that rules cannot name is refused`(
    member: String?, refusal: PerimeterRule.Refusal
  ) throws {
    var request = Self.ingress
    request.identity = try member.map { try #require(Member($0)) }
    #expect(throws: refusal) { try PerimeterRule(request) }
  }

  @Test func `a name that no member can have is told from none`() {
    var request = Self.ingress
    (request.identity, request.isNamed) = (nil, true)
    #expect(throws: PerimeterRule.Refusal.identityUnusual) { try PerimeterRule(request) }
  }

  @Test(
    arguments: [
      ("", .serviceUnusual), ("storage", .serviceUnusual), ("*", .serviceUnusual),
      ("k8s.io", .serviceUnusual), ("Storage.googleapis.com", .serviceUnusual),
      ("storage.googleapis.com\n- x", .serviceUnusual),
    ] as [(String, PerimeterRule.Refusal)])
  func `an unusual service is refused`(service: String, refusal: PerimeterRule.Refusal) {
    var request = Self.ingress
    request.service = service
    #expect(throws: refusal) { try PerimeterRule(request) }
  }

  @Test(
    arguments: [
      ([], .methodsUnknown), (["*"], .methodUnusual), (["a", "b\""], .methodUnusual),
      (["1a"], .methodUnusual), ([String(repeating: "a", count: 201)], .methodUnusual),
      ((0...50).map { "m\($0)" }, .methodsTooMany),
    ] as [([String], PerimeterRule.Refusal)])
  func `unusual methods are refused`(methods: [String], refusal: PerimeterRule.Refusal) {
    var request = Self.ingress
    request.methods = methods
    #expect(throws: refusal) { try PerimeterRule(request) }
  }

  @Test(
    arguments: [
      ("projects/acme-prod", .sourceUnusual), ("*", .sourceUnusual),
      ("203.0.113.7", .sourceUnusual),
      ("projects/1/[servicenetworking.googleapis.com]", .sourceUnusual),
      ("//compute.googleapis.com/projects/p/global/networks/a\"", .sourceUnusual),
      ("//compute.googleapis.com/projects/acme-prod/global/networks/*", .sourceUnusual),
    ] as [(String, PerimeterRule.Refusal)])
  func `an unusual source is refused`(source: String, refusal: PerimeterRule.Refusal) {
    for request in [Self.ingress, Self.egress] {
      var request = request
      request.source = source
      #expect(throws: refusal) { try PerimeterRule(request) }
    }
  }

  @Test(
    arguments: [
      ("", .targetUnknown), ("projects/_/buckets/b", .targetUnknown), ("*", .targetUnknown),
      ("projects/0/buckets/none", .targetUnknown), ("organizations/1", .targetUnknown),
      ("projects/acme-prod/locations/x", .targetByID("acme-prod")),
    ] as [(String, PerimeterRule.Refusal)])
  func `a target that is no project by number is refused`(
    target: String, refusal: PerimeterRule.Refusal
  ) {
    var request = Self.ingress
    request.target = target
    #expect(throws: refusal) { try PerimeterRule(request) }
  }

  @Test func `each refusal has words of its own`() {
    let refusals: [PerimeterRule.Refusal] = [
      .perimeterUnknown, .directionUnknown, .identityUnknown, .identityUnusual,
      .identityUnsupported,
      .serviceUnusual, .methodsUnknown, .methodUnusual, .methodsTooMany, .sourceUnusual,
      .targetUnknown, .targetByID("acme-prod"),
    ]
    #expect(Set(refusals.map(\.text)).count == refusals.count)
    #expect(
      PerimeterRule.Refusal.targetByID("acme-prod").text
        == "rules name projects by number: gcloud projects describe acme-prod "
        + "--format='value(projectNumber)' shows that of acme-prod")
  }

  @Test(arguments: [
    "$(id)", "`id`", "\"", "'", "\n- x", "${x}", "*", "-", " ", "\\", "#", ":", "é", "\u{202e}",
    "{}", "[]", "&a", "!!x", "%", "|", ">", "@", ",", "?",
  ])
  func `hostile text gets into no file and no command`(text: String) {
    let fields: [WritableKeyPath<PerimeterRule.Request, String>] = [
      \.perimeter, \.service, \.source, \.target,
    ]
    for field in fields {
      for hostile in [
        text, Self.ingress[keyPath: field] + text, text + Self.ingress[keyPath: field],
      ] {
        var request = Self.ingress
        request[keyPath: field] = hostile
        request.accessLevels = ["accessPolicies/1/accessLevels/a\(text)", text]
        request.permissions = [text]
        guard let rule = try? PerimeterRule(request) else { continue }
        // What follows the number of a target's project is left out.
        #expect(field == \.target)
        #expect(rule.yaml == (try? PerimeterRule(Self.ingress).yaml))
      }
    }
    var methods = Self.ingress
    methods.methods.append("a" + text)
    let isPlain = text == "-"
    #expect((try? PerimeterRule(methods)) == nil || isPlain)
  }
}
