import AuditLog
import Testing

/// Rows of BigQuery and of Log Analytics, and what other exporters rename.
struct ExportedRowTests {
  /// As `bq --format=json` prints a row of a sink's table: numbers and booleans are strings.
  private static let bigQueryRow = #"""
    {"logName":"projects/p/logs/cloudaudit.googleapis.com%2Fdata_access","insertId":"i",
    "timestamp":"2026-01-05 10:20:00.123456","receiveTimestamp":"2026-01-05 10:20:01",
    "resource":{"type":"audited_resource","labels":{"project_id":"p","service":"s"}},
    "textPayload":null,"labels":null,"operation":{"id":"o","producer":"r","first":"true","last":null},
    "split":{"uid":"u","index":"1","totalSplits":"3"},
    "protopayload_auditlog":{"serviceName":"aiplatform.googleapis.com","methodName":"m",
    "resourceName":"n","status":{"code":"7","message":"no","details":null},
    "authenticationInfo":{"principalEmail":"a@b.c","principalSubject":"s",
    "serviceAccountKeyName":"k","serviceAccountDelegationInfo":[
    {"firstPartyPrincipal":{"principalEmail":"d@e.f"}}]},
    "authorizationInfo":[{"permission":"x.y.z","resource":"n","granted":"false"},
    {"permission":"v.w","granted":"true"}],
    "requestMetadata":{"callerIp":"203.0.113.7","callerSuppliedUserAgent":"curl"},
    "requestJson":"{\"name\":\"projects/-/serviceAccounts/a\"}",
    "metadataJson":"{\"@type\":\"m\",\"dryRun\":true}",
    "policyViolationInfo":{"orgPolicyViolationInfo":{"violationInfo":[{"constraint":"c"}]}}}}
    """#

  /// The same as Log Analytics has it, JSON columns as strings.
  private static let logAnalyticsRow = #"""
    {"log_name":"projects/p/logs/cloudaudit.googleapis.com%2Fdata_access","insert_id":"i",
    "timestamp":"2026-01-05 10:20:00.123456 UTC",
    "resource":{"type":"audited_resource","labels":"{\"project_id\":\"p\",\"service\":\"s\"}"},
    "labels":"{\"a.b/c\":\"d\"}","operation":{"id":"o","producer":"r","first":true,"last":false},
    "split":{"uid":"u","index":1,"total_splits":3},
    "proto_payload":{"type":"type.googleapis.com/google.cloud.audit.AuditLog","audit_log":{
    "service_name":"aiplatform.googleapis.com","method_name":"m","resource_name":"n",
    "status":{"code":7,"message":"no","details":"[{\"reason\":\"R\",\"quota_unit\":\"u\"}]"},
    "authentication_info":{"principal_email":"a@b.c","principal_subject":"s",
    "service_account_key_name":"k","oauth_info":{"oauth_client_id":"q"},
    "service_account_delegation_info":[{"first_party_principal":{"principal_email":"d@e.f"}}]},
    "authorization_info":[{"permission":"x.y.z","resource":"n","granted":false},
    {"permission":"v.w","granted":true}],
    "request_metadata":{"caller_ip":"203.0.113.7","caller_supplied_user_agent":"curl"},
    "request":"{\"name\":\"projects/-/serviceAccounts/a\"}",
    "metadata":"{\"@type\":\"m\",\"dryRun\":true}",
    "policy_violation_info":{"org_policy_violation_info":{"violation_info":[
    {"constraint":"c"}]}}}}}
    """#

  @Test(arguments: [bigQueryRow, logAnalyticsRow])
  func `all that a verdict rests on is read from a row`(row: String) throws {
    let entry = try entry(row.replacing("\n", with: " "))
    #expect(entry.insertID == "i")
    #expect(entry.logID == "cloudaudit.googleapis.com/data_access")
    #expect(entry.timestamp == Timestamp("2026-01-05T10:20:00.123456Z"))
    #expect(entry.timestampText == "2026-01-05T10:20:00.123456Z")
    #expect(entry.resourceLabels["project_id"]?.string == "p")
    let operation = try #require(entry.operation)
    #expect(operation.id == "o" && operation.producer == "r")
    #expect(operation.isFirst && !operation.isLast)
    let split = try #require(entry.split)
    #expect(split.uid == "u" && split.index == 1 && split.totalSplits == 3)
    let payload = try #require(entry.payload)
    #expect(payload.serviceName == "aiplatform.googleapis.com" && payload.methodName == "m")
    #expect(payload.resourceName == "n" && payload.status.message == "no")
    #expect(payload.status.code?.integer == 7)
    #expect(payload.callerIP == "203.0.113.7" && payload.userAgent == "curl")
    #expect(payload.authorization.map(\.permission) == ["x.y.z", "v.w"])
    #expect(payload.authorization.map(\.granted) == [false, true])
    #expect(payload.requestName == "projects/-/serviceAccounts/a")
    #expect(payload.metadata["dryRun"] == .bool(true))
    #expect(payload.orgPolicyViolations.map { $0["constraint"]?.string } == ["c"])
    let caller = payload.authentication
    #expect(caller.principalEmail == "a@b.c" && caller.principalSubject == "s")
    #expect(caller.serviceAccountKeyName == "k" && caller.delegation == ["d@e.f"])
  }

  @Test func `only Google's names are spelled in snake case, not those in maps`() throws {
    let whole = try entry(Self.logAnalyticsRow.replacing("\n", with: " "))
    #expect(whole.labels["a.b/c"]?.string == "d")
    let details = try #require(whole.payload?.status.details)
    #expect(details.map { $0["reason"]?.string } == ["R"])
    #expect(details.first?["quota_unit"]?.string == "u")
    #expect(whole.payload?.authentication.oauthClientID == "q")
    let camelCase = #"{"proto_payload":{"audit_log":{"serviceName":"s","method_name":"m"}}}"#
    #expect(try entry(camelCase).payload?.serviceName == "")
    let nested = #"{"proto_payload":{"audit_log":{"metadata":{"caller_ip":1,"callerIp":2}}}}"#
    #expect(try entry(nested).payload?.metadata["callerIp"] == .number("2"))
  }

  @Test(arguments: [
    #"["{\"reason\":\"A\"}",{"reason":"B"},"text"]"#, #""[{\"reason\":\"A\"},{\"reason\":\"B\"}]""#,
    #"["{\"reason\":\"A\"}","{\"reason\":\"B\"}"]"#,
  ])
  func `details may be JSON in strings`(details: String) throws {
    let row = #"{"protopayload_auditlog":{"status":{"code":7,"details":\#(details)}}}"#
    let reasons = try #require(try entry(row).payload).status.details.compactMap {
      $0["reason"]?.string
    }
    #expect(reasons == ["A", "B"])
  }

  @Test(arguments: [
    #"{"proto_payload":null}"#, #"{"proto_payload":{"request_log":{}}}"#,
    #"{"proto_payload":{"audit_log":null}}"#, #"{"proto_payload":"x"}"#,
    #"{"protopayload_auditlog":null,"textPayload":"x"}"#, #"{"protopayload":null}"#,
    #"{"protopayload":{"at_sign_type":"x.RequestLog"}}"#,
    #"{"protoPayload":{"at_type":"x.RequestLog"}}"#,
  ])
  func `a row of another kind is no audit log entry`(row: String) throws {
    #expect(try entry(row).payload == nil)
  }

  @Test func `strings stay strings in an entry as the Logging API writes it`() throws {
    let entry = try entry(
      #"""
      {"protoPayload":{"authorizationInfo":[{"permission":"a","granted":"true"}],
      "metadata":"{\"a\":1}","requestJson":"{\"name\":\"x\"}"},
      "resource":{"labels":"{\"project_id\":\"p\"}"},"timestamp":1767608400}
      """#.replacing("\n", with: " "))
    #expect(entry.payload?.authorization.first?.granted == nil)
    #expect(entry.payload?.metadata == .string(#"{"a":1}"#))
    #expect(entry.payload?.requestName == "" && entry.timestampText == "")
    #expect(entry.resourceLabels["project_id"] == nil)
  }

  /// As the published samples have them.
  @Test func `renamed keys are read`() throws {
    let entry = try entry(
      #"""
      {"insertid":"a","logname":"projects/p/logs/x%2Fy","timestamp":"2023-05-23 19:28:35.049",
      "protopayload":{"at_sign_type":"type.googleapis.com/google.cloud.audit.AuditLog",
      "serviceName":"s","requestMetadata":{"callerIP":"192.0.2.1"}}}
      """#.replacing("\n", with: " "))
    #expect(entry.insertID == "a" && entry.logID == "x/y")
    #expect(entry.timestampText == "2023-05-23T19:28:35.049Z")
    #expect(entry.payload?.serviceName == "s" && entry.payload?.callerIP == "192.0.2.1")
  }

  @Test(arguments: [
    "2026-01-05 10:20:00 UTC", "2026-01-05 10:20:00", "2026-01-05 10:20:00Z",
    "2026-01-05 10:20:00+00", "2026-01-05 10:20:00 +00:00", "2026-01-05 12:20:00+02:00",
    "2026-01-05 08:20:00.000000 -02", "1767608400", "1767608400.0", "1.7676084E9", "1.7676084e+09",
    "17676084000E-1",
  ])
  func `a row's time may be spelled in many ways`(text: String) throws {
    let row = #"{"protopayload_auditlog":{},"timestamp":"\#(text)"}"#
    #expect(try entry(row).timestamp == Timestamp("2026-01-05T10:20:00Z"))
    #expect(try entry(row).timestampText == "2026-01-05T10:20:00Z")
  }

  @Test(arguments: [
    ("1767608400.123456", 1_767_608_400_123_456_000), ("0", 0), ("-1.5", -1_500_000_000),
    ("1.767608400123456789999E9", 1_767_608_400_123_456_789), ("1E-9", 1), ("1E-10", 0),
    ("9223372036.854775807", .max),
  ])
  func `seconds since 1970 are read to the nanosecond`(text: String, nanoseconds: Int64) throws {
    for value in [text, "\"\(text)\""] {
      let row = #"{"protopayload_auditlog":{},"timestamp":\#(value)}"#
      #expect(try entry(row).timestamp?.nanosecondsSince1970 == nanoseconds)
    }
  }

  @Test(arguments: [
    "yesterday", "2026-01-05", "2026-13-05 10:20:00", "2026-01-05 10:20", "2026-01-05 10:20:00 CET",
    "2026-01-05 10:20:00 ", "2026-01-05 10:20:00.", "2026-01-05 10:20:00.5.5", "9223372037", "1E99",
    "1E-99", "1.", ".5", "1e", "1e+", "--1", "1 ", "0x10", "", "1E999999999999",
    "12345678901234567890123456789012345678901234567890",
  ])
  func `what is no time stays as text`(text: String) throws {
    let entry = try entry(#"{"protopayload_auditlog":{},"timestamp":"\#(text)"}"#)
    #expect(entry.timestamp == nil && entry.timestampText == text)
  }

  @Test func `an entry's time may have a space, but is no number`() throws {
    let spaced = try entry(#"{"protoPayload":{},"timestamp":"2026-01-05 10:20:00"}"#)
    #expect(spaced.timestamp == Timestamp("2026-01-05T10:20:00Z"))
    let number = try entry(#"{"protoPayload":{},"timestamp":"1767608400"}"#)
    #expect(number.timestamp == nil && number.timestampText == "1767608400")
  }
}
