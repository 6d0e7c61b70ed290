import AuditLog
import DenialAggregation
import DenialClassification

/// The books of one batch, quick to write: nearly every line is a plain success.
struct BatchBooks {
  var books = SourceBooks()
  private let window: TimeWindow
  private var plainSuccesses = 0
  private var plainSuccessesOutside = 0
  private var timestamps = TimestampReader()
  private var lastHour: Timestamp?
  private var services = NotedTexts()

  /// - Parameter window: The time of the entries that count; those outside leave no other trace.
  init(window: TimeWindow) {
    self.window = window
  }

  /// Counts an entry by its outline alone.
  mutating func countPlainSuccess(_ outline: LineOutline, in line: Span<UInt8>) {
    var timestamp: Timestamp?
    if let range = outline.timestamp {
      timestamp = timestamps.timestamp(line.extracting(range.start..<range.end))
    }
    guard window.contains(timestamp) else {
      plainSuccessesOutside += 1
      return
    }
    plainSuccesses += 1
    if let timestamp { note(timestamp) }
    if let range = outline.dataAccessService(in: line) {
      noteDataAccess(of: line.extracting(range.start..<range.end))
    }
  }

  /// Counts an entry that was read in full.
  mutating func count(_ entry: LogEntry, as answer: Verdict.Answer) {
    books.entries += 1
    switch answer {
    case .denial: books.denialEntries += 1
    case .other(let entryClass): books[entryClass] += 1
    }
    if let timestamp = entry.timestamp { note(timestamp) }
    if let payload = entry.payload, entry.isOfDataAccess {
      books.noteDataAccess(of: payload.serviceName)
    }
  }

  /// Counts an entry that was read in full and is outside of the window.
  mutating func countOutside() {
    books.entries += 1
    books[.filteredOut] += 1
  }

  /// The books with everything in them.
  func settled() -> SourceBooks {
    var books = books
    books.entries += plainSuccesses + plainSuccessesOutside
    books[.ok] += plainSuccesses
    books[.filteredOut] += plainSuccessesOutside
    return books
  }

  /// Entries of one hour stand together, so the set of hours is seldom asked.
  private mutating func note(_ timestamp: Timestamp) {
    books.firstEntry = min(books.firstEntry ?? timestamp, timestamp)
    books.lastEntry = max(books.lastEntry ?? timestamp, timestamp)
    let hour = timestamp.hour
    if hour != lastHour {
      books.noteHour(hour)
      lastHour = hour
    }
  }

  private mutating func noteDataAccess(of service: Span<UInt8>) {
    guard services.isNew(service) else { return }
    let name = service.indices.map { service[$0] }
    books.noteDataAccess(of: String(decoding: name, as: UTF8.self))
  }
}
