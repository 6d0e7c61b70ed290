extension RoleChoice {
  /// From this many permissions beyond the denied ones, a custom role is offered beside a
  /// predefined one.
  ///
  /// Of the roles in the catalogue of ``PreferredRoles/date``, the choice for 2,000 random
  /// permissions had 41 in the middle; a hundred marks the broad end.
  package static let excessThreshold = 100

  static func suggestion(
    of row: PreferredRole, for permissions: Set<Permission>, target: BindingTarget
  ) -> RoleSuggestion {
    let sorted = permissions.sorted()
    var warnings = sorted.compactMap(escalationWarning)
    if row.stage == .beta {
      warnings.append("\(row.role) is BETA: Google may change it or take it away")
    }
    warnings += unique(sorted.compactMap(PreferredRoles.note))
    return RoleSuggestion(
      grant: .predefined(row.role), titles: row.titles, permissions: sorted,
      why: "\(row.role) has \(listed(sorted)); \(reservation)", warnings: warnings,
      alternatives: customAlternative(to: row, for: permissions, target: target)
        + PreferredRoles.alternatives(to: permissions))
  }

  /// - Returns: `nil` on a target where no custom role can be bound.
  static func suggestion(of role: CustomRole, target: BindingTarget) -> RoleSuggestion? {
    guard let parent = target.customRoleParent else { return nil }
    var warnings = role.permissions.compactMap(escalationWarning)
    if let project = target.project, project.isNumber {
      warnings.append("custom roles want the project's id: put it in the place of \(project)")
    }
    warnings.append(
      "a few permissions cannot be in a custom role; gcloud iam list-testable-permissions "
        + "//cloudresourcemanager.googleapis.com/\(parent) tells which")
    let isOne = role.permissions.count == 1
    return RoleSuggestion(
      grant: .custom(role), titles: [], permissions: role.permissions,
      why: "This tool knows no predefined role for \(listed(role.permissions)), so the role has "
        + "exactly \(isOne ? "this permission" : "these permissions"); \(reservation)",
      warnings: warnings, alternatives: [])
  }

  /// A denial for want of a role looks the same as one by these, so no suggestion is certain.
  private static let reservation =
    "it helps unless a deny policy, a principal access boundary or a condition forbids the call."

  private static func customAlternative(
    to row: PreferredRole, for permissions: Set<Permission>, target: BindingTarget
  ) -> [RoleSuggestion.Alternative] {
    guard target.customRoleParent != nil, let role = CustomRole(permissions) else { return [] }
    guard row.size - role.permissions.count >= excessThreshold else { return [] }
    let count = role.permissions.count
    let names = role.permissions.map(\.name).joined(separator: ", ")
    return [
      RoleSuggestion.Alternative(
        role: "custom role",
        why: "has just \(count <= 3 ? names : "the \(count) denied permissions") instead of "
          + "\(row.size) permissions, but has to be kept up to date by hand")
    ]
  }

  private static func escalationWarning(_ permission: Permission) -> String? {
    EscalationPermissions.kind(of: permission).map {
      "\(permission) lets its holder \($0.reason): grant it only if that is meant"
    }
  }

  /// Names of up to three permissions, else their number.
  private static func listed(_ permissions: [Permission]) -> String {
    guard let last = permissions.last, permissions.count <= 3 else {
      return "the \(permissions.count) denied permissions"
    }
    let others = permissions.dropLast().map(\.name).joined(separator: ", ")
    return others.isEmpty ? last.name : "\(others) and \(last)"
  }

  /// Each text once, where it comes first.
  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
