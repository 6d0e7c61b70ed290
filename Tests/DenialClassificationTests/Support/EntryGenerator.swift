import Foundation

/// Makes log entries, most of them plain successes but for one thing or two.
///
/// Keys come in any order; some are escaped, repeated, or stand where they mean nothing.
struct EntryGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A whole line.
  mutating func line() -> String {
    var members = [
      member("logName", pick(Self.logNames, usual: 2)),
      member("timestamp", pick(Self.timestamps, usual: 2)),
      member("insertId", #""1x2y3z""#), member("severity", #""INFO""#),
      member("resource", #"{"type":"x","labels":{"project_id":"acme-prod","status":"false"}}"#),
    ]
    if chance(0.96) { members.append(payloadMember()) }
    if chance(0.04) { members.append(payloadMember()) }
    if chance(0.04) { members.append(member("logname", pick(Self.logNames, usual: 2))) }
    if chance(0.04) { members.append(member("logName", pick(Self.logNames, usual: 2))) }
    if chance(0.04) { members.append(member("timestamp", pick(Self.timestamps, usual: 2))) }
    if chance(0.2) { members.append(member("labels", decoy())) }
    if chance(0.2) { members.append(member("operation", #"{"id":"o","first":false,"last":true}"#)) }
    if chance(0.04) { members.remove(at: Int.random(in: members.indices, using: &random)) }
    let line = object(members)
    if chance(0.02) { return message(line) }
    return chance(0.02) ? "\u{feff}\(line)" : line
  }

  private mutating func payloadMember() -> String {
    let value = chance(0.04) ? pick(["null", "[]", "7", "\"{}\""], usual: 0) : payload()
    switch Int.random(in: 0..<50, using: &random) {
    case 0: return member("protopayload_auditlog", value)
    case 1: return member("protopayload", value)
    case 2: return member("proto_payload", object([member("audit_log", value)]))
    default: return member("protoPayload", value)
    }
  }

  /// A Pub/Sub message that holds a line.
  private mutating func message(_ line: String) -> String {
    let message = object([
      member("data", quoted(Data(line.utf8).base64EncodedString())), member("messageId", "\"1\""),
    ])
    return chance(0.5) ? message : object([member("message", message), member("ackId", "\"a\"")])
  }

  private mutating func payload() -> String {
    var members = [
      member(
        "serviceName", pick([#""storage.googleapis.com""#, #""st\u006frage""#, "7"], usual: 1)),
      member("methodName", #""storage.objects.get""#), member("resourceName", #""projects/_/x""#),
      member("authenticationInfo", #"{"principalEmail":"dev@example.com"}"#),
      member("request", decoy()), member("response", decoy()),
    ]
    if chance(0.9) { members.append(member("@type", pick(Self.types, usual: 1))) }
    if chance(0.02) { members.append(member("at_type", pick(Self.types, usual: 0))) }
    if chance(0.02) { members.append(member("at_sign_type", pick(Self.types, usual: 0))) }
    if chance(0.02) { members.append(member("status_code", "7")) }
    if chance(0.7) { members.append(member("status", pick(Self.statuses, usual: 1))) }
    if chance(0.04) { members.append(member("status", pick(Self.statuses, usual: 1))) }
    if chance(0.8) { members.append(member("authorizationInfo", pick(Self.checks, usual: 3))) }
    if chance(0.04) { members.append(member("authorizationInfo", pick(Self.checks, usual: 3))) }
    if chance(0.5) { members.append(member("metadata", metadata())) }
    if chance(0.04) { members.append(member("metadata", metadata())) }
    if chance(0.04) { members.append(member("metadataJson", quoted(metadata()))) }
    if chance(0.2) {
      members.append(member("policyViolationInfo", pick(Self.violations, usual: 1)))
    }
    return object(members)
  }

  private mutating func metadata() -> String {
    if chance(0.06) { return pick(["null", "[]", "\"x\"", "7"], usual: 0) }
    let quiet = [
      member("jobChange", #"{"dryRun":true,"@type":"x.VpcServiceControlAuditMetadata"}"#),
      member("resourceNames", #"["a"]"#),
    ]
    var members = chance(0.5) ? quiet : []
    if chance(0.5) {
      members.append(
        member("@type", #""type.googleapis.com/google.cloud.audit.BigQueryAuditMetadata""#))
    }
    if chance(0.1) { members.append(pick(Self.tellingMembers, usual: 0)) }
    return object(members)
  }

  /// An object in which everything that matters elsewhere stands where it does not.
  private mutating func decoy() -> String {
    pick(
      [
        "{}", #"{"status":{"code":7},"granted":false,"metadata":{"dryRun":true}}"#,
        #"{"protoPayload":{"status":{"code":7}},"logName":"x%2Fpolicy","timestamp":"1999"}"#,
        #"{"authorizationInfo":[{"granted":false}],"message":"\"status\":{\"code\":7}"}"#,
        #"[false,{"\u0073tatus":8}]"#,
      ], usual: 5)
  }

  private static let logNames =
    ["activity", "data_access", "system_event", "policy", "polic\\u0079", "my-policy"].map {
      #""projects/acme-prod/logs/cloudaudit.googleapis.com%2F\#($0)""#
    } + [
      #""projects/p/logs/cloudaudit.googleapis.com%2fpolicy""#,
      #""logs/cloudaudit.googleapis.com/policy""#,
      #""policy""#, "null", "7", #""""#,
    ]

  private static let timestamps = [
    #""2026-11-22T10:00:00.123456789Z""#, #""2026-11-22T23:30:00-01:30""#,
    #""2026-02-29T00:00:00Z""#, #""2026-11-22 10:00:00.5""#, #""2026-11-22 10:00:00 UTC""#,
    #""2026-11-22 10:00:00 CET""#, #""2026-11-22\u002010:00:00""#, #""1763805600.5""#,
    #""2026-11-22T10:00:0\u0030Z""#, "1763805600", "null", #""""#,
  ]

  private static let types = [
    #""type.googleapis.com/google.cloud.audit.AuditLog""#, "\"x\u{600}.AuditLog\"",
    #""\u0078.AuditLog""#,
    #""type.googleapis.com/google.appengine.logging.v1.RequestLog""#, "null", #""""#,
    #"["x.AuditLog"]"#,
  ]

  private static let statuses = [
    "{}", #"{"code":0}"#, #"{"code":7}"#, #"{"code":"PERMISSION_DENIED","message":"no"}"#, "null",
    "{ }",
    #"{"message":"Quota exceeded for requests per minute"}"#, #"{"code":8}"#, #"{"code":{}}"#,
    #"{"message":"The zone does not have enough resources available"}"#, "[]",
  ]

  private static let checks = [
    #"[{"permission":"a.b.c","granted":true,"resource":"r"}]"#, "[]",
    #"[{"resourceAttributes":{}}]"#,
    #"[{"permission":"a.b.c","granted":true},{"permission":"d.e.f","granted":false}]"#,
    #"[{"permission":"a.b.c"}]"#, #"{"permission":"a.b.c","granted":false}"#, "null",
    #"[{"permission":"a.b.c","gr\u0061nted":false}]"#,
    #"[{"permission":"a.b.c","granted":"false"}]"#, #"[{"granted":false}]"#,
  ]

  private static let violations = [
    #"{"orgPolicyViolationInfo":{}}"#,
    #"{"orgPolicyViolationInfo":{"violationInfo":[{"constraint":"constraints/x"}]}}"#,
  ]

  private static let tellingMembers = [
    #""@type":"type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata""#,
    #""@type":"x.VpcServiceControlAuditMetadata","dryRun":true"#,
    #""@type":"x.OrgPolicyDryRunAuditMetadata""#, #""at_type":"x.OrgPolicyDryRunAuditMetadata""#,
    #""at_sign_type":"x.OrgPolicyDryRunAuditMetadata""#, #""iamEnforcementMode":"DRY_RUN""#,
    #""sgpEnforcementMode":"DRY_RUN""#, #""sgp\u0045nforcementMode":"DRY_RUN""#, #""dryRun":true"#,
    #""@typ\u0065":"x.OrgPolicyDryRunAuditMetadata""#, #""iamEnforcementMode":"DRY\u005fRUN""#,
  ]

  // MARK: The parts of JSON

  private mutating func object(_ members: [String]) -> String {
    let space = chance(0.3) ? " " : ""
    let separator = "\(space),\(space)"
    return "{\(space)\(members.shuffled(using: &random).joined(separator: separator))\(space)}"
  }

  private mutating func member(_ key: String, _ value: String) -> String {
    guard chance(0.004), let letter = key.unicodeScalars.first else {
      return "\(quoted(key)):\(value)"
    }
    let digits = String(letter.value, radix: 16)
    return "\"\\u00\(digits)\(key.dropFirst())\":\(value)"
  }

  /// One of the first `usual` values, and now and then another.
  private mutating func pick(_ values: [String], usual: Int) -> String {
    let count = usual > 0 && chance(0.92) ? usual : values.count
    return values[Int.random(in: 0..<count, using: &random)]
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }
}
