/// Permissions split among roles.
struct RoleCover {
  /// By name of the role.
  var picks: [RolePick] = []
  /// In no role that is known.
  var rest: Set<Permission> = []
  /// Not in the catalogue, so perhaps no permissions at all.
  var unknown: Set<Permission> = []
}

/// A role that was chosen for some permissions, and what is known of it.
struct RolePick {
  let role: Role
  /// What consoles call it.
  let titles: [String]
  let stage: PreferredRole.Stage
  /// How many permissions it has.
  let size: Int
  /// The denied permissions that it is chosen for, sorted; at least one.
  var permissions: [Permission]
  /// How many of its permissions nobody was denied.
  var excess: Int
  /// Those of them that lead to more power, sorted; empty if only the table is known.
  var escalation: [Permission] = []
  /// Whether a custom role is worth naming beside it.
  var isBroad: Bool { isForeign || excess >= RoleChoice.excessThreshold || !escalation.isEmpty }
  /// Whether it is made for another service.
  var isForeign = false
  /// Other roles with the permissions, the best first.
  var runnersUp: [RunnerUp] = []
}

extension RoleChoice {
  /// The cover that the table knows by itself.
  static func coverByTable(of permissions: Set<Permission>, member: Member) -> RoleCover {
    var rows: [Role: PreferredRole] = [:]
    var parts: [Role: Set<Permission>] = [:]
    var cover = RoleCover()
    for permission in permissions {
      if let row = PreferredRoles.row(for: permission, member: member) {
        rows[row.role] = row
        parts[row.role, default: []].insert(permission)
      } else {
        cover.rest.insert(permission)
      }
    }
    // From small to large, so that what moves up can move up again.
    let bySize = rows.values.sorted { ($0.size, $0.role) < ($1.size, $1.role) }
    for (index, row) in bySize.enumerated() {
      let larger = bySize[(index + 1)...].first { $0.includes.contains(row.role) }
      if let larger, let moved = parts.removeValue(forKey: row.role) {
        parts[larger.role, default: []].formUnion(moved)
      }
    }
    cover.picks = bySize.sorted { $0.role < $1.role }.compactMap { row in
      parts[row.role].map { permissions in
        RolePick(
          role: row.role, titles: row.titles, stage: row.stage, size: row.size,
          permissions: permissions.sorted(), excess: max(0, row.size - permissions.count))
      }
    }
    return cover
  }
}
