import AuditLog
import DenialClassification

/// The details of a finding's denials, added up.
struct DetailsTally {
  /// By the number of what they say.
  private var groups: [Int32: DetailsGroup] = [:]

  /// Counts one more denial.
  mutating func add(_ row: DenialRow, strings: StringTable) {
    groups[row.details, default: DetailsGroup()].add(row, strings: strings)
  }

  /// The details as a report shows them.
  ///
  /// Only what belongs to the cause: a row may have taken details of another from its call's
  /// other half.
  func findingDetails(
    of identity: FindingIdentity, table: DetailsTable, strings: StringTable
  ) -> FindingDetails {
    var result = FindingDetails()
    result.peakPerMinute =
      groups.values.reduce(into: MinuteTally()) { $0.merge($1.minutes) }.peak
    let limit = FindingDetails.listLimit
    if identity.cause == .vpcServiceControls {
      var violations = PerimeterViolations(of: identity)
      for (number, group) in groups {
        if let perimeter = table[number]?.perimeter {
          violations.add(perimeter, group, strings: strings)
        }
      }
      let list = violations.list
      result.perimeterViolations = Array(list.prefix(limit))
      result.perimeterViolationsLeftOut =
        violations.leftOutCount + list.count - result.perimeterViolations.count
    } else if identity.cause.isOfQuota {
      let list = quotas(cause: identity.cause, table: table)
      result.quotas = Array(list.prefix(limit))
      result.quotasLeftOut = list.count - result.quotas.count
    } else {
      result.credentialStates = credentialStates(table: table)
    }
    return result
  }

  private func quotas(cause: DenialCause, table: DetailsTable) -> [QuotaUse] {
    groups.map { number, group in
      QuotaUse(table[number]?.quota, cause: cause, group: group)
    }.sorted { ($1.denials, $0.order) < ($0.denials, $1.order) }
  }

  private func credentialStates(table: DetailsTable) -> [CredentialStateCount] {
    var counts: [CredentialState: Int] = [:]
    for (number, group) in groups {
      if let state = table[number]?.credentialState { counts[state, default: 0] += group.denials }
    }
    return counts.map { CredentialStateCount(state: $0.key, denials: $0.value) }
      .sorted { ($1.denials, $0.state.rawValue) < ($0.denials, $1.state.rawValue) }
  }
}

/// Denials that say the same of a perimeter or a quota.
struct DetailsGroup {
  private(set) var denials = 0
  /// Numbers of strings.
  private(set) var methods: Set<Int32> = []
  private(set) var minutes = MinuteTally()
  /// The unique ids of the earliest denials, the earliest first.
  private(set) var earliest = EarliestIDs()

  mutating func add(_ row: DenialRow, strings: StringTable) {
    denials += 1
    methods.insert(row.method)
    minutes.add(row.timestamp)
    if row.parts.perimeter != 0 {
      let nanoseconds = row.timestamp?.nanosecondsSince1970 ?? .max
      earliest.add(strings[row.parts.perimeter], at: nanoseconds)
    }
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

/// Denials by minute.
struct MinuteTally {
  private var counts: [Int64: Int] = [:]

  mutating func add(_ timestamp: Timestamp?) {
    guard let timestamp else { return }
    let nanoseconds = timestamp.nanosecondsSince1970
    // Rounds down, also before 1970.
    counts[nanoseconds / Self.length - (nanoseconds % Self.length < 0 ? 1 : 0), default: 0] += 1
  }

  mutating func merge(_ other: MinuteTally) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// The minute with the most denials, of several the first; `nil` without any timestamp.
  var peak: MinutePeak? {
    let peak = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return peak.map { minute, denials in
      let (start, overflow) = minute.multipliedReportingOverflow(by: Self.length)
      let moment = Timestamp(nanosecondsSince1970: overflow ? .min : start)
      return MinutePeak(minute: moment.description, denials: denials)
    }
  }

  private static let length: Int64 = 60_000_000_000
}
