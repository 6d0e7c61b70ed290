import DenialAggregation
import Dispatch
import Synchronization

/// Workers that scan batches side by side, each a serial queue with a scanner of its own.
///
/// The number of batches under way is bounded, so that memory is: whoever submits waits. A
/// concurrent queue would run out of threads when its caller waits.
struct Pipeline: ~Copyable {
  private let workers: [Worker]
  private let slots: DispatchSemaphore
  private let group = DispatchGroup()
  private let collector: OrderedCollector
  private var batchCount = 0

  /// - Parameters:
  ///   - jobs: How many workers; at least 1.
  ///   - scanner: What each worker starts with.
  ///   - collector: Who gets what the scanners keep, in the order of submission.
  init(jobs: Int, scanner: BatchScanner, collector: OrderedCollector) {
    workers = (0..<jobs).map { Worker(number: $0, scanner: scanner) }
    slots = DispatchSemaphore(value: jobs + Self.spareSlots)
    self.collector = collector
  }

  /// Batches that may wait while every worker has one.
  private static let spareSlots = 2

  /// Hands a batch to the next worker, once there is room for it.
  mutating func submit(_ batch: LineBatch) {
    slots.wait()
    let worker = workers[batchCount % workers.count]
    let sequenceNumber = batchCount
    batchCount += 1
    worker.queue.async(group: group) { [slots, collector] in
      let scanned = worker.scan(batch)
      // A slot is free when its batch is out, so that what waits for its turn is bounded as well.
      let outCount = collector.collect(scanned, sequenceNumber: sequenceNumber)
      for _ in 0..<outCount { slots.signal() }
    }
  }

  /// Passes on what needs no worker, in the order of submission.
  mutating func submit(_ scanned: ScannedBatch) {
    slots.wait()
    let outCount = collector.collect(scanned, sequenceNumber: batchCount)
    batchCount += 1
    for _ in 0..<outCount { slots.signal() }
  }

  /// Waits for all batches; submitting another afterwards does not compile.
  ///
  /// - Returns: The scanners, with what they have added up.
  consuming func finish() -> [BatchScanner] {
    group.wait()
    return workers.map(\.result)
  }
}

/// A serial queue and the scanner that only it touches.
private final class Worker: Sendable {
  let queue: DispatchQueue
  private let scanner: Mutex<BatchScanner>

  init(number: Int, scanner: BatchScanner) {
    queue = DispatchQueue(label: "denials-report.worker.\(number)")
    self.scanner = Mutex(scanner)
  }

  func scan(_ batch: LineBatch) -> ScannedBatch {
    scanner.withLock { $0.scan(batch) }
  }

  var result: BatchScanner {
    scanner.withLock { $0 }
  }
}

/// Puts what workers finish in any order back into the order of submission.
final class OrderedCollector: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: ScannedBatch] = [:]
    var partners = OperationPartners()
    var sink: RecordSink?
    let kept: KeptLines
    let sourceNames: [Int: String]
  }

  private let state: Mutex<State>
  /// What of the input is to be kept for somebody.
  let keptKinds: KeptLines.Kinds

  /// - Parameters:
  ///   - sink: Who gets the lines that are extracted, if anybody wants them.
  ///   - kept: Who gets what was not read or not judged.
  ///   - sourceNames: By number.
  init(_ sink: RecordSink? = nil, kept: KeptLines = KeptLines(), sourceNames: [Int: String] = [:]) {
    keptKinds = kept.kinds
    state = Mutex(State(sink: sink, kept: kept, sourceNames: sourceNames))
  }

  /// Takes a batch, and passes on all whose turn it is.
  ///
  /// - Returns: How many batches went out.
  func collect(_ batch: ScannedBatch, sequenceNumber: Int) -> Int {
    state.withLock { state in
      state.waiting[sequenceNumber] = batch
      var count = 0
      while let batch = state.waiting.removeValue(forKey: state.next) {
        state.partners.receive(batch.operations)
        state.sink?.receive(batch.lines)
        state.kept.receive(batch) { state.sourceNames[$0] ?? "" }
        state.next += 1
        count += 1
      }
      return count
    }
  }

  /// Whether nobody wants more.
  var isClosed: Bool {
    state.withLock { $0.sink?.isClosed ?? false }
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
