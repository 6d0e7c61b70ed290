/// Chooses roles for many members, most of which lack what others lack as well.
///
/// The same answers as ``RoleChoice/suggestions(for:member:target:catalog:)``, each found once.
package struct RoleChooser {
  /// All roles, if the user has them.
  package let catalog: RoleCatalog?
  private var known: [Question: [RolePart]] = [:]

  package init(catalog: RoleCatalog?) {
    self.catalog = catalog
  }

  /// What an answer depends on.
  private struct Question: Hashable {
    let permissions: Set<Permission>
    let type: TargetType
    let usesWorkloadIdentity: Bool
    let takesCustomRoles: Bool
    /// Roles of a catalogue may belong to one project or organization.
    let target: BindingTarget?
  }

  /// The roles to take for `permissions`, and what goes into custom roles; for a deleted member
  /// there is none.
  package mutating func parts(
    for permissions: Set<Permission>, member: Member, target: BindingTarget
  ) -> [RolePart] {
    guard member.form != .deleted else { return [] }
    let question = Question(
      permissions: permissions, type: target.type,
      usesWorkloadIdentity: member.usesWorkloadIdentity,
      takesCustomRoles: target.customRoleParent != nil, target: catalog == nil ? nil : target)
    if let parts = known[question] { return parts }
    let parts = RoleChoice.parts(
      for: permissions, member: member, target: target, catalog: catalog)
    known[question] = parts
    return parts
  }
}

/// One role to grant, or permissions that no role is known to have.
package enum RolePart: Hashable, Sendable {
  /// Says nothing about the project of the target, so that it holds for others.
  indirect case predefined(RoleSuggestion)
  /// A role to be made; a warning, if there is one, about permissions beside these.
  indirect case custom([Permission], warning: String?)

  /// What to grant; `nil` on a target where no custom role can be bound.
  package func grant(
    member: Member, target: BindingTarget, catalog: RoleCatalog?
  ) -> Binding.Grant? {
    switch self {
    case .predefined(let suggestion): return suggestion.grant
    case .custom(let permissions, _):
      guard let role = RoleChoice.customRole(for: permissions, catalog),
        Binding(member: member, grant: .custom(role), target: target) != nil
      else { return nil }
      return .custom(role)
    }
  }

  /// The denied permissions that it is for, sorted.
  package var permissions: [Permission] {
    switch self {
    case .predefined(let suggestion): suggestion.permissions
    case .custom(let permissions, _): permissions
    }
  }

  /// The role in words; `nil` on a target where no custom role can be bound.
  package func suggestion(
    member: Member, target: BindingTarget, catalog: RoleCatalog?
  ) -> RoleSuggestion? {
    switch self {
    case .predefined(let suggestion): return suggestion
    case .custom(let permissions, let warning):
      var custom = RoleChoice.suggestion(
        ofCustomRoleFor: permissions, member: member, target: target, catalog)
      if let warning { custom?.warnings.append(warning) }
      return custom
    }
  }
}
