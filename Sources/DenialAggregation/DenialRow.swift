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
  var oauthClientID: Int32
  /// The service account or quota project that a binding would go on; 0 for the project.
  var target: Int32
  var evidencePath: Int32
  var evidenceValue: Int32
  /// What the denial says of a perimeter, a quota or credentials; 0 if nothing.
  var details: Int32
  var confidence: Confidence
  var permissionsAreInferred: Bool
  /// Whether what another entry says of caller and permissions may change the cause.
  var isOpenRefusal: Bool
  /// What the row may have in common with others, if anything.
  var parts: Parts
  /// `nil` if the log has none that can be read.
  var timestamp: Timestamp?
  /// Tells copies that differ apart, and orders them.
  var contentHash: UInt64

  /// What tells that other entries speak of the same refusal.
  struct Parts: Hashable, Sendable {
    /// The id and producer of the call that this is a half of; 0 if it is none.
    var operation: Int32 = 0
    var isFirstHalf = false
    /// Whether the other half is known.
    var hasPartner = false
    /// The id of the divided entry that this is a part of; 0 if it is none.
    var split: Int32 = 0
    var splitIndex: Int32 = 0
    var splitCount: Int32 = 0
    /// Whether a part is missing.
    var isIncomplete = false
    /// The place in the decision table of the row that decided.
    var rank: Int16 = 0
    /// What VPC Service Controls names the refusal by; 0 if nothing.
    var perimeter: Int32 = 0
    var isPolicyLog = false
    /// Whether a service perimeter refused the same principal within two seconds.
    var isBesidePerimeter = false
  }

  init(
    _ denial: Denial, findings: inout FindingTable, strings: inout StringTable,
    details table: inout DetailsTable
  ) {
    finding = findings.number(of: FindingIdentity(denial))
    insertID = strings.number(of: denial.insertID)
    resource = strings.number(of: denial.resource)
    method = strings.number(of: denial.method)
    callerIP = strings.number(of: denial.callerIP)
    userAgent = strings.number(of: UserAgent.shown(denial.userAgent))
    key = strings.number(of: denial.key)
    oauthClientID = strings.number(of: denial.oauthClientID)
    target = strings.number(
      of: denial.serviceAccount.isEmpty ? denial.quotaProject : denial.serviceAccount)
    evidencePath = strings.number(of: denial.evidence.path)
    evidenceValue = strings.number(of: denial.evidence.value)
    details = table.number(of: denial)
    confidence = denial.confidence
    permissionsAreInferred = denial.permissionsAreInferred
    isOpenRefusal = PolicyRefusal.isOpen(denial.rule)
    parts = Parts(denial, strings: &strings)
    timestamp = denial.timestamp
    contentHash = denial.contentHash
  }

  /// The same row in a tally with other numbers.
  func renumbered(strings: [Int32], findings: [Int32], details table: [Int32]) -> DenialRow {
    var row = self
    row.finding = findings[Int(finding)]
    row.insertID = strings[Int(insertID)]
    row.resource = strings[Int(resource)]
    row.method = strings[Int(method)]
    row.callerIP = strings[Int(callerIP)]
    row.userAgent = strings[Int(userAgent)]
    row.key = strings[Int(key)]
    row.oauthClientID = strings[Int(oauthClientID)]
    row.target = strings[Int(target)]
    row.evidencePath = strings[Int(evidencePath)]
    row.evidenceValue = strings[Int(evidenceValue)]
    row.details = table[Int(details)]
    row.parts.operation = strings[Int(parts.operation)]
    row.parts.split = strings[Int(parts.split)]
    row.parts.perimeter = strings[Int(parts.perimeter)]
    return row
  }
}

extension DenialRow.Parts {
  init(_ denial: Denial, strings: inout StringTable) {
    if let half = denial.operation, half.isFirst != half.isLast {
      operation = strings.number(of: half.key.string)
      isFirstHalf = half.isFirst
    }
    if let part = denial.split {
      split = strings.number(of: part.uid)
      (splitIndex, splitCount) = (Int32(clamping: part.index), Int32(clamping: part.total))
    }
    rank = Int16(DecisionTable.rank(ofRow: denial.rule))
    perimeter = strings.number(of: denial.perimeterID)
    isPolicyLog = denial.logName.utf8.suffix(6).elementsEqual("policy".utf8)
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
    for text in DenialDetails(self)?.texts ?? [] { hash.combine(text) }
    return hash.value
  }
}

/// What a caller's program says it is, made comparable.
enum UserAgent {
  /// The user agent without what Google's front ends append at each hop and without gcloud's
  /// number of the single invocation, which would make each call its own.
  static func shown(_ userAgent: String) -> String {
    if isShown(userAgent.utf8.span) { return userAgent }
    var text = userAgent[...]
    while let shorter = [",gzip(gfe)", "gzip(gfe)"].first(where: text.hasSuffix) {
      text = text.dropLast(shorter.count)
      while text.last == " " { text = text.dropLast() }
    }
    if isShown(text.utf8.span) { return String(text) }
    return text.split(separator: " ").filter { !$0.hasPrefix("invocation-id/") }
      .joined(separator: " ")
  }

  /// Whether nothing is to be left out, as far as a quick look tells.
  private static func isShown(_ text: Span<UInt8>) -> Bool {
    guard let last = text.indices.last else { return true }
    // The suffixes end in a parenthesis; the words that go begin with an i.
    guard text[last] != UInt8(ascii: ")"), text[last] != 0x20, text[0] != 0x20 else { return false }
    for index in 1..<text.count where text[index - 1] == 0x20 {
      if text[index] == 0x20 || text[index] == UInt8(ascii: "i") { return false }
    }
    return text[0] != UInt8(ascii: "i")
  }
}
