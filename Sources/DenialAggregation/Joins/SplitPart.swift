import AuditLog
package import DenialClassification

/// A part of a divided entry that by itself is no denial and no success.
///
/// The parts share status and caller; `metadata` is spread over them. So a part may look like
/// another kind of failure, and it is the whole that must be judged.
/// - Source: https://cloud.google.com/logging/docs/audit/split-logs
package struct SplitPart: Hashable, Sendable {
  package var head: EntryHead
  package var split: Denial.Split
  package var entryClass: EntryClass
  /// The row of the decision table that decided.
  package var rule: String
  /// Whether this night has not read it itself.
  var isFromOtherNight = false

  package init(head: EntryHead, split: Denial.Split, entryClass: EntryClass, rule: String) {
    (self.head, self.split, self.entryClass, self.rule) = (head, split, entryClass, rule)
  }
}

/// The parts of divided entries that are no denials, each once.
package struct SplitParts: Sendable {
  /// How many are kept; more are counted by their own class.
  package static let limit = 65_536

  private(set) var parts: [DenialKey: SplitPart] = [:]
  /// Whether there were more.
  package private(set) var isCapped = false

  package init() {}

  package mutating func add(_ part: SplitPart, source: Int, byteOffset: Int) {
    insert(
      part,
      for: DenialKey(
        part.head, partIndex: part.split.index, source: source, byteOffset: byteOffset))
  }

  /// Adds a part that another night has read, unless this one has read it as well.
  mutating func addOfOtherNight(_ part: SplitPart) {
    let key = DenialKey(part.head, partIndex: part.split.index, source: 0, byteOffset: 0)
    guard parts[key] == nil, parts.count < Self.limit else { return }
    var part = part
    part.isFromOtherNight = true
    parts[key] = part
  }

  mutating func merge(_ other: SplitParts) {
    for (key, part) in other.parts { insert(part, for: key) }
    isCapped = isCapped || other.isCapped
  }

  /// Makes one of parts whose places are the same once copies of sources are known.
  ///
  /// - Parameter standsFor: The source that another is a copy of, by number.
  mutating func settle(_ standsFor: [Int: Int]) {
    var settled = SplitParts()
    settled.isCapped = isCapped
    for (key, part) in parts {
      if case .place(let source, let byteOffset) = key, let first = standsFor[source] {
        settled.insert(part, for: .place(source: first, byteOffset: byteOffset))
      } else {
        settled.insert(part, for: key)
      }
    }
    self = settled
  }

  /// The parts of each divided entry.
  var byUID: [ExactText: [SplitPart]] {
    Dictionary(grouping: parts.values) { ExactText($0.split.uid) }
  }

  private mutating func insert(_ part: SplitPart, for key: DenialKey) {
    if let present = parts[key] {
      if part.precedes(present) { parts[key] = part }
    } else if parts.count < Self.limit {
      parts[key] = part
    } else {
      isCapped = true
    }
  }
}

extension SplitPart {
  /// The row that comes first in the table speaks for all parts.
  var rank: Int { DecisionTable.rank(ofRow: rule) }

  /// Of copies that differ, the one stays whose row comes first.
  fileprivate func precedes(_ other: SplitPart) -> Bool {
    order < other.order
  }

  private var order: (Int, ExactText, ExactText, Int, ExactText) {
    (
      rank, ExactText(rule), ExactText(split.uid), split.total, ExactText(head.timestampText)
    )
  }
}
