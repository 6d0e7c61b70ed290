import AuditLog
import DenialAggregation
import GzipStream

/// One pass over all inputs: opens each in turn, feeds the workers, keeps the books.
struct InputRun: ~Copyable {
  private let options: RunOptions
  private let acceptsRecords: Bool
  private let diagnose: (Diagnostic) -> Void
  private let collector: OrderedCollector
  private var pipeline: Pipeline
  private var tally = Tally()
  private var faults = LineFaults()
  private var names: [Int: String] = [:]
  private var recordFiles: Set<Int> = []
  private var readableCount = 0

  /// What a run comes to.
  struct Result {
    var tally: Tally
    /// How many inputs could be read, at least in part.
    var readableCount: Int
  }

  /// - Parameters:
  ///   - options: How to read.
  ///   - keeping: What the scanners keep; files of records are read into a tally only.
  ///   - collector: Who gets what the scanners keep.
  ///   - diagnose: Gets what is to be said at once, and what could not be read at the end.
  init(
    options: RunOptions, keeping: BatchScanner.Keeping,
    collector: OrderedCollector = OrderedCollector(),
    diagnose: @escaping (Diagnostic) -> Void
  ) {
    self.options = options
    self.collector = collector
    self.diagnose = diagnose
    if case .tally = keeping { acceptsRecords = true } else { acceptsRecords = false }
    let scanner = BatchScanner(
      keeping: keeping, keptKinds: collector.keptKinds, lineByteLimit: options.maxEntryBytes,
      window: options.window)
    pipeline = Pipeline(jobs: options.jobs, scanner: scanner, collector: collector)
  }

  /// Reads one entry of the input list.
  ///
  /// - Parameters:
  ///   - entry: What to read, or what there is to say.
  ///   - index: Its place in the list, which numbers the source.
  mutating func read(_ entry: InputList.Entry, index: Int) {
    let number = SourceNumber.ofFile(index)
    switch entry {
    case .notice(let notice): diagnose(.notice(notice.description))
    case .error(let error): addUnreadable(error, number: number)
    case .input(let input):
      names[number] = input.origin.displayName
      do {
        let source = ByteSource(try InputFile(input.origin))
        let batcher = LineBatcher(
          source, number: number, batchBytes: options.batchBytes,
          lineByteLimit: options.maxEntryBytes)
        read(batcher, number: number)
      } catch {
        addUnreadable(error, number: number)
      }
    }
  }

  /// Waits for the workers and adds everything up.
  consuming func finish() -> Result {
    var tally = tally
    var faults = faults
    let (names, recordFiles) = (names, recordFiles)
    let (diagnose, readableCount) = (diagnose, readableCount)
    let collector = collector
    for scanner in pipeline.finish() {
      tally.merge(scanner.tally)
      faults.merge(scanner.faults)
    }
    tally.partners.merge(collector.partners)
    let diagnostics = faults.diagnostics(
      sourceName: { names[$0] ?? "?" },
      lineCountOfNoLog: { number in
        guard let books = tally.sources[number], !recordFiles.contains(number), books.entries == 0
        else { return nil }
        return books.lines
      })
    for diagnostic in diagnostics { diagnose(diagnostic) }
    return Result(tally: tally, readableCount: readableCount)
  }

  private mutating func read(_ batcher: consuming LineBatcher, number: Int) {
    var reading = SourceReading(name: names[number] ?? "")
    while !reading.isRefused, !collector.isClosed, let piece = batcher.next() {
      read(piece, number: number, into: &reading)
    }
    reading.books.compressedBytes = batcher.compressedByteCount
    reading.books.uncompressedBytes = batcher.uncompressedByteCount
    reading.books.fingerprint = batcher.fingerprint
    if reading.books.compressedBytes == 0, !reading.books.isUnreadable {
      diagnose(.notice("\(reading.books.name) is empty"))
    }
    if !reading.isRefused, !reading.books.isUnreadable || reading.books.compressedBytes > 0 {
      readableCount += 1
    }
    settle(reading, number: number)
  }

  private mutating func read(
    _ piece: LineBatcher.Piece, number: Int, into reading: inout SourceReading
  ) {
    switch piece {
    case .lines(let batch):
      if reading.isAtStart, let head = BatchHead(batch, lineByteLimit: options.maxEntryBytes) {
        reading.isAtStart = false
        begin(head, number: number, &reading)
      }
      if reading.isRefused { return }
      if reading.records == nil {
        pipeline.submit(batch)
      } else {
        if reading.records?.read(batch) == false {
          reading.refusal =
            "denial records made with other rules than this version's: extract them again from the logs"
        }
        for reject in reading.records?.takeRejects() ?? [] { keep(reject) }
      }
    case .oversizeLine(let lineNumber, let byteOffset, let beginning):
      reading.isAtStart = false
      let place = EntryPlace(source: number, lineNumber: lineNumber, byteOffset: byteOffset)
      keep(
        Reject(
          .oversize, beginning.span, at: place, isWhole: false,
          reason: LineFaults.oversizeText(options.maxEntryBytes)))
      if reading.records == nil {
        reading.books.lines += 1
        reading.books.oversize += 1
        faults.addOversize(at: place, limit: options.maxEntryBytes)
      } else {
        reading.records?.addOversizeLine(at: place)
      }
    case .damage(let damage):
      reading.books.isCorrupt = true
      diagnose(.error("\(reading.books.name): \(damage)"))
      keep(Reject(.corrupt, source: number, reason: "\(damage)"))
    case .failure(let error):
      reading.books.isUnreadable = true
      diagnose(.error(error.description))
      keep(Reject(.unreadable, source: number, reason: error.description))
    }
  }

  private mutating func keep(_ reject: Reject) {
    guard collector.keptKinds.rejects else { return }
    var scanned = ScannedBatch()
    scanned.rejects = [reject]
    pipeline.submit(scanned)
  }

  /// Prepares for what the first line of a source says that it is.
  private func begin(_ head: BatchHead, number: Int, _ reading: inout SourceReading) {
    switch head {
    case .entries: break
    case .records where acceptsRecords:
      reading.records = RecordReader(
        fileNumber: number, lineByteLimit: options.maxEntryBytes, window: options.window,
        keepsRejects: collector.keptKinds.rejects)
    case .records:
      reading.refusal = "these are denial records already; extract reads logs"
    case .headlessRecords:
      reading.refusal =
        "denial records without their first line, which names the rules that they were made with"
    }
  }

  /// Adds the books of a source that was read to its end.
  private mutating func settle(_ reading: SourceReading, number: Int) {
    var books = reading.books
    if let refusal = reading.refusal {
      diagnose(.error("\(books.name): \(refusal)"))
      keep(Reject(.unreadable, source: number, reason: refusal))
      books = SourceBooks(name: books.name)
      books.fingerprint = reading.books.fingerprint
      books.isUnreadable = true
      tally.add(books, to: number)
    } else if var records = reading.records {
      recordFiles.insert(number)
      records.finish(fileName: books.name, fingerprint: books.fingerprint)
      for damage in records.damages.prefix(LineFaults.limit) {
        diagnose(.error("\(books.name): \(damage)"))
      }
      for damage in records.damages { keep(Reject(.corrupt, source: number, reason: damage)) }
      if records.damages.count > LineFaults.limit {
        let count = records.damages.count - LineFaults.limit
        diagnose(.error("\(books.name): \(count) more such sources"))
      }
      tally.merge(records.tally)
      faults.merge(records.faults)
      if books.isCorrupt || books.isUnreadable { tally.add(books.onlyDamage, to: number) }
    } else {
      tally.add(books, to: number)
    }
  }

  /// Books for an input of which nothing could be read.
  private mutating func addUnreadable(_ error: InputError, number: Int) {
    diagnose(.error(error.description))
    keep(Reject(.unreadable, source: number, reason: error.description))
    var books = SourceBooks(name: error.sourceName)
    books.isUnreadable = true
    books.fingerprint = "unreadable-\(error.sourceName)"
    tally.add(books, to: number)
  }
}
