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
    // Of entries of other nights the books say nothing.
    let ownCount = group.count { !$0.isFromOtherNight }
    if let first = others.min(by: { $0.rank < $1.rank }), first.rank < row.parts.rank {
      reclassified[first.entryClass, default: 0] += ownCount
      for var row in group {
        row.evidenceCount = group.count + others.count
        note(row, isCounted: false)
      }
      return []
    }
    for other in order.dropFirst() {
      complete(&row, from: other)
      row.fold(other)
    }
    row.evidenceCount += others.count
    let ownOthers = others.filter { !$0.isFromOtherNight }
    for part in ownOthers { reclassified[part.entryClass, default: 0] -= 1 }
    merged.splits += max(ownCount - 1, 0) + ownOthers.count
    let indexes = Set(
      group.map(\.parts.splitIndex) + others.map { Int32(clamping: $0.split.index) })
    let count = (group.map(\.parts.splitCount) + others.map { Int32(clamping: $0.split.total) })
      .max()
    row.parts.isIncomplete = indexes.count < count ?? 0
    return [row]
  }
}
