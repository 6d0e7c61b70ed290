import AuditLog
import Testing

@testable import DenialClassification

struct QuotaFactsTests {
  @Test(arguments: [
    ("0.2s", 0.2), ("42s", 42), ("201.5ms", 0.2015), ("5us", 0.000_005), ("7ns", 0.000_000_007),
    ("9h55m13s", 35_713), ("1h0.5s", 3600.5), ("2m", 120), ("90m", 5400), ("1m1ms", 60.001),
    ("0s", 0),
    (".5s", 0.5),
  ])
  func `a duration is read in seconds`(text: String, seconds: Double) throws {
    #expect(abs(try #require(QuotaFacts.seconds(text)) - seconds) < 1e-12 * max(seconds, 1))
  }

  @Test(arguments: [
    "", "s", "5", "5 s", "-5s", "+5s", "1e3s", "1.2.3s", "5S", "5sec", "5d", "h5", "5s ", "５s",
    "5µs", ".",
    "5s5", "nan", "infs", String(repeating: "9", count: 100) + "s",
  ])
  func `other text is no duration`(text: String) {
    #expect(QuotaFacts.seconds(text) == nil)
  }

  private func facts(_ message: String = "Quota exceeded.", details: String = "") throws
    -> QuotaFacts
  {
    QuotaFacts(try Sample(code: "8", message: message, details: details).facts)
  }

  @Test func `what an ErrorInfo says of its quota is read`() throws {
    let quota = try facts(
      details: errorInfo(
        "RATE_LIMIT_EXCEEDED",
        metadata: """
          {"quota_metric":"m.googleapis.com/x","quota_limit":"XPerMinute","quota_limit_value":"60",\
          "quota_unit":"1/min/{project}"}
          """))
    #expect(quota.metric == "m.googleapis.com/x" && quota.limitName == "XPerMinute")
    #expect(quota.limitValue == "60" && quota.unit == "1/min/{project}")
    #expect(quota.isShortPeriod && !quota.isLongPeriod && !quota.isZero && quota.isStructured)
    let path = "protoPayload.status.details[0].metadata.quota_limit"
    #expect(quota.evidence == Evidence(path: path, value: "XPerMinute"))
  }

  @Test func `what a QuotaFailure says of its quota is read`() throws {
    let quota = try facts(
      details: """
        {"@type":"google.rpc.QuotaFailure","violations":[{"quotaMetric":"m","quotaId":"XPerDay",\
        "quotaValue":50,"description":"tokens per day"}]},{"retryDelay":"12h"}
        """)
    #expect(quota.metric == "m" && quota.limitName == "XPerDay" && quota.limitValue == "50")
    #expect(quota.retryDelaySeconds == 43_200 && quota.isLongPeriod)
    #expect(quota.text.says("tokens per day"))
    let path = "protoPayload.status.details[0].violations[0].quotaId"
    #expect(quota.evidence == Evidence(path: path, value: "XPerDay"))
  }

  @Test func `what Compute Engine says of its quota is read`() throws {
    let quota = try facts(
      details: #"{"value":{"quotaExceeded":{"metricName":"m","limitName":"GPUS","limit":0}}}"#)
    #expect(
      quota.metric == "m" && quota.limitName == "GPUS" && quota.limitValue == "0" && quota.isZero)
    let path = "protoPayload.status.details[0].value.quotaExceeded.limitName"
    #expect(quota.evidence == Evidence(path: path, value: "GPUS"))
  }

  @Test func `without details the message is all there is`() throws {
    let quota = try facts("Quota exceeded for key AIzaSyD3m0K3y-0123456789")
    #expect(
      quota.metric.isEmpty && quota.limitName.isEmpty && quota.unit.isEmpty && !quota.isStructured)
    #expect(
      quota.evidence
        == Evidence(
          path: "protoPayload.status.message", value: "Quota exceeded for key AIza…[masked]"))
  }

  @Test(arguments: [
    ("limit: 0", true), ("Limit: 0.0 in region", true), ("limit: 05", false), ("limit 0", false),
    ("(limit: 0, model: x)", true), ("limit: 0.", true), ("limit: 0.5", false),
    ("limit: 0.000", true), ("limit: 0.001", false), ("limit: 0.5, later limit: 0", true),
  ])
  func `a limit of zero is found in the message`(message: String, isZero: Bool) throws {
    #expect(try facts(message).isZero == isZero)
  }

  @Test(arguments: [
    ("per day", true), ("PerDay", true), ("per_day", true), ("per week", true),
    ("PerWeek", true), ("per month", true), ("PerMonth", true), ("monthly", true),
    ("daily limit", true), ("dailyLimit", true), ("daily quota", true), ("dailyQuota", true),
    ("for table:monthly", false), ("per minute", false), ("daily", false),
    ("in daily/x.json", false),
    ("at gs://b/daily-quota:monthly", false), ("for 'monthly@example.com'", false),
    ("on each day", false),
  ])
  func `a long period is found in words that name no object`(message: String, isLong: Bool) throws {
    #expect(try facts(message).isLongPeriod == isLong)
  }

  @Test(arguments: [
    ("'aiplatform.googleapis.com/generate_content_requests_per_minute_per_project'", true),
    ("aiplatform.googleapis.com/requests_per_minute, and more", true),
    ("aiplatform.googleapis.com/a/requests_per_minute", false),
    ("example.com/requests_per_minute", false),
    ("aiplatform.googleapis.com//requests_per_minute", false),
    ("aiplatform.googleapis.com/requests_per_minute.", true),
    ("per 100 seconds", true), ("Per100Seconds", true), ("per second", true), ("PerSecond", true),
    ("XPerMinute", true), ("a minute ago", false),
  ])
  func `a short period is found in the names of metrics too`(message: String, isShort: Bool) throws
  {
    #expect(try facts(message).isShortPeriod == isShort)
  }

  @Test(arguments: [
    ("1/d/{project}", true, false), ("1/min/{project}/{region}", false, true), ("1/s", false, true),
    ("1/{project}", false, false),
  ])
  func `the unit tells the period`(unit: String, isLong: Bool, isShort: Bool) throws {
    let quota = try facts(details: errorInfo("X", metadata: "{\"quota_unit\":\"\(unit)\"}"))
    #expect(quota.isLongPeriod == isLong && quota.isShortPeriod == isShort)
  }

  @Test(arguments: [
    ("299s", "10s", false), ("300s", "0.1ms", false), ("301s", "1s", true), ("1s", "5m1s", true),
    ("x", "y", false),
  ])
  func `the longest wait tells the period`(delay: String, reset: String, isLong: Bool) throws {
    let metadata = errorInfo("X", metadata: "{\"quotaResetDelay\":\"\(reset)\"}")
    let quota = try facts(details: metadata + ",{\"retryDelay\":\"\(delay)\"}")
    #expect(quota.isLongPeriod == isLong)
  }

  @Test func `a wait may stand beside the limit`() throws {
    for key in ["quotaResetDelay", "retryDelay"] {
      #expect(try facts(details: errorInfo("X", metadata: #"{"\#(key)":"301s"}"#)).isLongPeriod)
    }
  }

  @Test func `the reason may name the period`() throws {
    let sample = Sample(message: "Busy.", details: errorInfo("dailyLimitExceeded"))
    let verdict = try sample.judgement.verdict
    #expect(verdict.rule == "6c" && Answer(verdict) == Answer(.quotaExhausted))
  }

  @Test func `what says nothing of a limit is no structure`() throws {
    #expect(try !facts(details: errorInfo("RATE_LIMIT_EXCEEDED")).isStructured)
    let quota = try facts(details: errorInfo("RATE_LIMIT_EXCEEDED", metadata: #"{"x":"y"}"#))
    let path = "protoPayload.status.details[0].metadata"
    #expect(quota.evidence == Evidence(path: path, value: "present") && quota.isStructured)
  }

  @Test func `a metric at the end of what is known counts as a word`() throws {
    let metadata = #"{"quota_metric":"aiplatform.googleapis.com/online_prediction_input_tokens"}"#
    let sample = Sample(
      code: "8", message: "Quota exceeded.", details: errorInfo("X", metadata: metadata))
    #expect(Answer(try sample.judgement.verdict) == Answer(.tokenThroughput))
  }
}
