import AuditLog
import Testing

@testable import DenialClassification

struct StatusDetailsTests {
  private func details(_ elements: String) throws -> StatusDetails {
    StatusDetails(try Sample(details: elements).facts.payload.status.details)
  }

  @Test func `each kind of detail is found, with its path`() throws {
    let details = try details(
      """
      {"@type":"type.googleapis.com/google.rpc.LocalizedMessage"},\
      \(errorInfo("A", metadata: #"{"k":"v"}"#)),\
      {"violations":[{"type":"VPC_SERVICE_CONTROLS","description":"d"},{}]},\
      {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"subject":"s"}]},\
      {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"2s"},\
      {"quotaExceeded":{"limit":5}},{"ipSpaceExhausted":{}}
      """)
    #expect(details.errorInfos.map(\.reason) == ["A"])
    #expect(details.errorInfos.map(\.domain) == ["googleapis.com"])
    #expect(details.errorInfos.first?.metadata["k"]?.string == "v")
    #expect(details.errorInfos.first?.path == "protoPayload.status.details[1]")
    #expect(details.violations.map(\.type) == ["VPC_SERVICE_CONTROLS", ""])
    #expect(details.violations.first?.description == "d")
    #expect(details.violations.last?.path == "protoPayload.status.details[2].violations[1]")
    #expect(details.quotaFailure?.path == "protoPayload.status.details[3]")
    #expect(details.retryDelay == "2s")
    #expect(details.quotaExceeded?.path == "protoPayload.status.details[5].quotaExceeded")
    #expect(details.quotaExceeded?.value["limit"] == .number("5"))
    #expect(details.ipSpaceExhaustedPath == "protoPayload.status.details[6].ipSpaceExhausted")
  }

  @Test func `no details say nothing`() throws {
    let details = StatusDetails([.string("x"), .null, .object([]), .array([])])
    #expect(details.errorInfos.isEmpty && details.violations.isEmpty)
    #expect(details.quotaFailure == nil && details.retryDelay == nil)
    #expect(details.quotaExceeded == nil && details.ipSpaceExhaustedPath == nil)
  }

  @Test func `a google.protobuf.Struct is looked into, one level deep`() throws {
    let details = try details(
      """
      {"@type":"type.googleapis.com/google.protobuf.Struct","value":{"quotaExceeded":{"limit":0},\
      "value":{"ipSpaceExhausted":{}}}},{"value":\(errorInfo("A"))}
      """)
    #expect(details.quotaExceeded?.path == "protoPayload.status.details[0].value.quotaExceeded")
    #expect(details.ipSpaceExhaustedPath == nil)
    #expect(details.errorInfos.map(\.path) == ["protoPayload.status.details[1].value"])
  }

  @Test(arguments: ["@type", "at_type", "at_sign_type"])
  func `exporters' spellings of the type are read`(key: String) throws {
    let failure = #"{"\#(key)":"google.rpc.QuotaFailure","violations":[{"quotaId":"XPerDay"}]}"#
    for details in [failure, #"{"value":\#(failure)}"#] {
      let sample = Sample(code: "8", details: details)
      #expect(try sample.facts.details.quotaFailure != nil)
      #expect(try sample.facts.details.violations.isEmpty)
      #expect(Answer(try sample.judgement.verdict) == Answer(.quotaExhausted))
    }
  }

  @Test func `a list of thousands is read up to a limit`() throws {
    let many = Array(repeating: errorInfo("A"), count: 5000).joined(separator: ",")
    #expect(try details(many).errorInfos.count == 64)
    let violations = Array(repeating: #"{"type":"t"}"#, count: 5000).joined(separator: ",")
    #expect(try details("{\"violations\":[\(violations)]}").violations.count == 64)
  }
}
