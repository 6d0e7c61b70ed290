import Dispatch
import GzipStream
import Synchronization

/// A fingerprint that is worked out on a queue of its own, while its source is read on.
///
/// Inflating is what a run on one file waits for, and a SHA-256 on the same thread takes a tenth of the
/// time of ISA-L.
final class FingerprintQueue: Sendable {
  private let queue = DispatchQueue(label: "denials-report.fingerprint")
  private let fingerprint: Mutex<Fingerprint>
  private let room = DispatchSemaphore(value: FingerprintQueue.blockLimit)

  /// How many blocks may wait.
  private static let blockLimit = 4

  /// Goes on from the fingerprint of what was read before.
  init(after fingerprint: Fingerprint) {
    self.fingerprint = Mutex(fingerprint)
  }

  /// Takes in the bytes that come next, without a copy; waits while too many do.
  func update(_ block: [UInt8]) {
    room.wait()
    queue.async { [self] in
      fingerprint.withLock { $0.update(block.span) }
      room.signal()
    }
  }

  /// The digest of all bytes so far; waits for what is under way.
  var hexadecimal: String {
    queue.sync { fingerprint.withLock { $0.hexadecimal } }
  }
}
