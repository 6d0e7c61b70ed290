import DenialAggregation
import DenialClassification

/// Turns what the scanners keep into lines of records, copies of denials left out.
struct RecordSink: Sendable {
  private let sourceNames: [Int: String]
  private let filter: DenialFilter
  private let includesAll: Bool
  /// How denials are written, if not as records.
  private let form: (any RecordForm)?
  /// What was written by the form.
  private var formed: [UInt8] = []
  private let write: @Sendable ([UInt8]) -> Bool
  /// Whether nobody reads on, so that nothing more need be written.
  private(set) var isClosed = false
  private var writer = JSONWriter(style: .compact)
  private var written = WrittenDenials()
  /// What the filter left out; further copies are copies, as in a report.
  private var leftOut: Set<DenialKeyHash> = []
  /// How many distinct denials the filter left out, by source.
  private(set) var leftOutCounts: [Int: Int] = [:]
  private(set) var checksums: [Int: RecordChecksum] = [:]

  /// - Parameters:
  ///   - sourceNames: By number.
  ///   - filter: Which denials are written.
  ///   - includesAll: Whether copies, and what the filter leaves out, get a line as well.
  ///   - form: How denials are written, if not as records; then nothing else is written.
  ///   - write: Gets whole lines; says whether more may follow.
  init(
    sourceNames: [Int: String], filter: DenialFilter = DenialFilter(), includesAll: Bool,
    form: (any RecordForm)? = nil, write: @escaping @Sendable ([UInt8]) -> Bool
  ) {
    self.sourceNames = sourceNames
    self.filter = filter
    self.includesAll = includesAll
    self.form = form
    self.write = write
  }

  /// How many distinct denials there were.
  var denialCount: Int { written.count }

  /// Writes the lines of one batch.
  mutating func receive(_ lines: [ExtractedLine]) {
    for line in lines {
      switch line {
      case .denial(let denial, let place): receive(denial, place)
      case .part(let part, let place): receive(.splitPart(part), place)
      case .other(let head, let entryClass, let place):
        receive(head, entryClass: entryClass.rawValue, place)
      case .call(let call): form?.note(call)
      case .record(let kept): receive(kept)
      }
      flushIfFull()
    }
    flush()
  }

  /// Writes the halves of calls that denials here or in other files may need.
  mutating func receive(_ partners: OperationPartners) {
    for entry in partners.unsettled {
      receive(.operationHalf(entry.partner), entry.place)
      flushIfFull()
    }
    flush()
  }

  private static let flushBytes = 256 * 1024

  /// Whether records can be received: what is written is no record.
  var takesRecords: Bool { form != nil }

  private mutating func receive(_ kept: KeptRecord) {
    let (record, denial) = (kept.record, kept.record.denial)
    let key = DenialKeyHash(
      denial, denial.timestamp, source: kept.source, byteOffset: record.byteOffset)
    guard filter.matches(denial), written.insert(key, contentHash: denial.contentHash) else {
      return
    }
    form?.append(record, to: &formed)
  }

  private mutating func receive(_ denial: Denial, _ place: EntryPlace) {
    let key = DenialKeyHash(
      denial, denial.timestamp, source: place.source, byteOffset: place.byteOffset)
    guard filter.matches(denial) else {
      leaveOut(denial, key, place)
      return
    }
    guard written.insert(key, contentHash: denial.contentHash) else {
      if includesAll { receive(EntryHead(denial), entryClass: "duplicate", place) }
      return
    }
    let record = DenialRecord(
      denial: denial, source: sourceNames[place.source] ?? "", lineNumber: place.lineNumber,
      byteOffset: place.byteOffset)
    if let form {
      form.append(record, to: &formed)
      return
    }
    let start = writer.bytes.count
    record.write(to: &writer)
    var checksum = checksums[place.source] ?? RecordChecksum()
    checksum.combine(writer.bytes.span.extracting(start..<writer.bytes.count - 1))
    checksums[place.source] = checksum
  }

  private mutating func receive(_ helper: HelperRecord.Content, _ place: EntryPlace) {
    if form != nil { return }
    let start = writer.bytes.count
    HelperRecord(
      helper, source: sourceNames[place.source] ?? "", lineNumber: place.lineNumber,
      byteOffset: place.byteOffset
    ).write(to: &writer)
    var checksum = checksums[place.source] ?? RecordChecksum()
    checksum.combineHelper(writer.bytes.span.extracting(start..<writer.bytes.count - 1))
    checksums[place.source] = checksum
  }

  private mutating func leaveOut(_ denial: Denial, _ key: DenialKeyHash, _ place: EntryPlace) {
    let isFirst = leftOut.insert(key).inserted
    if isFirst { leftOutCounts[place.source, default: 0] += 1 }
    if includesAll {
      let entryClass = isFirst ? EntryClass.filteredOut.rawValue : "duplicate"
      receive(EntryHead(denial), entryClass: entryClass, place)
    }
  }

  private mutating func receive(
    _ head: EntryHead, entryClass: String, _ place: EntryPlace
  ) {
    DenialRecord.write(
      head, entryClass: entryClass, source: sourceNames[place.source] ?? "",
      lineNumber: place.lineNumber, byteOffset: place.byteOffset, to: &writer)
  }

  private mutating func flushIfFull() {
    if writer.bytes.count + formed.count > Self.flushBytes { flush() }
  }

  private mutating func flush() {
    let bytes = form == nil ? writer.bytes : formed
    if !bytes.isEmpty, !isClosed { isClosed = !write(bytes) }
    writer.removeAll()
    formed.removeAll(keepingCapacity: true)
  }
}
