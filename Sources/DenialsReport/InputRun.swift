import DenialAggregation
import Dispatch
import Synchronization

/// One pass over all inputs by workers side by side, each a serial queue with a tally of its own.
///
/// A concurrent queue would run out of threads where workers wait. Memory is bounded by the number
/// of workers: one batch each and one it fills, ``WorkBoard/waitingLimit`` that wait, and a reader's
/// window of compressed bytes.
struct InputRun {
  private let list: InputList
  private let surroundings: Worker.Surroundings
  private let keeping: BatchScanner.Keeping
  private let diagnose: (Diagnostic) -> Void

  /// What a run comes to.
  struct Result {
    var tally: Tally
    /// How many inputs could be read, at least in part.
    var readableCount: Int
    /// How many were not begun: none, unless an ``Interruption`` came first.
    var unreadCount: Int
    /// What is known of each input that could be opened, in the order of the list.
    var facts: [InputFact]
  }

  /// - Parameters:
  ///   - list: What to read.
  ///   - options: How to read.
  ///   - keeping: What the scanners keep; files of records are read into a tally only.
  ///   - collector: Who gets what the scanners keep.
  ///   - diagnose: Gets what is to be said of each source, in the order of the list, and what could
  ///     not be read at the end. Called on the caller's thread.
  init(
    on list: InputList, options: RunOptions, keeping: BatchScanner.Keeping,
    collector: OrderedCollector = OrderedCollector(), diagnose: @escaping (Diagnostic) -> Void
  ) {
    options.progress?.begin(list)
    self.list = list
    self.keeping = keeping
    self.diagnose = diagnose
    let isTallied = if case .tally = keeping { true } else { false }
    let acceptsRecords = isTallied || collector.takesRecords
    let bufferCount = 2 * options.jobs + WorkBoard.waitingLimit
    surroundings = Worker.Surroundings(
      list: list, options: options,
      board: WorkBoard(
        sources: Self.order(of: list, isOrdered: collector.isOrdered), workerCount: options.jobs,
        readerLimit: collector.isOrdered ? 1 : options.jobs),
      collector: collector,
      buffers: BufferPool(byteCount: options.batchBytes + Self.spareBytes, limit: bufferCount),
      slots: DispatchSemaphore(value: bufferCount), acceptsRecords: acceptsRecords,
      // Records, nights and manifests keep them; else they only tell copies of a source apart.
      needsFingerprints: list.entries.count > 1 || !isTallied || options.notesNight
        || options.needsFingerprints)
  }

  /// Room in a buffer for the line that a batch is cut behind.
  private static let spareBytes = LineBatcher.leastReadBytes

  /// Reads everything and adds it up.
  func run() -> Result {
    let options = surroundings.options
    let scanner = BatchScanner(
      keeping: keeping, keptKinds: surroundings.collector.keptKinds,
      lineByteLimit: options.maxEntryBytes, window: options.window,
      notesNight: options.notesNight, notesGrants: options.readsGrants,
      redaction: options.redaction)
    let results = Mutex<[Worker.Result]>([])
    let reports = ReportQueue(count: list.entries.count)
    let group = DispatchGroup()
    for number in 0..<options.jobs {
      DispatchQueue(label: "denials-report.worker.\(number)").async(group: group) {
        [surroundings, reports] in
        let worker = Worker(surroundings, scanner: scanner)
        let result = worker.run { reports.add($1, at: $0) }
        results.withLock { $0.append(result) }
      }
    }
    var sources = SourceSummary()
    while let (index, report) = reports.next() {
      for diagnostic in report.diagnostics { diagnose(diagnostic) }
      sources.add(report, at: index)
    }
    group.wait()
    return add(up: results.withLock { $0 }, sources)
  }

  private func add(up results: consuming [Worker.Result], _ sources: SourceSummary) -> Result {
    var tally = Tally(notesNight: surroundings.options.notesNight)
    var faults = LineFaults()
    var lineCounts = LineCounts()
    while let result = results.popLast() {
      faults.merge(result.faults)
      lineCounts.merge(result.lineCounts)
      tally.merge(result.tally)
    }
    tally.partners.merge(surroundings.collector.partners)
    let names = list.sourceNames
    let diagnostics = faults.diagnostics(
      sourceName: { names[$0] ?? "?" },
      lineCountOfNoLog: { number in
        guard let books = tally.sources[number], !sources.recordFiles.contains(number),
          books.entries == 0
        else { return nil }
        return books.lines
      }, lineCounts: lineCounts)
    for diagnostic in diagnostics { diagnose(diagnostic) }
    return Result(
      tally: tally, readableCount: sources.readableCount, unreadCount: sources.unreadCount,
      facts: sources.facts)
  }

  /// The order in which sources are begun, by their places in the list.
  ///
  /// The largest first, so that none is left alone at the end; those that nobody knows the size of
  /// may be the largest.
  private static func order(of list: InputList, isOrdered: Bool) -> [Int] {
    if isOrdered { return Array(list.entries.indices) }
    let sizes = list.entries.map { entry in
      if case .input(let input) = entry { input.byteCount ?? .max } else { 0 }
    }
    return sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }

  private struct SourceSummary {
    var readableCount = 0
    var unreadCount = 0
    var recordFiles: Set<Int> = []
    var facts: [InputFact] = []

    mutating func add(_ report: SourceReport, at index: Int) {
      if report.isReadable { readableCount += 1 }
      if report.isUnread { unreadCount += 1 }
      if let fact = report.fact { facts.append(fact) }
      if report.isOfRecords { recordFiles.insert(SourceNumber.ofFile(index)) }
    }
  }
}

/// Puts what is said of sources back into their order.
private final class ReportQueue: Sendable {
  private struct State {
    var waiting: [Int: SourceReport] = [:]
    var next = 0
  }

  private let state = Mutex(State())
  private let added = DispatchSemaphore(value: 0)
  private let count: Int

  /// - Parameter count: How many will come.
  init(count: Int) {
    self.count = count
  }

  func add(_ report: SourceReport, at index: Int) {
    state.withLock { $0.waiting[index] = report }
    added.signal()
  }

  /// Waits for the one whose turn it is; `nil` when all have come.
  func next() -> (index: Int, report: SourceReport)? {
    while true {
      let (found, isEnd) = state.withLock { state -> ((Int, SourceReport)?, Bool) in
        guard let report = state.waiting.removeValue(forKey: state.next) else {
          return (nil, state.next == count)
        }
        defer { state.next += 1 }
        return ((state.next, report), false)
      }
      if isEnd { return nil }
      if let found { return found }
      added.wait()
    }
  }
}
