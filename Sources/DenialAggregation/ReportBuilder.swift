package import AuditLog
import DenialClassification
import IAM

extension Report {
  /// Makes the report of a tally.
  ///
  /// - Parameters:
  ///   - tally: Everything that was counted.
  ///   - generatedAt: The clock of the run.
  ///   - toolVersion: What `--version` prints.
  ///   - grantUntil: When suggested bindings should end, if at all.
  ///   - selection: What the run was asked for. Its window has been applied to every entry by whoever
  ///     counted it; its filter is applied here, to distinct denials.
  ///   - catalog: All roles, if the user has them.
  package init(
    _ tally: Tally, generatedAt: Timestamp, toolVersion: String,
    grantUntil: Timestamp? = nil, selection: Selection = Selection(),
    catalog: NamedRoleCatalog? = nil
  ) {
    let settled = tally.settled()
    var joins = DenialJoins(
      settled, partners: tally.partners, findings: tally.findings, strings: tally.strings,
      details: tally.details)
    let hasDenials = !joins.rows.isEmpty
    joins.leaveOut(allBut: selection.filter)
    let books = Books(settled.sources, joins)
    var (principals, drafts) = Self.drafts(of: joins)
    var suggestions = SuggestionBuilder.suggestions(
      for: &drafts, grantUntil: grantUntil, catalog: catalog?.roles)
    for index in principals.indices { principals[index].takeFindings(from: drafts) }
    let suspects = principals.map(\.summary).filter { $0.reconnaissance != nil }
    SuggestedBinding.warn(of: suspects, in: &suggestions)
    self.init(
      generatedAt: generatedAt.description, toolVersion: toolVersion,
      window: Self.window(of: settled.sources, asked: selection.window),
      filters: selection.filter, books: books, codes: Self.codes(of: drafts),
      principals: principals.map(\.summary).sorted {
        ($1.denials, ExactText($0.principal)) < ($0.denials, ExactText($1.principal))
      },
      suggestions: suggestions,
      warnings: ReportWarning.warnings(
        ReportWarning.Grounds(
          sources: settled.sources, books: books, selection: selection, clock: generatedAt,
          suspects: suspects, hasDenials: hasDenials,
          hasCredentialDenials: drafts.contains { $0.finding.cause.isOfCredentials },
          isCapped: tally.partners.isCapped || tally.splitParts.isCapped)),
      roleCatalog: catalog?.summary)
  }

  /// The findings of all principals, a principal's one after another.
  ///
  /// Ordered by name and id, so that nothing depends on hashing. What is counted for one finding
  /// is let go before the next, because a log may hold a hundred thousand.
  private static func drafts(
    of joins: DenialJoins
  ) -> (principals: [PrincipalDraft], findings: [FindingDraft]) {
    var rowsByFinding: [Int32: [DenialRow]] = [:]
    for row in joins.rows { rowsByFinding[row.finding, default: []].append(row) }
    let order = rowsByFinding.keys.map { number in
      let identity = joins.findings[number]
      return (number: number, name: ExactText(identity.principalName), id: identity.id)
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    var principals: [PrincipalDraft] = []
    var findings: [FindingDraft] = []
    var counts = PrincipalTally()
    var signal = ReconnaissanceSignal()
    var principal = Principal(email: "", subject: "", mappedPrincipal: "")
    for (index, place) in order.enumerated() {
      var finding = FindingTally(identity: joins.findings[place.number])
      // Reading a name takes as long as counting a denial: once for all findings of it.
      if counts.findingCount == 0 { principal = finding.identity.principal }
      let rows = rowsByFinding[place.number] ?? []
      signal.add(rows, of: finding.identity)
      for row in rows {
        finding.add(row, strings: joins.strings)
        counts.add(row, strings: joins.strings)
      }
      counts.add(finding)
      findings.append(
        FindingDraft(finding, of: principal, strings: joins.strings, details: joins.details))
      if index + 1 == order.count || order[index + 1].name != place.name {
        principals.append(
          PrincipalDraft(
            summary: PrincipalSummary(
              finding.identity, principal, counts, signal.burst()),
            findings: findings.count - counts.findingCount..<findings.count))
        counts = PrincipalTally()
        signal = ReconnaissanceSignal()
      }
    }
    return (principals, findings)
  }

  private static func codes(of drafts: [FindingDraft]) -> [CodeSummary] {
    DenialCode.allCases.map { code in
      var causes: [DenialCause: Int] = [:]
      for draft in drafts where draft.finding.code == code {
        causes[draft.finding.cause, default: 0] += draft.finding.denials
      }
      let counts = causes.map { CauseCount(cause: $0.key, denials: $0.value) }
      return CodeSummary(
        code: code, denials: counts.reduce(0) { $0 + $1.denials },
        causes: counts.sorted {
          ($1.denials, $0.cause.rawValue) < ($0.denials, $1.cause.rawValue)
        })
    }
  }

  private static func window(of sources: [SourceBooks], asked: TimeWindow) -> ReportWindow {
    ReportWindow(
      since: asked.since?.description, until: asked.until?.description,
      firstEntry: sources.compactMap(\.firstEntry).min()?.description,
      lastEntry: sources.compactMap(\.lastEntry).max()?.description)
  }
}

/// A finding while a report is made.
struct FindingDraft {
  let identity: FindingIdentity
  /// What the form of the name says, read once for all findings of one name.
  let principal: Principal
  /// Where bindings would cure it; nowhere if it is not for a binding to cure.
  let places: FindingPlaces
  var finding: Finding

  fileprivate init(
    _ tally: FindingTally, of principal: Principal, strings: StringTable, details: DetailsTable
  ) {
    identity = tally.identity
    self.principal = principal
    places = FindingPlaces(
      tally, permissions: Self.bindablePermissions(of: identity, principal))
    finding = tally.finding(strings: strings, details: details)
  }
}

/// A principal while a report is made: everything but its findings.
private struct PrincipalDraft {
  var summary: PrincipalSummary
  let findings: Range<Int>

  mutating func takeFindings(from drafts: [FindingDraft]) {
    summary.findings = drafts[findings].map(\.finding)
      .sorted { ($1.denials, $0.id) < ($0.denials, $1.id) }
  }
}

extension PrincipalSummary {
  /// The summary of a principal, by the identity of any of its findings.
  fileprivate init(
    _ identity: FindingIdentity, _ principal: Principal, _ tally: PrincipalTally,
    _ reconnaissance: Reconnaissance?
  ) {
    let isNamed = identity.group == .named
    self.init(
      principal: identity.principalName, member: isNamed ? principal.member?.text : nil,
      kind: isNamed ? principal.kind.rawValue : identity.group.kind, denials: tally.denials,
      byCode: tally.byCode, firstSeen: tally.firstSeen?.description,
      lastSeen: tally.lastSeen?.description, callerIPs: tally.callerIPs.values(),
      userAgents: tally.userAgents.values(), keys: tally.keys.values(),
      reconnaissance: reconnaissance, findings: [])
  }
}

extension Books {
  /// The books of all sources, and of what their entries were joined to.
  ///
  /// - Parameters:
  ///   - sources: The books of each.
  ///   - joins: What their entries were joined to, of which a filter may have left denials out.
  fileprivate init(_ sources: [SourceBooks], _ joins: DenialJoins) {
    let count = joins.rows.count + joins.filteredOutCount
    self.init(sources, denials: count, shown: joins.rows.count)
    let reclassifiedCount = joins.reclassified.values.reduce(0, +)
    mergedSplits = joins.merged.splits
    mergedOperations = joins.merged.operations
    mergedTwins = joins.merged.twins
    duplicates -= mergedSplits + mergedOperations + mergedTwins + reclassifiedCount
    for (entryClass, count) in joins.reclassified { otherClasses[entryClass, default: 0] += count }
    incompleteSplits = joins.incompleteSplits
    unmatchedOperations = joins.unmatchedOperations
  }

  /// The books of all sources.
  ///
  /// - Parameters:
  ///   - sources: The books of each.
  ///   - denials: How many distinct denials they hold together.
  ///   - shown: How many of these a filter lets pass, if there is one.
  package init(_ sources: [SourceBooks], denials: Int, shown: Int? = nil) {
    self.init()
    self.sources = sources.count
    self.denials = shown ?? denials
    for entryClass in EntryClass.allCases { otherClasses[entryClass] = 0 }
    for source in sources {
      compressedBytes += source.compressedBytes
      uncompressedBytes += source.uncompressedBytes
      lines += source.lines
      blank += source.blank
      entries += source.entries
      duplicates += source.denialEntries
      malformed += source.malformed
      oversize += source.oversize
      corruptSources += source.isCorrupt ? 1 : 0
      unreadableSources += source.isUnreadable ? 1 : 0
      for entryClass in EntryClass.allCases {
        otherClasses[entryClass, default: 0] += source[entryClass]
      }
    }
    duplicates -= denials
    otherClasses[.filteredOut, default: 0] += denials - self.denials
  }
}
