import AuditLog
import DenialClassification

extension Tally {
  /// What entries of other nights may be joined to, as far as this run has read it.
  var openRecords: [OpenRecord] {
    var helpers = OpenRecords()
    for half in partners.unsettled { helpers.insert(OpenRecord(half.partner)) }
    for part in splitParts.parts.values.compactMap(OpenRecord.init) { helpers.insert(part) }
    return (notes?.openRecords.latest ?? []) + helpers.latest
  }

  /// Takes in what other nights have left open, so that it is joined to what this one has read.
  ///
  /// It is in no books, and what this night has read itself stays as it is.
  mutating func addOfOtherNights(_ records: [OpenRecord]) {
    // Halves are asked for by denials, which therefore come first.
    for kind in [OpenRecord.Kind.denial, .helper] {
      for record in records where record.kind == kind {
        let bytes = Array(record.line.utf8)
        switch try? RecordLine(line: bytes.span) {
        case .record(let record): addOfOtherNight(record.denial)
        case .helper(let helper): addOfOtherNight(helper.content)
        // A later version may know of more.
        case .header, .footer, .otherEntry, .unknown, nil: break
        }
      }
    }
  }

  private mutating func addOfOtherNight(_ denial: Denial) {
    let key = DenialKeyHash(denial, denial.timestamp, source: 0, byteOffset: 0)
    guard denial.mayBeJoined, !denial.insertID.isEmpty, rows.number(of: key) == nil else { return }
    noteOfOtherNight(key)
    add(denial, source: 0, byteOffset: 0)
    if let operation = denial.operation { partners.claim(operation) }
  }

  private mutating func addOfOtherNight(_ helper: HelperRecord.Content) {
    switch helper {
    case .operationHalf(let partner):
      guard partners.isClaimed(partner.operation) else { return }
      // Of copies those of this night come first.
      let place = EntryPlace(source: .max, lineNumber: 1, byteOffset: 0)
      partners.add(.init(partner: partner, place: place))
    case .splitPart(let part): splitParts.addOfOtherNight(part)
    }
  }
}

extension OpenRecord {
  /// A half of a call that is no denial.
  fileprivate init(_ partner: OperationPartner) {
    self.init(
      .operationHalf(partner), key: DenialSighting.Key(halfOf: partner.operation),
      // The earlier half stays, as in a run.
      order: UInt64(bitPattern: partner.timestamp?.nanosecondsSince1970 ?? .max) ^ 1 << 63,
      timestamp: partner.timestamp)
  }

  /// A part of a divided entry that is no denial; `nil` if nothing tells it from others.
  fileprivate init?(_ part: SplitPart) {
    if part.head.insertID.isEmpty { return nil }
    let timestamp = Timestamp(part.head.timestampText)
    let key = DenialSighting.Key(part.head, timestamp: timestamp, partIndex: part.split.index)
    // Of copies that differ, the one stays whose row comes first.
    self.init(.splitPart(part), key: key, order: UInt64(part.rank), timestamp: timestamp)
  }

  private init(
    _ content: HelperRecord.Content, key: DenialSighting.Key, order: UInt64, timestamp: Timestamp?
  ) {
    var writer = JSONWriter(style: .compact)
    HelperRecord(content, source: "", lineNumber: 0, byteOffset: 0).write(to: &writer)
    self.init(
      kind: .helper, key: key, order: order, timestamp: timestamp,
      line: String(decoding: writer.bytes.dropLast(), as: UTF8.self))
  }
}
