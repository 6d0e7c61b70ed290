import AuditLog
import Testing

struct LogEntryTests {
  private static let realistic = """
    {"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog"},\
    "insertId":"1x2y3z","resource":{"type":"audited_resource","labels":{"project_id":"acme-prod",\
    "service":"aiplatform.googleapis.com"}},"timestamp":"2026-11-22T10:00:00.123456Z",\
    "severity":"ERROR","labels":{"authorization.k8s.io/decision":"allow"},\
    "logName":"projects/acme-prod/logs/cloudaudit.googleapis.com%2Fdata_access",\
    "operation":{"id":"op-1","producer":"aiplatform.googleapis.com","first":true},\
    "split":{"uid":"u-1","index":1,"totalSplits":3},"receiveTimestamp":"2026-11-22T10:00:01Z"}
    """

  @Test func `the fields of a realistic entry are read`() throws {
    let entry = try entry(Self.realistic)
    #expect(entry.insertID == "1x2y3z")
    #expect(entry.timestampText == "2026-11-22T10:00:00.123456Z")
    #expect(entry.timestamp == Timestamp("2026-11-22T10:00:00.123456Z"))
    #expect(entry.logName == "projects/acme-prod/logs/cloudaudit.googleapis.com%2Fdata_access")
    #expect(entry.logID == "cloudaudit.googleapis.com/data_access")
    #expect(entry.resourceLabels["project_id"]?.string == "acme-prod")
    #expect(entry.labels["authorization.k8s.io/decision"]?.string == "allow")
    #expect(entry.payload != nil)
  }

  @Test func `what an entry lacks is empty`() throws {
    let entry = try entry("{}")
    #expect(entry.insertID.isEmpty && entry.timestampText.isEmpty && entry.logName.isEmpty)
    #expect(entry.logID.isEmpty)
    #expect(entry.timestamp == nil && entry.operation == nil && entry.split == nil)
    #expect(entry.resourceLabels == .null && entry.labels == .null)
    #expect(entry.payload == nil)
  }

  @Test func `values of the wrong kind are like missing ones`() throws {
    let entry = try entry(
      #"{"insertId":7,"timestamp":[],"logName":null,"resource":"x","operation":"y","split":1}"#)
    #expect(entry.insertID.isEmpty && entry.timestampText.isEmpty && entry.logName.isEmpty)
    #expect(entry.resourceLabels == .null)
    #expect(entry.operation == nil && entry.split == nil && entry.timestamp == nil)
  }

  @Test func `exporters' spellings of keys are read, and escaped ones`() throws {
    let renamed = try entry(#"{"insertid":"a","logname":"projects/p/logs/x%2Fy"}"#)
    #expect(renamed.insertID == "a" && renamed.logID == "x/y")
    let escaped = try entry(#"{"insert\u0049d":"b","logN\u0061me":"logs/\u0078"}"#)
    #expect(escaped.insertID == "b" && escaped.logID == "x")
    let both = try entry(#"{"insertid":"a","insertId":"b","logname":"c","logName":"d"}"#)
    #expect(both.insertID == "b" && both.logName == "d")
  }

  @Test func `a time that cannot be read stays as text`() throws {
    let entry = try entry(#"{"timestamp":"yesterday"}"#)
    #expect(entry.timestampText == "yesterday" && entry.timestamp == nil)
  }

  @Test(arguments: [
    ("projects/p/logs/cloudaudit.googleapis.com%2Factivity", "cloudaudit.googleapis.com/activity"),
    ("projects/p/logs/cloudaudit.googleapis.com%2fpolicy", "cloudaudit.googleapis.com/policy"),
    ("projects/p/logs/cloudaudit.googleapis.com/policy", "cloudaudit.googleapis.com/policy"),
    ("organizations/1/logs/a%2Fb", "a/b"), ("folders/1/logs/syslog", "syslog"),
    ("/projects/p/logs/a%2Fb", "a/b"), ("logs/a%2Fb", "a/b"), ("/logs/a", "a"),
    ("projects/p/logs/a%2Fb%2Fc", "a/b%2Fc"), ("projects/p/logs/", ""), ("a%2Fb", ""),
    ("projects/logs/logs/a", "logs/a"), ("projects/p/logs/é🚀%2Fb", "é🚀/b"), ("", ""),
  ])
  func `the log's id is what follows its project`(logName: String, id: String) throws {
    #expect(try entry("{\"logName\":\"\(logName)\"}").logID == id)
  }

  @Test(arguments: [
    (#"{"id":"a","producer":"b","first":true}"#, "a", "b", true, false),
    (#"{"id":"a","last":true}"#, "a", "", false, true),
    (#"{"first":true,"last":true}"#, "", "", true, true),
    (#"{"id":"a","first":"true","last":1}"#, "a", "", false, false), ("{}", "", "", false, false),
  ])
  func `the part of an operation is read`(
    json: String, id: String, producer: String, isFirst: Bool, isLast: Bool
  ) throws {
    let operation = try #require(try entry("{\"operation\":\(json)}").operation)
    #expect(operation.id == id && operation.producer == producer)
    #expect(operation.isFirst == isFirst && operation.isLast == isLast)
  }

  @Test(arguments: [
    (#"{"uid":"a","index":2,"totalSplits":3}"#, 2, 3), (#"{"uid":"a","totalSplits":"3"}"#, 0, 3),
    (#"{"uid":"a"}"#, 0, 0),
  ])
  func `the part of a divided entry is read`(json: String, index: Int, total: Int) throws {
    let split = try #require(try entry("{\"split\":\(json)}").split)
    #expect(split.uid == "a" && split.index == index && split.totalSplits == total)
  }

  @Test(arguments: [#"{"uid":""}"#, #"{"index":1,"totalSplits":2}"#, "{}", "null"])
  func `a part of nothing is no part`(json: String) throws {
    #expect(try entry("{\"split\":\(json)}").split == nil)
  }

  @Test(arguments: [
    ("", LogEntryError.truncated(byteOffset: 0)), ("[]", .notAnObject),
    ("{x}", .malformed(byteOffset: 1)),
    (#"{"protoPayload":{"status":{"code":07}}}"#, .malformed(byteOffset: 35)),
    (#"{"insertId":"a""#, .truncated(byteOffset: 15)),
  ])
  func `a line that is not an object says where it goes wrong`(
    line: String, expected: LogEntryError
  ) {
    #expect(throws: expected) { try entry(line) }
  }
}
