import Synchronization
import Testing

@testable import DenialsReport

struct PieceWorkersTests {
  @Test(arguments: [1, 2, 3, 7], [0, 1, 2, 50])
  func `pieces come in order, each once, however many make them`(jobs: Int, count: Int) {
    var taken: [[UInt8]] = []
    PieceWorkers.run(jobs: jobs, count: count) { number in
      // Some take longer than others.
      let rounds = number % 3 == 0 ? 20_000 : 1
      return (0..<rounds).reduce([UInt8(number)]) { piece, _ in piece }
    } take: {
      taken.append($0)
    }
    #expect(taken == (0..<count).map { [UInt8($0)] })
  }

  @Test func `only a few pieces wait for whoever takes them`() {
    let made = Mutex(0)
    var (takenCount, mostWaiting) = (0, 0)
    PieceWorkers.run(jobs: 4, count: 100) { _ in
      made.withLock { $0 += 1 }
      return []
    } take: { _ in
      mostWaiting = max(mostWaiting, made.withLock { $0 } - takenCount)
      takenCount += 1
    }
    #expect(takenCount == 100)
    #expect(mostWaiting <= 4 * 3)
  }
}
