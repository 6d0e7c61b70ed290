import AuditLog
package import DenialClassification

/// When each principal was last granted each permission in each project: kept only if it is asked for,
/// as successes are many.
///
/// It merges in any order, as long as it is not full.
package struct GrantTable: Sendable {
  private struct Key: Hashable {
    let principal: ExactText
    let permission: ExactText
    let project: ExactText
  }

  private var latest: [Key: Timestamp] = [:]
  /// Whether there were more than are kept.
  private(set) var isCapped = false

  /// How many are kept; of what comes after nobody knows that it was granted.
  static let limit = 500_000

  package init() {}

  /// Takes note of a call that went well; one without a time says nothing.
  package mutating func add(_ call: GrantedCall) {
    guard let time = call.timestamp else { return }
    let (principal, project) = (ExactText(call.caller.name), ExactText(call.project))
    for permission in call.permissions {
      note(
        Key(principal: principal, permission: ExactText(permission), project: project), at: time)
    }
  }

  mutating func merge(_ other: GrantTable) {
    isCapped = isCapped || other.isCapped
    for (key, time) in other.latest { note(key, at: time) }
  }

  private mutating func note(_ key: Key, at time: Timestamp) {
    if let known = latest[key] {
      latest[key] = max(known, time)
    } else if latest.count < Self.limit {
      latest[key] = time
    } else {
      isCapped = true
    }
  }

  /// When all that a finding lacks was last granted.
  ///
  /// - Parameters:
  ///   - identity: Of the finding.
  ///   - lastDenial: When it was last refused.
  /// - Returns: The earliest of the last grants of its permissions, if each was granted after the
  ///   last denial to the same principal in the same project; else `nil`.
  func lastGrant(of identity: FindingIdentity, after lastDenial: Timestamp?) -> Timestamp? {
    guard let lastDenial, identity.group == .named, !identity.permissions.isEmpty else {
      return nil
    }
    var earliest: Timestamp?
    for permission in identity.permissions {
      let key = Key(
        principal: ExactText(identity.name), permission: ExactText(permission),
        project: ExactText(identity.project))
      guard let time = latest[key], time > lastDenial else { return nil }
      earliest = min(earliest ?? time, time)
    }
    return earliest
  }
}
