package import AuditLog
import DenialClassification

/// Calls that went well, for a story: counted by permission, as there may be a million.
struct StoryCalls: Sendable {
  /// By principal and permission, when it was granted, in the order in which calls were read.
  private var grants: [String: [String: [Timestamp?]]] = [:]
  private var callCounts: [String: Int] = [:]
  /// Calls that made keys, of anybody.
  private var keyCreations: [GrantedCall] = []
  private var seen: Set<Int> = []
  private(set) var leftOutCount = 0

  /// How many calls are told apart, so that copies count once; what comes after is left out.
  private static let callLimit = 1_000_000
  private static let permissionLimit = 10_000
  private static let keyLimit = 1000

  mutating func add(_ call: GrantedCall) {
    guard seen.count < Self.callLimit else {
      leftOutCount += 1
      return
    }
    guard call.insertID.isEmpty || seen.insert(call.hashValue).inserted else { return }
    if call.makesKey, keyCreations.count < Self.keyLimit { keyCreations.append(call) }
    let name = call.caller.name
    callCounts[name, default: 0] += 1
    for permission in call.permissions {
      let count = grants[name]?.count ?? 0
      guard count < Self.permissionLimit || grants[name]?[permission] != nil else { continue }
      grants[name, default: [:]][permission, default: []].append(call.timestamp)
    }
  }

  func callCount(of principal: String) -> Int { callCounts[principal] ?? 0 }

  /// Each permission that a principal was granted, with all times, those without one left out.
  func grants(of principal: String) -> [(permission: String, count: Int, times: [Timestamp])] {
    (grants[principal] ?? [:]).map {
      ($0.key, $0.value.count, $0.value.compactMap(\.self).sorted())
    }
  }

  /// Denials of a service account shortly after a key of it was made.
  func signals(of first: DenialRecord, in records: [DenialRecord]) -> [Story.Signal] {
    let name = first.principalName
    let creations = keyCreations.filter { $0.resource.hasSuffix("/" + name) }
      .sorted {
        ($0.timestamp?.nanosecondsSince1970 ?? 0, $0.insertID) < (
          $1.timestamp?.nanosecondsSince1970 ?? 0, $1.insertID
        )
      }
    return creations.compactMap { creation -> Story.Signal? in
      guard let made = creation.timestamp else { return nil }
      let after = records.filter { record in
        guard let time = record.denial.timestamp, !record.denial.key.isEmpty else { return false }
        let nanoseconds = time.nanosecondsSince1970 - made.nanosecondsSince1970
        return (0...Story.Signal.keyCreationSeconds * 1_000_000_000).contains(nanoseconds)
      }
      guard !after.isEmpty else { return nil }
      let ids = [creation.insertID] + after.map(\.denial.insertID)
      return Story.Signal(
        kind: .afterKeyCreation,
        text: "\(creation.caller.name) made a key of this account, and within "
          + "an hour calls with a key were refused",
        time: made, insertIDs: Array(ids.filter { !$0.isEmpty }.prefix(Story.Signal.limit)))
    }.prefix(Story.Signal.limit).map(\.self)
  }
}

extension Story {
  /// What the principal was allowed in the same time.
  package struct Allowed: Sendable {
    /// How many calls went well, each once.
    package let calls: Int
    /// How many more were not looked at, of all that fit.
    package let callsLeftOut: Int
    /// What their checks granted, most calls first.
    package let permissions: [Sighting]
    /// Refused permissions that were granted after their last denial, on any resource: since when.
    package let grantedSince: [String: Timestamp]

    init(_ calls: StoryCalls, of principal: String, refused: [Sighting]) {
      self.calls = calls.callCount(of: principal)
      callsLeftOut = calls.leftOutCount
      let grants = calls.grants(of: principal)
      permissions = grants.map {
        Sighting(
          value: $0.permission, count: $0.count, firstSeen: $0.times.first,
          lastSeen: $0.times.last)
      }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
      let times = Dictionary(grants.map { ($0.permission, $0.times) }) { first, _ in first }
      grantedSince = refused.reduce(into: [:]) { since, refused in
        guard let last = refused.lastSeen else { return }
        since[refused.value] = times[refused.value]?.first { last < $0 }
      }
    }
  }
}
