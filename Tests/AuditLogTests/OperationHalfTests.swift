import AuditLog
import Testing

struct OperationHalfTests {
  private static func line(operation: String, status: String = "{}") -> [UInt8] {
    Array(
      """
      {"insertId":"i","timestamp":"2026-11-22T10:00:00Z","logName":"projects/p/logs/x",\
      "operation":\(operation),"protoPayload":{"serviceName":"s","status":\(status),\
      "authenticationInfo":{"principalEmail":"a@example.com","serviceAccountKeyName":"k",\
      "oauthInfo":{"oauthClientId":"c"}},\
      "authorizationInfo":[{"permission":"x.y.z","resource":"r"},{"permission":"g","granted":true}],\
      "requestMetadata":{"callerIp":"203.0.113.7","callerSuppliedUserAgent":"curl"}}}
      """.utf8)
  }

  private static func both(_ line: [UInt8]) throws -> [OperationHalf?] {
    let outline = try LineOutline(line: line.span)
    let isPlainSuccess = outline.isPlainSuccess(in: line.span)
    #expect(isPlainSuccess)
    return [
      try outline.operationHalf(in: line.span),
      OperationHalf(try LogEntry(line: line.span))?.ofSuccess,
    ]
  }

  @Test func `a quick look and the full reading find the same first half`() throws {
    let line = Self.line(operation: #"{"id":"o","producer":"p","first":true}"#)
    for half in try Self.both(line) {
      let half = try #require(half)
      #expect(half.operation.id == "o")
      #expect(half.operation.producer == "p")
      #expect(half.operation.isFirst && !half.operation.isLast)
      #expect(half.timestamp == Timestamp("2026-11-22T10:00:00Z"))
      #expect(half.authentication.principalEmail == "a@example.com")
      #expect(half.authentication.serviceAccountKeyName == "k")
      #expect(half.authentication.oauthClientID == "c")
      #expect(half.authorization.map(\.permission) == ["x.y.z", "g"])
      #expect(half.authorization.map(\.granted) == [nil, true])
      #expect(half.callerIP == "203.0.113.7")
      #expect(half.userAgent == "curl")
    }
  }

  @Test func `a last half that went well only tells that its call is complete`() throws {
    let line = Self.line(operation: #"{"id":"o","producer":"p","last":true,"first":false}"#)
    for half in try Self.both(line) {
      let half = try #require(half)
      #expect(half.operation.id == "o")
      #expect(half.operation.producer == "p")
      #expect(half.operation.isLast && !half.operation.isFirst)
      #expect(half.timestamp == Timestamp("2026-11-22T10:00:00Z"))
      #expect(half.authentication.principalEmail.isEmpty)
      #expect(half.authentication.serviceAccountKeyName.isEmpty)
      #expect(half.authentication.oauthClientID.isEmpty)
      #expect(half.authorization.isEmpty)
      #expect(half.callerIP.isEmpty && half.userAgent.isEmpty)
    }
  }

  @Test(arguments: [
    #"{"id":"","producer":"iap.googleapis.com","first":true}"#, "{}", "null", "7",
    #"{"id":"o","producer":"p"}"#, #"{"id":"o","first":true,"last":true}"#,
    #"{"first":true,"producer":"p"}"#,
  ])
  func `what has no name or is whole is no half`(operation: String) throws {
    for half in try Self.both(Self.line(operation: operation)) { #expect(half == nil) }
  }
}
