import DenialAggregation
import Synchronization

/// Gets what is to be looked at beside the counts, in the order of the input where that counts.
final class OrderedCollector: Sendable {
  private struct State {
    /// The number that the next batch gets.
    var submittedCount = 0
    /// The number of the batch whose turn it is.
    var next = 0
    var waiting: [Int: ScannedBatch] = [:]
    var partners = OperationPartners()
    var sink: RecordSink?
    let kept: KeptLines
    let sourceNames: [Int: String]

    mutating func receive(_ batch: ScannedBatch) {
      partners.receive(batch.operations)
      sink?.receive(batch.lines)
      kept.receive(batch) { sourceNames[$0] ?? "" }
    }
  }

  private let state: Mutex<State>
  /// What of the input is to be kept for somebody.
  let keptKinds: KeptLines.Kinds
  /// Whether somebody gets denials in a form that records can be written in as well.
  let takesRecords: Bool
  /// Whether somebody gets lines, and wants them in the order of the input.
  let isOrdered: Bool

  /// - Parameters:
  ///   - sink: Who gets the lines that are extracted, if anybody wants them.
  ///   - kept: Who gets what was not read or not judged.
  ///   - sourceNames: By number.
  init(_ sink: RecordSink? = nil, kept: KeptLines = KeptLines(), sourceNames: [Int: String] = [:]) {
    keptKinds = kept.kinds
    takesRecords = sink?.takesRecords ?? false
    isOrdered = sink != nil || kept.kinds != KeptLines.Kinds()
    state = Mutex(State(sink: sink, kept: kept, sourceNames: sourceNames))
  }

  /// The place of a batch in the order of the input: to be asked for in that order.
  func nextSequenceNumber() -> Int {
    guard isOrdered else { return 0 }
    return state.withLock { state in
      defer { state.submittedCount += 1 }
      return state.submittedCount
    }
  }

  /// Takes a batch, and passes on all whose turn it is.
  ///
  /// - Returns: How many batches went out.
  func collect(_ batch: ScannedBatch, sequenceNumber: Int) -> Int {
    guard isOrdered else {
      if !batch.operations.isEmpty { state.withLock { $0.receive(batch) } }
      return 1
    }
    return state.withLock { state in
      state.waiting[sequenceNumber] = batch
      var count = 0
      while let batch = state.waiting.removeValue(forKey: state.next) {
        state.receive(batch)
        state.next += 1
        count += 1
      }
      return count
    }
  }

  /// Whether nobody wants more.
  var isClosed: Bool {
    guard isOrdered else { return false }
    return state.withLock { $0.sink?.isClosed ?? false }
  }

  /// The sink, with all it received.
  var sink: RecordSink? {
    state.withLock { $0.sink }
  }

  /// The halves of long-running calls that were seen.
  var partners: OperationPartners {
    state.withLock { $0.partners }
  }
}
