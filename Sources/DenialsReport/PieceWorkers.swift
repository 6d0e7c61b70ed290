import Dispatch
import Synchronization

/// Makes the pieces of a document on several threads, and hands them on in order.
///
/// Of two workers each makes every second piece, of three every third; none is more than
/// ``pieceLimit`` ahead of whoever takes them.
package enum PieceWorkers {
  /// How many pieces of a worker there may be that nobody has taken: a piece may be of megabytes.
  private static let pieceLimit = 1

  /// - Parameters:
  ///   - jobs: How many threads make pieces, at least 1.
  ///   - count: How many pieces there are.
  ///   - make: Makes the piece of a number from 0 on.
  ///   - take: Gets one piece after another, on the thread of the caller.
  package static func run(
    jobs: Int, count: Int, make: @escaping @Sendable (Int) -> [UInt8], take: ([UInt8]) -> Void
  ) {
    let jobs = min(jobs, count)
    guard jobs > 1 else {
      for number in 0..<count { take(make(number)) }
      return
    }
    let shelves = (0..<jobs).map { _ in Shelf(limit: pieceLimit) }
    for (first, shelf) in shelves.enumerated() {
      DispatchQueue(label: "pieces \(first)").async {
        for number in stride(from: first, to: count, by: jobs) { shelf.put { make(number) } }
      }
    }
    for number in 0..<count { take(shelves[number % jobs].take()) }
  }

  /// The pieces of one worker that nobody has taken yet.
  private final class Shelf: Sendable {
    private let pieces = Mutex<[[UInt8]]>([])
    private let room: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)

    init(limit: Int) { room = DispatchSemaphore(value: limit) }

    /// Makes a piece as soon as there is room for it.
    func put(_ make: () -> [UInt8]) {
      room.wait()
      let piece = make()
      pieces.withLock { $0.append(piece) }
      filled.signal()
    }

    /// The piece that was put here first, as soon as it is there.
    func take() -> [UInt8] {
      filled.wait()
      defer { room.signal() }
      return pieces.withLock { $0.removeFirst() }
    }
  }
}
