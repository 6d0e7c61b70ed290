import AuditLog
import Testing

@testable import DenialClassification

/// What a denial keeps of the metadata of VPC Service Controls.
struct PerimeterFactsTests {
  private static let type =
    #""@type":"type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata""#

  private static func perimeter(_ members: String, payload: String = "") throws
    -> Denial.Perimeter?
  {
    let comma = members.isEmpty ? "" : ","
    return try Sample(metadata: "{\(type)\(comma)\(members)}", payload: payload).denial.perimeter
  }

  @Test func `all that a report needs is kept`() throws {
    let perimeter = try #require(
      try Self.perimeter(
        """
        "violationReason":"NO_MATCHING_ACCESS_LEVEL","deviceState":"Cross Organization",\
        "securityPolicyInfo":{"servicePerimeterName":"accessPolicies/1/servicePerimeters/a",\
        "organizationId":"9"},"accessLevels":["accessPolicies/1/accessLevels/x"],\
        "ingressViolations":[{"targetResource":"projects/2","servicePerimeter":\
        "accessPolicies/1/servicePerimeters/b","targetResourcePermissions":["a.b.c"]}],\
        "egressViolations":[{"targetResource":"projects/3","source":"projects/2",\
        "sourceType":"Resource","servicePerimeter":"accessPolicies/1/servicePerimeters/a"}]
        """,
        payload: """
          "requestMetadata":{"callerNetwork":\
          "//compute.googleapis.com/projects/p/global/networks/n"}
          """))
    #expect(perimeter.reason == "NO_MATCHING_ACCESS_LEVEL")
    #expect(perimeter.name == "accessPolicies/1/servicePerimeters/a")
    #expect(perimeter.accessLevels == ["accessPolicies/1/accessLevels/x"])
    #expect(perimeter.deviceState == "Cross Organization")
    #expect(perimeter.callerNetwork == "//compute.googleapis.com/projects/p/global/networks/n")
    var ingress = Denial.Perimeter.Violation(direction: .ingress)
    (ingress.target, ingress.permissions) = ("projects/2", ["a.b.c"])
    ingress.perimeter = "accessPolicies/1/servicePerimeters/b"
    var egress = Denial.Perimeter.Violation(direction: .egress)
    (egress.target, egress.source, egress.sourceType) = ("projects/3", "projects/2", "Resource")
    #expect(perimeter.violations == [ingress, egress], "the entry's own perimeter is named once")
    #expect(perimeter.violationsLeftOut == 0)
  }

  @Test func `a perimeter that only the violation names is that of the entry`() throws {
    let perimeter = try Self.perimeter(
      #""ingressViolations":{"servicePerimeter":"accessPolicies/1/servicePerimeters/b"}"#)
    #expect(perimeter?.name == "accessPolicies/1/servicePerimeters/b")
    #expect(perimeter?.violations == [.init(direction: .ingress)])
  }

  @Test(arguments: [
    "", #""violationReason":7"#, #""ingressViolations":[],"egressViolations":"x""#,
    #""securityPolicyInfo":"x","accessLevels":{"a":"b"},"deviceState":null"#,
  ])
  func `metadata that says nothing is nothing`(members: String) throws {
    #expect(try Self.perimeter(members) == nil)
  }

  @Test func `other metadata and other causes have no perimeter`() throws {
    let denial = try Sample(
      message: "Request is prohibited by organization's policy.",
      metadata: #"{"violationReason":"NO_MATCHING_ACCESS_LEVEL"}"#
    ).denial
    #expect(denial.cause == .vpcServiceControls && denial.perimeter == nil)
    #expect(try Sample(message: "no").denial.perimeter == nil)
  }

  @Test(arguments: [(0, 0), (8, 0), (9, 1), (1000, 992)])
  func `violations beyond a limit are counted`(count: Int, leftOut: Int) throws {
    let list = Array(repeating: #"{"targetResource":"projects/2"}"#, count: count)
      .joined(separator: ",")
    let levels = Array(repeating: #""x""#, count: 100).joined(separator: ",")
    let perimeter = try #require(
      try Self.perimeter(
        #""violationReason":"R","egressViolations":[\#(list)],"accessLevels":[\#(levels)]"#))
    #expect(perimeter.violations.count == min(count, 8))
    #expect(perimeter.violationsLeftOut == leftOut)
    #expect(perimeter.accessLevels.count == 16)
  }

  @Test(arguments: ViolationReason.all)
  func `each known reason has words`(reason: ViolationReason) throws {
    let read = try #require(try Self.perimeter(#""violationReason":"\#(reason.name)""#))
    #expect(ViolationReason(read.reason) == reason)
    #expect(!reason.meaning.isEmpty && !reason.cure.isEmpty)
    for text in [reason.meaning, reason.cure] {
      #expect(text.utf8.allSatisfy { 0x20...0x7E ~= $0 } && text.last != ".")
    }
  }

  @Test(arguments: [
    "NO_MATCHING_ACCESS_LEVEL", "NETWORK_NOT_IN_SAME_SERVICE_PERIMETER",
    "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER", "RESOURCE_NOT_IN_SAME_SERVICE_PERIMETER",
    "SERVICE_NOT_ALLOWED_FROM_VPC",
  ])
  func `the reasons of Google's documents are known`(name: String) {
    #expect(ViolationReason(name)?.name == name)
  }

  @Test(arguments: ["", "no_matching_access_level", "NO_MATCHING_ACCESS_LEVEL ", "NEW_REASON"])
  func `another reason has no words`(name: String) {
    #expect(ViolationReason(name) == nil)
  }

  @Test func `explain says where each of it stands`() throws {
    let sample = Sample(
      metadata: """
        {\(Self.type),"dryRun":true,"violationReason":"NO_MATCHING_ACCESS_LEVEL",\
        "ingressViolations":[{"targetResource":"projects/2","source":"projects/3"}]}
        """)
    let explanation = Explanation(try sample.entry)
    #expect(explanation.denial == nil && explanation.dryRun?.perimeter != nil)
    let says = explanation.statements.map { "\($0.subject.rawValue) \($0.value) \($0.path)" }
    let path = "protoPayload.metadata"
    for line in [
      "violationReason NO_MATCHING_ACCESS_LEVEL \(path).violationReason",
      "dryRun true \(path).dryRun", "direction ingress \(path).ingressViolations[0]",
      "source projects/3 \(path).ingressViolations[0].source",
      "target projects/2 \(path).ingressViolations[0].targetResource",
    ] {
      #expect(says.contains(line), "\(line)")
    }
  }
}
