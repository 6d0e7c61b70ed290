import DenialAggregation
import Dispatch

/// One of the workers of a run: reads sources, scans batches, and counts what it finds for itself.
struct Worker: ~Copyable {
  /// What all workers of a run have in common.
  struct Surroundings: Sendable {
    let list: InputList
    let options: RunOptions
    let board: WorkBoard
    let collector: OrderedCollector
    let buffers: BufferPool
    /// One for each batch that may be on its way to an ordered collector.
    let slots: DispatchSemaphore
    let acceptsRecords: Bool
    /// Whether anything is told or found out by the fingerprints of the sources.
    let needsFingerprints: Bool
  }

  /// What a worker has counted.
  struct Result: Sendable {
    var tally: Tally
    var faults: LineFaults
    var lineCounts: LineCounts
  }

  private let surroundings: Surroundings
  private var scanner: BatchScanner
  private var lineCounts = LineCounts()

  init(_ surroundings: Surroundings, scanner: BatchScanner) {
    self.surroundings = surroundings
    self.scanner = scanner
  }

  /// Works until nothing is left.
  ///
  /// - Parameter report: Gets the outcome of each source, by its place in the list.
  /// - Returns: What this worker has counted.
  consuming func run(report: (Int, SourceReport) -> Void) -> Result {
    while true {
      switch surroundings.board.next() {
      case .batch(let batch): scan(batch)
      case .source(let index):
        let number = SourceNumber.ofFile(index)
        let outcome =
          Interruption.isRequested ? nil : read(surroundings.list.entries[index], number: number)
        surroundings.board.endSource()
        report(index, outcome.map { absorb($0, number: number) } ?? .unread)
      case .nothing:
        return Result(tally: scanner.tally, faults: scanner.faults, lineCounts: lineCounts)
      }
    }
  }

  /// Counts what a source came to; the rest is for whoever asked for the run.
  private mutating func absorb(_ outcome: SourceReader.Outcome, number: Int) -> SourceReport {
    scanner.faults.merge(outcome.faults)
    lineCounts.merge(outcome.lineCounts)
    if let books = outcome.books { scanner.tally.add(books, to: number) }
    if let records = outcome.records {
      scanner.faults.merge(records.faults)
      scanner.tally.merge(records.tally)
    }
    return SourceReport(
      diagnostics: outcome.diagnostics, isReadable: outcome.isReadable,
      isOfRecords: outcome.records != nil, fact: outcome.fact)
  }

  private mutating func read(_ entry: InputList.Entry, number: Int) -> SourceReader.Outcome {
    switch entry {
    case .notice(let notice):
      return SourceReader.Outcome(diagnostics: [.notice(notice.description)])
    case .error(let error):
      return SourceReader.outcome(ofUnreadable: error, number: number) { deliver($0) }
    case .input(let input):
      surroundings.options.progress?.beginSource(named: input.origin.displayName)
      do {
        let file = try InputFile(input.origin)
        return read(file, named: input.origin.displayName, number: number)
      } catch {
        return SourceReader.outcome(ofUnreadable: error, number: number) { deliver($0) }
      }
    }
  }

  private mutating func read(
    _ file: consuming InputFile, named name: String, number: Int
  ) -> SourceReader.Outcome {
    let options = surroundings.options
    let batcher = LineBatcher(
      ByteSource(
        file, engine: options.inflateEngine, hasFingerprint: surroundings.needsFingerprints,
        progress: options.progress),
      number: number, batchBytes: options.batchBytes, lineByteLimit: options.maxEntryBytes,
      buffers: surroundings.buffers, countsLines: surroundings.collector.isOrdered)
    let reader = SourceReader(
      name: name, number: number, options: options, acceptsRecords: surroundings.acceptsRecords,
      keepsRecords: surroundings.collector.takesRecords,
      keepsRejects: surroundings.collector.keptKinds.rejects,
      countsLines: surroundings.collector.isOrdered)
    return reader.read(batcher) { deliver($0) }
  }

  /// Passes on what a source has; says whether anybody wants more.
  private mutating func deliver(_ delivery: consuming SourceReader.Delivery) -> Bool {
    if surroundings.collector.isOrdered { takeSlot() }
    let number = surroundings.collector.nextSequenceNumber()
    switch consume delivery {
    case .lines(let batch):
      let rest = surroundings.board.submit(NumberedBatch(batch: batch, sequenceNumber: number))
      if let rest { scan(rest) }
    case .rejects(let rejects):
      var scanned = ScannedBatch()
      scanned.rejects = rejects
      collect(scanned, number)
    case .records(let records):
      var scanned = ScannedBatch()
      scanned.lines = records.map { .record($0) }
      collect(scanned, number)
    }
    return !surroundings.collector.isClosed
  }

  /// Waits until a batch may be on its way, and scans meanwhile what others leave.
  private mutating func takeSlot() {
    while surroundings.slots.wait(timeout: .now()) == .timedOut {
      guard let batch = surroundings.board.waitingBatch() else {
        surroundings.slots.wait()
        return
      }
      scan(batch)
    }
  }

  private mutating func scan(_ numbered: consuming NumberedBatch) {
    let batch = numbered.batch
    let scanned = scanner.scan(batch)
    surroundings.options.progress?.addScanned(
      byteCount: batch.bytes.count, entries: scanned.entryCount, denials: scanned.denialCount)
    if !surroundings.collector.isOrdered, batch.documents.isEmpty {
      lineCounts.add(scanned.lineCount, at: batch.byteOffset, ofSource: batch.source)
    }
    collect(scanned, numbered.sequenceNumber)
    surroundings.buffers.give(numbered.batch.bytes)
  }

  private func collect(_ scanned: ScannedBatch, _ sequenceNumber: Int) {
    let outCount = surroundings.collector.collect(scanned, sequenceNumber: sequenceNumber)
    guard surroundings.collector.isOrdered else { return }
    for _ in 0..<outCount { surroundings.slots.signal() }
  }
}

/// What is to be said of a source once it was read.
struct SourceReport: Sendable {
  let diagnostics: [Diagnostic]
  let isReadable: Bool
  /// Whether it is a file of denial records.
  let isOfRecords: Bool
  /// What is known of an input that could be opened.
  var fact: InputFact?
  /// Whether it is one that nobody began to read.
  var isUnread = false

  static let unread = SourceReport(
    diagnostics: [], isReadable: false, isOfRecords: false, isUnread: true)
}
