import AuditLog
import DenialAggregation
import DenialClassification

/// What of a batch must be looked at in the order of the input, whichever worker is done first.
struct ScannedBatch: Sendable {
  /// How many lines there were.
  var lineCount = 0
  /// How many entries there were.
  var entryCount = 0
  /// How many of them are denials, copies included.
  var denialCount = 0
  /// What `extract` may print.
  var lines: [ExtractedLine] = []
  /// Halves of long-running calls.
  var operations: [OperationEvent] = []
  /// What could not be read.
  var rejects: [Reject] = []
  /// What could not be judged.
  var unclassified: [(entry: UnclassifiedEntry, place: EntryPlace)] = []

  /// Takes note of a half that is no denial.
  mutating func add(_ half: OperationHalf, at place: EntryPlace, _ redaction: Redaction?) {
    var partner = OperationPartner(half)
    redaction?.redact(&partner)
    operations.append(.partner(.init(partner: partner, place: place)))
  }
}

/// A line that `extract` may print.
enum ExtractedLine: Sendable {
  case denial(Denial, EntryPlace)
  case part(SplitPart, EntryPlace)
  case other(EntryHead, EntryClass, EntryPlace)
  case call(GrantedCall)
  case record(KeptRecord)
}

/// A half of a long-running call.
enum OperationEvent: Sendable {
  /// It is no denial, and the other half may need what it says.
  case partner(OperationPartners.Entry)
  /// It is a denial.
  case claim(Denial.Operation)
}

extension OperationPartners {
  /// Takes note of what a batch has.
  mutating func receive(_ events: [OperationEvent]) {
    for event in events {
      switch event {
      case .partner(let entry): add(entry)
      case .claim(let operation): claim(operation)
      }
    }
  }
}
