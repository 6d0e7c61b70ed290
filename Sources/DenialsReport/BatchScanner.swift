import AuditLog
import DenialAggregation
import DenialClassification

/// What one worker does with a batch: scan every line, judge what is no plain success, tally.
///
/// A pure function of the batch but for what it adds up.
struct BatchScanner: Sendable {
  /// What to keep of an entry beside the counts.
  enum Keeping: Sendable {
    /// Denials are tallied.
    case tally
    /// Denials become records, in the order of the log; with `all`, other entries a line each.
    case records(all: Bool)
    /// Denials become records; calls of these principals that went well, and those that made a key,
    /// are kept as well.
    case recordsAndCalls(of: DenialFilter)
  }

  var tally: Tally
  var faults = LineFaults()
  private var memory = JudgeMemory()
  private let keeping: Keeping
  private let keptKinds: KeptLines.Kinds
  private let lineByteLimit: Int
  private let window: TimeWindow
  private let redaction: Redaction?
  /// Whether every entry gets a line.
  private let keepsAll: Bool
  /// Whether somebody asks for calls that went well.
  private let wantsGrantedCalls: Bool
  /// Whether plain successes must be read in full.
  private let readsAll: Bool

  init(
    keeping: Keeping, keptKinds: KeptLines.Kinds = .init(), lineByteLimit: Int,
    window: TimeWindow = TimeWindow(), notesNight: Bool = false, notesGrants: Bool = false,
    redaction: Redaction? = nil
  ) {
    tally = Tally(notesNight: notesNight, notesGrants: notesGrants)
    keepsAll = if case .records(all: true) = keeping { true } else { false }
    wantsGrantedCalls =
      switch keeping {
      case .tally: notesGrants
      case .records: false
      case .recordsAndCalls: true
      }
    readsAll = keepsAll || wantsGrantedCalls
    self.keeping = keeping
    self.keptKinds = keptKinds
    self.lineByteLimit = lineByteLimit
    self.window = window
    self.redaction = redaction
  }

  /// Scans all lines of a batch.
  ///
  /// - Returns: What is to be looked at in the order of the input.
  mutating func scan(_ batch: LineBatch) -> ScannedBatch {
    var batchBooks = BatchBooks(window: window)
    var scanned = ScannedBatch()
    let bytes = batch.bytes.span
    var start = 0
    var lineNumber = batch.firstLineNumber
    while start < bytes.count {
      let glance = LineGlance(bytes, from: start)
      let end = glance?.end ?? Lines.end(in: bytes, from: start)
      let line = bytes.extracting(start..<end)
      if line.count > lineByteLimit {
        let place = batch.place(ofLine: lineNumber, at: start)
        batchBooks.books.oversize += 1
        faults.addOversize(at: place, limit: lineByteLimit)
        keep(line, as: .oversize, at: place, LineFaults.oversizeText(lineByteLimit), &scanned)
      } else if let glance, isCounted(glance.outline, of: line, in: &batchBooks) {
        // Nearly all lines are: no place is made for them.
      } else {
        scan(
          line, glance, of: bytes, at: batch.place(ofLine: lineNumber, at: start),
          into: &batchBooks, &scanned)
      }
      batchBooks.books.lines += 1
      lineNumber += 1
      start = end + 1
    }
    scanned.lineCount = lineNumber - batch.firstLineNumber
    var books = batchBooks.settled()
    if let redaction { books.redact(by: redaction) }
    scanned.entryCount = books.entries
    scanned.denialCount = books.denialEntries
    tally.add(books, to: batch.source)
    return scanned
  }

  /// Counts a plain success that is no half of a longer call.
  ///
  /// - Returns: Whether the line is one.
  private func isCounted(
    _ outline: LineOutline, of line: Span<UInt8>, in batchBooks: inout BatchBooks
  ) -> Bool {
    guard !readsAll, !outline.hasOperation, outline.isPlainSuccess(in: line) else { return false }
    batchBooks.countPlainSuccess(outline, in: line)
    return true
  }

  private mutating func scan(
    _ line: Span<UInt8>, _ glance: LineGlance?, of bytes: Span<UInt8>,
    at place: @autoclosure () -> EntryPlace, into batchBooks: inout BatchBooks,
    _ scanned: inout ScannedBatch
  ) {
    if glance == nil, Self.isBlank(line) {
      batchBooks.books.blank += 1
      return
    }
    do {
      let outline = if let glance { glance.outline } else { try LineOutline(line: line) }
      if !readsAll, outline.isPlainSuccess(in: line) {
        if let half = try outline.operationHalf(in: line) {
          scanned.add(half, at: place(), redaction)
        }
        batchBooks.countPlainSuccess(outline, in: line)
        return
      }
      let entry =
        if let glance { try LogEntry(glance, in: bytes) } else { try LogEntry(line: line) }
      if entry.payload == nil, RecordLine.isPartOfRecords(line) {
        let text = "a denial record among log entries; give files of records by themselves"
        batchBooks.books.malformed += 1
        faults.add(at: place(), text: text)
        keep(line, as: .malformed, at: place(), text, &scanned)
      } else {
        judge(entry, at: place(), into: &batchBooks, &scanned)
      }
    } catch {
      batchBooks.books.malformed += 1
      faults.add(at: place(), text: error.description)
      keep(line, as: .malformed, at: place(), error.description, &scanned)
    }
  }

  private func keep(
    _ line: Span<UInt8>, as kind: Reject.Kind, at place: EntryPlace,
    _ reason: @autoclosure () -> String, _ scanned: inout ScannedBatch
  ) {
    guard keptKinds.rejects else { return }
    scanned.rejects.append(Reject(kind, line, at: place, reason: reason()))
  }

  private mutating func judge(
    _ entry: LogEntry, at place: EntryPlace, into batchBooks: inout BatchBooks,
    _ scanned: inout ScannedBatch
  ) {
    guard window.contains(entry.timestamp) else {
      batchBooks.countOutside()
      // It does not count, but may say who made a call that failed inside.
      if let half = OperationHalf(entry) { scanned.add(half, at: place, redaction) }
      if keepsAll { scanned.lines.append(.other(head(of: entry), .filteredOut, place)) }
      return
    }
    let judgement = Judgement(entry, &memory, wantsGrantedCall: wantsGrantedCalls)
    batchBooks.count(entry, as: judgement.verdict.answer)
    if judgement.isCut { batchBooks.books.isCapped = true }
    if let denial = redaction == nil ? judgement.denial : redacted(judgement.denial) {
      if let operation = denial.operation { scanned.operations.append(.claim(operation)) }
      switch keeping {
      case .tally: tally.add(denial, source: place.source, byteOffset: place.byteOffset)
      case .records, .recordsAndCalls: scanned.lines.append(.denial(denial, place))
      }
    } else if case .other(let entryClass) = judgement.verdict.answer {
      if keptKinds.unclassified, var unclear = UnclassifiedEntry(entry, judgement.verdict) {
        redaction?.redact(&unclear)
        scanned.unclassified.append((unclear, place))
      }
      if let half = OperationHalf(entry) {
        scanned.add(entryClass == .ok ? half.ofSuccess : half, at: place, redaction)
      }
      let part = part(entry, as: entryClass, rule: judgement.verdict.rule)
      let call = redacted(judgement.grantedCall)
      switch keeping {
      case .tally:
        if let part { tally.add(part, source: place.source, byteOffset: place.byteOffset) }
        if let call { tally.add(call) }
      case .records(let all):
        if let part { scanned.lines.append(.part(part, place)) }
        if all { scanned.lines.append(.other(head(of: entry), entryClass, place)) }
      case .recordsAndCalls(of: let callers):
        if let call, call.makesKey || callers.admits(principal: call.caller.name) {
          scanned.lines.append(.call(call))
        }
      }
    }
  }

  private func redacted(_ denial: Denial?) -> Denial? {
    guard var denial else { return nil }
    redaction?.redact(&denial)
    return denial
  }

  private func redacted(_ call: GrantedCall?) -> GrantedCall? {
    guard var call else { return nil }
    redaction?.redact(&call)
    return call
  }

  private func head(of entry: LogEntry) -> EntryHead {
    var head = EntryHead(entry)
    redaction?.redact(&head)
    return head
  }

  /// `nil` if the entry is no part of a divided one, or went well, which needs no explanation.
  private func part(_ entry: LogEntry, as entryClass: EntryClass, rule: String) -> SplitPart? {
    guard let split = entry.split, entryClass != .ok else { return nil }
    return SplitPart(
      head: head(of: entry), split: Denial.Split(split), entryClass: entryClass, rule: rule)
  }

  /// Whether a line holds white space only.
  static func isBlank(_ line: Span<UInt8>) -> Bool {
    for index in Lines.textStart(of: line)..<line.count {
      switch line[index] {
      case 0x20, 0x09, 0x0d: continue
      default: return false
      }
    }
    return true
  }
}

extension LineFaults {
  /// Takes note of a line beyond the limit.
  mutating func addOversize(at place: EntryPlace, limit: Int) {
    add(
      at: place, text: Self.oversizeText(limit))
  }

  /// What is said of a line beyond the limit.
  static func oversizeText(_ limit: Int) -> String {
    "longer than \(limit) bytes, not read; see --max-entry-bytes"
  }
}
