import AuditLog
import DenialClassification

/// How often each value occurred, for lists that show the most frequent first.
struct ValueTally {
  private var counts: [ExactText: Int] = [:]

  mutating func add(_ value: String) {
    if !value.isEmpty { counts[ExactText(value), default: 0] += 1 }
  }

  /// Most denials first, then by value; all of them, or at most `limit`.
  func values(limit: Int = .max) -> [ValueCount] {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(limit).map { ValueCount(value: $0.key.string, denials: $0.value) }
  }

  var distinctCount: Int { counts.count }
}

/// The denials of one finding, added up.
struct FindingTally {
  let identity: FindingIdentity
  private(set) var denials = 0
  private(set) var firstSeen: Timestamp?
  private(set) var lastSeen: Timestamp?
  private(set) var methods = ValueTally()
  private(set) var resources = ValueTally()
  /// The service accounts or quota projects that bindings would go on.
  private(set) var targets = ValueTally()
  private(set) var hours: [Timestamp: Int] = [:]
  private(set) var isInferred = true
  private(set) var besidePerimeterCount = 0
  private var details = DetailsTally()
  /// The earliest denials, the earliest first.
  private var earliest: [DenialRow] = []

  init(identity: FindingIdentity) {
    self.identity = identity
  }

  /// Counts one more denial.
  mutating func add(_ row: DenialRow, strings: StringTable) {
    denials += 1
    methods.add(strings[row.method])
    resources.add(strings[row.resource])
    targets.add(strings[row.target])
    isInferred = isInferred && row.permissionsAreInferred
    if row.parts.isBesidePerimeter { besidePerimeterCount += 1 }
    details.add(row, strings: strings)
    if let timestamp = row.timestamp {
      firstSeen = min(firstSeen ?? timestamp, timestamp)
      lastSeen = max(lastSeen ?? timestamp, timestamp)
      hours[timestamp.hour, default: 0] += 1
    }
    remember(row, strings: strings)
  }

  /// The finding, without suggestions.
  func finding(strings: StringTable, details table: DetailsTable) -> Finding {
    let first = earliest.first
    return Finding(
      id: identity.id, cause: identity.cause, confidence: first?.confidence ?? .low,
      service: identity.service.nonEmpty, project: identity.project.nonEmpty,
      resource: first.flatMap { strings[$0.resource].nonEmpty },
      permissions: identity.permissions, permissionsAreInferred: isInferred,
      methods: methods.values(), resources: resources.values(limit: Self.resourceLimit),
      resourcesLeftOut: max(0, resources.distinctCount - Self.resourceLimit), denials: denials,
      besideServicePerimeter: besidePerimeterCount, firstSeen: firstSeen?.description,
      lastSeen: lastSeen?.description,
      perHour: hours.sorted { $0.key < $1.key }
        .map { ValueCount(value: $0.key.description, denials: $0.value) },
      evidence: Evidence(
        path: first.map { strings[$0.evidencePath] } ?? "",
        value: first.map { strings[$0.evidenceValue] } ?? ""),
      examples: earliest.compactMap { strings[$0.insertID].nonEmpty }, suggestions: [],
      advice: nil, caller: identity.redactedCaller,
      details: details.findingDetails(of: identity, table: table, strings: strings))
  }

  private static let resourceLimit = 20
  private static let exampleLimit = 5

  /// Keeps the row if it is among the earliest, by timestamp, insertId and content.
  private mutating func remember(_ row: DenialRow, strings: StringTable) {
    let order = { (row: DenialRow) in
      (
        row.timestamp?.nanosecondsSince1970 ?? .max, ExactText(strings[row.insertID]),
        row.contentHash
      )
    }
    if earliest.count == Self.exampleLimit, let last = earliest.last, order(last) <= order(row) {
      return
    }
    let place = earliest.firstIndex { order(row) < order($0) } ?? earliest.count
    earliest.insert(row, at: place)
    if earliest.count > Self.exampleLimit { earliest.removeLast() }
  }
}

/// The denials of one principal, added up.
struct PrincipalTally {
  private(set) var findingCount = 0
  private(set) var denials = 0
  private(set) var byCode: [DenialCode: Int] = [:]
  private(set) var firstSeen: Timestamp?
  private(set) var lastSeen: Timestamp?
  private(set) var callerIPs = ValueTally()
  private(set) var userAgents = ValueTally()
  private(set) var keys = ValueTally()

  /// Counts where one more denial came from.
  mutating func add(_ row: DenialRow, strings: StringTable) {
    callerIPs.add(strings[row.callerIP])
    userAgents.add(strings[row.userAgent])
    keys.add(strings[row.key])
  }

  /// Counts one more finding, whose denials were counted before.
  mutating func add(_ finding: FindingTally) {
    findingCount += 1
    denials += finding.denials
    byCode[finding.identity.cause.code, default: 0] += finding.denials
    firstSeen = [firstSeen, finding.firstSeen].compactMap(\.self).min()
    lastSeen = [lastSeen, finding.lastSeen].compactMap(\.self).max()
  }
}

extension String {
  /// The string, or `nil` for an empty one.
  var nonEmpty: String? { isEmpty ? nil : self }
}
