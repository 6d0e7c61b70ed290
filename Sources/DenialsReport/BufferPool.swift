import Synchronization

/// Buffers for batches, each used again by whoever reads next, so that none is allocated on the way.
///
/// There are never more of them under way than batches; see ``WorkBoard``.
final class BufferPool: Sendable {
  private let free = Mutex<[[UInt8]]>([])
  private let byteCount: Int
  private let limit: Int

  /// - Parameters:
  ///   - byteCount: How much a buffer holds before it grows.
  ///   - limit: How many unused buffers are kept.
  init(byteCount: Int, limit: Int) {
    self.byteCount = byteCount
    self.limit = limit
  }

  /// An empty buffer.
  func take() -> [UInt8] {
    guard var buffer = free.withLock({ $0.popLast() }) else {
      var buffer: [UInt8] = []
      buffer.reserveCapacity(byteCount)
      return buffer
    }
    // By now nobody else holds it, so that it is emptied in place.
    buffer.removeAll(keepingCapacity: true)
    return buffer
  }

  /// Takes a buffer back, unless a long line has made it large.
  func give(_ buffer: [UInt8]) {
    guard buffer.capacity >= byteCount, buffer.capacity <= 4 * byteCount else { return }
    free.withLock { free in
      if free.count < limit { free.append(buffer) }
    }
  }
}
