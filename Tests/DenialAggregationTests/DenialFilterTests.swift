import AuditLog
import DenialClassification
import IAM
import Testing

@testable import DenialAggregation

struct DenialFilterTests {
  private static func matches(
    _ filter: DenialFilter, principal: String = "app@acme-prod.iam.gserviceaccount.com",
    project: String = "acme-prod", service: String = "aiplatform.googleapis.com",
    method: String = "google.cloud.aiplatform.v1.PredictionService.GenerateContent",
    cause: DenialCause = .missingRole
  ) -> Bool {
    filter.matches(
      principal: principal, project: project, service: service, method: method, cause: cause)
  }

  @Test func `without values everything passes`() throws {
    #expect(DenialFilter().isEmpty)
    #expect(try DenialFilter(principals: []).isEmpty)
    #expect(try DenialFilter(principals: []) == DenialFilter())
    #expect(Self.matches(DenialFilter(), principal: "", project: "", service: "", method: ""))
  }

  @Test func `any value of one option, all options`() throws {
    let filter = try DenialFilter(
      principals: ["bob", "app@*"], projects: ["acme"], services: ["storage", "aiplatform.*"],
      methods: ["*generate*"], codes: ["1152"], causes: ["missing-role", "cross*"])
    #expect(!filter.isEmpty)
    #expect(Self.matches(filter))
    #expect(Self.matches(filter, principal: "bob@example.com", cause: .crossProject))
    #expect(!Self.matches(filter, principal: "carol@example.com"))
    #expect(!Self.matches(filter, project: "other"))
    #expect(!Self.matches(filter, project: ""))
    #expect(!Self.matches(filter, service: "compute.googleapis.com"))
    #expect(!Self.matches(filter, method: "Get"))
    #expect(!Self.matches(filter, cause: .actAs))
    #expect(!Self.matches(filter, cause: .rateLimit))
  }

  @Test(arguments: [
    (["1152"], [DenialCode.iamRejection]), (["throttling"], [.throttling]),
    (["Quota-Or-Credential"], [.quotaOrCredential]),
    (["1100", "iam-rejection", "1152"], [.iamRejection, .quotaOrCredential]),
  ])
  func `a code is a number or a name`(values: [String], codes: [DenialCode]) throws {
    let filter = try DenialFilter(codes: values)
    #expect(filter.codes == codes)
    for cause in DenialCause.allCases {
      #expect(Self.matches(filter, cause: cause) == codes.contains(cause.code))
    }
  }

  @Test(arguments: [
    (["missing-role"], [DenialCause.missingRole]), (["MISSING-ROLE"], [.missingRole]),
    (["unspecified"], [.unspecified]),
    (["*unspecified"], [.unspecified, .throttleUnspecified, .credentialsUnspecified]),
    (["quota"], [.quotaProject, .quotaExhausted, .quotaNotGranted]),
    (["quota-*"], [.quotaProject, .quotaExhausted, .quotaNotGranted]),
    (["api-key", "act-as"], [.actAs, .apiKeyExpired, .apiKeyInvalid, .apiKeyRestricted]),
    (["*"], DenialCause.allCases),
  ])
  func `a cause is a word, a part or a pattern`(values: [String], causes: [DenialCause]) throws {
    let filter = try DenialFilter(causes: values)
    #expect(DenialCause.allCases.filter { Self.matches(filter, cause: $0) } == causes)
  }

  @Test func `what cannot be meant is refused, with what can`() {
    let long = String(repeating: "x", count: 513)
    let many = [String](repeating: "x", count: 1001)
    #expect(throws: DenialFilterError.empty(option: "--principal")) {
      try DenialFilter(principals: ["a", ""])
    }
    #expect(throws: DenialFilterError.empty(option: "--cause")) { try DenialFilter(causes: [""]) }
    #expect(throws: DenialFilterError.tooLong(option: "--project")) {
      try DenialFilter(projects: [long])
    }
    #expect(throws: DenialFilterError.tooMany(option: "--service")) {
      try DenialFilter(services: many)
    }
    #expect(throws: DenialFilterError.tooLong(option: "--method")) {
      try DenialFilter(methods: [long])
    }
    for code in ["", "7", "115", "11520", "1152 ", "115?", "*", "iam", "PERMISSION_DENIED"] {
      #expect(throws: DenialFilterError.unknownCode(code)) { try DenialFilter(codes: [code]) }
    }
    for cause in ["no-such-cause", "missing_role", "*x*y*z*", "?", "1152"] {
      #expect(throws: DenialFilterError.unknownCause(cause)) { try DenialFilter(causes: [cause]) }
    }
  }

  @Test func `an error lists what there is`() {
    let code = DenialFilterError.unknownCode("7").description
    for part in ["1152 (iam-rejection)", "1153", "or 1100", "'7'"] { #expect(code.contains(part)) }
    let cause = DenialFilterError.unknownCause("x").description
    for word in DenialFilter.causeWords { #expect(cause.contains(word)) }
    #expect(DenialFilterError.empty(option: "--method").description.hasPrefix("--method takes"))
    #expect(DenialFilterError.tooLong(option: "--method").description.contains("512"))
    #expect(DenialFilterError.tooMany(option: "--method").description.contains("1000"))
  }

  @Test func `the words name each option that has values`() throws {
    let filter = try DenialFilter(
      principals: ["a", "b*"], projects: ["p"], services: ["s"], methods: ["m"],
      codes: ["throttling", "1152"], causes: ["quota*"])
    #expect(
      filter.words
        == "principal a or b*, project p, service s, method m, code 1152 or 1153, cause quota*")
    #expect(DenialFilter().words == "")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a filtered report has the findings that fit, as they were, and balanced books`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let tally = Tally(
      Array((0..<400).map { _ in Denial.random(using: &generator) }.enumerated()))
    let filter = try DenialFilter(
      principals: generator.pick([[], ["app@*"], ["ALICE", "(redacted)"]]),
      projects: generator.pick([[], ["acme"], ["123"]]),
      services: generator.pick([[], ["storage*"]]),
      codes: generator.pick([[], ["1152"], ["1153", "1100"]]),
      causes: generator.pick([[], [], ["missing-role", "rate*", "vpc"]]))
    let whole = Report(tally)
    let part = Report(
      tally, generatedAt: Report.clock, toolVersion: "test", selection: Selection(filter: filter))
    #expect(part.filters == filter)
    #expect(part.books.balance)
    #expect(part.books.duplicates == whole.books.duplicates)
    #expect(
      part.books.otherClasses[.filteredOut] == whole.books.denials - part.books.denials)
    #expect(part.principals.reduce(0) { $0 + $1.denials } == part.books.denials)
    #expect(part.codes.reduce(0) { $0 + $1.denials } == part.books.denials)
    func findings(_ report: Report) -> [String: Int] {
      var counts: [String: Int] = [:]
      for principal in report.principals {
        for finding in principal.findings
        where filter.matches(
          principal: principal.principal, project: finding.project ?? "",
          service: finding.service ?? "", method: "", cause: finding.cause)
        {
          counts[finding.id] = finding.denials
        }
      }
      return counts
    }
    #expect(findings(part) == findings(whole))
    #expect(part.principals.flatMap(\.findings).count == findings(part).count)
  }

  @Test func `methods are told apart within a finding`() throws {
    var generator = SeededGenerator(seed: 1)
    var denial = Denial.random(using: &generator)
    let denials = ["v1.Predict", "v1.Generate", "v1.predict"].enumerated().map { index, method in
      denial.insertID = "i\(index)"
      denial.method = method
      return denial
    }
    let report = Report(
      Tally(Array(denials.enumerated())), generatedAt: Report.clock, toolVersion: "test",
      selection: Selection(filter: try DenialFilter(methods: ["*.PREDICT"])))
    #expect(report.books.denials == 2)
    #expect(
      report.principals.flatMap(\.findings).flatMap(\.methods).map(\.value)
        == ["v1.Predict", "v1.predict"])
    #expect(try DenialFilter(methods: ["*.PREDICT"]).matches(denials[0]))
    #expect(try !DenialFilter(methods: ["*.PREDICT"]).matches(denials[1]))
  }

  @Test(arguments: [
    "alice@example.com", "alice*", "alice", String(repeating: "deleted:", count: 63) + "alice",
  ])
  func `what records say that they were asked for shows no name that is redacted`(
    value: String
  ) throws {
    let pseudonyms = Pseudonyms(level: .full) { kind, name in
      UInt64(name.utf8.count) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(kind.utf8.count)
    }
    let redaction = Redaction(pseudonyms, mark: RedactionMark(level: .full, keyID: "0123abcd"))
    let filter = try DenialFilter(
      principals: [value], projects: ["acme-prod", "acme-*"], services: ["api.acme.com"])
    let words = filter.hidden(by: redaction).words
    #expect(!words.contains("alice") && !words.contains("acme"), "\(words)")
    #expect(!words.isEmpty)
  }
}
