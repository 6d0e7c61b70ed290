import AuditLog
package import DenialClassification
import Synchronization

/// Takes note of the denials of those who fit a pattern, and of who else was refused from where.
package final class StoryNotes: RecordForm {
  fileprivate struct State {
    var records: [DenialRecord] = []
    var names: Set<String> = []
    var denialCount = 0
    var calls = StoryCalls()
    /// By address, who does not fit and was refused from there, with an insertId.
    var others: [String: [String: String]] = [:]
  }

  /// How many denials are noted; a story of more would be read by nobody.
  package static let denialLimit = 50_000
  /// How many principals are told apart.
  package static let nameLimit = 1000

  /// How many addresses of others are noted, and how many principals at each.
  static let addressLimit = 10_000
  static let sharerLimit = 20

  private let state = Mutex(State())
  private let filter: DenialFilter

  private let withGrants: Bool

  /// - Parameters:
  ///   - principal: A part of a name, or a pattern for the whole of it.
  ///   - withGrants: Whether to take note of what was allowed as well.
  /// - Throws: If the name is empty or too long.
  package init(principal: String, withGrants: Bool = false) throws(DenialFilterError) {
    filter = try DenialFilter(principals: [principal])
    self.withGrants = withGrants
  }

  package var callers: DenialFilter? { withGrants ? filter : nil }

  package func note(_ call: GrantedCall) {
    state.withLock { $0.calls.add(call) }
  }

  /// Nothing is written while denials are noted.
  package var head: [UInt8] { [] }

  package func append(_ record: DenialRecord, to bytes: inout [UInt8]) {
    let isWanted = filter.matches(record.denial)
    state.withLock { state in
      guard isWanted else { return state.noteOther(record) }
      state.denialCount += 1
      if state.names.count < Self.nameLimit { state.names.insert(record.principalName) }
      if state.records.count < Self.denialLimit { state.records.append(record) }
    }
  }

  /// The principals that were refused something, sorted.
  package var principals: [String] { state.withLock { $0.names.sorted() } }

  /// The story, if all denials are of one principal; `nil` if there is none, or more than one.
  package var story: Story? {
    state.withLock { state in
      state.names.count == 1
        ? Story(
          state.records, denialCount: state.denialCount, others: state.others,
          calls: withGrants ? state.calls : nil) : nil
    }
  }
}

extension StoryNotes.State {
  fileprivate mutating func noteOther(_ record: DenialRecord) {
    let address = record.denial.callerIP
    guard StorySignals.isAddress(address),
      others[address] != nil || others.count < StoryNotes.addressLimit
    else { return }
    var sharers = others[address] ?? [:]
    let name = record.principalName
    guard sharers[name] != nil || sharers.count < StoryNotes.sharerLimit else { return }
    // Of all files the one that sorts first, so that their order shows nowhere.
    sharers[name] = min(sharers[name] ?? record.denial.insertID, record.denial.insertID)
    others[address] = sharers
  }
}

extension Story {
  /// - Parameters:
  ///   - records: Denials of one principal, at least one, each once.
  ///   - denialCount: How many there are, also of those that were not noted.
  ///   - others: By address, who else was refused from there, with an insertId.
  ///   - calls: What was allowed; `nil` if nobody asked.
  init?(
    _ records: [DenialRecord], denialCount: Int, others: [String: [String: String]],
    calls: StoryCalls?
  ) {
    guard let first = records.first else { return nil }
    principal = first.principalName
    member = first.member
    denials = denialCount
    denialsLeftOut = denialCount - records.count
    let ordered = records.map { ($0.denial.timestamp, $0) }
      .sorted { Self.precedes($0, $1) }.map(\.1)
    causes = Self.causes(of: ordered)
    callerIPs = Self.sightings(in: ordered) { [$0.callerIP] }.byDenials
    userAgents = Self.sightings(in: ordered) { [UserAgent.shown($0.userAgent)] }.byDenials
    keys = Self.sightings(in: ordered) { [$0.key] }.byDenials
    delegations =
      Self.sightings(in: ordered) { [$0.delegationChain] }.byDenials
    let refused = Self.sightings(in: ordered, of: \.permissions)
    permissions = refused
    bursts = Self.bursts(of: ordered)
    let name = first.principalName
    allowed = calls.map { Allowed($0, of: name, refused: refused) }
    signals =
      StorySignals(ordered, others: others).all()
      + (calls?.signals(of: first, in: ordered) ?? [])
  }

  /// The order of time, with what has no time at the end.
  private static func precedes(
    _ one: (time: Timestamp?, record: DenialRecord),
    _ other: (time: Timestamp?, record: DenialRecord)
  ) -> Bool {
    if one.time != other.time {
      guard let time = one.time else { return false }
      return other.time.map { time < $0 } ?? true
    }
    let keys = [one.record, other.record].map {
      ($0.denial.insertID, $0.source, $0.byteOffset)
    }
    return keys[0] < keys[1]
  }

  private static func causes(of records: [DenialRecord]) -> [(DenialCause, Int)] {
    Dictionary(grouping: records, by: \.denial.cause).mapValues(\.count)
      .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { ($0.key, $0.value) }
  }

  /// The values but empty ones, in the order in which they were first seen.
  private static func sightings(
    in records: [DenialRecord], of values: (Denial) -> [String]
  ) -> [Sighting] {
    var places: [String: Int] = [:]
    var sightings: [Sighting] = []
    for record in records {
      let time = record.denial.timestamp
      for value in values(record.denial) where !value.isEmpty {
        if let place = places[value] {
          sightings[place].count += 1
          sightings[place].lastSeen = time ?? sightings[place].lastSeen
        } else {
          places[value] = sightings.count
          sightings.append(Sighting(value: value, count: 1, firstSeen: time, lastSeen: time))
        }
      }
    }
    return sightings
  }

  private static func bursts(of records: [DenialRecord]) -> [Burst] {
    var bursts: [Burst] = []
    var seen: Set<String> = []
    var last: Timestamp?
    for (index, record) in records.enumerated() {
      let time = record.denial.timestamp
      if index == 0 || begins(time, after: last) { bursts.append(Burst()) }
      last = time
      let fresh = record.denial.permissions.filter { seen.insert($0).inserted }
      let place = bursts.count - 1
      bursts[place].denials += 1
      if fresh.isEmpty, let step = bursts[place].steps.indices.last,
        bursts[place].steps[step].add(record)
      {
        continue
      }
      bursts[place].steps.append(Step(record, newPermissions: fresh))
    }
    return bursts
  }

  private static func begins(_ time: Timestamp?, after last: Timestamp?) -> Bool {
    guard let time, let last else { return time != last }
    let gap = time.nanosecondsSince1970 - last.nanosecondsSince1970
    return gap > burstGapSeconds * 1_000_000_000
  }
}

extension [Story.Sighting] {
  /// Most denials first, then in the order in which they were first seen.
  fileprivate var byDenials: [Story.Sighting] {
    enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}
