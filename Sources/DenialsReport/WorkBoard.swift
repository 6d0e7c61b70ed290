import Dispatch
import Synchronization

/// What the workers of a run share: the sources that nobody reads yet, and batches that wait for a
/// worker without a source.
///
///     at least as many sources as workers    each worker reads one and scans what it reads
///     fewer                                  the others scan what the readers hand over
///
/// A reader hands over while there is room and scans by itself when there is none, so that every
/// worker has work as long as there is any, and the number of batches under way is bounded.
final class WorkBoard: Sendable {
  /// What a worker does next.
  enum Work {
    case batch(NumberedBatch)
    /// A source to read, by its place in the list of inputs.
    case source(Int)
    /// Nothing is left and nothing will come.
    case nothing
  }

  private struct State {
    /// The source that is read next is the last one.
    var sources: [Int]
    var readerCount = 0
    var batches: [NumberedBatch] = []
    var idleCount = 0
  }

  /// How many batches may wait; two to sixteen take equal time, and three hide a late wake-up.
  static let waitingLimit = 3

  private let state: Mutex<State>
  private let wakeUp = DispatchSemaphore(value: 0)
  private let workerCount: Int
  private let readerLimit: Int

  /// - Parameters:
  ///   - sources: What to read, the first one first.
  ///   - workerCount: How many ask for work.
  ///   - readerLimit: How many may read at once: one, if the order of the input counts.
  init(sources: [Int], workerCount: Int, readerLimit: Int) {
    state = Mutex(State(sources: sources.reversed()))
    self.workerCount = workerCount
    self.readerLimit = readerLimit
  }

  /// Waits for something to do.
  func next() -> Work {
    while true {
      let work = state.withLock { state -> Work? in
        if !state.batches.isEmpty { return .batch(state.batches.removeFirst()) }
        if state.readerCount < readerLimit, let source = state.sources.popLast() {
          state.readerCount += 1
          return .source(source)
        }
        if state.readerCount == 0, state.sources.isEmpty { return .nothing }
        state.idleCount += 1
        return nil
      }
      if let work { return work }
      wakeUp.wait()
    }
  }

  /// Hands a batch over; whoever does it gets a batch back if there is no room, to scan it instead.
  func submit(_ batch: consuming NumberedBatch) -> NumberedBatch? {
    let (rest, wakes) = state.withLock { [batch] state -> (NumberedBatch?, Bool) in
      guard state.readerCount < workerCount else { return (batch, false) }
      state.batches.append(batch)
      if state.batches.count > Self.waitingLimit { return (state.batches.removeFirst(), false) }
      guard state.idleCount > 0 else { return (nil, false) }
      state.idleCount -= 1
      return (nil, true)
    }
    if wakes { wakeUp.signal() }
    return rest
  }

  /// A batch that nobody scans yet; does not wait for one.
  func waitingBatch() -> NumberedBatch? {
    state.withLock { $0.batches.isEmpty ? nil : $0.batches.removeFirst() }
  }

  /// Says that a source was read to its end.
  func endSource() {
    let wakeUpCount = state.withLock { state in
      state.readerCount -= 1
      defer { state.idleCount = 0 }
      return state.idleCount
    }
    for _ in 0..<wakeUpCount { wakeUp.signal() }
  }
}

/// A batch and its place in the order of the input.
struct NumberedBatch: Sendable {
  let batch: LineBatch
  /// Counts what a run has in order; 0 where the order does not count.
  let sequenceNumber: Int
}
