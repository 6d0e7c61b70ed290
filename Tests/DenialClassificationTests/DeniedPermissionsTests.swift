import Testing

@testable import DenialClassification

struct DeniedPermissionsTests {
  private static let predict = "aiplatform.endpoints.predict"

  /// A call of Gemini with nothing but a message.
  private func bare(_ message: String, _ method: String = "x.PredictionService.GenerateContent")
    -> Sample
  {
    Sample(message: message, service: "aiplatform.googleapis.com", method: method)
  }

  @Test func `every check that is not granted counts, in IAM's spelling, sorted, each once`() throws
  {
    let denied = try Sample(
      authorization: """
        {"permission":"z.y.x"},{"permission":"d.e.f","granted":true},\
        \(refused("a.b.c", on: "projects/q")),\
        {"permission":"iam.serviceaccounts.actas"},{"permission":"z.y.x"},{"resource":"r"},\
        {"permission":"sts.identityProviders.checkLogging","granted":false}
        """
    ).facts.denied
    #expect(denied.names == ["a.b.c", "iam.serviceAccounts.actAs", "z.y.x"])
    #expect(denied.resource == "projects/q" && !denied.areInferred)
    let path = "protoPayload.authorizationInfo[0].permission"
    #expect(denied.evidence == Evidence(path: path, value: "z.y.x"))
  }

  @Test func `a permission in two spellings is one, in the first of them`() throws {
    let denied = try Sample(
      message: "Permission 'A.B.C' denied. Permission 'g.H.i' denied.",
      authorization: """
        {"permission":"A.b.C"},{"permission":"a.b.c"},{"permission":"IAM.ServiceAccounts.ActAs"},\
        {"permission":"iam.serviceaccounts.actas"},{"permission":"G.h.i","granted":true}
        """
    ).facts.denied
    #expect(denied.names == ["A.b.C", "iam.serviceAccounts.actAs"])
    #expect(!denied.areAll(among: ["iam.serviceAccounts.actAs"]))
    #expect(denied.areAll(among: ["iam.serviceAccounts.actAs", "a.b.c"]))
  }

  @Test(arguments: [
    ("x.PredictionService.GenerateContent", true), ("GenerateContent", true),
    ("x.GenerateContent.", false), ("x.GenerateContent\u{301}", false),
    ("x.generatecontent", false),
  ])
  func `the last part of the method tells a prediction`(method: String, isInferred: Bool) throws {
    #expect(try bare("", method).facts.denied.areInferred == isInferred)
  }

  @Test func `the resource is that of the first refused check`() throws {
    let checks =
      #"{"permission":"a.b.c","granted":true,"resource":"r"},"# + refused("d.e.f", on: "s")
    #expect(try Sample(authorization: checks).facts.denied.resource == "s")
  }

  @Test func `the ErrorInfo and the message add what no check granted`() throws {
    let denied = try Sample(
      message: "Permission 'm.n.o' denied. Permission 'g.g.g' denied.",
      details: errorInfo("IAM_PERMISSION_DENIED", metadata: #"{"permission":"e.e.e"}"#),
      authorization: #"{"permission":"g.g.g","granted":true}"#
    ).facts.denied
    #expect(denied.names == ["e.e.e", "m.n.o"])
    let path = "protoPayload.status.details[0].metadata.permission"
    #expect(denied.evidence == Evidence(path: path, value: "e.e.e"))
  }

  @Test func `a permission that a check granted is not what the ErrorInfo or the message lacks`()
    throws
  {
    let denied = try Sample(
      message: "Permission 'a.b.c' denied.",
      details: errorInfo("IAM_PERMISSION_DENIED", metadata: #"{"permission":"a.b.c"}"#),
      authorization: #"{"permission":"a.b.c","granted":true}"#
    ).facts.denied
    #expect(denied.isEmpty && denied.evidence == nil)
  }

  @Test func `a permission that was granted elsewhere and refused here is denied`() throws {
    let checks =
      #"{"permission":"a.b.c","granted":true,"resource":"r"},"# + refused("a.b.c", on: "s")
    let denied = try Sample(authorization: checks).facts.denied
    #expect(denied.names == ["a.b.c"] && denied.resource == "s")
  }

  @Test(arguments: [
    "", "PERMISSION_DENIED", "Permission denied.", "The caller does not have permission",
  ])
  func `a bare refusal of a prediction lacks the permission that it checks`(message: String) throws
  {
    let denied = try bare(message).facts.denied
    #expect(denied.names == [Self.predict] && denied.areInferred)
    let judgement = try bare(message).judgement
    #expect(
      Answer(judgement.verdict) == Answer(.missingRole) && judgement.verdict.confidence == .low)
    #expect(judgement.denial?.permissionsAreInferred == true)
  }

  @Test(arguments: [
    "Predict", "RawPredict", "StreamRawPredict", "GenerateContent", "StreamGenerateContent",
    "BidiGenerateContent", "CountTokens", "ComputeTokens", "EmbedContent", "ServerStreamingPredict",
    "StreamingPredict", "DirectPredict", "DirectRawPredict", "PredictLongRunning",
    "ChatCompletions", "Explain",
  ])
  func `each method that predicts checks that permission`(method: String) throws {
    #expect(
      try bare("", "google.cloud.aiplatform.v1.PredictionService.\(method)").facts.denied.names
        == [Self.predict])
  }

  @Test(arguments: ["", "sts.identityProviders.checkLogging", "sts.identityproviders.checklogging"])
  func `an ErrorInfo without a real permission lacks none`(permission: String) throws {
    let metadata = #"{"permission":"\#(permission)"}"#
    let denied = try Sample(details: errorInfo("IAM_PERMISSION_DENIED", metadata: metadata))
      .facts.denied
    #expect(denied.isEmpty && denied.evidence == nil)
    #expect(!denied.areAll(among: ["a.b.c"]))
  }

  @Test func `nothing is inferred where a permission is named`() throws {
    var sample = bare("")
    sample.details = errorInfo("IAM_PERMISSION_DENIED", metadata: #"{"permission":"a.b.c"}"#)
    let denied = try sample.facts.denied
    #expect(denied.names == ["a.b.c"] && !denied.areInferred)
  }

  @Test func `nothing is inferred from more, from less, or from another service`() throws {
    let samples = [
      bare("Permission denied on something."), bare("", "x.EndpointService.DeployModel"),
      bare("", ""),
      Sample(message: "", method: "x.PredictionService.Predict"),
      Sample(
        message: "", service: "aiplatform.googleapis.com", method: "x.Predict",
        authorization: #"{"permission":"d.e.f","granted":true}"#),
    ]
    for sample in samples {
      #expect(try sample.facts.denied.isEmpty)
      #expect(Answer(try sample.judgement.verdict) == Answer(.unspecified))
    }
  }

  @Test func `what the evidence shows is masked and short`() throws {
    let key = "AIzaSyD3m0K3y-0123456789_abcdefGHIJKLMN"
    let message = "Permission 'a.b.c' denied for \(key) " + String(repeating: "x", count: 100_000)
    let long = String(repeating: "p.", count: 50_000) + "p"
    let samples = [
      Sample(message: message), Sample(authorization: refused(long)),
      Sample(details: errorInfo("IAM_PERMISSION_DENIED", metadata: "{\"permission\":\"\(long)\"}")),
      bare("", String(repeating: "x.", count: 50_000) + "Predict"),
    ]
    for sample in samples {
      let evidence = try #require(try sample.facts.denied.evidence)
      #expect(evidence.value.unicodeScalars.count <= Evidence.valueScalarLimit + 1)
      #expect(!evidence.value.contains(key.dropFirst(4)))
    }
  }

  @Test func `thousands of checks are read up to a limit`() throws {
    let checks = (0..<5000).map { refused("a.b.c\($0)") }.joined(separator: ",")
    let denied = try Sample(authorization: checks).facts.denied
    #expect(denied.names.count == DeniedPermissions.checkLimit)
    #expect(denied.isCut)
    #expect(try Sample(authorization: checks).judgement.isCut)
    let atLimit =
      checks.split(separator: "},").prefix(DeniedPermissions.checkLimit)
      .joined(separator: "},") + "}"
    #expect(try !Sample(authorization: atLimit).judgement.isCut)
  }

  @Test func `what was refused in another project is not asked for in this one`() throws {
    let checks = [
      refused("a.b.c", on: "projects/one-project/x"),
      refused("d.e.f", on: "projects/two-project/y"),
      refused("g.h.i", on: "projects/_/buckets/z"),
    ]
    let denied = try Sample(authorization: checks.joined(separator: ",")).facts.denied
    #expect(denied.names == ["a.b.c", "g.h.i"])
    #expect(denied.resource == "projects/one-project/x")
  }

  /// The resources of three refused checks, and which of the checks count.
  @Test(arguments: [
    (["projects/one/x", "//s.googleapis.com/projects/two/x", "x"], ["a.b.c0", "a.b.c2"]),
    (["x", "projects/one", "projects/two"], ["a.b.c0", "a.b.c1"]),
    (["projects/one", "projects/123", "projects/_"], ["a.b.c0", "a.b.c1", "a.b.c2"]),
    (["projects/123", "projects/one", "projects/456"], ["a.b.c0", "a.b.c1"]),
  ])
  func `a project's id and its number are not told apart, nor is no project from any`(
    resources: [String], names: [String]
  ) throws {
    let checks = resources.enumerated().map { refused("a.b.c\($0)", on: $1) }
    #expect(try Sample(authorization: checks.joined(separator: ",")).facts.denied.names == names)
  }

  @Test func `permissions equal by their bytes`() throws {
    let checks = refused("a.b.caf\u{E9}") + "," + refused("a.b.cafe\u{301}")
    #expect(try Sample(authorization: checks).facts.denied.names.count == 2)
  }
}
