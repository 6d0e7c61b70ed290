import AuditLog
import DenialAggregation

/// The text of some logs in memory, to measure how long one core takes for everything but reading.
package struct MemoryScan: Sendable {
  private let batches: [LineBatch]
  /// The size of the text.
  package let byteCount: Int

  /// Reads and inflates files to their ends.
  ///
  /// - Parameter paths: Files of log entries, none of them damaged.
  /// - Throws: What cannot be opened or read.
  package init(reading paths: [InputPath]) throws {
    let options = RunOptions(jobs: 1)
    // Each batch keeps its buffer, so the pool gets none back.
    let buffers = BufferPool(byteCount: options.batchBytes, limit: 0)
    var batches: [LineBatch] = []
    for (number, path) in paths.enumerated() {
      var batcher = LineBatcher(
        ByteSource(try InputFile(.file(path))), number: number, batchBytes: options.batchBytes,
        lineByteLimit: options.maxEntryBytes, buffers: buffers, countsLines: false)
      while let piece = batcher.next() {
        switch piece {
        case .lines(let batch): batches.append(batch)
        case .failure(let error): throw error
        case .oversizeLine, .damage: continue
        }
      }
    }
    self.batches = batches
    byteCount = batches.reduce(0) { $0 + $1.bytes.count }
  }

  /// Scans, judges and tallies everything from the start, as a worker does.
  ///
  /// - Returns: How many entries there were.
  package func entryCount() -> Int {
    let options = RunOptions(jobs: 1)
    var scanner = BatchScanner(keeping: .tally, lineByteLimit: options.maxEntryBytes)
    for batch in batches { _ = scanner.scan(batch) }
    return scanner.tally.sources.values.reduce(0) { $0 + $1.entries }
  }

  /// Only scans everything: finds the outline of each line, and reads in full what is no plain
  /// success.
  ///
  /// - Returns: How many entries there were.
  package func scannedEntryCount() -> Int {
    var count = 0
    for batch in batches {
      let bytes = batch.bytes.span
      var start = 0
      while start < bytes.count {
        let glance = LineGlance(bytes, from: start)
        let end = glance?.end ?? Lines.end(in: bytes, from: start)
        let line = bytes.extracting(start..<end)
        if Self.isEntry(line, glance, in: bytes) { count += 1 }
        start = end + 1
      }
    }
    return count
  }

  private static func isEntry(_ line: Span<UInt8>, _ glance: LineGlance?, in bytes: Span<UInt8>)
    -> Bool
  {
    do throws(LogEntryError) {
      let outline = if let glance { glance.outline } else { try LineOutline(line: line) }
      guard !outline.isPlainSuccess(in: line) else { return true }
      _ = if let glance { try LogEntry(glance, in: bytes) } else { try LogEntry(line: line) }
      return true
    } catch { return false }
  }
}
