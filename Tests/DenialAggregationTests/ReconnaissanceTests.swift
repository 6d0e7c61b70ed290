import DenialAggregation
import DenialClassification
import Testing

struct ReconnaissanceTests {
  /// One refusal a second unless said otherwise, each of a permission of its own.
  private static func refusals(
    _ count: Int, everySeconds step: Int = 1, cause: DenialCause = .missingRole,
    email: String = "key@acme-prod.iam.gserviceaccount.com",
    change: (inout Denial, Int) -> Void = { denial, index in
      denial.permissions = ["storage.buckets.verb\(index)"]
    }
  ) -> [Denial] {
    (0..<count).map { index in
      let seconds = index * step
      let clock = [10 + seconds / 3600, seconds / 60 % 60, seconds % 60]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      var denial = Denial(
        insertID: "i\(index)", timestampText: "2026-11-22T\(clock)Z", logName: "l", cause: cause,
        rule: "x", confidence: .high, evidence: Evidence(path: "p", value: "v"),
        caller: Denial.CallerIdentity(email: email, subject: "", mappedPrincipal: ""))
      denial.project = "acme-prod"
      denial.service = "storage.googleapis.com"
      denial.permissions = ["storage.buckets.get"]
      denial.callerIP = "198.51.100.66"
      change(&denial, index)
      return denial
    }
  }

  private static func burst(_ denials: [Denial]) -> Reconnaissance? {
    Report(Tally(Array(denials.enumerated()))).principals.first?.reconnaissance
  }

  @Test func `ten permissions in minutes are a burst, nine are not`() throws {
    let burst = try #require(Self.burst(Self.refusals(10)))
    #expect(burst.permissions == 10)
    #expect(burst.services == 1)
    #expect(burst.projects == 1)
    #expect(burst.firstSeen == "2026-11-22T10:00:00Z")
    #expect(burst.lastSeen == "2026-11-22T10:00:09Z")
    #expect(Self.burst(Self.refusals(9)) == nil)
  }

  @Test func `six services or five projects are a burst, one less is not`() throws {
    let services = { (denial: inout Denial, index: Int) in
      denial.service = "s\(index).googleapis.com"
    }
    let projects = { (denial: inout Denial, index: Int) in denial.project = "project-\(index)" }
    #expect(Self.burst(Self.refusals(6, change: services))?.services == 6)
    #expect(Self.burst(Self.refusals(5, change: services)) == nil)
    #expect(Self.burst(Self.refusals(5, change: projects))?.projects == 5)
    #expect(Self.burst(Self.refusals(4, change: projects)) == nil)
  }

  @Test func `refusals spread over hours are none, and the tenth minute still counts`() {
    #expect(Self.burst(Self.refusals(10, everySeconds: 600)) == nil)
    #expect(Self.burst(Self.refusals(10, everySeconds: 66)) != nil)
    #expect(Self.burst(Self.refusals(10, everySeconds: 67)) == nil)
    #expect(Self.burst(Self.refusals(11, everySeconds: 60))?.permissions == 11)
    #expect(Self.burst(Self.refusals(12, everySeconds: 60))?.permissions == 11)
  }

  @Test func `a thousand refusals of one permission are a broken program`() {
    #expect(Self.burst(Self.refusals(1000) { _, _ in }) == nil)
  }

  @Test func `a few calls that need many permissions are no burst`() {
    let wide = { (denial: inout Denial, index: Int) in
      denial.permissions = (0..<8).map { "storage.buckets.verb\(index * 8 + $0)" }
    }
    #expect(Self.burst(Self.refusals(4, change: wide)) == nil)
    #expect(Self.burst(Self.refusals(5, change: wide))?.permissions == 40)
  }

  @Test(arguments: [DenialCause.vpcServiceControls, .rateLimit, .orgPolicy])
  func `only refusals for want of a role count`(cause: DenialCause) {
    #expect(Self.burst(Self.refusals(20, cause: cause)) == nil)
  }

  @Test func `callers without a name are not taken for one`() {
    #expect(Self.burst(Self.refusals(20, email: "")) == nil)
  }

  @Test func `times at both ends of the calendar are no burst`() {
    let far = Self.refusals(20) { denial, index in
      denial.permissions = ["storage.buckets.verb\(index)"]
      denial.timestampText = index % 2 == 0 ? "1678-01-01T00:00:00Z" : "2262-01-01T00:00:00Z"
    }
    #expect(Self.burst(far)?.permissions == 10)
  }

  @Test func `the warning comes first, names who and whence, and each grant repeats it`() throws {
    let other = Self.refusals(1, email: "app@acme-prod.iam.gserviceaccount.com") { denial, _ in
      denial.insertID = "other"
    }
    let denials = Self.refusals(12) { denial, index in
      denial.permissions = [index == 0 ? "storage.objects.get" : "storage.buckets.verb\(index)"]
    }
    let report = Report(Tally(Array((denials + other).enumerated())))
    let warning = try #require(report.warnings.first)
    #expect(warning.id == "reconnaissance")
    for part in ["key@acme-prod", "12 permissions", "198.51.100.66", "before granting"] {
      #expect(warning.text.contains(part), "\(part)")
    }
    #expect(!report.suggestions.isEmpty)
    for suggestion in report.suggestions {
      let isSuspect = suggestion.member.contains("key@")
      #expect(suggestion.warnings.first?.contains("reconnaissance") ?? false == isSuspect)
    }
  }

  @Test func `the order of the entries does not matter`() {
    var generator = SeededGenerator(seed: 11)
    let denials = Self.refusals(40, everySeconds: 45)
    let expected = Self.burst(denials)
    #expect(expected != nil)
    for _ in 0..<20 { #expect(Self.burst(denials.shuffled(using: &generator)) == expected) }
  }
}
