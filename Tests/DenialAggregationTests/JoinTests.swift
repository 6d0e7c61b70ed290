import AuditLog
import DenialAggregation
import DenialClassification
import Testing

struct JoinTests {
  private static func denial(
    _ id: String, second: Double = 0, cause: DenialCause = .unspecified, rule: String = "10i"
  ) -> Denial {
    let start = 1_795_000_000_000_000_000 as Int64
    let timestamp = Timestamp(nanosecondsSince1970: start + Int64((second * 1e9).rounded()))
    return Denial(
      insertID: id, timestampText: timestamp.description, logName: "projects/p/logs/x",
      cause: cause, rule: rule, confidence: .low, evidence: Evidence(path: "p", value: "v"),
      caller: .init(email: "app@acme.iam.gserviceaccount.com", subject: "", mappedPrincipal: ""))
  }

  private static func half(_ id: String, second: Double, isFirst: Bool) -> Denial {
    var half = denial(id, second: second)
    half.operation = .init(id: "op", producer: "p", isFirst: isFirst, isLast: !isFirst)
    return half
  }

  private static func report(_ denials: [Denial]) -> Report {
    Report(Tally(Array(denials.enumerated())))
  }

  @Test(arguments: [
    (-2.000000001, 0), (-2, 1), (-0.083, 1), (0, 1), (1.5, 1), (2, 1), (2.000000001, 0),
  ])
  func `a bare refusal within two seconds of a perimeter's is marked`(
    second: Double, count: Int
  ) throws {
    var perimeter = Self.denial("policy", cause: .vpcServiceControls, rule: "3")
    perimeter.perimeterID = "id"
    let denials = [
      perimeter, Self.denial("bare", second: second), Self.denial("far", second: 60),
    ]
    let report = Self.report(denials)
    #expect(report.books.denials == 3)
    let findings = try #require(report.principals.first).findings
    #expect(findings.map(\.besideServicePerimeter).reduce(0, +) == count)
    let bare = try #require(findings.first { $0.cause == .unspecified })
    #expect(bare.advice?.contains("Likely VPC Service Controls") == (count == 1))
  }

  @Test func `a refusal of another principal beside a perimeter's is not marked`() {
    var bare = Self.denial("bare")
    bare.caller.email = "other@acme.iam.gserviceaccount.com"
    let perimeter = Self.denial("policy", cause: .vpcServiceControls, rule: "3")
    let report = Self.report([perimeter, bare])
    #expect(report.principals.flatMap(\.findings).allSatisfy { $0.besideServicePerimeter == 0 })
  }

  @Test func `halves of one id that come more than once are paired, and none is folded away`() {
    let denials = [
      Self.half("f1", second: 1, isFirst: true), Self.half("l1", second: 2, isFirst: false),
      Self.half("f2", second: 3, isFirst: true), Self.half("l2", second: 4, isFirst: false),
      Self.half("l3", second: 5, isFirst: false),
    ]
    let books = Self.report(denials).books
    #expect(books.denials == 3)
    #expect(books.mergedOperations == 2)
    #expect(books.balance)
  }

  @Test func `an entry that is first and last is a whole call`() {
    var whole = Self.denial("a")
    whole.operation = .init(id: "op", producer: "p", isFirst: true, isLast: true)
    var other = whole
    other.insertID = "b"
    #expect(Self.report([whole, other]).books.denials == 2)
  }

  @Test func `of twins the policy's entry speaks, and takes what only the service knows`() throws {
    var service = Self.denial("service", cause: .vpcServiceControls, rule: "3")
    (service.perimeterID, service.callerIP) = ("id", "203.0.113.7")
    (service.resource, service.project) = ("service-resource", "one")
    var policy = service
    (policy.insertID, policy.logName) = ("policy", "projects/p/logs/cloudaudit%2Fpolicy")
    (policy.callerIP, policy.resource, policy.project) = ("", "policy-resource", "two")
    for denials in [[service, policy], [policy, service]] {
      let report = Self.report(denials)
      #expect(report.books.mergedTwins == 1)
      let principal = try #require(report.principals.first)
      #expect(principal.callerIPs.map(\.value) == ["203.0.113.7"])
      #expect(principal.findings.map(\.resource) == ["policy-resource"])
      #expect(principal.findings.map(\.project) == ["two"])
    }
  }

  @Test func `parts with one insertId are parts, not copies`() {
    let parts = (0..<3).map { index in
      var part = Self.denial("same")
      part.split = .init(uid: "u", index: index, total: 3)
      return part
    }
    let books = Self.report(parts + [parts[0]]).books
    #expect(books.denials == 1)
    #expect(books.mergedSplits == 2)
    #expect(books.duplicates == 1)
    #expect(books.incompleteSplits == 0)
    #expect(Self.report([parts[0], parts[2]]).books.incompleteSplits == 1)
  }

  @Test func `more parts than are kept are counted by their own class, and that is said`() {
    var tally = Tally()
    for index in 0...SplitParts.limit {
      let part = SplitPart(
        head: EntryHead(Self.denial("\(index)")), split: .init(uid: "u", index: 1, total: 2),
        entryClass: .otherError, rule: "13")
      tally.add(part, source: 0, byteOffset: index)
    }
    #expect(Report(tally).warnings.map(\.id).contains("cap-reached"))
  }
}
