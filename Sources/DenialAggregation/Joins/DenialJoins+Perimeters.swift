import AuditLog
import DenialClassification

extension DenialJoins {
  /// Makes one denial of the entries that VPC Service Controls gave one id.
  ///
  /// The service logs one, the policy another, which says more.
  mutating func joinTwins(_ group: [DenialRow]) -> [DenialRow] {
    let order = group.sorted { left, right in
      let ranks = [left, right].map { row in
        (findings[row.finding].group == .named ? 0 : 1, row.parts.isPolicyLog ? 0 : 1)
      }
      return (ranks[0].0, ranks[0].1, left.contentHash) < (
        ranks[1].0, ranks[1].1, right.contentHash
      )
    }
    guard var row = order.first else { return [] }
    if let spoken = order.first(where: { $0.parts.isPolicyLog && $0.details != 0 }) {
      row.details = spoken.details
    }
    for other in order.dropFirst() { complete(&row, from: other) }
    merged.twins += group.count - 1
    return [row]
  }

  /// Marks refusals without a reason that stand beside one by a perimeter.
  ///
  /// BigQuery logs a bare "Permission denied" next to the policy's entry, without its id, so that
  /// they can be told to belong together only by who and when.
  /// - Source: https://cloud.google.com/vpc-service-controls/docs/troubleshooting
  mutating func markNeighboursOfPerimeters() {
    var momentsByName: [ExactText: [Int64]] = [:]
    for row in rows {
      let identity = findings[row.finding]
      guard identity.cause == .vpcServiceControls, identity.group == .named,
        let timestamp = row.timestamp
      else { continue }
      momentsByName[ExactText(identity.name), default: []].append(timestamp.nanosecondsSince1970)
    }
    guard !momentsByName.isEmpty else { return }
    for key in momentsByName.keys { momentsByName[key]?.sort() }
    for index in rows.indices {
      let identity = findings[rows[index].finding]
      guard identity.cause == .unspecified, identity.group == .named,
        let timestamp = rows[index].timestamp,
        let moments = momentsByName[ExactText(identity.name)]
      else { continue }
      rows[index].parts.isBesidePerimeter =
        Self.isAnyOf(moments, near: timestamp.nanosecondsSince1970)
    }
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
