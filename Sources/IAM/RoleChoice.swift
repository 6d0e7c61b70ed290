/// From denied permissions to the roles that would cure them.
///
/// The choice has two steps. *Covering* splits the permissions among rows of ``PreferredRoles`` and
/// a rest; this is the step that a role catalogue can improve. *Explaining* says of each part why,
/// what to beware of, and what else there is.
package enum RoleChoice {
  /// The smallest known roles that have `permissions`.
  ///
  /// Permissions that the table does not know share one custom role with exactly these permissions.
  /// Left out are permissions that no binding on `target` should give; ``obstacle(to:on:)`` says
  /// why. Among them is acting as service accounts, on a project.
  ///
  /// - Parameters:
  ///   - permissions: The denied permissions of one member on one target.
  ///   - member: Who is to get the roles.
  ///   - target: Where the bindings go.
  /// - Returns: Predefined roles by name, then the custom role; together they have every permission
  ///   but those left out, each once.
  package static func suggestions(
    for permissions: Set<Permission>, member: Member, target: BindingTarget
  ) -> [RoleSuggestion] {
    guard member.form != .deleted else { return [] }
    let grantable = permissions.filter { obstacle(to: $0, on: target) == nil }
    let cover = cover(of: grantable, member: member)
    let predefined = cover.rows.map { row, permissions in
      suggestion(of: row, for: permissions, target: target)
    }
    let custom = CustomRole(cover.rest).flatMap { suggestion(of: $0, target: target) }
    return predefined + [custom].compactMap(\.self)
  }
}

// MARK: - Covering

extension RoleChoice {
  /// Permissions split among roles; the rest is in no role that is known.
  private struct Cover {
    var rows: [(row: PreferredRole, permissions: Set<Permission>)]
    var rest: Set<Permission>
  }

  private static func cover(of permissions: Set<Permission>, member: Member) -> Cover {
    var rows: [Role: PreferredRole] = [:]
    var parts: [Role: Set<Permission>] = [:]
    var rest: Set<Permission> = []
    for permission in permissions {
      if let row = PreferredRoles.row(for: permission, member: member) {
        rows[row.role] = row
        parts[row.role, default: []].insert(permission)
      } else {
        rest.insert(permission)
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
    let kept = bySize.sorted { $0.role < $1.role }.compactMap { row in
      parts[row.role].map { (row: row, permissions: $0) }
    }
    return Cover(rows: kept, rest: rest)
  }
}
