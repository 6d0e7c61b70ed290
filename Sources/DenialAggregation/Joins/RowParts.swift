import AuditLog
import DenialClassification

/// What a row may have in common with others; most denials have nothing of it.
struct RowParts: Sendable {
  var row: UInt32
  /// Of the version of the denial that this is; another one may stay instead.
  let contentHash: UInt32
  var insertID: Int32
  var evidencePath: Int32
  var evidenceValue: Int32
  let confidence: Confidence
  /// Whether what another entry says of caller and permissions may change the cause.
  let isOpenRefusal: Bool
  var links: Links

  /// What tells that other entries speak of the same refusal.
  struct Links: Hashable, Sendable {
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
  }

  /// - Returns: `nil` if the denial has nothing in common with others.
  init?(
    _ denial: borrowing Denial, row: UInt32, contentHash: UInt32, strings: inout StringTable
  ) {
    guard denial.mayBeJoined else { return nil }
    (self.row, self.contentHash) = (row, contentHash)
    insertID = strings.number(of: denial.insertID)
    evidencePath = strings.number(of: denial.evidence.path)
    evidenceValue = strings.number(of: denial.evidence.value)
    confidence = denial.confidence
    isOpenRefusal = PolicyRefusal.isOpen(denial.rule)
    links = Links()
    if denial.isHalf, let half = denial.operation {
      links.operation = strings.number(of: half.key.string)
      links.isFirstHalf = half.isFirst
    }
    if let part = denial.split {
      links.split = strings.number(of: part.uid)
      links.splitIndex = Int32(clamping: part.index)
      links.splitCount = Int32(clamping: part.total)
    }
    links.rank = Int16(DecisionTable.rank(ofRow: denial.rule))
    links.perimeter = strings.number(of: denial.perimeterID)
    links.isPolicyLog = denial.logName.utf8.suffix(6).elementsEqual("policy".utf8)
  }

  /// The same in a tally with other numbers.
  func renumbered(rows: [UInt32], strings: [Int32]) -> RowParts {
    var parts = self
    parts.row = rows[Int(row)]
    parts.insertID = strings[Int(insertID)]
    parts.evidencePath = strings[Int(evidencePath)]
    parts.evidenceValue = strings[Int(evidenceValue)]
    parts.links.operation = strings[Int(links.operation)]
    parts.links.split = strings[Int(links.split)]
    parts.links.perimeter = strings[Int(links.perimeter)]
    return parts
  }
}

extension Denial {
  /// Whether other entries may speak of the same refusal.
  var mayBeJoined: Bool { isHalf || split != nil || !perimeterID.isEmpty }

  fileprivate var isHalf: Bool { operation.map { $0.isFirst != $0.isLast } ?? false }
}
