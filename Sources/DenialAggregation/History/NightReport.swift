import AuditLog
import DenialClassification

/// The report of a run that a history takes part in, and what the history is told.
package struct NightReport: Sendable {
  package var report: Report
  package let night: Night

  /// Makes both of a tally that was told to note the night.
  ///
  /// - Parameters:
  ///   - tally: Everything that was counted.
  ///   - openRecords: What other nights have left open.
  ///   - terms: What the report is to be like.
  package init(_ tally: consuming Tally, openRecords: [OpenRecord], terms: ReportTerms) {
    let ownRecords = tally.openRecords
    tally.addOfOtherNights(openRecords)
    let joins = DenialJoins(tally)
    var draft = NightDraft(clock: terms.generatedAt)
    draft.addDenials(of: joins)
    report = Report(joins, terms)
    draft.addShown(of: report)
    draft.night.sources = joins.sources.compactMap(NightSource.init)
    draft.night.books = report.books.json
    draft.night.openRecords = ownRecords
    night = draft.night
  }

  /// Puts what other nights know into the report.
  package mutating func add(_ history: ReportHistory) {
    var history = history
    if let material = report.principals.material {
      let denials = material.findings.map(\.rows.count)
      history.lead(with: zip(night.shownFindings.map { night.findings[$0] }, denials))
    }
    report.history = history
  }
}

/// A night while it is put together.
private struct NightDraft {
  var night: Night
  /// Places of findings in the night, by their numbers in the tables.
  private var places: [Int32: Int] = [:]

  init(clock: Timestamp) {
    night = Night(clock: clock)
  }

  /// Adds all distinct denials, shown or not.
  mutating func addDenials(of joins: DenialJoins) {
    guard let notes = joins.notes else { return }
    night.denials.reserveCapacity(joins.rows.count + joins.sightings.count)
    for row in joins.rows where joins.joinedFacts(of: row) == nil {
      guard let key = notes[row.key] else { continue }
      night.denials.append(
        DenialSighting(
          key: key, contentHash: UInt64(row.contentHash),
          finding: place(of: joins.finding(of: row), joins), timestamp: row.timestamp))
    }
    for sighting in joins.sightings {
      guard let key = notes[sighting.version.key] else { continue }
      var denial = DenialSighting(
        key: key, contentHash: UInt64(sighting.version.contentHash),
        finding: place(of: sighting.finding, joins), timestamp: sighting.version.timestamp,
        isCounted: sighting.isCounted, evidenceCount: sighting.evidenceCount)
      denial.isFromOtherNight = notes.otherNights.contains(sighting.version.key)
      night.denials.append(denial)
    }
  }

  /// Adds what the report shows.
  mutating func addShown(of report: Report) {
    guard let material = report.principals.material else { return }
    for entry in material.findings {
      night.shownFindings.append(place(of: entry.number, material.joins))
    }
    for draft in material.index.drafts {
      let findings = draft.findings.map { finding in
        night.findings[night.shownFindings[finding.place]].id
      }
      night.suggestions.append(NightSuggestion(id: draft.id, findings: findings))
    }
  }

  private mutating func place(of number: Int32, _ joins: DenialJoins) -> Int {
    if let place = places[number] { return place }
    let place = night.findings.count
    places[number] = place
    night.findings.append(FindingDescription(joins.identity(ofFinding: number)))
    return place
  }
}

/// A denial that others may speak of, as joining it has left it.
struct JoinedSighting {
  let version: JoinedRow.Version
  /// The number of the finding.
  let finding: Int32
  let isCounted: Bool
  let evidenceCount: Int
}

extension FindingDescription {
  fileprivate init(_ identity: FindingIdentity) {
    self.init(
      id: identity.id, code: identity.cause.code.rawValue, cause: identity.cause.rawValue,
      principal: identity.principalName, service: identity.service, project: identity.project,
      permissions: identity.permissions)
  }
}

extension NightSource {
  /// `nil` for what could not be read.
  fileprivate init?(_ books: SourceBooks) {
    if books.isUnreadable || books.fingerprint.isEmpty { return nil }
    self.init(
      fingerprint: books.fingerprint, name: books.name, byteCount: books.compressedBytes,
      lastEntry: books.lastEntry)
  }
}
