import AuditLog
import DenialAggregation
import DenialClassification
import Testing

/// What a finding says of perimeters, quotas, keys and pace.
struct FindingDetailsTests {
  private static func denial(
    _ id: String, second: Int = 0, cause: DenialCause = .vpcServiceControls
  ) -> Denial {
    let start = 1_795_000_000_000_000_000 as Int64
    let moment = Timestamp(nanosecondsSince1970: start + Int64(second) * 1_000_000_000)
    var denial = Denial(
      insertID: id, timestampText: moment.description, logName: "projects/p/logs/x%2Fpolicy",
      cause: cause, rule: "3", confidence: .high, evidence: Evidence(path: "p", value: "v"),
      caller: .init(email: "app@acme.iam.gserviceaccount.com", subject: "", mappedPrincipal: ""))
    denial.service = "storage.googleapis.com"
    denial.method = "google.storage.objects.get"
    return denial
  }

  private static func violated(
    _ id: String, second: Int = 0, target: String = "projects/222222222222",
    levels: [String] = [], _ change: (inout Denial.Perimeter) -> Void = { _ in }
  ) -> Denial {
    var denial = denial(id, second: second)
    denial.perimeterID = "unique-\(id)"
    var perimeter = Denial.Perimeter()
    perimeter.name = "accessPolicies/1/servicePerimeters/prod"
    perimeter.reason = "NO_MATCHING_ACCESS_LEVEL"
    perimeter.accessLevels = levels
    var violation = Denial.Perimeter.Violation(direction: .ingress)
    violation.target = target
    perimeter.violations = [violation]
    change(&perimeter)
    denial.perimeter = perimeter
    return denial
  }

  private static func details(_ denials: [Denial]) throws -> FindingDetails {
    let report = Report(Tally(Array(denials.enumerated())))
    let findings = report.principals.flatMap(\.findings)
    try #require(findings.count == 1)
    return findings[0].details
  }

  // MARK: Perimeters

  @Test func `ways across a perimeter are told apart, the most frequent first`() throws {
    let details = try Self.details(
      (0..<3).map { Self.violated("a\($0)", second: 10 - $0) }
        + [Self.violated("b", target: "projects/333333333333")])
    #expect(details.perimeterViolations.map(\.denials) == [3, 1])
    #expect(
      details.perimeterViolations.map(\.target) == [
        "projects/222222222222", "projects/333333333333",
      ])
    let violation = details.perimeterViolations[0]
    #expect(violation.direction == "ingress" && !violation.isDryRun)
    #expect(violation.meaning?.isEmpty == false && violation.source == nil)
    #expect(violation.methods == ["google.storage.objects.get"])
    #expect(violation.uniqueIDs == ["unique-a2", "unique-a1", "unique-a0"])
    let remedy = try #require(violation.remedy)
    #expect(remedy.yaml?.contains("serviceAccount:app@acme.iam.gserviceaccount.com") == true)
    #expect(remedy.commands.count == 2)
    #expect(remedy.commands.last?.hasSuffix("--set-ingress-policies=FILE") == true)
    #expect(remedy.warnings.first?.contains("replaces every ingress rule") == true)
    #expect(details.perimeterViolationsLeftOut == 0)
  }

  @Test func `a rule asks for a level that all calls satisfied`() throws {
    let level = "accessPolicies/1/accessLevels/"
    let details = try Self.details([
      Self.violated("a", levels: [level + "x", level + "y"]),
      Self.violated("b", levels: [level + "y", level + "z"]),
    ])
    #expect(details.perimeterViolations.map(\.accessLevels) == [[level + "y"]])
    let yaml = details.perimeterViolations[0].remedy?.yaml
    #expect(yaml?.contains("accessLevel: \"\(level)y\"") == true)
    let none = try Self.details([
      Self.violated("a", levels: [level + "x"]), Self.violated("b", levels: [level + "z"]),
    ])
    #expect(none.perimeterViolations[0].remedy?.yaml?.contains(#"accessLevel: "*""#) == true)
    #expect(none.perimeterViolations[0].remedy?.warnings.contains { $0.contains("*") } == true)
  }

  @Test func `the one network that calls came from is the source of a rule`() throws {
    let network = "//compute.googleapis.com/projects/acme-net/global/networks/main"
    let one = try Self.details([Self.violated("a") { $0.callerNetwork = network }])
    #expect(one.perimeterViolations[0].callerNetworks == [network])
    #expect(one.perimeterViolations[0].remedy?.yaml?.contains("resource: \"\(network)\"") == true)
    let two = try Self.details([
      Self.violated("a") { $0.callerNetwork = network },
      Self.violated("b") { $0.callerNetwork = network + "2" },
    ])
    #expect(two.perimeterViolations[0].callerNetworks.count == 2)
    #expect(two.perimeterViolations[0].remedy?.yaml?.contains(#"accessLevel: "*""#) == true)
  }

  @Test func `a service that networks may not use gets a command instead of a rule`() throws {
    let details = try Self.details([
      Self.violated("a") { ($0.reason, $0.violations) = ("SERVICE_NOT_ALLOWED_FROM_VPC", []) }
    ])
    let violation = try #require(details.perimeterViolations.first)
    #expect(violation.direction == nil)
    let remedy = try #require(violation.remedy)
    #expect(remedy.yaml == nil)
    #expect(
      remedy.commands == [
        "gcloud access-context-manager perimeters update prod --policy=1 "
          + "--add-vpc-allowed-services=storage.googleapis.com"
      ])
    #expect(remedy.warnings.count == 1)
  }

  /// What a log may leave out.
  enum Gap: CaseIterable {
    case direction, perimeter, number, servicePerimeter
  }

  @Test(
    arguments: zip(
      Gap.allCases, ["which way", "perimeter", "gcloud projects describe acme", "perimeter"]))
  func `where no rule can be made, it says why`(gap: Gap, words: String) throws {
    let denial = Self.violated("a") { perimeter in
      switch gap {
      case .direction: perimeter.violations = []
      case .perimeter: perimeter.name = ""
      case .number: perimeter.violations[0].target = "projects/acme-x"
      case .servicePerimeter:
        (perimeter.reason, perimeter.violations) = ("SERVICE_NOT_ALLOWED_FROM_VPC", [])
        perimeter.name = "x"
      }
    }
    let violation = try #require(try Self.details([denial]).perimeterViolations.first)
    #expect(violation.remedy == nil)
    #expect(violation.obstacle?.contains(words) == true, "\(violation.obstacle ?? "")")
  }

  @Test func `a denial with two violations of one kind counts once`() throws {
    let details = try Self.details([
      Self.violated("a") { $0.violations.append($0.violations[0]) }
    ])
    #expect(details.perimeterViolations.map(\.denials) == [1])
    #expect(details.perimeterViolations[0].uniqueIDs == ["unique-a"])
  }

  @Test func `redacted callers get no rule`() throws {
    var denial = Self.violated("a")
    denial.caller.email = ""
    let violation = try #require(try Self.details([denial]).perimeterViolations.first)
    #expect(violation.remedy == nil)
    #expect(violation.obstacle == "the log does not name the caller")
  }

  @Test func `what is not listed is counted`() throws {
    let many = (0..<13).map { Self.violated("a\($0)", target: "projects/20000000000\($0)") }
    let cut = Self.violated("z") { $0.violationsLeftOut = 4 }
    let details = try Self.details(many + [cut])
    #expect(details.perimeterViolations.count == 10)
    #expect(details.perimeterViolationsLeftOut == 14 - 10 + 4)
  }

  @Test func `a twin in the policy's log speaks for the service's`() throws {
    var service = Self.denial("service")
    service.logName = "projects/p/logs/x%2Fdata_access"
    service.perimeterID = "unique-policy"
    let report = Report(Tally(Array([service, Self.violated("policy")].enumerated())))
    #expect(report.books.mergedTwins == 1)
    let details = try #require(report.principals.first?.findings.first?.details)
    #expect(details.perimeterViolations.map(\.denials) == [1])
    #expect(details.perimeterViolations[0].uniqueIDs == ["unique-policy"])
  }

  // MARK: Quotas

  private static func refused(
    _ id: String, second: Int = 0, metric: String = "x.googleapis.com/requests",
    cause: DenialCause = .rateLimit
  ) -> Denial {
    var denial = denial(id, second: second, cause: cause)
    var quota = Denial.Quota(metric: metric, limitName: "L", limitValue: "60", unit: "1/min")
    quota.period = .minute
    denial.quota = quota
    return denial
  }

  @Test func `each quota has its own peak, and the finding one of all`() throws {
    // The clock's second 0 is the 40th of its minute.
    let details = try Self.details(
      (0..<3).map { Self.refused("a\($0)", second: $0) }
        + (0..<2).map { Self.refused("b\($0)", second: 60 + $0, metric: "other") }
        + (0..<2).map { Self.refused("c\($0)", second: 70 + $0) })
    #expect(details.quotas.map(\.denials) == [5, 2])
    #expect(details.quotas.map(\.metric) == ["x.googleapis.com/requests", "other"])
    #expect(details.quotas.map(\.peakPerMinute?.denials) == [3, 2])
    #expect(details.peakPerMinute?.denials == 4)
    #expect(details.peakPerMinute?.minute == "2026-11-18T11:07:00Z")
    #expect(details.quotas.map(\.kind) == [.named, .named])
    #expect(details.quotas.map(\.period) == ["minute", "minute"])
    #expect(details.quotas.map(\.filter) == ["Metric: x.googleapis.com/requests", "Name: other"])
  }

  @Test func `of minutes with the same number, the first counts`() throws {
    let denials = [120, 0, 60].map { Self.refused("a\($0)", second: $0) }
    let peak = try Self.details(denials).peakPerMinute
    #expect(peak?.denials == 1)
    #expect(peak?.minute == "2026-11-18T11:06:00Z")
  }

  @Test func `denials without a time have no peak`() throws {
    var denial = Self.refused("a")
    denial.timestampText = "yesterday"
    let details = try Self.details([denial])
    #expect(details.peakPerMinute == nil && details.quotas.first?.peakPerMinute == nil)
  }

  @Test func `shared capacity is no quota of the project`() throws {
    let shared = try Self.details([Self.refused("a", metric: "", cause: .sharedCapacity)])
    #expect(shared.quotas.map(\.kind) == [.sharedCapacity])
    #expect(shared.quotas.map(\.filter) == [nil])
    let unnamed = try Self.details([Self.denial("a", cause: .throttleUnspecified)])
    #expect(unnamed.quotas.map(\.kind) == [.unnamed])
    #expect(unnamed.quotas.map(\.denials) == [1])
  }

  @Test(arguments: ["m\"", "m\n", "m; id", "$(id)", "\u{202e}", ""])
  func `an unusual name is no filter`(metric: String) throws {
    var denial = Self.refused("a", metric: metric)
    denial.quota?.limitName = metric
    #expect(try Self.details([denial]).quotas.map(\.filter) == [nil])
  }

  @Test func `many quotas are cut, and counted`() throws {
    let details = try Self.details((0..<12).map { Self.refused("a\($0)", metric: "m\($0)") })
    #expect(details.quotas.count == 10 && details.quotasLeftOut == 2)
  }

  // MARK: Credentials

  @Test func `states of keys are counted`() throws {
    var denials = (0..<3).map { Self.denial("a\($0)", cause: .apiKeyRestricted) }
    denials[0].credentialState = .keyNotForAPI
    denials[1].credentialState = .keyNotForAddress
    denials[2].credentialState = .keyNotForAddress
    for index in denials.indices { denials[index].caller.email = "" }
    let details = try Self.details(denials)
    #expect(details.credentialStates.map(\.state) == [.keyNotForAddress, .keyNotForAPI])
    #expect(details.credentialStates.map(\.denials) == [2, 1])
    #expect(details.perimeterViolations.isEmpty && details.quotas.isEmpty)
  }

  // MARK: Properties

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `details do not depend on order, and add up to the denials`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let denials = (0..<40).map { _ in Denial.random(using: &generator) }
    let numbered = Array(denials.enumerated())
    let report = Report(Tally(numbered))
    let shuffled = Report(Tally(numbered.shuffled(using: &generator)))
    let halves = [Array(numbered.prefix(17)), Array(numbered.dropFirst(17))].map { Tally($0) }
    var merged = halves[1]
    merged.merge(halves[0])
    #expect(report.principals == shuffled.principals)
    #expect(report.principals == Report(merged).principals)
    for finding in report.principals.flatMap(\.findings) {
      let details = finding.details
      if finding.cause.isOfQuota {
        #expect(details.quotas.reduce(0) { $0 + $1.denials } == finding.denials)
      } else {
        #expect(details.quotas.isEmpty)
      }
      #expect(details.perimeterViolations.allSatisfy { $0.denials <= finding.denials })
      #expect(
        details.perimeterViolations.allSatisfy { ($0.remedy == nil) == ($0.obstacle != nil) })
      #expect((details.peakPerMinute?.denials ?? 0) <= finding.denials)
      #expect((details.peakPerMinute == nil) == (finding.firstSeen == nil))
    }
  }
}
