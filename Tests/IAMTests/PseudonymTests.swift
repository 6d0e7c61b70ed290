import Testing

@testable import IAM

struct PseudonymTests {
  /// A hash that is no secret, as a test needs none.
  private static func pseudonyms(_ level: Pseudonyms.Level, seed: String = "a") -> Pseudonyms {
    Pseudonyms(level: level) { kind, name in
      var hash = StableHash()
      for text in [seed, kind, name] { hash.combine(text) }
      // The last steps of a better hash: neighbours must not look alike.
      let value = (hash.value ^ (hash.value >> 31)) &* 0x9e37_79b9_7f4a_7c15
      return value ^ (value >> 29)
    }
  }

  private func principal(_ vector: MemberVector, _ names: Pseudonyms?) -> Principal {
    let name = { (text: String) in names?.account(text) ?? text }
    return Principal(
      email: name(vector.email), subject: name(vector.subject),
      mappedPrincipal: name(vector.mappedPrincipal))
  }

  @Test(arguments: MemberVector.all, Pseudonyms.Level.allCases)
  func `a pseudonym is of the kind that the name is of`(
    vector: MemberVector, level: Pseudonyms.Level
  ) {
    let clear = principal(vector, nil)
    let redacted = principal(vector, Self.pseudonyms(level))
    #expect(redacted.kind == clear.kind, "\(redacted.name)")
    #expect((redacted.member == nil) == (clear.member == nil), "\(redacted.name)")
    #expect(redacted.isBindable == clear.isBindable, "\(redacted.name)")
    #expect((redacted.homeProject == nil) == (clear.homeProject == nil), "\(redacted.name)")
    #expect(redacted.homeProject?.isNumber == clear.homeProject?.isNumber, "\(redacted.name)")
    if level == .partial { #expect(redacted.homeProject == clear.homeProject) }
  }

  @Test(arguments: [
    ("alice@example.com", "user-*@example.com", "user-*@d*.invalid"),
    ("user:alice@example.com", "user:user-*@example.com", "user:user-*@d*.invalid"),
    ("alice@gmail.com", "user-*@gmail.com", "user-*@gmail.com"),
    ("ali...@example.com", "user-*...@example.com", "user-*...@d*.invalid"),
    ("o'brien@example.com", "user-*'@example.com", "user-*'@d*.invalid"),
    ("alice@corp", "user-*'@corp", "user-*'@d*.invalid"),
    (
      "app@acme-prod.iam.gserviceaccount.com", "sa-*@acme-prod.iam.gserviceaccount.com",
      "sa-*@project-*.iam.gserviceaccount.com"
    ),
    (
      "app@acme.example.com.iam.gserviceaccount.com",
      "sa-*@acme.example.com.iam.gserviceaccount.com",
      "sa-*@project-*.d*.invalid.iam.gserviceaccount.com"
    ),
    (
      "123456789012-compute@developer.gserviceaccount.com",
      "123456789012-compute@developer.gserviceaccount.com",
      "#-compute@developer.gserviceaccount.com"
    ),
    (
      "acme-prod@appspot.gserviceaccount.com", "acme-prod@appspot.gserviceaccount.com",
      "project-*@appspot.gserviceaccount.com"
    ),
    (
      "123456789012@cloudbuild.gserviceaccount.com", "123456789012@cloudbuild.gserviceaccount.com",
      "#@cloudbuild.gserviceaccount.com"
    ),
    (
      "service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
      "service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
      "service-#@gcp-sa-aiplatform.iam.gserviceaccount.com"
    ),
    (
      "deleted:serviceAccount:app@acme.iam.gserviceaccount.com?uid=123456789012345678901",
      "deleted:serviceAccount:sa-*@acme.iam.gserviceaccount.com?uid=#",
      "deleted:serviceAccount:sa-*@project-*.iam.gserviceaccount.com?uid=#"
    ),
    (
      "principal://iam.googleapis.com/projects/123456789012/locations/global/"
        + "workloadIdentityPools/gh/subject/repo:acme/app:ref:refs/heads/main",
      "principal://iam.googleapis.com/projects/123456789012/locations/global/"
        + "workloadIdentityPools/gh/subject/name-*",
      "principal://iam.googleapis.com/projects/#/locations/global/"
        + "workloadIdentityPools/name*/subject/name-*"
    ),
    (
      "principal://agents.global.org-123456789012.system.id.goog/resources/aiplatform/projects/"
        + "9876543210/locations/us-central1/reasoningEngines/my-agent",
      "principal://agents.global.org-123456789012.system.id.goog/resources/aiplatform/projects/"
        + "9876543210/locations/us-central1/reasoningEngines/name-*",
      "principal://agents.global.org-#.system.id.goog/resources/name*/projects/#/locations/"
        + "us-central1/reasoningEngines/name-*"
    ),
    (
      "acme-prod.svc.id.goog[shop/till]", "acme-prod.svc.id.goog[shop/name-*]",
      "project-*.svc.id.goog[ns-*/name-*]"
    ),
    (
      "system:serviceaccount:shop:till", "system:serviceaccount:shop:name-*",
      "system:serviceaccount:ns-*:name-*"
    ),
    (
      "system:serviceaccount:kube-system:default", "system:serviceaccount:kube-system:default",
      "system:serviceaccount:kube-system:default"
    ),
    ("system:anonymous", "system:anonymous", "system:anonymous"),
    ("system:node:gke-acme-1", "system:node:name-*", "system:node:name-*"),
    ("system:alice", "system:name-*", "system:name-*"),
    ("103566171230474107362", "#", "#"),
    ("b6112abb-5791-4507-adb5-7e8cc306eb2e", "name-*", "name-*"),
    ("", "", ""),
  ])
  func `what names a caller has the form that it had`(
    name: String, partial: String, full: String
  ) {
    #expect(shape(Self.pseudonyms(.partial).account(name)) == partial)
    #expect(shape(Self.pseudonyms(.full).account(name)) == full)
  }

  @Test(arguments: [
    ("projects/acme-prod", "projects/acme-prod", "projects/project-*"),
    (
      "projects/_/buckets/acme-data/objects/a/alice.txt",
      "projects/_/buckets/acme-data/objects/a/alice.txt",
      "projects/_/buckets/name*/objects/name*/name*"
    ),
    (
      "//storage.googleapis.com/projects/_/buckets/alice@example.com",
      "//storage.googleapis.com/projects/_/buckets/user-*@example.com",
      "//storage.googleapis.com/projects/_/buckets/user-*@d*.invalid"
    ),
    (
      "projects/-/serviceAccounts/103566171230474107362", "projects/-/serviceAccounts/#",
      "projects/-/serviceAccounts/#"
    ),
    (
      "projects/acme/serviceAccounts/app%40acme.iam.gserviceaccount.com/keys/0123abcd",
      "projects/acme/serviceAccounts/sa-*%40acme.iam.gserviceaccount.com/keys/key*",
      "projects/project-*/serviceAccounts/sa-*%40project-*.iam.gserviceaccount.com/keys/key*"
    ),
    (
      "projects/acme/locations/us-central1/publishers/google/models/gemini-2.5-pro",
      "projects/acme/locations/us-central1/publishers/google/models/gemini-2.5-pro",
      "projects/project-*/locations/us-central1/publishers/google/models/gemini-2.5-pro"
    ),
    (
      "projects/acme/locations/europe-west4/publishers/anthropic/models/claude-3-5@20240620",
      "projects/acme/locations/europe-west4/publishers/anthropic/models/claude-3-5@20240620",
      "projects/project-*/locations/europe-west4/publishers/anthropic/models/claude-3-5@20240620"
    ),
    (
      "projects/acme/locations/us-central1/models/acme-ranker",
      "projects/acme/locations/us-central1/models/acme-ranker",
      "projects/project-*/locations/us-central1/models/name*"
    ),
    (
      "projects/acme/zones/us-central1-a/instances/web-1",
      "projects/acme/zones/us-central1-a/instances/web-1",
      "projects/project-*/zones/us-central1-a/instances/name*"
    ),
    (
      "locations/global/workforcePools/staff/subject/alice@example.com/x",
      "locations/global/workforcePools/staff/subject/name-*",
      "locations/global/workforcePools/name*/subject/name-*"
    ),
    (
      "core/v1/namespaces/shop/serviceaccounts/till",
      "core/v1/namespaces/shop/serviceaccounts/name-*",
      "core/v1/namespaces/ns-*/serviceaccounts/name-*"
    ),
    ("organizations/123456789012", "organizations/123456789012", "organizations/#"),
    (
      "billingAccounts/01ABCD-234567-89EFAB", "billingAccounts/01ABCD-234567-89EFAB",
      "billingAccounts/!"
    ),
    (
      "services/api.endpoints.acme.cloud.goog", "services/api.endpoints.acme.cloud.goog",
      "services/name*"
    ),
    (
      "projects/acme/services/storage.googleapis.com",
      "projects/acme/services/storage.googleapis.com",
      "projects/project-*/services/storage.googleapis.com"
    ),
    (
      "accessPolicies/123456789/servicePerimeters/acme_perimeter",
      "accessPolicies/123456789/servicePerimeters/acme_perimeter",
      "accessPolicies/#/servicePerimeters/name*"
    ),
    ("acme:dataset.table", "acme:dataset.table", "name*"),
    (
      "projects/example.com:acme/topics/t", "projects/example.com:acme/topics/t",
      "projects/d*.invalid:project-*/topics/name*"
    ),
  ])
  func `a resource's name keeps its collections, and at the partial level all but people`(
    name: String, partial: String, full: String
  ) {
    #expect(shape(Self.pseudonyms(.partial).path(name)) == partial)
    #expect(shape(Self.pseudonyms(.full).path(name)) == full)
  }

  @Test(arguments: [
    ("203.0.113.77", "203.0.113.0"), ("2001:DB8:12:3456::7", "2001:db8:12::"),
    ("2001:db8::7", "2001:db8::"), ("::1", "::"), ("private", "private"),
    ("gce-internal-ip", "gce-internal-ip"), ("", ""),
  ])
  func `a caller's address becomes its network, or one for documentation`(
    address: String, network: String
  ) {
    #expect(Self.pseudonyms(.partial).address(ofCaller: address) == network)
    let full = Self.pseudonyms(.full).address(ofCaller: address)
    #expect(address.contains(where: \.isNumber) ? full.hasPrefix("2001:db8:") : full == address)
  }

  @Test(arguments: [
    "2001:db8:1:2:3:4:5:6:7", "fe80::1%eth0", "::ffff:203.0.113.7", "alice", "1.2.3",
  ])
  func `what is no address shows nothing of itself`(text: String) {
    for level in Pseudonyms.Level.allCases {
      let shown = Self.pseudonyms(level).address(ofCaller: text)
      #expect(shown.hasPrefix("2001:db8:") && shown.hasSuffix("::") && !shown.contains(text))
    }
  }

  @Test(arguments: [
    ("curl/8.5.0", "curl/8.5.0", "curl/8.5.0"),
    (
      "google-cloud-sdk gcloud/546.0.0 command/gcloud.ai.models.list invocation-id/0a1b env/x",
      "google-cloud-sdk gcloud/546.0.0 command/gcloud.ai.models.list",
      "google-cloud-sdk gcloud/546.0.0 command/gcloud.ai.models.list"
    ),
    (
      "Mozilla/5.0 (Macintosh; alice) Chrome/103.0.0.0,gzip(gfe)", "Mozilla/5.0 Chrome/103.0.0.0",
      "Mozilla/5.0 Chrome/103.0.0.0"
    ),
    ("acme-crawler/1.2 alice", "acme-crawler/1.2", "agent-*"),
    ("alice's laptop", "agent-*", "agent-*"), ("", "", ""),
  ])
  func `a user agent is what programs it names`(text: String, partial: String, full: String) {
    #expect(shape(Self.pseudonyms(.partial).userAgent(text)) == partial)
    #expect(shape(Self.pseudonyms(.full).userAgent(text)) == full)
  }

  @Test(arguments: [
    (
      "projects/acme/logs/cloudaudit.googleapis.com%2Factivity",
      "projects/project-*/logs/cloudaudit.googleapis.com%2Factivity"
    ),
    ("projects/acme/logs/acme-log", "projects/project-*/logs/log-*"),
    (
      "organizations/123456789012/logs/cloudaudit.googleapis.com%2Fpolicy",
      "organizations/#/logs/cloudaudit.googleapis.com%2Fpolicy"
    ),
    ("acme", "name*"), ("", ""),
  ])
  func `a log's name keeps which audit log it is`(name: String, full: String) {
    #expect(Self.pseudonyms(.partial).logName(name) == name)
    #expect(shape(Self.pseudonyms(.full).logName(name)) == full)
  }

  @Test(arguments: [
    (
      "aiplatform.googleapis.com", "google.cloud.X.Get", "aiplatform.googleapis.com",
      "google.cloud.X.Get"
    ),
    ("k8s.io", "io.k8s.core.v1.pods.create", "k8s.io", "io.k8s.core.v1.pods.create"),
    ("k8s.io", "com.acme.v1.crontabs.create", "k8s.io", "method-*"),
    ("api.acme.com", "acme.Get", "d*.invalid", "method-*"),
    ("a.b.googleapis.com", "x", "d*.invalid", "method-*"),
    ("", "x", "", "method-*"),
  ])
  func `services and methods of Google stay, others do not`(
    service: String, method: String, shownService: String, shownMethod: String
  ) {
    let (partial, full) = (Self.pseudonyms(.partial), Self.pseudonyms(.full))
    #expect(partial.service(service) == service)
    #expect(partial.method(method, of: service) == method)
    #expect(shape(full.service(service)) == shownService)
    #expect(shape(full.method(method, of: service)) == shownMethod)
  }

  @Test func `the same name has the same pseudonym wherever it stands`() {
    let names = Self.pseudonyms(.full)
    let project = names.project("acme-prod")
    #expect(names.path("projects/acme-prod/x").hasPrefix("projects/\(project)/"))
    let account = "app@acme-prod.iam.gserviceaccount.com"
    let shown = names.account(account)
    #expect(shown.hasSuffix("@\(project).iam.gserviceaccount.com"))
    #expect(names.account("serviceAccount:\(account)") == "serviceAccount:\(shown)")
    #expect(names.path("projects/-/serviceAccounts/\(account)").hasSuffix("/\(shown)"))
    #expect(names.logName("projects/acme-prod/logs/x").hasPrefix("projects/\(project)/logs/"))
    let number = names.project("123456789012")
    #expect(names.account("service-123456789012@gcp-sa-x.iam.gserviceaccount.com").contains(number))
    #expect(
      Self.pseudonyms(.partial).account("alice@example.com").before("@")
        == names.account("alice@example.com").before("@"))
  }

  @Test func `other names and other keys have other pseudonyms`() {
    let names = (0..<20_000).map { "user\($0)@example.com" }
    for level in Pseudonyms.Level.allCases {
      let (one, other) = (Self.pseudonyms(level), Self.pseudonyms(level, seed: "b"))
      let shown = Set(names.map(one.account))
      #expect(shown.count == names.count)
      #expect(shown.isDisjoint(with: names.map(other.account)))
      #expect(Set((0..<20_000).map { one.number("\($0)") }).count == 20_000)
    }
  }

  /// Words that a name is made of, between which anything may stand.
  @Test(arguments: Pseudonyms.Level.allCases)
  func `whatever stands around a person's name, it does not come through`(
    level: Pseudonyms.Level
  ) {
    let names = Self.pseudonyms(level)
    let forms = { (secret: String, noise: String) in
      [
        "\(secret)\(noise)@example.com", "\(noise)\(secret)@example.com",
        "user:\(noise)\(secret)@x.com", "principal://\(noise)/\(secret)", "spiffe://x/\(secret)",
        "system:\(noise):\(secret)", "system:serviceaccount:n:\(secret)\(noise)", secret,
        "p.svc.id.goog[n/\(noise)\(secret)]", "deleted:user:\(secret)\(noise)@x.com?uid=1",
        "\(secret)@\(noise)", "\(secret)@\(noise).iam.gserviceaccount.com", "\(noise):\(secret)",
      ]
    }
    for noise in HostileText.values {
      for name in forms("qz7secret", noise) {
        #expect(!names.account(name).contains("qz7secret"), "\(name)")
      }
      for path in ["projects/p/serviceAccounts/", "x/users/", "subject/", "subject/a/"] {
        #expect(!names.path(path + "qz7secret" + noise).contains("qz7secret") || noise.hasByte("/"))
      }
      if level == .full {
        for path in ["qz7secret" + noise, "projects/\(noise)qz7secret/x", "a/\(noise)/qz7secret"] {
          #expect(!names.path(path).contains("qz7secret"), "\(path)")
        }
      }
    }
  }

  /// A text with `*` for each token, `#` for each number of eighteen digits, `!` for a billing account.
  private func shape(_ text: String) -> String {
    text.replacing(/[A-Z2-7]{6}-[A-Z2-7]{6}-[A-Z2-7]{6}/, with: "!")
      .replacing(/[0-9]{18}/, with: "#")
      .replacing(
        /(user-|sa-|name-?|project-|ns-|d|key|log-|method-|agent-|pool-)[a-z2-7]{12}/
      ) { "\($0.output.1)*" }
  }
}
