import AuditLog
import Testing

@testable import DenialClassification

/// What a denial keeps of the quota that was short.
struct QuotaPlacesTests {
  private static func quota(
    _ message: String = "Quota exceeded.", details: String = "",
    resource: String = "projects/acme-prod"
  ) throws -> Denial.Quota? {
    try Sample(
      code: "8", message: message, details: details,
      service: "aiplatform.googleapis.com", resource: resource
    ).denial.quota
  }

  private static func named(
    _ metric: String, limit: String = "", value: String = "", model: String = "",
    location: String = "", _ period: QuotaPeriod? = nil
  ) -> Denial.Quota {
    var quota = Denial.Quota(metric: metric, limitName: limit, limitValue: value, unit: "")
    (quota.model, quota.location, quota.period) = (model, location, period)
    return quota
  }

  @Test(arguments: [
    (
      "Quota exceeded for aiplatform.googleapis.com/x_requests_per_minute with base model: gem-1. Ask.",
      named("aiplatform.googleapis.com/x_requests_per_minute", model: "gem-1", .minute)
    ),
    (
      "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute' of x",
      named("Write requests", limit: "Write requests per minute", .minute)
    ),
    (
      "Quota 'CPUS' exceeded. Limit: 24.0 in region us-central1.",
      named("CPUS", value: "24.0", location: "us-central1")
    ),
    ("Insufficient 'GPUS' quota. Requested 5.0, available 0.0.", named("GPUS")),
    (
      "* Quota exceeded for metric: x.googleapis.com/free_requests, limit: 15, model: gem-2\n",
      named("x.googleapis.com/free_requests", value: "15", model: "gem-2")
    ),
    ("Quota exceeded: 5 per 100 seconds", named("", .hundredSeconds)),
    ("Rate limit of queries per hour reached: quota exceeded", named("", .hour)),
  ])
  func `the sentences of services name quotas`(message: String, expected: Denial.Quota) throws {
    #expect(try Self.quota(message) == expected)
  }

  @Test(arguments: [
    "Quota exceeded for quota metric '", "Quota exceeded for quota metric '' and limit ''",
    "Quota exceeded for ", "Quota exceeded for a/b", "Quota exceeded. limit: x",
    "Quota exceeded, base model: ", "Quota exceeded for metric: \u{e9}",
    "Quota exceeded for quota metric '" + String(repeating: "x", count: 300) + "'",
  ])
  func `a sentence that breaks off names nothing`(message: String) throws {
    #expect(try Self.quota(message) == nil)
  }

  @Test func `details come before the message and the resource's name`() throws {
    let details = errorInfo(
      "RATE_LIMIT_EXCEEDED",
      metadata: """
        {"quota_metric":"m.googleapis.com/x","quota_limit":"XPerMinute","quota_limit_value":"60",\
        "quota_unit":"1/min/{project}","quota_location":"us-east1","model":"gem-3","consumer":"c"}
        """)
    let quota = try #require(
      try Self.quota(
        "Quota exceeded for quota metric 'X' and limit 'Y', base model: gem-4. Limit: 7",
        details: details, resource: "projects/p/locations/us-west1/publishers/g/models/gem-5"))
    #expect(quota.metric == "m.googleapis.com/x" && quota.limitName == "XPerMinute")
    #expect(quota.limitValue == "60" && quota.unit == "1/min/{project}")
    #expect(quota.period == .minute && quota.location == "us-east1" && quota.model == "gem-3")
    #expect(quota.dimensions.isEmpty)
  }

  @Test func `the resource's name tells model and location`() throws {
    let quota = try Self.quota(
      "Resource exhausted, please try again later.",
      resource: "projects/p/locations/us-west1/publishers/google/models/gem-5")
    #expect(quota == Self.named("", model: "gem-5", location: "us-west1"))
  }

  @Test func `dimensions of a QuotaFailure and of Compute Engine are kept`() throws {
    let failure = """
      {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m/x",\
      "quotaId":"XPerDay","quotaValue":"5","quotaDimensions":{"model":"gem-6",\
      "location":"global","zeta":"1","alpha":"2","number":7}}]}
      """
    let quota = try #require(try Self.quota(details: failure))
    #expect(quota.model == "gem-6" && quota.location == "global" && quota.period == .day)
    #expect(quota.dimensions.map(\.name) == ["alpha", "zeta"])
    let exceeded = """
      {"quotaExceeded":{"metricName":"compute.googleapis.com/cpus","limitName":"CPUS-per-region",\
      "limit":24,"dimensions":{"region":"us-central1","vm_family":"N2"}}}
      """
    let compute = try #require(try Self.quota(details: exceeded))
    #expect(compute.location == "us-central1" && compute.limitValue == "24")
    #expect(compute.dimensions == [.init(name: "vm_family", value: "N2")])
  }

  @Test func `many dimensions are cut and hostile ones masked`() throws {
    let members = (0..<50).map { #""d\#($0)":"AIzaSyD3m0K3y-0123456789_abcdefGHIJKLMN""# }
    let details = errorInfo(
      "RATE_LIMIT_EXCEEDED",
      metadata: #"{"quota_metric":"m","quota_dimensions":{\#(members.joined(separator: ","))}}"#)
    let quota = try #require(try Self.quota(details: details))
    #expect(quota.dimensions.count == 8)
    #expect(quota.dimensions.allSatisfy { $0.value == "AIza…[masked]" })
  }

  @Test(
    arguments: [
      ("1/s", .second), ("1/100s/{project}", .hundredSeconds), ("1/min/{project}", .minute),
      ("1/h", .hour), ("1/d/{project}", .day), ("1/w", .week), ("1/mo", .month), ("1", nil),
      ("1/{project}", nil),
    ] as [(String, QuotaPeriod?)])
  func `the unit tells the period`(unit: String, period: QuotaPeriod?) throws {
    let details = errorInfo(
      "RATE_LIMIT_EXCEEDED", metadata: #"{"quota_metric":"m","quota_unit":"\#(unit)"}"#)
    let facts = QuotaFacts(try Sample(code: "8", message: "no", details: details).facts)
    #expect(facts.period == period)
  }

  @Test func `other causes have no quota`() throws {
    let sample = Sample(
      message: "x", details: errorInfo("SERVICE_DISABLED", metadata: #"{"quota_metric":"m"}"#))
    #expect(try sample.denial.quota == nil)
  }
}
