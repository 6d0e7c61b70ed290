import AuditLog
import DenialAggregation
import GzipStream

/// Reads one source to its end: batches go out to be scanned, records are read here, books are kept.
struct SourceReader: ~Copyable {
  /// What a source came to, beside what its batches hold.
  struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    /// Whether anything could be read.
    var isReadable = false
    /// Present if the source is a file of denial records.
    var records: RecordReader?
    /// To be added to the books of the source.
    var books: SourceBooks?
    var faults = LineFaults()
    /// Present if the source could be opened.
    var fact: InputFact?
    /// Of lines that are in no batch.
    var lineCounts = LineCounts()
  }

  /// What is to be passed on.
  enum Delivery {
    case lines(LineBatch)
    /// What needs no scan, but has its place in the order of the input.
    case rejects([Reject])
    /// Records that are wanted as they are.
    case records([KeptRecord])
  }

  private let options: RunOptions
  private let acceptsRecords: Bool
  private let keepsRecords: Bool
  private let keepsRejects: Bool
  private let number: Int
  /// Whether batches say which line of the source is their first.
  private let countsLines: Bool
  /// How many lines of records were read.
  private var recordLineCount = 0
  private var reading: SourceReading
  private var outcome = Outcome()

  /// - Parameters:
  ///   - name: As reports show it.
  ///   - number: That the run gives it.
  ///   - options: How to read.
  ///   - acceptsRecords: Whether the source may be a file of records.
  ///   - keepsRecords: Whether records are wanted as they are.
  ///   - keepsRejects: Whether what cannot be read is wanted.
  ///   - countsLines: Whether batches say which line of the source is their first.
  init(
    name: String, number: Int, options: RunOptions, acceptsRecords: Bool, keepsRecords: Bool,
    keepsRejects: Bool, countsLines: Bool
  ) {
    self.countsLines = countsLines
    self.options = options
    self.acceptsRecords = acceptsRecords
    self.keepsRecords = keepsRecords
    self.keepsRejects = keepsRejects
    self.number = number
    reading = SourceReading(name: name)
  }

  /// Reads what a batcher cuts.
  ///
  /// - Parameters:
  ///   - batcher: Of the source.
  ///   - deliver: Gets what is to be passed on, in order; it says whether to go on.
  /// - Returns: All else.
  consuming func read(
    _ batcher: consuming LineBatcher, deliver: (consuming Delivery) -> Bool
  ) -> Outcome {
    var goesOn = true
    while goesOn, !reading.isRefused, let piece = batcher.next() {
      goesOn = read(piece, deliver)
    }
    reading.books.compressedBytes = batcher.compressedByteCount
    reading.books.uncompressedBytes = batcher.uncompressedByteCount
    reading.books.fingerprint = batcher.fingerprint
    if reading.books.compressedBytes == 0, !reading.books.isUnreadable, !Interruption.isRequested {
      outcome.diagnostics.append(.notice("\(reading.books.name) is empty"))
    }
    outcome.isReadable =
      !reading.isRefused && (!reading.books.isUnreadable || reading.books.compressedBytes > 0)
    outcome.fact = InputFact(
      name: reading.books.name, byteCount: reading.books.compressedBytes,
      fingerprint: reading.books.fingerprint,
      isWhole: !reading.books.isCorrupt && !reading.books.isUnreadable && !Interruption.isRequested)
    settle(deliver)
    return outcome
  }

  /// Books for an input of which nothing could be read.
  static func outcome(
    ofUnreadable error: InputError, number: Int, deliver: (consuming Delivery) -> Bool
  ) -> Outcome {
    var books = SourceBooks(name: error.sourceName)
    books.isUnreadable = true
    books.fingerprint = "unreadable-\(error.sourceName)"
    _ = deliver(.rejects([Reject(.unreadable, source: number, reason: error.description)]))
    return Outcome(diagnostics: [.error(error.description)], books: books)
  }

  /// Says whether to go on.
  private mutating func read(
    _ piece: consuming LineBatcher.Piece, _ deliver: (consuming Delivery) -> Bool
  ) -> Bool {
    switch consume piece {
    case .lines(let batch):
      if reading.isAtStart, let head = BatchHead(batch, lineByteLimit: options.maxEntryBytes) {
        reading.isAtStart = false
        begin(head)
      }
      if reading.isRefused { return true }
      guard reading.records != nil else { return deliver(.lines(batch)) }
      return readRecords(batch, deliver)
    case .oversizeLine(let lineNumber, let byteOffset, let beginning):
      return addOversizeLine(lineNumber, byteOffset: byteOffset, beginning, deliver)
    case .damage(let damage):
      reading.books.isCorrupt = true
      outcome.diagnostics.append(.error("\(reading.books.name): \(damage)"))
      return keep(Reject(.corrupt, source: number, reason: "\(damage)"), deliver)
    case .failure(let error):
      reading.books.isUnreadable = true
      outcome.diagnostics.append(.error(error.description))
      return keep(Reject(.unreadable, source: number, reason: error.description), deliver)
    }
  }

  private mutating func addOversizeLine(
    _ lineNumber: Int, byteOffset: Int, _ beginning: [UInt8],
    _ deliver: (consuming Delivery) -> Bool
  ) -> Bool {
    reading.isAtStart = false
    if reading.records != nil { recordLineCount += 1 }
    let isOfRecords = reading.records != nil && !countsLines
    let place = EntryPlace(
      source: number, lineNumber: isOfRecords ? recordLineCount : lineNumber,
      byteOffset: byteOffset)
    if reading.records == nil {
      reading.books.lines += 1
      reading.books.oversize += 1
      outcome.faults.addOversize(at: place, limit: options.maxEntryBytes)
      outcome.lineCounts.add(1, at: byteOffset, ofSource: number)
    } else {
      reading.records?.addOversizeLine(at: place)
    }
    let reason = LineFaults.oversizeText(options.maxEntryBytes)
    return keep(
      Reject(.oversize, beginning.span, at: place, isWhole: false, reason: reason), deliver)
  }

  private mutating func readRecords(
    _ batch: LineBatch, _ deliver: (consuming Delivery) -> Bool
  ) -> Bool {
    var batch = batch
    if !countsLines { batch.firstLineNumber = recordLineCount + 1 }
    recordLineCount += Lines.lineFeedCount(in: batch.bytes.span)
    if reading.records?.read(batch) == false { reading.refusal = reading.records?.refusal }
    let records = reading.records?.takeRecords() ?? []
    if !records.isEmpty, reading.refusal == nil, !deliver(.records(records)) { return false }
    let rejects = reading.records?.takeRejects() ?? []
    return rejects.isEmpty || deliver(.rejects(rejects))
  }

  private func keep(
    _ reject: @autoclosure () -> Reject, _ deliver: (consuming Delivery) -> Bool
  ) -> Bool {
    !keepsRejects || deliver(.rejects([reject()]))
  }

  /// Prepares for what the first line of a source says that it is.
  private mutating func begin(_ head: BatchHead) {
    switch head {
    case .entries: break
    case .records where acceptsRecords:
      reading.records = RecordReader(
        fileNumber: number, lineByteLimit: options.maxEntryBytes, window: options.window,
        keepsRecords: keepsRecords, keepsRejects: keepsRejects, notesNight: options.notesNight,
        redaction: options.redaction)
    case .records:
      reading.refusal = "these are denial records already; extract makes them of logs"
    case .headlessRecords:
      reading.refusal =
        "denial records without their first line, which names the rules that they were made with"
    }
  }

  /// Settles the books of a source that was read to its end.
  private mutating func settle(_ deliver: (consuming Delivery) -> Bool) {
    let books = reading.books
    if let refusal = reading.refusal {
      outcome.diagnostics.append(.error("\(books.name): \(refusal)"))
      _ = keep(Reject(.unreadable, source: number, reason: refusal), deliver)
      var refused = SourceBooks(name: books.name)
      refused.fingerprint = books.fingerprint
      refused.isUnreadable = true
      outcome.books = refused
    } else if var records = reading.records {
      records.finish(fileName: books.name, fingerprint: books.fingerprint)
      tellDamages(of: records, deliver)
      if books.isCorrupt || books.isUnreadable { outcome.books = books.onlyDamage }
      outcome.records = records
    } else {
      outcome.books = books
    }
  }

  private mutating func tellDamages(
    of records: RecordReader, _ deliver: (consuming Delivery) -> Bool
  ) {
    let name = reading.books.name
    for damage in records.damages.prefix(LineFaults.limit) {
      outcome.diagnostics.append(.error("\(name): \(damage)"))
    }
    for damage in records.damages {
      _ = keep(Reject(.corrupt, source: number, reason: damage), deliver)
    }
    if records.damages.count > LineFaults.limit {
      let count = records.damages.count - LineFaults.limit
      outcome.diagnostics.append(.error("\(name): \(count) more such sources"))
    }
  }
}
