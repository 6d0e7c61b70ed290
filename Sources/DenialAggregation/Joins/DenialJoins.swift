import AuditLog
import DenialClassification
import IAM

/// The distinct denials of all inputs, once what several entries say of one refusal is put together.
///
///     rows ─► parts of a divided entry ─► halves of a call ─► twins of a perimeter ─► hints
///
/// It runs once, over everything, so that neither the order of the entries nor their division into
/// files shows. Where rows are alike in every other way, the hash of their content decides.
struct DenialJoins: Sendable {
  /// All rows; what they say is read by the accessors.
  var rows = Chunked<DenialRow>()
  var tables: DenialTables
  /// The earliest denials of each call that stayed.
  var examples: ExampleTable
  /// What of the rows that speak of other entries a report needs, by contexts from
  /// ``firstJoinedContext`` on: such rows share theirs with no other.
  private(set) var joinedFacts: [JoinedFacts] = []
  private(set) var firstJoinedContext: UInt32 = 0
  private(set) var perimeterMoments = PerimeterMoments()
  private(set) var callsByFinding = CallsByFinding()
  /// The books of all sources, each content once.
  let sources: [SourceBooks]
  /// Whether a half or a part was given up that a denial may need, or resources are left out.
  let isCapped: Bool
  var merged = MergedCounts()
  /// What was granted; `nil` if nobody asks.
  let grants: GrantTable?
  /// What a history is to be told; `nil` if there is none.
  let notes: NightNotes?
  /// What a history is told of denials that others may speak of.
  private(set) var sightings: [JoinedSighting] = []
  /// How many denials a filter left out.
  var filteredOutCount = 0
  /// How many denials a suppression left out.
  var suppressedCount = 0
  /// What is to be added to the count of a class: parts that another part explained.
  var reclassified: [EntryClass: Int] = [:]

  /// Joins what a tally has.
  init(_ tally: consuming Tally) {
    let settled = tally.settle()
    let (partners, splitParts) = (tally.partners, tally.splitParts.byUID)
    sources = settled.books
    grants = tally.grants
    isCapped =
      partners.isCapped || tally.splitParts.isCapped || !tally.tables.samples.isEmpty
      || tally.grants?.isCapped == true
    let tables = tally.tables
    notes = tally.takeNotes()
    let unjoined = UnjoinedRows(tally.rows.rows, tally.parts, settled.replacedRows, tables)
    examples = tally.examples
    examples.keep { unjoined.stays($0, ofCall: $1, tables) }
    (self.tables, rows) = (tables, unjoined.rest)
    var joined = unjoined.rows
    for index in joined.indices where notes?.otherNights.contains(joined[index].key) == true {
      joined[index].isFromOtherNight = true
    }
    replaceGroups(of: &joined, keyedBy: \.split) { joins, group in
      joins.joinParts(group, others: splitParts)
    }
    replaceGroups(of: &joined, keyedBy: \.operation) { joins, group in
      joins.joinHalves(group, partners: partners)
    }
    replaceGroups(of: &joined, keyedBy: \.perimeter) { joins, group in joins.joinTwins(group) }
    nameTheNameless(in: &joined)
    append(joined)
    perimeterMoments = PerimeterMoments(of: self)
    callsByFinding = CallsByFinding(self.tables)
  }

  /// How many divided entries lack a part.
  var incompleteSplits: Int { countRows { $1.isIncomplete } }

  /// How many halves of calls lack the other half, and with it their principal.
  var unmatchedOperations: Int {
    countRows { $1.lacksHalf && tables.findings[finding(of: $0)].group == .unknown }
  }

  /// How many entries were folded into a denial, by why.
  struct MergedCounts: Hashable {
    var splits = 0
    var operations = 0
    var twins = 0
  }

  /// What a report needs of a row that speaks of other entries.
  struct JoinedFacts: Sendable {
    /// What VPC Service Controls names the refusal by; 0 if nothing.
    let perimeterID: Int32
    let isIncomplete: Bool
    let lacksHalf: Bool
  }

  /// What is known of a row that speaks of other entries; `nil` for the others.
  func joinedFacts(of row: DenialRow) -> JoinedFacts? {
    row.context < firstJoinedContext ? nil : joinedFacts[Int(row.context - firstJoinedContext)]
  }

  private func countRows(where isMeant: (DenialRow, JoinedFacts) -> Bool) -> Int {
    if joinedFacts.isEmpty { return 0 }
    return rows.indices.count { index in
      joinedFacts(of: rows[index]).map { isMeant(rows[index], $0) } ?? false
    }
  }

  /// Replaces the rows that have something in common by what `join` makes of them.
  private mutating func replaceGroups(
    of rows: inout [JoinedRow], keyedBy key: KeyPath<RowParts.Links, Int32>,
    _ join: (inout DenialJoins, [JoinedRow]) -> [JoinedRow]
  ) {
    var groups: [Int32: [JoinedRow]] = [:]
    for row in rows where row.parts[keyPath: key] != 0 {
      groups[row.parts[keyPath: key], default: []].append(row)
    }
    guard !groups.isEmpty else { return }
    rows.removeAll { $0.parts[keyPath: key] != 0 }
    for group in groups.values { rows += join(&self, group) }
  }

  /// Changes what identifies the finding of a row.
  mutating func changeIdentity(of row: inout JoinedRow, _ change: (inout FindingIdentity) -> Void) {
    var identity = tables.identity(of: row.finding)
    change(&identity)
    row.finding = tables.finding(of: identity)
  }

  /// Takes from another row of the same refusal what this one does not say.
  mutating func complete(_ row: inout JoinedRow, from other: JoinedRow) {
    row.fillGaps(from: other)
    if tables.findings[row.finding].group != .named, tables.findings[other.finding].group == .named
    {
      let identity = tables.identity(of: other.finding)
      changeIdentity(of: &row) { $0.takeCaller(from: identity) }
    }
  }

  /// Callers that no entry names, though all entries are here, are hidden and not unknown.
  private mutating func nameTheNameless(in rows: inout [JoinedRow]) {
    for index in rows.indices where tables.findings[rows[index].finding].group == .unknown {
      let row = rows[index]
      // Else a forged log calls itself so.
      guard row.parts.operation != 0 || row.parts.split != 0 else { continue }
      if row.lacksHalf || row.parts.isIncomplete { continue }
      let caller = [row.origin.callerIP, row.origin.oauthClientID, row.origin.userAgent]
        .map { tables.strings[$0] }
      changeIdentity(of: &rows[index]) { $0.becomeNameless(caller: caller) }
    }
  }

  /// Takes note of a denial and those that were folded into it, if there is a history.
  mutating func note(_ row: JoinedRow, isCounted: Bool) {
    if notes == nil { return }
    for version in [row.version] + row.folded {
      sightings.append(
        JoinedSighting(
          version: version, finding: row.finding,
          isCounted: isCounted && version.key == row.key, evidenceCount: row.evidenceCount))
    }
  }

  /// Puts what was joined among the other rows.
  private mutating func append(_ joined: [JoinedRow]) {
    firstJoinedContext = UInt32(tables.contexts.count)
    for row in joined {
      note(row, isCounted: true)
      if row.isFromOtherNight { continue }
      let context = tables.appendContext(
        call: row.call, resource: row.resource, origin: row.origin)
      joinedFacts.append(
        JoinedFacts(
          perimeterID: row.parts.perimeter, isIncomplete: row.parts.isIncomplete,
          lacksHalf: row.lacksHalf))
      let plain = DenialRow(
        key: row.key, timestamp: row.timestamp, context: context, contentHash: row.contentHash)
      examples.offer(
        .init(
          row: UInt32(rows.count), contentHash: row.contentHash, order: plain.order,
          insertID: tables.strings[row.insertID], resource: row.resource,
          evidencePath: row.evidencePath, evidenceValue: row.evidenceValue,
          confidence: row.confidence),
        for: Int(tables.contexts[Int(context)].call))
      rows.append(plain)
    }
  }
}
