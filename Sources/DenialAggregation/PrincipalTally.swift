import AuditLog
import DenialClassification
import IAM

/// Makes the summaries of principals, each when it is asked for.
extension ReportMaterial {
  /// The summary of the principal at a place.
  ///
  /// - Parameters:
  ///   - place: Its place in the report.
  ///   - builder: Makes what is not in the index.
  /// - Returns: All of it, with the ids of suggested bindings.
  func summary(at place: Int, _ builder: inout SuggestionBuilder) -> PrincipalSummary {
    let principal = identity(ofPrincipal: place).principal
    let cures = builder.cures(forPrincipal: place, principal)
    return summary(at: place, principal, cures: cures, findingLimit: .max, &builder)
  }

  /// The same with the first findings only, and the suggestions that these name.
  func excerpt(
    at place: Int, findingLimit: Int, _ builder: inout SuggestionBuilder
  ) -> PrincipalExcerpt {
    let principal = identity(ofPrincipal: place).principal
    let bindings =
      builtIndex?.drafts(ofFindings: findingPlaces(ofPrincipal: place))
      ?? builder.bindings(forPrincipal: place, principal)
    var cures: [Int: [String]] = [:]
    for binding in bindings {
      for finding in binding.findings { cures[finding.place, default: []].append(binding.id) }
    }
    let summary = summary(
      at: place, principal, cures: cures, findingLimit: findingLimit, &builder)
    let named = Set(summary.findings.lazy.flatMap(\.suggestions))
    let suspects = suspectMembers
    let suggestions = bindings.filter { named.contains($0.id) }
      .sorted { ($1.denials, $0.id) < ($0.denials, $1.id) }
      .compactMap { SuggestedBinding($0, terms, suspects: suspects) }
    return PrincipalExcerpt(
      summary, findingCount: principals[place].findings.count, suggestions: suggestions,
      isHelped: !bindings.isEmpty)
  }

  private func summary(
    at place: Int, _ principal: Principal, cures: [Int: [String]], findingLimit: Int,
    _ builder: inout SuggestionBuilder
  ) -> PrincipalSummary {
    let identity = identity(ofPrincipal: place)
    let isNamed = identity.group == .named
    let rows = rows(ofPrincipal: place)
    let times = rows.lazy.compactMap { self.joins.timestamp(of: $0) }
    let shown = hashedTallies(ofPrincipal: place, byDenials: true).prefix(findingLimit)
    return PrincipalSummary(
      principal: identity.principalName, member: isNamed ? principal.member?.text : nil,
      kind: isNamed ? principal.kind.rawValue : identity.group.kind, denials: rows.count,
      byCode: denialsByCode(ofPrincipal: place),
      firstSeen: times.min()?.description, lastSeen: times.max()?.description,
      callerIPs: callerIPs(ofPrincipal: place), userAgents: values(of: rows, joins.userAgent),
      keys: values(of: rows, joins.key), delegations: values(of: rows, joins.delegation),
      reconnaissance: bursts[place],
      findings: shown.map { shown in
        finding(of: shown, principal, cures: cures[shown.place] ?? [], &builder)
      })
  }

  /// The findings of a principal, each with what its id writes down: by id, or those with most denials
  /// first, then by id.
  func hashedTallies(ofPrincipal place: Int, byDenials: Bool) -> [HashedTally] {
    let tallies = findingPlaces(ofPrincipal: place).map { place in
      let tally = tally(at: place)
      return HashedTally(place: place, hash: tally.identity.hash, tally: tally)
    }
    // Tallies are large to move.
    let ranks = tallies.enumerated().map { index, finding in
      (denials: byDenials ? finding.tally.denials : 0, hash: finding.hash.value, index: index)
    }
    return ranks.sorted { ($1.denials, $0.hash) < ($0.denials, $1.hash) }
      .map { tallies[$0.index] }
  }

  /// A finding at a place in the material.
  struct HashedTally {
    let place: Int
    let hash: StableHash
    let tally: FindingTally
  }

  private func denialsByCode(ofPrincipal place: Int) -> [DenialCode: Int] {
    findingPlaces(ofPrincipal: place).reduce(into: [:]) { counts, place in
      let entry = findings[place]
      counts[joins.key(ofFinding: entry.number).cause.code, default: 0] += entry.rows.count
    }
  }

  /// Where a principal called from: most denials first, then by value.
  func callerIPs(ofPrincipal place: Int) -> [ValueCount] {
    values(of: rows(ofPrincipal: place), joins.callerIP)
  }

  private func values(
    of rows: ArraySlice<DenialRow>, _ number: (DenialRow) -> Int32
  ) -> [ValueCount] {
    ValueTally(rows.map(number), strings: joins.strings).values(strings: joins.strings)
  }

  private func finding(
    of shown: HashedTally, _ principal: Principal, cures: [String],
    _ builder: inout SuggestionBuilder
  ) -> Finding {
    var finding = shown.tally.finding(id: shown.hash.longHexDigits)
    finding.suggestions = cures
    if cures.isEmpty { finding.advice = builder.advice(for: shown.tally, of: principal) }
    return finding
  }
}
