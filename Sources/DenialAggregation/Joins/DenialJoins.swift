import AuditLog
import DenialClassification
import IAM

/// The distinct denials of all inputs, once what several entries say of one refusal is put together.
///
///     rows ─► parts of a divided entry ─► halves of a call ─► twins of a perimeter ─► hints
///
/// It runs once, over everything, so that neither the order of the entries nor their division into
/// files shows. Where rows are alike in every other way, the hash of their content decides.
struct DenialJoins {
  var rows: [DenialRow]
  var findings: FindingTable
  var strings: StringTable
  let details: DetailsTable
  var merged = MergedCounts()
  /// How many denials a filter left out.
  var filteredOutCount = 0
  /// What is to be added to the count of a class: parts that another part explained.
  var reclassified: [EntryClass: Int] = [:]

  /// Joins what a tally has.
  ///
  /// - Parameters:
  ///   - settled: The rows and parts, copies of whole sources left out.
  ///   - partners: The halves of calls that are no denials.
  ///   - findings: What identifies the findings of the rows.
  ///   - strings: The texts of the rows.
  ///   - details: What the rows say beside.
  init(
    _ settled: SettledDenials, partners: OperationPartners, findings: FindingTable,
    strings: StringTable, details: DetailsTable
  ) {
    rows = Array(settled.rows.values)
    (self.findings, self.strings, self.details) = (findings, strings, details)
    replaceGroups(keyedBy: \.split) { joins, group in
      joins.joinParts(group, others: settled.splitParts)
    }
    replaceGroups(keyedBy: \.operation) { joins, group in
      joins.joinHalves(group, partners: partners)
    }
    replaceGroups(keyedBy: \.perimeter) { joins, group in joins.joinTwins(group) }
    nameTheNameless()
    markNeighboursOfPerimeters()
  }

  /// How many divided entries lack a part.
  var incompleteSplits: Int { rows.count { $0.parts.isIncomplete } }

  /// How many halves of calls lack the other half, and with it their principal.
  var unmatchedOperations: Int {
    rows.count { $0.lacksHalf && findings[$0.finding].group == .unknown }
  }

  /// How many entries were folded into a denial, by why.
  struct MergedCounts: Hashable {
    var splits = 0
    var operations = 0
    var twins = 0
  }

  /// Replaces the rows that have something in common by what `join` makes of them.
  private mutating func replaceGroups(
    keyedBy key: KeyPath<DenialRow.Parts, Int32>,
    _ join: (inout DenialJoins, [DenialRow]) -> [DenialRow]
  ) {
    var groups: [Int32: [DenialRow]] = [:]
    for row in rows where row.parts[keyPath: key] != 0 {
      groups[row.parts[keyPath: key], default: []].append(row)
    }
    guard !groups.isEmpty else { return }
    rows.removeAll { $0.parts[keyPath: key] != 0 }
    for group in groups.values { rows += join(&self, group) }
  }

  /// Changes what identifies the finding of a row.
  mutating func changeIdentity(of row: inout DenialRow, _ change: (inout FindingIdentity) -> Void) {
    var identity = findings[row.finding]
    change(&identity)
    row.finding = findings.number(of: identity)
  }

  /// Takes from another row of the same refusal what this one does not say.
  mutating func complete(_ row: inout DenialRow, from other: DenialRow) {
    row.fillGaps(from: other)
    let identity = findings[other.finding]
    if findings[row.finding].group != .named, identity.group == .named {
      changeIdentity(of: &row) { $0.takeCaller(from: identity) }
    }
  }

  /// Callers that no entry names, though all entries are here, are hidden and not unknown.
  private mutating func nameTheNameless() {
    for index in rows.indices where findings[rows[index].finding].group == .unknown {
      var row = rows[index]
      // Else a forged log calls itself so.
      guard row.parts.operation != 0 || row.parts.split != 0 else { continue }
      if row.lacksHalf || row.parts.isIncomplete { continue }
      let caller = [row.callerIP, row.oauthClientID, row.userAgent].map { strings[$0] }
      changeIdentity(of: &row) { $0.becomeNameless(caller: caller) }
      rows[index] = row
    }
  }
}

extension DenialRow {
  /// Whether it is half of a call whose other half is not here.
  var lacksHalf: Bool { parts.operation != 0 && !parts.hasPartner }

  /// Takes from another row of the same refusal where the call came from, where this one is silent.
  mutating func fillGaps(from other: DenialRow) {
    if callerIP == 0 { callerIP = other.callerIP }
    if userAgent == 0 { userAgent = other.userAgent }
    if key == 0 { key = other.key }
    if oauthClientID == 0 { oauthClientID = other.oauthClientID }
    if resource == 0 { resource = other.resource }
    if target == 0 { target = other.target }
    if details == 0 { details = other.details }
    if parts.operation == 0 {
      parts.operation = other.parts.operation
      parts.isFirstHalf = other.parts.isFirstHalf
    }
    if parts.perimeter == 0 { parts.perimeter = other.parts.perimeter }
  }
}
