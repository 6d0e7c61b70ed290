import AuditLog
import DenialClassification

/// What the rows say, by numbers: of strings, where nothing else is said; 0 is for nothing.
///
/// Equal numbers mean equal bytes, so that a report counts by number and makes a string only of
/// what it shows.
extension DenialJoins {
  func finding(of row: DenialRow) -> Int32 { call(of: row).finding }
  /// 0 also for a resource that is left out.
  func resource(of row: DenialRow) -> Int32 { max(0, sampledResource(of: row)) }
  func method(of row: DenialRow) -> Int32 { call(of: row).method }
  func callerIP(of row: DenialRow) -> Int32 { origin(of: row).callerIP }
  func userAgent(of row: DenialRow) -> Int32 { origin(of: row).userAgent }
  func key(of row: DenialRow) -> Int32 { origin(of: row).key }
  func delegation(of row: DenialRow) -> Int32 { origin(of: row).delegation }
  /// The service account or quota project that a binding would go on.
  func target(of row: DenialRow) -> Int32 { call(of: row).target }
  /// The number of what the denial says of a perimeter, a quota or credentials.
  func details(of row: DenialRow) -> Int32 { call(of: row).details }
  /// What VPC Service Controls names the refusal by.
  func perimeterID(of row: DenialRow) -> Int32 { joinedFacts(of: row)?.perimeterID ?? 0 }
  func permissionsAreInferred(of row: DenialRow) -> Bool { call(of: row).permissionsAreInferred }
  /// Whether a service perimeter refused the same principal within two seconds.
  func isBesidePerimeter(_ row: DenialRow) -> Bool {
    perimeterMoments.areNear(row.timestamp, of: tables.findings[finding(of: row)])
  }
  /// `nil` if the log has none that can be read.
  func timestamp(of row: DenialRow) -> Timestamp? { row.timestamp }

  /// Whether the finding has so many resources that a sample of them is shown, and this one is not in
  /// it.
  func isResourceLeftOut(of row: DenialRow) -> Bool {
    sampledResource(of: row) == DeniedPlace.leftOut
  }

  private func sampledResource(of row: DenialRow) -> Int32 {
    tables.sampledResource(ofPlace: context(of: row).place)
  }

  /// What a row shares with others: equal rows of a loop have one context.
  func context(of row: DenialRow) -> DenialContext { tables.contexts[Int(row.context)] }
  func call(of row: DenialRow) -> DeniedCall { tables.calls[Int(context(of: row).call)] }
  func origin(of row: DenialRow) -> CallOrigin { tables.origins[Int(context(of: row).origin)] }

  /// Every distinct text.
  var strings: StringTable { tables.strings }

  /// How many findings were ever seen; their numbers are below that, and some may have no row.
  var findingCount: Int { tables.findings.count }

  /// What identifies a finding; made anew each time.
  func identity(ofFinding number: Int32) -> FindingIdentity { tables.identity(of: number) }

  /// The same by numbers.
  func key(ofFinding number: Int32) -> FindingKey { tables.findings[number] }
  func permissions(of key: FindingKey) -> [Int32] { tables.findings.permissions(of: key) }

  /// Details by their numbers, made anew each time.
  var details: DetailsReader { DetailsReader(table: tables.details, strings: tables.strings) }

  /// The earliest denials of a finding by timestamp, insertId and content, the earliest first.
  ///
  /// - Parameter number: The finding.
  /// - Returns: Up to ``DenialExample/limit`` with an insertId, and one without if it comes first.
  func earliest(ofFinding number: Int32) -> [DenialExample] {
    let examples = callsByFinding[number].flatMap { self.examples.examples(of: Int($0)) }
      .sorted { $1.follows($0) }
    let nameless = examples.prefix { $0.insertID.isEmpty }.prefix(1)
    let named = examples.filter { !$0.insertID.isEmpty }.prefix(DenialExample.limit)
    return (nameless + named).map { example in
      DenialExample(
        insertID: example.insertID, resource: example.resource, evidencePath: example.evidencePath,
        evidenceValue: example.evidenceValue, confidence: example.confidence)
    }
  }
}

/// What a report shows of one of the earliest denials of a finding.
struct DenialExample {
  /// Empty if the log has none.
  let insertID: String
  /// The number of a string, like the other two.
  let resource: Int32
  let evidencePath: Int32
  let evidenceValue: Int32
  let confidence: Confidence

  /// How many of a finding are shown.
  static let limit = 5
}

/// Reads ``DenialDetails``.
struct DetailsReader {
  fileprivate let table: DetailsTable
  fileprivate let strings: StringTable

  subscript(number: Int32) -> DenialDetails? { table.details(number, strings: strings) }
}
