import AuditLog
import DenialClassification

extension DenialJoins {
  /// Makes one denial of the entries that VPC Service Controls gave one id.
  ///
  /// The service logs one, the policy another, which says more.
  mutating func joinTwins(_ group: [JoinedRow]) -> [JoinedRow] {
    let order = group.sorted { left, right in
      let ranks = [left, right].map { row in
        (tables.findings[row.finding].group == .named ? 0 : 1, row.parts.isPolicyLog ? 0 : 1)
      }
      return (ranks[0].0, ranks[0].1, left.contentHash) < (
        ranks[1].0, ranks[1].1, right.contentHash
      )
    }
    guard var row = order.first else { return [] }
    if let spoken = order.first(where: { $0.parts.isPolicyLog && $0.details != 0 }) {
      row.details = spoken.details
    }
    for other in order.dropFirst() {
      complete(&row, from: other)
      row.fold(other)
    }
    merged.twins += max(group.count { !$0.isFromOtherNight } - 1, 0)
    return [row]
  }
}

/// When service perimeters refused each principal.
///
/// BigQuery logs a bare "Permission denied" next to the policy's entry, without its id, so that they
/// can be told to belong together only by who and when.
/// - Source: https://cloud.google.com/vpc-service-controls/docs/troubleshooting
struct PerimeterMoments: Sendable {
  /// In their order, by the number of the name.
  private var momentsByName: [Int32: [Int64]] = [:]

  init() {}

  init(of joins: DenialJoins) {
    for index in joins.rows.indices {
      let row = joins.rows[index]
      let finding = joins.tables.findings[joins.finding(of: row)]
      guard finding.cause == .vpcServiceControls, finding.group == .named,
        let timestamp = row.timestamp
      else { continue }
      momentsByName[finding.name, default: []].append(timestamp.nanosecondsSince1970)
    }
    for key in momentsByName.keys { momentsByName[key]?.sort() }
  }

  /// Whether a refusal without a reason stands beside one by a perimeter.
  func areNear(_ timestamp: Timestamp?, of finding: FindingKey) -> Bool {
    guard finding.cause == .unspecified, finding.group == .named, let timestamp,
      let moments = momentsByName[finding.name]
    else { return false }
    return Self.isAnyOf(moments, near: timestamp.nanosecondsSince1970)
  }

  /// How far apart two entries of one refusal may be: Google's own example has 83 ms.
  private static let neighbourNanoseconds: Int64 = 2_000_000_000

  /// Whether a moment of a sorted list is near another, found by halving.
  private static func isAnyOf(_ moments: [Int64], near moment: Int64) -> Bool {
    let (earliest, underflows) = moment.subtractingReportingOverflow(neighbourNanoseconds)
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if !underflows, moments[middle] < earliest { low = middle + 1 } else { high = middle }
    }
    guard low < moments.count else { return false }
    let (distance, overflows) = moments[low].subtractingReportingOverflow(moment)
    return !overflows && distance <= neighbourNanoseconds
  }
}
