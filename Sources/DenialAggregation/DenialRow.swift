import AuditLog
package import DenialClassification
import IAM

/// One distinct denial, with numbers in place of its strings.
struct DenialRow: Sendable {
  var finding: Int32
  var insertID: Int32
  var resource: Int32
  var method: Int32
  var callerIP: Int32
  var userAgent: Int32
  var key: Int32
  /// The service account or quota project that a binding would go on; 0 for the project.
  var target: Int32
  var evidencePath: Int32
  var evidenceValue: Int32
  var confidence: Confidence
  var permissionsAreInferred: Bool
  /// `nil` if the log has none that can be read.
  var timestamp: Timestamp?
  /// Tells copies that differ apart, and orders them.
  var contentHash: UInt64

  init(_ denial: Denial, findings: inout FindingTable, strings: inout StringTable) {
    finding = findings.number(of: FindingIdentity(denial))
    insertID = strings.number(of: denial.insertID)
    resource = strings.number(of: denial.resource)
    method = strings.number(of: denial.method)
    callerIP = strings.number(of: denial.callerIP)
    userAgent = strings.number(of: UserAgent.shown(denial.userAgent))
    key = strings.number(of: denial.key)
    target = strings.number(
      of: denial.serviceAccount.isEmpty ? denial.quotaProject : denial.serviceAccount)
    evidencePath = strings.number(of: denial.evidence.path)
    evidenceValue = strings.number(of: denial.evidence.value)
    confidence = denial.confidence
    permissionsAreInferred = denial.permissionsAreInferred
    timestamp = denial.timestamp
    contentHash = denial.contentHash
  }

  /// The same row in a tally with other numbers.
  func renumbered(strings: [Int32], findings: [Int32]) -> DenialRow {
    var row = self
    row.finding = findings[Int(finding)]
    row.insertID = strings[Int(insertID)]
    row.resource = strings[Int(resource)]
    row.method = strings[Int(method)]
    row.callerIP = strings[Int(callerIP)]
    row.userAgent = strings[Int(userAgent)]
    row.key = strings[Int(key)]
    row.target = strings[Int(target)]
    row.evidencePath = strings[Int(evidencePath)]
    row.evidenceValue = strings[Int(evidenceValue)]
    return row
  }
}

extension Denial {
  /// A hash of everything in the denial, the same on every machine.
  package var contentHash: UInt64 {
    var hash = StableHash()
    for text in [
      insertID, timestampText, logName, cause.rawValue, rule, confidence.rawValue, evidence.path,
      evidence.value, caller.email, caller.subject, caller.mappedPrincipal, project, service,
      method, resource, serviceAccount, quotaProject, callerIP, userAgent, key, oauthClientID,
      perimeterID,
    ] {
      hash.combine(text)
    }
    for list in [permissions, delegation] {
      hash.combine(String(list.count))
      for text in list { hash.combine(text) }
    }
    hash.combine(operation.map { "\($0.id) \($0.producer) \($0.isFirst) \($0.isLast)" } ?? "")
    hash.combine(split.map { "\($0.uid) \($0.index) \($0.total)" } ?? "")
    hash.combine(
      quota.map { "\($0.metric) \($0.limitName) \($0.limitValue) \($0.unit)" } ?? "")
    return hash.value
  }
}

/// What a caller's program says it is, made comparable.
enum UserAgent {
  /// The user agent without what Google's front ends append at each hop and without gcloud's
  /// number of the single invocation, which would make each call its own.
  static func shown(_ userAgent: String) -> String {
    var text = userAgent[...]
    while let shorter = [",gzip(gfe)", "gzip(gfe)"].first(where: text.hasSuffix) {
      text = text.dropLast(shorter.count)
      while text.last == " " { text = text.dropLast() }
    }
    return text.split(separator: " ").filter { !$0.hasPrefix("invocation-id/") }
      .joined(separator: " ")
  }
}
