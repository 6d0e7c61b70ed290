import AuditLog
import DenialClassification

/// The details of a finding's denials, added up.
struct DetailsTally {
  private let rows: ArraySlice<DenialRow>
  private let joins: DenialJoins
  /// Rows by the number of what they say.
  private let groups: [(details: Int32, rows: [DenialRow])]

  init(_ rows: ArraySlice<DenialRow>, joins: DenialJoins) {
    (self.rows, self.joins) = (rows, joins)
    let numbers = rows.map { joins.details(of: $0) }.runs().map(\.value)
    groups = numbers.map { number in
      (number, numbers.count == 1 ? Array(rows) : rows.filter { joins.details(of: $0) == number })
    }
  }

  /// The details as a report shows them.
  ///
  /// Only what belongs to the cause: a row may have taken details of another from its call's
  /// other half.
  func findingDetails(of identity: FindingIdentity) -> FindingDetails {
    var result = FindingDetails()
    result.peakPerMinute = MinutePeak(of: rows.lazy.compactMap { joins.timestamp(of: $0) })
    let limit = FindingDetails.listLimit
    if identity.cause == .vpcServiceControls {
      var violations = PerimeterViolations(of: identity)
      for group in groups {
        if let perimeter = joins.details[group.details]?.perimeter {
          violations.add(perimeter, Crossings(group.rows, joins: joins))
        }
      }
      let list = violations.list
      result.perimeterViolations = Array(list.prefix(limit))
      result.perimeterViolationsLeftOut =
        violations.leftOutCount + list.count - result.perimeterViolations.count
    } else if identity.cause.isOfQuota {
      let list = quotas(cause: identity.cause)
      result.quotas = Array(list.prefix(limit))
      result.quotasLeftOut = list.count - result.quotas.count
    } else {
      result.credentialStates = credentialStates
    }
    return result
  }

  private func quotas(cause: DenialCause) -> [QuotaUse] {
    let uses = groups.map { group in
      QuotaUse(
        joins.details[group.details]?.quota, cause: cause, denials: group.rows.count,
        peak: MinutePeak(of: group.rows.lazy.compactMap { joins.timestamp(of: $0) }))
    }
    guard uses.count > 1 else { return uses }
    return uses.sorted { ($1.denials, $0.order) < ($0.denials, $1.order) }
  }

  private var credentialStates: [CredentialStateCount] {
    var counts: [CredentialState: Int] = [:]
    for group in groups {
      if let state = joins.details[group.details]?.credentialState {
        counts[state, default: 0] += group.rows.count
      }
    }
    return counts.map { CredentialStateCount(state: $0.key, denials: $0.value) }
      .sorted { ($1.denials, $0.state.rawValue) < ($0.denials, $1.state.rawValue) }
  }
}

/// Denials that say the same of a perimeter.
struct Crossings {
  let denials: Int
  let methods: Set<ExactText>
  /// The unique ids of the earliest denials, the earliest first.
  let earliest: EarliestIDs

  init(_ rows: [DenialRow], joins: DenialJoins) {
    denials = rows.count
    methods = Set(
      rows.map { joins.method(of: $0) }.runs().lazy.filter { $0.value != 0 }
        .map { ExactText(joins.strings[$0.value]) })
    var earliest = EarliestIDs()
    for row in rows {
      let id = joins.perimeterID(of: row)
      guard id != 0 else { continue }
      earliest.add(
        joins.strings[id], at: joins.timestamp(of: row)?.nanosecondsSince1970 ?? .max)
    }
    self.earliest = earliest
  }

  /// A single refusal.
  init(_ denial: Denial) {
    denials = 1
    methods = denial.method.isEmpty ? [] : [ExactText(denial.method)]
    var earliest = EarliestIDs()
    if !denial.perimeterID.isEmpty {
      earliest.add(
        denial.perimeterID, at: denial.timestamp?.nanosecondsSince1970 ?? .max)
    }
    self.earliest = earliest
  }
}

/// The unique ids of the earliest violations, by time and then by name.
struct EarliestIDs {
  private var entries: [(nanoseconds: Int64, id: ExactText)] = []
  private static let limit = 5

  var ids: [String] { entries.map(\.id.string) }

  mutating func add(_ id: String, at nanoseconds: Int64) {
    insert((nanoseconds, ExactText(id)))
  }

  mutating func merge(_ other: EarliestIDs) {
    for entry in other.entries { insert(entry) }
  }

  private mutating func insert(_ entry: (nanoseconds: Int64, id: ExactText)) {
    // A row that crosses a perimeter in two ways brings its id twice.
    guard !entries.contains(where: { $0 == entry }) else { return }
    let place = entries.firstIndex { entry < $0 } ?? entries.count
    guard place < Self.limit else { return }
    entries.insert(entry, at: place)
    if entries.count > Self.limit { entries.removeLast() }
  }
}

extension MinutePeak {
  /// The minute with the most of some moments, of several the first; `nil` without any.
  init?(of moments: some Sequence<Timestamp>) {
    // Rounds down, also before 1970.
    let minutes = moments.map { moment in
      let nanoseconds = moment.nanosecondsSince1970
      return nanoseconds / Self.length - (nanoseconds % Self.length < 0 ? 1 : 0)
    }
    let runs = minutes.runs()
    guard let peak = runs.min(by: { ($1.count, $0.value) < ($0.count, $1.value) }) else {
      return nil
    }
    let (start, overflow) = peak.value.multipliedReportingOverflow(by: Self.length)
    let moment = Timestamp(nanosecondsSince1970: overflow ? .min : start)
    self.init(minute: moment.description, denials: peak.count)
  }

  private static let length: Int64 = 60_000_000_000
}
