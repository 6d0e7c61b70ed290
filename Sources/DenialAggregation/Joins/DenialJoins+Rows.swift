import AuditLog
import DenialClassification

/// What the rows say, by numbers: of strings, where nothing else is said; 0 is for nothing.
///
/// Equal numbers mean equal bytes, so that a report counts by number and makes a string only of
/// what it shows.
extension DenialJoins {
  func finding(of row: DenialRow) -> Int32 { row.finding }
  func resource(of row: DenialRow) -> Int32 { row.resource }
  func method(of row: DenialRow) -> Int32 { row.method }
  func callerIP(of row: DenialRow) -> Int32 { row.callerIP }
  func userAgent(of row: DenialRow) -> Int32 { row.userAgent }
  func key(of row: DenialRow) -> Int32 { row.key }
  /// The service account or quota project that a binding would go on.
  func target(of row: DenialRow) -> Int32 { row.target }
  /// The number of what the denial says of a perimeter, a quota or credentials.
  func details(of row: DenialRow) -> Int32 { row.details }
  /// What VPC Service Controls names the refusal by.
  func perimeterID(of row: DenialRow) -> Int32 { row.parts.perimeter }
  func permissionsAreInferred(of row: DenialRow) -> Bool { row.permissionsAreInferred }
  /// Whether a service perimeter refused the same principal within two seconds.
  func isBesidePerimeter(_ row: DenialRow) -> Bool { row.parts.isBesidePerimeter }
  /// `nil` if the log has none that can be read.
  func timestamp(of row: DenialRow) -> Timestamp? { row.timestamp }

  /// How many findings were ever seen; their numbers are below that, and some may have no row.
  var findingCount: Int { findings.count }

  /// What identifies a finding; made anew each time.
  func identity(ofFinding number: Int32) -> FindingIdentity { findings[number] }

  /// The earliest denials of a finding by timestamp, insertId and content, the earliest first.
  ///
  /// - Parameters:
  ///   - number: The finding.
  ///   - rows: All of its rows.
  /// - Returns: At most ``DenialExample/limit``.
  func earliest(ofFinding number: Int32, rows: some Sequence<DenialRow>) -> [DenialExample] {
    let order = { (row: DenialRow) in
      (
        row.timestamp?.nanosecondsSince1970 ?? .max, ExactText(strings[row.insertID]),
        row.contentHash
      )
    }
    var earliest: [DenialRow] = []
    for row in rows {
      if earliest.count == DenialExample.limit, let last = earliest.last, order(last) <= order(row)
      {
        continue
      }
      let place = earliest.firstIndex { order(row) < order($0) } ?? earliest.count
      earliest.insert(row, at: place)
      if earliest.count > DenialExample.limit { earliest.removeLast() }
    }
    return earliest.map { row in
      DenialExample(
        insertID: strings[row.insertID], resource: row.resource, evidencePath: row.evidencePath,
        evidenceValue: row.evidenceValue, confidence: row.confidence)
    }
  }
}

/// What a report shows of one of the earliest denials of a finding.
struct DenialExample {
  let insertID: String
  /// The number of a string, like the other two.
  let resource: Int32
  let evidencePath: Int32
  let evidenceValue: Int32
  let confidence: Confidence

  /// How many of a finding are shown.
  static let limit = 5
}
