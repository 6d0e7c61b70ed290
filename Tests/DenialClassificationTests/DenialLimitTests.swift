import AuditLog
import Testing

@testable import DenialClassification

/// What must never get into a denial, whatever an entry holds.
struct DenialLimitTests {
  private static let key = "AIzaSyD3m0K3y-0123456789_abcdefGHIJKLMN"

  /// Entries in which every string that a denial may hold is `text`, by cause.
  private static func samples(_ text: String) -> [Sample] {
    let metadata = """
      {"@type":"x\(text).VpcServiceControlAuditMetadata",\
      "vpcServiceControlsUniqueId":\(quoted(text)),\
      "mapped_principal":\(quoted(text)),"permission":\(quoted(text)),"resource":\(quoted(text))}
      """
    let quota = """
      {"quota_metric":\(quoted(text)),"quota_limit":\(quoted(text)),\
      "quota_limit_value":\(quoted(text)),"quota_unit":\(quoted(text)),\
      "permission":\(quoted(text)),"consumer":\(quoted("projects/" + text))}
      """
    let delegation = Array(repeating: "{\"principalSubject\":\(quoted(text))}", count: 40)
      .joined(separator: ",")
    let who = """
      "authenticationInfo":{"principalEmail":\(quoted(text)),"principalSubject":\(quoted(text)),\
      "serviceAccountKeyName":\(quoted(text)),"oauthInfo":{"oauthClientId":\(quoted(text))},\
      "serviceAccountDelegationInfo":[\(delegation)]},\
      "requestMetadata":{"callerIp":\(quoted(text)),"callerSuppliedUserAgent":\(quoted(text))}
      """
    let members = """
      "insertId":\(quoted(text)),"timestamp":\(quoted(text)),\
      "operation":{"id":\(quoted(text)),"producer":\(quoted(text)),"first":true},\
      "split":{"uid":\(quoted(text))}
      """
    let reasons: [(String, String?)] = [
      ("RATE_LIMIT_EXCEEDED", nil), ("IAM_PERMISSION_DENIED", nil), ("USER_PROJECT_DENIED", nil),
      ("SOMETHING", metadata),
    ]
    return reasons.map { reason, metadata in
      Sample(
        message: "to use project \(text) Permission '\(text)' denied",
        details: errorInfo(reason, metadata: quota), service: text, method: text, resource: text,
        principal: "", authorization: refused(text, on: text), metadata: metadata, payload: who,
        members: members, log: text)
    }
  }

  /// All strings of a denial, found by looking into it, so that a new field is not forgotten.
  private static func strings(in value: Any) -> [String] {
    if let string = value as? String { return [string] }
    return Mirror(reflecting: value).children.flatMap { strings(in: $0.value) }
  }

  @Test(arguments: ["x", "é", "🚀", "a.b."])
  func `every string has a limited length and whole characters`(part: String) throws {
    let text = String(repeating: part, count: 5000 / part.utf8.count) + "c"
    for sample in Self.samples(text) {
      let strings = Self.strings(in: try sample.denial)
      try #require(strings.count > 20)
      #expect(strings.contains { $0.hasSuffix("…") })
      let tooLong = strings.filter { $0.utf8.count > Denial.byteLimit + "…".utf8.count }
      #expect(tooLong == [])
      #expect(!strings.contains { $0.unicodeScalars.contains("\u{FFFD}") })
    }
  }

  @Test(arguments: [
    key, "ya29.a0AfB_byC-0123456789abcdefghijklm", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIx.c2ln",
  ])
  func `no string holds a secret`(secret: String) throws {
    for sample in Self.samples("a.b.c \(secret)") {
      let strings = Self.strings(in: try sample.denial)
      #expect(strings.filter { $0.contains(secret.dropFirst(5)) } == [])
      #expect(strings.contains { $0.contains("…[masked]") })
    }
  }

  @Test func `bodies of requests and responses are never in it`() throws {
    let body = #"{"name":"projects/-/serviceAccounts/x","text":"BODY","permission":"BODY"}"#
    for sample in Self.samples("a.b.c") {
      var sample = sample
      sample.payload += #","request":\#(body),"response":\#(body),"serviceData":\#(body)"#
      sample.members += #","textPayload":"BODY","jsonPayload":\#(body),"httpRequest":\#(body)"#
      #expect(Self.strings(in: try sample.denial).filter { $0.contains("BODY") } == [])
    }
  }

  @Test func `a chain of delegation is kept up to its sixteenth link`() throws {
    #expect(try Self.samples("x")[0].denial.delegation.count == 16)
  }

  @Test func `evidence is cut after whole characters, masked before`() {
    let long = Evidence(path: "p", logValue: String(repeating: "🚀", count: 1000))
    #expect(long.value == String(repeating: "🚀", count: Evidence.valueScalarLimit) + "…")
    let exact = String(repeating: "x", count: Evidence.valueScalarLimit)
    #expect(Evidence(path: "p", logValue: exact).value == exact)
    #expect(Evidence(path: "p", logValue: exact + "y").value == exact + "…")
    // Around both cuts, that of the bytes looked at and that of the scalars kept.
    for padding in Array(280...310) + Array(1150...1210) {
      let text = String(repeating: " ", count: padding) + Self.key
      #expect(!Evidence(path: "p", logValue: text).value.utf8Contains("AIzaSyD3m0K3y"))
    }
  }

  @Test(arguments: [
    ("", 0, ""), ("abc", 2, "ab"), ("abc", 3, "abc"), ("aé", 2, "a"), ("🚀", 3, ""),
    ("e\u{301}", 1, "e"),
  ])
  func `a prefix cuts no character apart`(text: String, count: Int, expected: String) {
    #expect(Array(text.prefix(utf8Count: count).utf8) == Array(expected.utf8))
  }
}
