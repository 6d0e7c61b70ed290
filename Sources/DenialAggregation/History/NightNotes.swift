import AuditLog
import DenialClassification

/// What a run notes of its denials for a history, beside counting them.
struct NightNotes: Sendable {
  /// Denials that only other nights have read, which are here to be joined to those of this one.
  private(set) var otherNights: Set<DenialKeyHash> = []
  /// Denials that entries of other nights may be joined to.
  private(set) var openRecords = OpenRecords()
  private var keys = Chunked<NotedKey>()
  private var index = HashIndex()

  /// The key of this run and the one that holds for all.
  private struct NotedKey {
    let own: DenialKeyHash
    let common: DenialSighting.Key
  }

  /// Notes a denial; one without an insertId is known by its place, once its source was read.
  mutating func note(_ denial: Denial, _ timestamp: Timestamp?, _ key: DenialKeyHash) {
    if denial.insertID.isEmpty { return }
    let common = DenialSighting.Key(
      EntryHead(denial), timestamp: timestamp, partIndex: denial.split?.index ?? 0)
    note(common, for: key)
    if denial.mayBeJoined { openRecords.insert(OpenRecord(denial, timestamp, common)) }
  }

  /// Notes that only other nights have read a denial.
  mutating func noteOfOtherNight(_ key: DenialKeyHash) {
    otherNights.insert(key)
  }

  /// Notes the denials without an insertId.
  mutating func note(_ placed: Chunked<RowTable.PlacedRow>, in rows: RowTable, _ tally: Tally) {
    for entry in placed {
      let fingerprint = tally.sources[entry.source]?.fingerprint ?? ""
      note(
        DenialSighting.Key(fingerprint: fingerprint, byteOffset: entry.byteOffset),
        for: rows[entry.row].key)
    }
  }

  /// Takes in what another worker has noted.
  mutating func merge(_ other: NightNotes) {
    for key in other.keys { note(key.common, for: key.own) }
    openRecords.merge(other.openRecords)
    otherNights.formUnion(other.otherNights)
  }

  /// The key of a denial that holds for all runs; `nil` for one that was not noted.
  subscript(own: DenialKeyHash) -> DenialSighting.Key? {
    number(of: own).map { keys[$0].common }
  }

  private func number(of own: DenialKeyHash) -> Int? {
    index.number(hash: own.value) { keys[$0].own == own }
  }

  private mutating func note(_ common: DenialSighting.Key, for own: DenialKeyHash) {
    if number(of: own) != nil { return }
    let number = keys.count
    keys.append(NotedKey(own: own, common: common))
    let keys = keys
    index.insert(number, hash: own.value) { keys[$0].own.value }
  }
}

/// The latest of what entries of other nights may be joined to, each once.
struct OpenRecords: Sendable {
  private var records: [DenialSighting.Key: OpenRecord] = [:]
  private let limit: Int

  /// - Parameter limit: How many are kept.
  init(limit: Int = OpenRecord.limit) {
    self.limit = limit
  }

  /// All that are kept, the latest first.
  var latest: [OpenRecord] {
    Array(records.values.sorted { $1.isLess(lateThan: $0) }.prefix(limit))
  }

  mutating func insert(_ record: OpenRecord) {
    if let present = records[record.key], present.order <= record.order { return }
    records[record.key] = record
    // A quarter at once, so that it is not to be done for each record.
    if records.count > limit + limit / 4 {
      records = Dictionary(uniqueKeysWithValues: latest.map { ($0.key, $0) })
    }
  }

  mutating func merge(_ other: OpenRecords) {
    for record in other.records.values { insert(record) }
  }
}

extension OpenRecord {
  /// A denial as a line; where it was read tells other nights nothing.
  init(_ denial: Denial, _ timestamp: Timestamp?, _ key: DenialSighting.Key) {
    var writer = JSONWriter(style: .compact)
    DenialRecord(denial: denial, source: "", lineNumber: 0, byteOffset: 0).write(to: &writer)
    self.init(
      kind: .denial, key: key, order: denial.contentHash, timestamp: timestamp,
      line: String(decoding: writer.bytes.dropLast(), as: UTF8.self))
  }

  /// An order by time, and by key where that is the same.
  fileprivate func isLess(lateThan other: OpenRecord) -> Bool {
    let times = [self, other].map { $0.timestamp?.nanosecondsSince1970 ?? .min }
    return (times[0], key.high, key.low) < (times[1], other.key.high, other.key.low)
  }
}
