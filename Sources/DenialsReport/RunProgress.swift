package import DenialAggregation
import Dispatch
import Synchronization

/// How far a run is, for whoever looks at it from another thread.
package final class RunProgress: Sendable {
  private let moment = Mutex(RunMoment())

  package init() {}

  /// What was done up to now.
  package var now: RunMoment { moment.withLock { $0 } }

  /// Calls `body` on a thread of its own with how far the run is and the seconds since now, again and
  /// again while it returns `true`.
  package func tell(
    after delay: Duration, every interval: Duration,
    _ body: @escaping @Sendable (RunMoment, Double) -> Bool
  ) {
    tell(
      after: delay, every: interval, since: .now,
      on: DispatchQueue(label: "denials-report.progress"), body)
  }

  private func tell(
    after delay: Duration, every interval: Duration, since start: ContinuousClock.Instant,
    on queue: DispatchQueue, _ body: @escaping @Sendable (RunMoment, Double) -> Bool
  ) {
    queue.asyncAfter(deadline: .now() + delay / .seconds(1)) {
      guard body(self.now, (ContinuousClock.now - start) / .seconds(1)) else { return }
      self.tell(after: interval, every: interval, since: start, on: queue, body)
    }
  }

  func begin(_ list: InputList) {
    let inputs = list.inputs
    let sizes = inputs.map(\.byteCount)
    moment.withLock { moment in
      moment.sourceCount = inputs.count
      moment.totalBytes = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
    }
  }

  func beginSource(named name: String) {
    moment.withLock { moment in
      moment.sourceName = name
      moment.begunCount += 1
    }
  }

  func addRead(byteCount: Int) {
    moment.withLock { $0.readBytes += byteCount }
  }

  func addScanned(byteCount: Int, entries: Int, denials: Int) {
    moment.withLock { moment in
      moment.textBytes += byteCount
      moment.entries += entries
      moment.denials += denials
    }
  }
}
