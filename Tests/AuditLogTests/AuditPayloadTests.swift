import AuditLog
import Testing

struct AuditPayloadTests {
  /// The payload of an entry with these members.
  private func payload(_ members: String) throws -> AuditPayload {
    try #require(try entry("{\"protoPayload\":{\(members)}}").payload)
  }

  @Test func `the fields of a realistic payload are read`() throws {
    let payload = try payload(
      """
      "@type":"type.googleapis.com/google.cloud.audit.AuditLog",\
      "serviceName":"aiplatform.googleapis.com","methodName":"google.x.PredictionService.Predict",\
      "resourceName":"projects/acme-prod/locations/us-central1",\
      "status":{"code":7,"message":"no","details":[{"reason":"A"},{"reason":"B"}]},\
      "authenticationInfo":{"principalEmail":"dev@example.com","principalSubject":"user:dev",\
      "serviceAccountKeyName":"//iam.googleapis.com/k","oauthInfo":{"oauthClientId":"c.apps"}},\
      "requestMetadata":{"callerIp":"203.0.113.7","callerSuppliedUserAgent":"curl,gzip(gfe)"},\
      "request":{"name":"projects/-/serviceAccounts/a","secret":"s"},"metadata":{"@type":"m"}
      """)
    #expect(payload.serviceName == "aiplatform.googleapis.com")
    #expect(payload.methodName == "google.x.PredictionService.Predict")
    #expect(payload.resourceName == "projects/acme-prod/locations/us-central1")
    #expect(payload.status.code == .number("7") && payload.status.message == "no")
    #expect(payload.status.details.map { $0["reason"]?.string } == ["A", "B"])
    #expect(payload.authentication.principalEmail == "dev@example.com")
    #expect(payload.authentication.principalSubject == "user:dev")
    #expect(payload.authentication.serviceAccountKeyName == "//iam.googleapis.com/k")
    #expect(payload.authentication.oauthClientID == "c.apps")
    #expect(payload.callerIP == "203.0.113.7" && payload.userAgent == "curl,gzip(gfe)")
    #expect(payload.requestName == "projects/-/serviceAccounts/a")
    #expect(payload.metadata["@type"]?.string == "m")
  }

  @Test func `what a payload lacks is empty`() throws {
    let payload = try payload("")
    #expect(payload.serviceName.isEmpty && payload.requestName.isEmpty && payload.callerIP.isEmpty)
    #expect(payload.status.code == nil && payload.status.details.isEmpty)
    #expect(payload.authorization.isEmpty && payload.authentication.delegation.isEmpty)
    #expect(payload.orgPolicyViolations.isEmpty && payload.metadata.isEmpty)
  }

  @Test(arguments: [
    (#""@type":"type.googleapis.com/google.cloud.audit.AuditLog""#, true), ("", true),
    (#""@type":"""#, true), (#""@type":"x.AuditLog""#, true), (#""@type":"x.AuditLogs""#, false),
    (#""@type":"type.googleapis.com/google.appengine.logging.v1.RequestLog""#, false),
    (#""@type":"AuditLog""#, false), ("\"@type\":\"x\u{600}.AuditLog\"", true),
  ])
  func `only an audit log payload is one`(type: String, isOne: Bool) throws {
    #expect(try (entry("{\"protoPayload\":{\(type)}}").payload != nil) == isOne)
  }

  @Test(arguments: ["[]", "\"x\"", "null", "7"])
  func `a payload that is no object is none`(json: String) throws {
    #expect(try entry("{\"protoPayload\":\(json)}").payload == nil)
  }

  @Test func `BigQuery's export is read`() throws {
    let exported = try entry(
      #"""
      {"protopayload_auditlog":{"serviceName":"s","metadataJson":"{\"dryRun\":true,\"a\":\"\\n\"}"}}
      """#)
    let payload = try #require(exported.payload)
    #expect(payload.serviceName == "s")
    #expect(payload.metadata["dryRun"] == .bool(true) && payload.metadata["a"]?.string == "\n")
    let both = try entry(
      #"{"protoPayload":{"serviceName":"a"},"protopayload_auditlog":{"serviceName":"b"}}"#)
    #expect(both.payload?.serviceName == "a")
  }

  @Test(
    arguments: [
      (#""metadata":{"a":1},"metadataJson":"{\"a\":2}""#, "1"),
      (#""metadata":{},"metadataJson":"{\"a\":2}""#, "2"), (#""metadata":{}"#, nil),
      (#""metadataJson":"not JSON""#, nil), (#""metadataJson":"{\"a\":""#, nil),
      (#""metadataJson":"""#, nil), (#""metadataJson":{"a":3}"#, nil),
    ] as [(String, String?)])
  func `metadata may be text, which counts if there is no other`(members: String, a: String?) throws
  {
    #expect(try payload(members).metadata["a"] == a.map { .number($0) })
  }

  @Test func `a list of one may be the thing itself`() throws {
    let payload = try payload(
      #"""
      "status":{"details":{"reason":"A"}},"authorizationInfo":{"permission":"p"},
      "policyViolationInfo":{"orgPolicyViolationInfo":{"violationInfo":{"constraint":"c"}}}
      """#)
    #expect(payload.status.details.map { $0["reason"]?.string } == ["A"])
    #expect(payload.authorization.map(\.permission) == ["p"])
    #expect(payload.orgPolicyViolations.map { $0["constraint"]?.string } == ["c"])
  }

  @Test func `a check was granted, refused, or says nothing`() throws {
    let checks = try payload(
      #"""
      "authorizationInfo":[{"permission":"a","resource":"r","granted":true},
      {"permission":"b","granted":false},{"permission":"c"},{"granted":"true"},{}]
      """#
    ).authorization
    #expect(checks.map(\.permission) == ["a", "b", "c", "", ""])
    #expect(checks.map(\.granted) == [true, false, nil, nil, nil])
    #expect(checks.map(\.resource) == ["r", "", "", "", ""])
  }

  @Test func `a delegation is read in its order, by e-mail address or subject`() throws {
    let delegation = try payload(
      #"""
      "authenticationInfo":{"serviceAccountDelegationInfo":[
      {"firstPartyPrincipal":{"principalEmail":"a@x"}},{},{"principalSubject":"principal://b"},
      {"firstPartyPrincipal":{"principalEmail":"c@x"},"principalSubject":"s"}]}
      """#
    ).authentication.delegation
    #expect(delegation == ["a@x", "principal://b", "c@x"])
  }

  @Test(arguments: [
    (#""violationInfo":[{},{"constraint":"c"}]"#, 1), (#""violationInfo":[]"#, 0),
    (#""violationInfo":[{}]"#, 0), ("", 0),
  ])
  func `an empty violation is none`(members: String, count: Int) throws {
    let payload = try payload("\"policyViolationInfo\":{\"orgPolicyViolationInfo\":{\(members)}}")
    #expect(payload.orgPolicyViolations.count == count)
  }

  @Test(arguments: [
    (#""request":{"name":"a","x":{"name":"b"}}"#, "a"), (#""request":{"x":{"name":"b"}}"#, ""),
    (#""request":"name""#, ""), (#""response":{"name":"a"}"#, ""), (#""request":{"name":7}"#, ""),
  ])
  func `of a request only the name is read`(members: String, name: String) throws {
    #expect(try payload(members).requestName == name)
  }

  @Test func `of payloads and fields that repeat the last one counts`() throws {
    let entry = try entry(
      #"""
      {"protoPayload":{"status":{"code":7}},"protoPayload":{"status":{"code":1},
      "status":{"code":5,"code":8},"requestMetadata":{"callerIP":"::1"}}}
      """#)
    #expect(entry.payload?.status.code == .number("8"))
    #expect(entry.payload?.callerIP == "::1")
  }
}
