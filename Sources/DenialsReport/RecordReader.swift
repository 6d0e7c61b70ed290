import AuditLog
import DenialAggregation
import DenialClassification

/// Reads the lines of a file of denial records, in order, into a tally.
///
/// A file may hold several runs of `extract`, one after another, each a section from its header on.
/// Sources are numbered as footers and records name them; a source whose footer is missing or does
/// not fit its records is damaged, and its whole records still count.
struct RecordReader {
  private(set) var tally: Tally
  private(set) var faults = LineFaults()
  /// What is incomplete, in words.
  private(set) var damages: [String] = []
  /// Why nothing of the file counts, which ends its reading.
  private(set) var refusal: String?

  /// What was read, if it is kept, until it is taken.
  private var records: [KeptRecord] = []
  /// Lines that were not read, if they are kept, until they are taken.
  private var rejects: [Reject] = []

  private let keepsRecords: Bool
  private let keepsRejects: Bool
  private let fileNumber: Int
  private let lineByteLimit: Int
  private let window: TimeWindow
  private let redaction: Redaction?
  private var hasSection = false
  /// What made the names of the section pseudonyms, if they are.
  private var sectionMark: RedactionMark?
  private var sourceCount = 0
  private var section: [String: RecordSection] = [:]
  private var ownBooks = SourceBooks()

  /// - Parameters:
  ///   - fileNumber: The number that the run gave the file; sources get numbers of their own.
  ///   - lineByteLimit: The longest line that is read.
  ///   - window: The time of the denials that count.
  ///   - keepsRecords: Whether the records themselves are wanted too.
  ///   - keepsRejects: Whether lines that are not read are wanted.
  ///   - notesNight: Whether a history is to be told of the records.
  ///   - redaction: What puts pseudonyms in the place of names.
  init(
    fileNumber: Int, lineByteLimit: Int, window: TimeWindow = TimeWindow(),
    keepsRecords: Bool = false, keepsRejects: Bool, notesNight: Bool = false,
    redaction: Redaction? = nil
  ) {
    self.redaction = redaction
    tally = Tally(notesNight: notesNight)
    self.keepsRecords = keepsRecords
    self.keepsRejects = keepsRejects
    self.fileNumber = fileNumber
    self.lineByteLimit = lineByteLimit
    self.window = window
  }

  /// Reads all lines of a batch; `false` once nothing more is to be read.
  mutating func read(_ batch: LineBatch) -> Bool {
    let bytes = batch.bytes.span
    var start = 0
    var lineNumber = batch.firstLineNumber
    while start < bytes.count {
      let end = Lines.end(in: bytes, from: start)
      let place = EntryPlace(
        source: fileNumber, lineNumber: lineNumber, byteOffset: batch.byteOffset + start)
      if end - start > lineByteLimit {
        addOversizeLine(at: place)
        let text = LineFaults.oversizeText(lineByteLimit)
        keep(bytes.extracting(start..<end), as: .oversize, at: place, text)
      } else {
        // The checksum is of the line as it was written, whatever ends it by now.
        let textEnd = end > start && bytes[end - 1] == 0x0d ? end - 1 : end
        read(bytes.extracting(start..<textEnd), at: place)
        if refusal != nil { return false }
      }
      lineNumber += 1
      start = end + 1
    }
    return true
  }

  /// Settles the books at the end of the file.
  mutating func finish(fileName: String, fingerprint: String) {
    endSection()
    guard ownBooks.lines > 0 || ownBooks.isCorrupt else { return }
    ownBooks.name = fileName
    ownBooks.fingerprint = fingerprint
    tally.add(ownBooks, to: fileNumber)
  }

  /// Takes note of a line that was too long to be read.
  mutating func addOversizeLine(at place: EntryPlace) {
    ownBooks.lines += 1
    ownBooks.oversize += 1
    faults.addOversize(at: place, limit: lineByteLimit)
  }

  /// The records that were read since the last time.
  mutating func takeRecords() -> [KeptRecord] {
    var taken: [KeptRecord] = []
    swap(&taken, &records)
    return taken
  }

  /// The lines that were not read since the last time.
  mutating func takeRejects() -> [Reject] {
    var taken: [Reject] = []
    swap(&taken, &rejects)
    return taken
  }

  private mutating func keep(
    _ line: Span<UInt8>, as kind: Reject.Kind, at place: EntryPlace, _ reason: String
  ) {
    if keepsRejects { rejects.append(Reject(kind, line, at: place, reason: reason)) }
  }

  private mutating func read(_ line: Span<UInt8>, at place: EntryPlace) {
    if line.isEmpty { return }
    do {
      switch try RecordLine(line: line) {
      case .header(let version, let rules, let mark):
        endSection()
        hasSection = true
        sectionMark = mark
        if version != DenialRecord.version || rules != DecisionTable.digest {
          refusal = Self.foreignRules
        } else if let mark, let redaction, mark != redaction.mark {
          refusal = Self.foreignNames
        }
      case .record(var record):
        sectionRedaction?.redact(&record.denial)
        add(record, line: line)
      case .helper(var helper):
        sectionRedaction?.redact(&helper)
        add(helper, line: line)
      case .footer(let footer):
        let number = numberOfSource(named: footer.books.name)
        section[footer.books.name, default: RecordSection(number: number)].footer = footer
      case .otherEntry: break
      case .unknown: addFault(line, place, "neither a denial record nor a footer, not read")
      }
    } catch {
      addFault(line, place, error.description)
    }
  }

  private mutating func add(_ record: DenialRecord, line: Span<UInt8>) {
    let number = numberOfSource(named: record.source)
    section[record.source, default: RecordSection(number: number)].checksum.combine(line)
    let timestamp = record.denial.timestamp
    guard window.contains(timestamp) else {
      section[record.source]?.outsideCount += 1
      if let partner = OperationPartner(record.denial) {
        let place = EntryPlace(
          source: number, lineNumber: record.lineNumber, byteOffset: record.byteOffset)
        tally.partners.add(.init(partner: partner, place: place))
      }
      return
    }
    if let timestamp, !window.isUnbounded { section[record.source]?.times.note(timestamp) }
    if keepsRecords { records.append(KeptRecord(record: record, source: number)) }
    tally.add(record.denial, source: number, byteOffset: record.byteOffset)
    if let operation = record.denial.operation { tally.partners.claim(operation) }
  }

  private mutating func add(_ helper: HelperRecord, line: Span<UInt8>) {
    let number = numberOfSource(named: helper.source)
    section[helper.source, default: RecordSection(number: number)].checksum.combineHelper(line)
    switch helper.content {
    case .operationHalf(let partner):
      let place = EntryPlace(
        source: number, lineNumber: helper.lineNumber, byteOffset: helper.byteOffset)
      tally.partners.add(.init(partner: partner, place: place))
    case .splitPart(let part):
      section[helper.source]?.partCounts[part.entryClass, default: 0] += 1
      tally.add(part, source: number, byteOffset: helper.byteOffset)
    }
  }

  private mutating func addFault(_ line: Span<UInt8>, _ place: EntryPlace, _ text: String) {
    ownBooks.lines += 1
    ownBooks.malformed += 1
    faults.add(at: place, text: text)
    keep(line, as: .malformed, at: place, text)
  }

  private mutating func numberOfSource(named name: String) -> Int {
    if let known = section[name] { return known.number }
    sourceCount += 1
    let number = SourceNumber.ofRecords(file: fileNumber, source: sourceCount)
    section[name] = RecordSection(number: number)
    return number
  }

  private mutating func endSection() {
    guard hasSection else { return }
    for (name, source) in section.sorted(by: { $0.key < $1.key }) {
      if let books = source.books(in: window) {
        tally.add(marked(books), to: source.number)
      } else {
        damages.append("the records of \(name) are incomplete")
        tally.add(marked(source.booksOfDamaged(named: name)), to: source.number)
      }
    }
    let missingCount = (section.values.compactMap(\.footer?.sourceCount).max() ?? 1) - section.count
    if missingCount > 0 {
      let sources = missingCount == 1 ? "another source" : "\(missingCount) more sources"
      damages.append("nothing is left of the records of \(sources)")
      ownBooks.isCorrupt = true
    }
    section = [:]
  }

  /// What redacts the section: nothing redacts pseudonyms again.
  private var sectionRedaction: Redaction? { sectionMark == nil ? redaction : nil }

  private func marked(_ books: SourceBooks) -> SourceBooks {
    var books = books
    if let sectionRedaction {
      books.redact(by: sectionRedaction)
    } else {
      books.redaction = sectionMark
    }
    return books
  }

  private static let foreignRules =
    "denial records made with other rules than this version's: extract them again from the logs"
  private static let foreignNames =
    "the names in these records are pseudonyms of another key or level: extract them again with "
    + "this one"
}
