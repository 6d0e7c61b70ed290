extension RoleChoice {
  /// From this many permissions beyond the denied ones, a custom role is offered beside a
  /// predefined one.
  ///
  /// Of the roles in the catalogue of ``PreferredRoles/date``, the choice for 2,000 random
  /// permissions had 41 in the middle; a hundred marks the broad end.
  package static let excessThreshold = 100

  /// How many runners-up a report names; ``RoleSuggestion/runnersUp`` has more.
  static let reportedRunnerUpLimit = 2

  static func suggestion(
    of pick: RolePick, member: Member, target: BindingTarget
  ) -> RoleSuggestion {
    let permissions = pick.permissions
    var warnings = permissions.compactMap(escalationWarning)
    if !pick.escalation.isEmpty { warnings.append(excessWarning(of: pick)) }
    if pick.stage == .beta {
      warnings.append("\(pick.role) is BETA: Google may change it or take it away")
    }
    warnings += unique(permissions.compactMap(PreferredRoles.note))
    let others = PreferredRoles.alternatives(to: Set(permissions))
    let named = Set(others.map(\.role))
    let runnersUp = pick.runnersUp.filter { !named.contains($0.role.name) }
      .prefix(reportedRunnerUpLimit)
      .map { RoleSuggestion.Alternative(role: $0.role.name, why: $0.why) }
    return RoleSuggestion(
      grant: .predefined(pick.role), titles: pick.titles, permissions: permissions,
      why: "\(pick.role) has \(listed(permissions)); \(reservation)", warnings: warnings,
      alternatives: customAlternative(to: pick, member: member, target: target) + others
        + runnersUp,
      excess: pick.excess, escalation: pick.escalation, runnersUp: pick.runnersUp)
  }

  /// - Returns: `nil` on a target where no custom role can be bound.
  static func suggestion(
    ofCustomRoleFor permissions: [Permission], member: Member, target: BindingTarget,
    _ catalog: RoleCatalog?
  ) -> RoleSuggestion? {
    guard let role = customRole(for: permissions, catalog), let parent = target.customRoleParent,
      Binding(member: member, grant: .custom(role), target: target) != nil
    else { return nil }
    var warnings = role.permissions.compactMap(escalationWarning)
    if let project = target.project, project.isNumber {
      warnings.append("custom roles want the project's id: put it in the place of \(project)")
    }
    warnings.append(
      "a few permissions cannot be in a custom role; gcloud iam list-testable-permissions "
        + "//cloudresourcemanager.googleapis.com/\(parent) tells which")
    let lack =
      if catalog != nil {
        "The role catalogue has no predefined role for"
      } else if permissions.allSatisfy(PreferredRoles.hasNoGoodRole) {
        "No predefined role is a good answer to"
      } else {
        "This tool knows no predefined role for"
      }
    return RoleSuggestion(
      grant: .custom(role), titles: [], permissions: permissions,
      why: "\(lack) \(listed(permissions)), so the role has exactly "
        + "\(permissions.count == 1 ? "this permission" : "these permissions"); \(reservation)",
      warnings: warnings, alternatives: [])
  }

  /// The role with these permissions, as the catalogue spells them.
  static func customRole(for permissions: [Permission], _ catalog: RoleCatalog?) -> CustomRole? {
    CustomRole(Set(permissions.map { catalog?.permission(like: $0) ?? $0 }))
  }

  /// That the catalogue does not know some permissions, as a clause.
  static func unknownWords(_ permissions: [Permission]) -> String {
    "the role catalogue does not know \(listed(permissions)): no role is suggested for "
      + "\(permissions.count == 1 ? "it" : "them"), as any would be a guess"
  }

  /// A denial for want of a role looks the same as one by these, so no suggestion is certain.
  private static let reservation =
    "it helps unless a deny policy, a principal access boundary or a condition forbids the call."

  private static func customAlternative(
    to pick: RolePick, member: Member, target: BindingTarget
  ) -> [RoleSuggestion.Alternative] {
    guard pick.isBroad, let role = CustomRole(Set(pick.permissions)),
      Binding(member: member, grant: .custom(role), target: target) != nil
    else { return [] }
    let count = role.permissions.count
    let names = role.permissions.map(\.name).joined(separator: ", ")
    return [
      RoleSuggestion.Alternative(
        role: "custom role",
        why: "has just \(count <= 3 ? names : "the \(count) denied permissions") instead of "
          + "\(pick.size) permissions, but has to be kept up to date by hand")
    ]
  }

  /// Names the first ways to more power that a role opens beside what was denied.
  private static func excessWarning(of pick: RolePick) -> String {
    let named = pick.escalation.prefix(3).map(\.name).joined(separator: ", ")
    let more = pick.escalation.count - 3
    return "\(pick.role) also has what leads to more power: \(named)"
      + (more > 0 ? " and \(more) more" : "")
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
