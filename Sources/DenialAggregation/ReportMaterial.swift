import AuditLog
import DenialClassification
import IAM
import Synchronization

/// What the parts of a report are made from when they are asked for.
///
/// A summary or a suggested binding takes a few kilobytes, and a log may hold a hundred thousand of
/// them, of which a text shows ten. Kept are the denials in the order of the report:
///
///     rows        a finding's one after another
///     findings    where the rows of each are; a principal's one after another
///     principals  where the findings of each are; most denials first, then by name
final class ReportMaterial: Sendable {
  let joins: DenialJoins
  let rows: [DenialRow]
  let findings: [FindingEntry]
  let principals: [PrincipalEntry]
  /// The bursts that look suspicious, by the place of the principal.
  let bursts: [Int: Reconnaissance]
  /// What was asked about suggested bindings.
  let terms: SuggestionTerms
  /// Principals that share a member with others, by place: the places of all of them, in order of
  /// their names.
  private let twins: [Int: [Int]]
  /// Made once and kept, as everything that goes through all suggestions needs it.
  private let keptIndex = Mutex<SuggestionIndex?>(nil)

  /// A finding: its number, and where its rows are.
  struct FindingEntry: Sendable {
    let number: Int32
    let rows: Range<Int32>
  }

  /// A principal: where its findings are, and how many denials they have.
  struct PrincipalEntry: Sendable {
    let findings: Range<Int32>
    let denials: Int
  }

  init(_ joins: DenialJoins, terms: SuggestionTerms) {
    self.joins = joins
    self.terms = terms
    let order = ReportOrder(joins)
    (rows, findings, principals) = (order.rows, order.findings, order.principals)
    bursts = order.bursts(joins)
    twins = order.twins(joins)
  }

  /// The suggested bindings of all members, in the order of the report.
  var index: SuggestionIndex {
    if let index = builtIndex { return index }
    let index = SuggestionIndex(self)
    keptIndex.withLock { $0 = index }
    return index
  }

  /// Makes the index in parts, maybe at the same time, unless it is there.
  ///
  /// - Parameter run: Calls its argument with each number from 0 up to a count, on any threads, and
  ///   waits for all calls.
  func makeIndex(by run: (Int, @escaping @Sendable (Int) -> Void) -> Void) {
    guard builtIndex == nil, !principals.isEmpty else { return }
    let bounds = partBounds
    let parts = Mutex<[SuggestionIndex.Part]>([])
    run(bounds.count - 1) { number in
      let part = SuggestionIndex.part(of: self, principals: bounds[number]..<bounds[number + 1])
      parts.withLock { $0.append(part) }
    }
    let index = SuggestionIndex(self, parts.withLock { $0 })
    keptIndex.withLock { $0 = index }
  }

  /// Where the parts of the index begin and end, by principals: each has about as many findings.
  private var partBounds: [Int] {
    let partCount = 8
    var bounds = [0]
    for (place, principal) in principals.enumerated() {
      let share = findings.count * bounds.count / partCount
      if Int(principal.findings.upperBound) >= share, bounds.count < partCount {
        bounds.append(place + 1)
      }
    }
    return bounds.last == principals.count ? bounds : bounds + [principals.count]
  }

  /// The same if it was made before.
  var builtIndex: SuggestionIndex? { keptIndex.withLock { $0 } }

  /// The denials of one finding, by its place.
  func tally(at place: Int) -> FindingTally {
    let entry = findings[place]
    return FindingTally(
      entry.number, rows: rows[Int(entry.rows.lowerBound)..<Int(entry.rows.upperBound)],
      of: self)
  }

  /// The places of the findings of a principal.
  func findingPlaces(ofPrincipal place: Int) -> Range<Int> {
    Int(principals[place].findings.lowerBound)..<Int(principals[place].findings.upperBound)
  }

  /// All denials of a principal.
  func rows(ofPrincipal place: Int) -> ArraySlice<DenialRow> {
    let places = findingPlaces(ofPrincipal: place)
    return rows[
      Int(
        findings[places.lowerBound].rows.lowerBound)..<Int(
          findings[places.upperBound - 1].rows.upperBound)]
  }

  /// What identifies any of the findings of a principal.
  func identity(ofPrincipal place: Int) -> FindingIdentity {
    joins.identity(ofFinding: findings[Int(principals[place].findings.lowerBound)].number)
  }

  /// The places of the principals that a binding writes alike, in order of their names.
  func principals(sharingMemberWith place: Int) -> [Int] { twins[place] ?? [place] }

  /// The members of the principals whose calls look suspicious.
  var suspectMembers: Set<Member> {
    Set(bursts.keys.compactMap { identity(ofPrincipal: $0).principal.member })
  }
}

/// What was asked about suggested bindings.
struct SuggestionTerms: Sendable {
  /// When they should end, RFC 3339 in UTC, if at all.
  let grantUntil: String?
  /// All roles, if the user has them.
  let catalog: RoleCatalog?
}
