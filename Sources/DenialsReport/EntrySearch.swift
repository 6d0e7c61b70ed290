import AuditLog
import DenialAggregation
import DenialClassification

/// One pass over all inputs by one worker, in order, which keeps the entries that are to be explained.
///
/// Reads as ``InputRun`` does and says the same of what cannot be read.
struct EntrySearch {
  private let selection: ExplainRun.Selection
  private let options: RunOptions
  private let diagnose: (Diagnostic) -> Void
  private var finds: EntryFinds
  private var faults = LineFaults()
  private var names: [Int: String] = [:]
  private var books: [Int: SourceBooks] = [:]
  private var readableCount = 0
  /// Whether nothing more need be read.
  private(set) var isFinished = false

  init(
    selection: ExplainRun.Selection, limit: Int, options: RunOptions, toolVersion: String,
    diagnose: @escaping (Diagnostic) -> Void
  ) {
    self.selection = selection
    self.options = options
    self.diagnose = diagnose
    finds = EntryFinds(
      selection: selection, limit: limit, grantUntil: options.grantUntil,
      toolVersion: toolVersion, roleCatalog: options.roleCatalog)
  }

  /// Reads one entry of the input list.
  ///
  /// - Parameters:
  ///   - entry: What to read, or what there is to say.
  ///   - index: Its place in the list, which numbers the source.
  mutating func read(_ entry: InputList.Entry, index: Int) {
    switch entry {
    case .notice(let notice): diagnose(.notice(notice.description))
    case .error(let error): addUnreadable(error, number: index)
    case .input(let input):
      names[index] = input.origin.displayName
      do {
        let source = ByteSource(try InputFile(input.origin), engine: options.inflateEngine)
        let batcher = LineBatcher(
          source, number: index, batchBytes: options.batchBytes,
          lineByteLimit: options.maxEntryBytes,
          buffers: BufferPool(byteCount: options.batchBytes, limit: 1), countsLines: true)
        read(batcher, number: index)
      } catch {
        addUnreadable(error, number: index)
      }
    }
  }

  /// Adds everything up, and says what could not be read.
  consuming func finish() -> ExplainRun.Outcome {
    let all = Books(books.sorted { $0.key < $1.key }.map(\.value), denials: 0)
    let report = finds.report
    let explainsReject = report.lines.contains { if case .rejected = $0 { true } else { false } }
    if !explainsReject {
      let (names, books) = (names, books)
      let diagnostics = faults.diagnostics(
        sourceName: { names[$0] ?? "?" },
        lineCountOfNoLog: { books[$0]?.entries == 0 ? books[$0]?.lines : nil })
      for diagnostic in diagnostics { diagnose(diagnostic) }
    }
    return ExplainRun.Outcome(
      report: report, hasReadableInput: readableCount > 0, books: all,
      absence: report.lines.isEmpty ? absence(in: all) : nil)
  }

  private func absence(in books: Books) -> ExplainError {
    switch selection {
    case .line(let lineNumber): .noSuchLine(lineNumber, lineCount: books.lines)
    case .insertID where books.entries > 0: .noSuchInsertID(entryCount: books.entries)
    case .insertID, .denials: .noEntry
    }
  }

  private mutating func read(_ batcher: consuming LineBatcher, number: Int) {
    var reading = SourceBooks(name: names[number] ?? "")
    var isAtStart = true
    var refusal: String?
    while !isFinished, refusal == nil, let piece = batcher.next() {
      switch piece {
      case .lines(let batch):
        if isAtStart, let head = BatchHead(batch, lineByteLimit: options.maxEntryBytes) {
          isAtStart = false
          refusal = head.obstacleToExplaining
        }
        if refusal == nil { scan(batch, &reading) }
      case .oversizeLine(let lineNumber, let byteOffset, _):
        isAtStart = false
        addOversize(
          EntryPlace(source: number, lineNumber: lineNumber, byteOffset: byteOffset), &reading)
      case .damage(let damage):
        reading.isCorrupt = true
        diagnose(.error("\(reading.name): \(damage)"))
      case .failure(let error):
        reading.isUnreadable = true
        diagnose(.error(error.description))
      }
    }
    if let refusal {
      diagnose(.error("\(reading.name): \(refusal)"))
      reading.isUnreadable = true
    } else if batcher.compressedByteCount == 0, !reading.isUnreadable {
      diagnose(.notice("\(reading.name) is empty"))
    }
    if !reading.isUnreadable || refusal == nil && batcher.compressedByteCount > 0 {
      readableCount += 1
    }
    books[number] = reading
  }

  private mutating func scan(_ batch: LineBatch, _ reading: inout SourceBooks) {
    let bytes = batch.bytes.span
    var start = 0
    var lineNumber = batch.firstLineNumber
    while start < bytes.count, !isFinished {
      let end = Lines.end(in: bytes, from: start)
      let line = bytes.extracting(start..<end)
      let place = batch.place(ofLine: lineNumber, at: start)
      if line.count > options.maxEntryBytes {
        addOversize(place, &reading)
      } else {
        reading.lines += 1
        read(line, at: place, &reading)
      }
      lineNumber += 1
      start = end + 1
    }
  }

  private mutating func read(
    _ line: Span<UInt8>, at place: EntryPlace, _ reading: inout SourceBooks
  ) {
    if case .line(let wanted) = selection {
      guard place.lineNumber == wanted else { return }
      isFinished = true
    }
    switch finds.read(line, at: ExplainedPlace(place, sourceName: reading.name)) {
    case .blank: reading.blank += 1
    case .entry(let answer):
      reading.entries += 1
      switch answer {
      case .denial: reading.denialEntries += 1
      case .other(let entryClass): reading[entryClass] += 1
      }
    case .rejected(let reason):
      reading.malformed += 1
      faults.add(at: place, text: reason)
    }
  }

  private mutating func addOversize(_ place: EntryPlace, _ reading: inout SourceBooks) {
    reading.lines += 1
    reading.oversize += 1
    if case .line(place.lineNumber) = selection {
      isFinished = true
      finds.reject(
        ExplainedPlace(place, sourceName: reading.name),
        reason: LineFaults.oversizeText(options.maxEntryBytes))
    }
    faults.addOversize(at: place, limit: options.maxEntryBytes)
  }

  /// Adds the books of an input of which nothing could be read.
  private mutating func addUnreadable(_ error: InputError, number: Int) {
    diagnose(.error(error.description))
    var unreadable = SourceBooks(name: names[number] ?? "")
    unreadable.isUnreadable = true
    books[number] = unreadable
  }
}

extension BatchHead {
  /// Why a source that begins like this has no entries to explain; `nil` if it may.
  fileprivate var obstacleToExplaining: String? {
    switch self {
    case .entries: nil
    case .records, .headlessRecords:
      "denial records, which hold no entries: explain reads the logs that they were made from"
    }
  }
}

extension ExplainedPlace {
  fileprivate init(_ place: EntryPlace, sourceName: String) {
    self.init(source: sourceName, lineNumber: place.lineNumber, byteOffset: place.byteOffset)
  }
}
