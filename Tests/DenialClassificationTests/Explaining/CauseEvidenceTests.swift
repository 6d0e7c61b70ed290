import AuditLog
import Foundation
import Testing

@testable import DenialClassification

/// The made-up evidence of each cause, tried on the table itself.
struct CauseEvidenceTests {
  /// A refused call of a service account that says nothing more.
  private static let bare = #"""
    {"logName":"projects/acme-prod/logs/cloudaudit.googleapis.com%2Factivity",
     "protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog",
      "serviceName":"example.googleapis.com","methodName":"google.example.v1.Example.Change",
      "resourceName":"projects/acme-prod/things/one",
      "authenticationInfo":{"principalEmail":"app@acme-prod.iam.gserviceaccount.com"},
      "status":{"code":7,"message":"Request failed."}}}
    """#

  /// The bare entry with all of a cause's evidence in it.
  private static func entry(of cause: DenialCause) throws -> LogEntry {
    var entry = try JSONSerialization.jsonObject(with: Data(bare.utf8))
    for evidence in cause.evidence {
      let value: Any = Int(evidence.value) ?? (evidence.value == "false" ? false : evidence.value)
      entry = try JSONPath(evidence.path).setting(value, in: entry)
    }
    let line = String(decoding: try JSONSerialization.data(withJSONObject: entry), as: UTF8.self)
    return try LogEntry(line: line.utf8.span)
  }

  @Test(arguments: DenialCause.allCases)
  func `an entry with just the evidence of a cause is judged to be of it`(
    cause: DenialCause
  ) throws {
    #expect(!cause.evidence.isEmpty && cause.evidence.count <= 3)
    let verdict = Judgement(try Self.entry(of: cause)).verdict
    #expect(verdict.answer == .denial(cause))
  }

  @Test func `without any evidence nothing can be told`() throws {
    let verdict = Judgement(try LogEntry(line: Self.bare.utf8.span)).verdict
    #expect(verdict.answer == .denial(.unspecified))
    #expect(verdict.rule == "10i")
  }
}
