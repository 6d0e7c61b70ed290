package import AuditLog
import DenialClassification
import IAM

/// What a report is to be like, beside what it is of.
package struct ReportTerms: Sendable {
  /// The clock of the run.
  package var generatedAt: Timestamp
  /// What `--version` prints.
  package var toolVersion: String
  /// When suggested bindings should end, if at all.
  package var grantUntil: Timestamp?
  /// What the run was asked for. Its window has been applied to every entry by whoever counted it;
  /// its filter is applied to distinct denials.
  package var selection: Selection
  /// What nobody wants to hear of, if there is a file of that.
  package var suppressions: [Suppression]?
  /// All roles, if the user has them.
  package var catalog: NamedRoleCatalog?

  package init(
    generatedAt: Timestamp, toolVersion: String, grantUntil: Timestamp? = nil,
    selection: Selection = Selection(), catalog: NamedRoleCatalog? = nil
  ) {
    (self.generatedAt, self.toolVersion) = (generatedAt, toolVersion)
    (self.grantUntil, self.selection, self.catalog) = (grantUntil, selection, catalog)
  }
}

extension Report {
  /// Makes the report of a tally.
  package init(_ tally: consuming Tally, _ terms: ReportTerms) {
    self.init(DenialJoins(tally), terms)
  }

  /// The same, each term by itself.
  package init(
    _ tally: consuming Tally, generatedAt: Timestamp, toolVersion: String,
    grantUntil: Timestamp? = nil, selection: Selection = Selection(),
    catalog: NamedRoleCatalog? = nil
  ) {
    let terms = ReportTerms(
      generatedAt: generatedAt, toolVersion: toolVersion, grantUntil: grantUntil,
      selection: selection, catalog: catalog)
    self.init(tally, terms)
  }

  /// Makes the report of denials that are joined.
  init(_ joins: DenialJoins, _ terms: ReportTerms) {
    var joins = joins
    let hasDenials = !joins.rows.isEmpty
    joins.leaveOut(allBut: terms.selection.filter)
    let suppressions = terms.suppressions.map {
      joins.leaveOut($0, clock: terms.generatedAt)
    }
    let books = Books(joins.sources, joins)
    let material = ReportMaterial(
      joins,
      terms: SuggestionTerms(
        grantUntil: terms.grantUntil?.description, catalog: terms.catalog?.roles))
    let causes = Self.causes(of: material)
    self.init(
      generatedAt: terms.generatedAt.description, toolVersion: terms.toolVersion,
      window: Self.window(of: joins.sources, asked: terms.selection.window),
      filters: terms.selection.filter, books: books, codes: Self.codes(of: causes),
      principals: PrincipalSummaries(material), suggestions: SuggestedBindings(material),
      warnings: ReportWarning.warnings(
        ReportWarning.Grounds(
          sources: joins.sources, books: books, selection: terms.selection,
          clock: terms.generatedAt, suspects: Self.suspects(in: material), hasDenials: hasDenials,
          hasCredentialDenials: causes.contains { $0.cause.isOfCredentials },
          isCapped: joins.isCapped)),
      roleCatalog: terms.catalog?.summary)
    if let suppressions {
      self.suppressions = suppressions
      warnings += ReportWarning.warnings(about: suppressions)
    }
  }

  /// The clock of the run in seconds since 1970; 0 if it cannot be read.
  package var generatedAtSeconds: Int {
    Int((Timestamp(generatedAt)?.nanosecondsSince1970 ?? 0) / 1_000_000_000)
  }

  /// How many denials each cause has that was seen.
  private static func causes(of material: ReportMaterial) -> [CauseCount] {
    var causes: [DenialCause: Int] = [:]
    for entry in material.findings {
      causes[material.joins.key(ofFinding: entry.number).cause, default: 0] += entry.rows.count
    }
    return causes.map { CauseCount(cause: $0.key, denials: $0.value) }
  }

  private static func codes(of causes: [CauseCount]) -> [CodeSummary] {
    DenialCode.allCases.map { code in
      let counts = causes.filter { $0.cause.code == code }
      return CodeSummary(
        code: code, denials: counts.reduce(0) { $0 + $1.denials },
        causes: counts.sorted {
          ($1.denials, $0.cause.rawValue) < ($0.denials, $1.cause.rawValue)
        })
    }
  }

  private static func suspects(in material: ReportMaterial) -> [Suspect] {
    material.bursts.map { place, burst in
      Suspect(
        principal: material.identity(ofPrincipal: place).principalName, burst: burst,
        callerIP: material.callerIPs(ofPrincipal: place).first?.value)
    }
  }

  private static func window(of sources: [SourceBooks], asked: TimeWindow) -> ReportWindow {
    ReportWindow(
      since: asked.since?.description, until: asked.until?.description,
      firstEntry: sources.compactMap(\.firstEntry).min()?.description,
      lastEntry: sources.compactMap(\.lastEntry).max()?.description)
  }
}

extension Books {
  /// The books of all sources, and of what their entries were joined to.
  ///
  /// - Parameters:
  ///   - sources: The books of each.
  ///   - joins: What their entries were joined to, of which a filter may have left denials out.
  fileprivate init(_ sources: [SourceBooks], _ joins: DenialJoins) {
    let shownCount = joins.rows.count + joins.suppressedCount
    self.init(sources, denials: shownCount + joins.filteredOutCount, shown: shownCount)
    denials -= joins.suppressedCount
    suppressed = joins.suppressedCount
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
