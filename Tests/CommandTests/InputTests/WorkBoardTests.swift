import Dispatch
import Synchronization
import Testing

@testable import DenialsReport

/// Workers with more and with fewer sources than there are workers.
struct WorkBoardTests {
  /// What workers did, counted.
  private struct Counts {
    var sources: [Int: Int] = [:]
    var batches: [Int: Int] = [:]
    var underWay = 0
    var mostUnderWay = 0
    var readers = 0
    var mostReaders = 0
  }

  @Test(arguments: [
    (workers: 1, sources: 3, readers: 1), (workers: 2, sources: 1, readers: 2),
    (workers: 4, sources: 1, readers: 4), (workers: 4, sources: 9, readers: 4),
    (workers: 3, sources: 5, readers: 1), (workers: 7, sources: 0, readers: 7),
  ])
  func `each source and each batch is taken once, and few are under way`(
    workers: Int, sources: Int, readers: Int
  ) {
    let board = WorkBoard(
      sources: Array(0..<sources), workerCount: workers, readerLimit: readers)
    let counts = Mutex(Counts())
    let batchesASource = 200
    let group = DispatchGroup()
    for number in 0..<workers {
      DispatchQueue(label: "worker \(number)").async(group: group) {
        while true {
          switch board.next() {
          case .batch(let batch): Self.scan(batch, counts)
          case .source(let source):
            counts.withLock { counts in
              counts.sources[source, default: 0] += 1
              counts.readers += 1
              counts.mostReaders = max(counts.mostReaders, counts.readers)
            }
            for index in 0..<batchesASource {
              counts.withLock { counts in
                counts.underWay += 1
                counts.mostUnderWay = max(counts.mostUnderWay, counts.underWay)
              }
              let batch = NumberedBatch(
                batch: LineBatch(source: source, bytes: [], firstLineNumber: 1, byteOffset: 0),
                sequenceNumber: source * batchesASource + index)
              if let rest = board.submit(batch) { Self.scan(rest, counts) }
            }
            counts.withLock { $0.readers -= 1 }
            board.endSource()
          case .nothing: return
          }
        }
      }
    }
    group.wait()
    let result = counts.withLock { $0 }
    #expect(result.sources == Dictionary(uniqueKeysWithValues: (0..<sources).map { ($0, 1) }))
    let numbers = 0..<sources * batchesASource
    #expect(result.batches == Dictionary(uniqueKeysWithValues: numbers.map { ($0, 1) }))
    #expect(result.mostUnderWay <= WorkBoard.waitingLimit + workers)
    #expect(result.mostReaders <= readers)
  }

  private static func scan(_ batch: NumberedBatch, _ counts: borrowing Mutex<Counts>) {
    counts.withLock { counts in
      counts.batches[batch.sequenceNumber, default: 0] += 1
      counts.underWay -= 1
    }
  }

  @Test func `a buffer that comes back is used again, unless a long line has made it large`() {
    let pool = BufferPool(byteCount: 1000, limit: 1)
    var buffer = pool.take()
    buffer.append(contentsOf: [1, 2, 3])
    pool.give(buffer)
    #expect(pool.take().isEmpty)
    #expect(pool.take().capacity >= 1000)
    pool.give([UInt8](repeating: 0, count: 10_000))
    #expect(pool.take().capacity < 10_000)
  }
}
