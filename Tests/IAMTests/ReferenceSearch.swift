@testable import IAM

/// The best role for one permission by a catalogue: fewest and mildest other permissions, GA roles of
/// the permission's own service first.
///
/// Not how the table was made, which is by hand; a measure for it. It falls for roles made for one
/// task that happen to have little else, so it is at times smaller than a good answer.
struct ReferenceSearch {
  private var candidates: [Candidate] = []
  private var holders: [String: [Int]] = [:]

  private struct Candidate {
    var name: String
    var service: String
    var tier: Int
    var size: Int
    /// The cost of its permissions, by the service of the permission that is asked for.
    var costs: [String: Int] = [:]
    var allCosts = 0
    var escalations: Set<String> = []
    var isReadOnly = true
    var factor = 1.0
  }

  init(_ catalog: some Sequence<RoleCatalog.Entry>) {
    for entry in catalog where Role(entry.name) != nil && !entry.name.contains("legacy") {
      guard let permissions = entry.includedPermissions, ["GA", "BETA"].contains(entry.stage) else {
        continue
      }
      let words = entry.description ?? ""
      guard !words.hasPrefix("Deprecated") else { continue }
      let isGeneric = words.contains("itor role for") || words.contains("iewer role for")
      let id = entry.name.dropFirst("roles/".count)
      var candidate = Candidate(
        name: entry.name, service: id == "browser" ? "resourcemanager" : id.before(".").description,
        tier: entry.stage == "BETA" || isGeneric ? 1 : 0, size: permissions.count)
      let isPowerful = id.lowercased().hasSuffix("admin") || id.lowercased().hasSuffix("owner")
      candidate.factor = (isPowerful ? 1.3 : 1) * (isGeneric ? 1.25 : 1)
      for name in permissions {
        let weight = Self.weight(of: name)
        candidate.costs[Permission.service(in: name), default: 0] += weight
        candidate.allCosts += weight
        if weight == Self.escalationWeight { candidate.escalations.insert(name) }
        if weight > 1 { candidate.isReadOnly = false }
        holders[name, default: []].append(candidates.count)
      }
      // Roles for a job of many services, such as those of auditors.
      if candidate.costs.count <= 60 { candidates.append(candidate) } else { drop(permissions) }
    }
  }

  /// The size of the role for `name`; `nil` if no role of its service has it.
  func size(for name: String) -> Int? {
    let service = Permission.service(in: name)
    let own = (holders[name] ?? []).map { candidates[$0] }.filter {
      $0.service == service || service == "apikeys" && $0.service == "serviceusage"
    }
    let tiers = [0, 1].map { tier in cheapest(of: own.filter { $0.tier == tier }, for: name) }
    guard let first = tiers[0], let second = tiers[1] else { return (tiers[0] ?? tiers[1])?.size }
    let isWorthEscaping =
      !first.escalations.subtracting([name]).isEmpty
      && second.escalations.subtracting([name]).isEmpty && second.size * 2 < first.size
    return isWorthEscaping ? second.size : first.size
  }

  private func cheapest(of roles: [Candidate], for name: String) -> Candidate? {
    let readOnly = Self.weight(of: name) == 1 ? roles.filter(\.isReadOnly) : []
    return (readOnly.isEmpty ? roles : readOnly).min {
      (cost(of: $0, for: name), $0.name) < (cost(of: $1, for: name), $1.name)
    }
  }

  private func cost(of role: Candidate, for name: String) -> Double {
    let inside = role.costs[Permission.service(in: name)] ?? 0
    return role.factor * Double(8 + 2 * role.allCosts - inside - Self.weight(of: name))
  }

  private mutating func drop(_ permissions: [String]) {
    for name in permissions { holders[name]?.removeLast() }
  }

  private static let escalationWeight = 25

  private static func weight(of name: String) -> Int {
    if let permission = Permission(name), EscalationPermissions.kind(of: permission) != nil {
      return escalationWeight
    }
    let verb = name.split(separator: ".").last ?? ""
    let isReading = ["get", "list", "search", "view", "read", "fetch", "check", "lookup"].contains {
      verb.hasPrefix($0)
    }
    return isReading ? 1 : 3
  }
}
