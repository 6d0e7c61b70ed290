import AuditLog
import DenialClassification

/// A row in full, while it is joined with others; numbers are of strings unless said otherwise.
struct JoinedRow {
  /// The number of the finding.
  var finding: Int32
  var insertID: Int32
  var resource: Int32
  var method: Int32
  var origin: CallOrigin
  var target: Int32
  var evidencePath: Int32
  var evidenceValue: Int32
  /// The number of the details.
  var details: Int32
  var confidence: Confidence
  var permissionsAreInferred: Bool
  let isOpenRefusal: Bool
  var parts: RowParts.Links
  let timestamp: Timestamp?
  let key: DenialKeyHash
  let contentHash: UInt32
  /// The denials that were folded into it.
  private(set) var folded: [Version] = []
  /// How many entries were looked at together to tell what it is.
  var evidenceCount = 1
  /// Whether this night has read nothing of it.
  var isFromOtherNight = false

  /// What a history knows a denial by.
  struct Version {
    let key: DenialKeyHash
    let timestamp: Timestamp?
    let contentHash: UInt32
  }

  init(_ row: DenialRow, _ parts: RowParts, _ tables: DenialTables) {
    let context = tables.contexts[Int(row.context)]
    let call = tables.calls[Int(context.call)]
    (finding, method, target) = (call.finding, call.method, call.target)
    (details, permissionsAreInferred) = (call.details, call.permissionsAreInferred)
    resource = max(0, tables.places[Int(context.place)].resource)
    origin = tables.origins[Int(context.origin)]
    (insertID, confidence) = (parts.insertID, parts.confidence)
    (evidencePath, evidenceValue) = (parts.evidencePath, parts.evidenceValue)
    (isOpenRefusal, self.parts) = (parts.isOpenRefusal, parts.links)
    (timestamp, key, contentHash) = (row.timestamp, row.key, row.contentHash)
  }

  /// What was asked for, as a table holds it.
  var call: DeniedCall {
    DeniedCall(
      finding: finding, method: method, target: target, details: details,
      permissionsAreInferred: permissionsAreInferred)
  }

  /// Whether it is half of a call whose other half is not here.
  var lacksHalf: Bool { parts.operation != 0 && !parts.hasPartner }

  /// This denial without those that were folded into it.
  var version: Version { Version(key: key, timestamp: timestamp, contentHash: contentHash) }

  /// Takes note that another row is of the same refusal and counts no more.
  mutating func fold(_ other: JoinedRow) {
    folded.append(other.version)
    folded += other.folded
    evidenceCount += other.evidenceCount
    isFromOtherNight = isFromOtherNight && other.isFromOtherNight
  }

  /// Takes from another row of the same refusal where the call came from, where this one is silent.
  mutating func fillGaps(from other: JoinedRow) {
    if origin.callerIP == 0 { origin.callerIP = other.origin.callerIP }
    if origin.userAgent == 0 { origin.userAgent = other.origin.userAgent }
    if origin.key == 0 { origin.key = other.origin.key }
    if origin.oauthClientID == 0 { origin.oauthClientID = other.origin.oauthClientID }
    if origin.delegation == 0 { origin.delegation = other.origin.delegation }
    if resource == 0 { resource = other.resource }
    if target == 0 { target = other.target }
    if details == 0 { details = other.details }
    if parts.operation == 0 {
      parts.operation = other.parts.operation
      parts.isFirstHalf = other.parts.isFirstHalf
    }
    if parts.perimeter == 0 { parts.perimeter = other.parts.perimeter }
  }
}
