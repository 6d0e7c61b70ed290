import AuditLog
import DenialClassification

extension DenialJoins {
  /// Makes one denial of the parts of a divided entry.
  ///
  /// The parts hold different pieces of one entry, so the row of the decision table that comes first
  /// would have decided on the whole. If that row sees no denial, none is left.
  mutating func joinParts(
    _ group: [JoinedRow], others: [ExactText: [SplitPart]]
  ) -> [JoinedRow] {
    let order = group.sorted {
      ($0.parts.rank, $0.parts.splitIndex, $0.contentHash)
        < ($1.parts.rank, $1.parts.splitIndex, $1.contentHash)
    }
    guard var row = order.first else { return [] }
    let others = others[ExactText(tables.strings[row.parts.split])] ?? []
    if let first = others.min(by: { $0.rank < $1.rank }), first.rank < row.parts.rank {
      reclassified[first.entryClass, default: 0] += group.count
      return []
    }
    for other in order.dropFirst() { complete(&row, from: other) }
    for part in others { reclassified[part.entryClass, default: 0] -= 1 }
    merged.splits += group.count - 1 + others.count
    let indexes = Set(
      group.map(\.parts.splitIndex) + others.map { Int32(clamping: $0.split.index) })
    let count = (group.map(\.parts.splitCount) + others.map { Int32(clamping: $0.split.total) })
      .max()
    row.parts.isIncomplete = indexes.count < count ?? 0
    return [row]
  }
}
