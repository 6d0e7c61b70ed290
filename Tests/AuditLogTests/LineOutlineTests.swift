import AuditLog
import Testing

struct LineOutlineTests {
  private static let activity = #""logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity""#

  private func isPlainSuccess(_ line: String) throws -> Bool {
    let bytes = Array(line.utf8)
    let span = bytes.span
    return try LineOutline(line: span).isPlainSuccess(in: span)
  }

  /// Members of a payload that leave a success plain.
  @Test(arguments: [
    "", #""@type":"type.googleapis.com/google.cloud.audit.AuditLog""#, #""status":{}"#,
    #""serviceName":"s","methodName":"m","request":{"status":{"code":7},"granted":false}"#,
    #""authorizationInfo":[{"permission":"p","granted":true},{"permission":"q"}]"#,
    #""authorizationInfo":[{"permission":"false"}]"#, #""metadata":{}"#,
    #""metadata":{"@type":"type.googleapis.com/google.cloud.audit.BigQueryAuditMetadata","a":1}"#,
    #""metadata":{"jobChange":{"dryRun":true}}"#, #""status":{"code":7},"status":{}"#,
    #""response":{"\u0073tatus":7}"#,
  ])
  func `a success is plain`(members: String) throws {
    #expect(try isPlainSuccess("{\"protoPayload\":{\(members)},\(Self.activity)}"))
    #expect(try isPlainSuccess("{\(Self.activity) , \"x\":[], \"protoPayload\": {\(members)}}"))
  }

  /// Members of a payload that ask for a full reading.
  @Test(arguments: [
    #""@type":"type.googleapis.com/google.appengine.logging.v1.RequestLog""#, #""@type":7"#,
    #""status":{"code":7}"#, #""status":{"code":0}"#, #""status":null"#, #""status":{ }"#,
    #""status":{},"status":{"code":7}"#, #""stat\u0075s":{"code":7}"#,
    #""authorizationInfo":[{"permission":"p","granted":false}]"#,
    #""authorizationInfo":{"granted":false}"#, #""authorizationInf\u006f":[]"#,
    #""metadata":{"@type":"x.VpcServiceControlAuditMetadata"}"#, #""metadata":{"dryRun":true}"#,
    #""metadata":{"iamEnforcementMode":"DRY_RUN"}"#, #""metadata":{"at_type":"x"}"#,
    #""metadata":{"dryR\u0075n":true}"#, #""metadata":null"#, #""metadata":"{}""#,
    #""metadataJson":"{\"iamEnforcementMode\":\"DRY_RUN\"}""#, #""serviceName":"\u0073""#,
    #""at_type":"x.RequestLog""#, #""at_sign_type":"x.RequestLog""#,
  ])
  func `a sign of anything else asks for a full reading`(members: String) throws {
    #expect(try !isPlainSuccess("{\"protoPayload\":{\(members)},\(Self.activity)}"))
  }

  @Test(arguments: [
    "{}", "{\(activity)}", #"{"protoPayload":{}}"#, #"{"protoPayload":[],\#(activity)}"#,
    #"{"protoPayload":{},"logName":7}"#, #"{"protoPayload":{},"logname":"projects/p/logs/x"}"#,
    #"{"protoPayload":{},"logName":"projects/p/logs/cloudaudit.googleapis.com%2Fpolicy"}"#,
    #"{"protoPayload":{},"logName":"projects/p/logs/cloudaudit.googleapis.com/policy"}"#,
    #"{"protoPayload":{},"logName":"projects/p/logs/x%2F\u0070olicy"}"#,
    #"{"protopayload_auditlog":{},\#(activity)}"#, #"{"protoPayloa\u0064":{},\#(activity)}"#,
    #"{"protoPayload":{},\#(activity),"protoPayload":{"status":{"code":7}}}"#,
    #"{"protoPayload":{},\#(activity),"\u0061":1}"#,
    #"{"protoPayload":{},\#(activity),"timestamp":"2026-11-22 10:00:00"}"#,
    #"{"protopayload":{},\#(activity)}"#, #"{"proto_payload":{"audit_log":{}},\#(activity)}"#,
    #"{"message":{"data":"e30="}}"#,
    #"{"protoPayload":{},\#(activity),"timestamp":"2026-11-22T10:00:0\u0030Z"}"#,
  ])
  func `so does a line that is unusual, from the policy log, or without a payload`(line: String)
    throws
  {
    #expect(try !isPlainSuccess(line))
  }

  @Test(
    arguments: [
      (#"{"timestamp":"a"}"#, "a"), (#"{"timestamp":"a","timestamp":"b"}"#, "b"), ("{}", nil),
      (#"{"timestamp":7}"#, nil), (#"{"timestamp":"a","timestamp":null}"#, nil),
      (#"{"protoPayload":{"timestamp":"a"},"x":{"timestamp":"b"}}"#, nil),
      (#"{"timestamp":""}"#, ""),
    ] as [(String, String?)])
  func `the timestamp stands between its quotes`(line: String, expected: String?) throws {
    let bytes = Array(line.utf8)
    let range = try LineOutline(line: bytes.span).timestamp
    #expect(range.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == expected)
  }

  @Test(
    arguments: [
      ("data_access", #""serviceName":"s""#, "s"), ("data_access", "", nil),
      ("data_access", #""serviceName":"s","serviceName":"t""#, "t"),
      ("data_access", #""serviceName":7"#, nil), ("activity", #""serviceName":"s""#, nil),
    ] as [(String, String, String?)])
  func `the service of a Data Access entry is told`(log: String, members: String, expected: String?)
    throws
  {
    let line = #"{"protoPayload":{\#(members)},"logName":"projects/p/logs/c%2F\#(log)"}"#
    let bytes = Array(line.utf8)
    let span = bytes.span
    let range = try LineOutline(line: span).dataAccessService(in: span)
    #expect(range.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == expected)
  }
}
