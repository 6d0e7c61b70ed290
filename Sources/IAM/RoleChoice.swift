/// From denied permissions to the roles that would cure them.
///
/// The choice has two steps. *Covering* splits the permissions among roles and a rest: by the rows of
/// ``PreferredRoles``, or by those and a search in a ``RoleCatalog``. *Explaining* says of each part
/// why, what to beware of, and what else there is.
package enum RoleChoice {
  /// The smallest known roles that have `permissions`.
  ///
  /// Permissions that no role is known to have share one custom role with exactly these permissions;
  /// those that the catalogue does not know get nothing, and a warning says so. Left out are
  /// permissions that no binding on `target` should give; ``obstacle(to:on:)`` says why. Among them is
  /// acting as service accounts, on a project.
  ///
  /// - Parameters:
  ///   - permissions: The denied permissions of one member on one target.
  ///   - member: Who is to get the roles.
  ///   - target: Where the bindings go.
  ///   - catalog: All roles; without it only the table is known.
  /// - Returns: Roles by name, then the custom role; together they have every permission but those
  ///   left out, each once.
  package static func suggestions(
    for permissions: Set<Permission>, member: Member, target: BindingTarget,
    catalog: RoleCatalog? = nil
  ) -> [RoleSuggestion] {
    guard member.form != .deleted else { return [] }
    return parts(for: permissions, member: member, target: target, catalog: catalog)
      .compactMap { $0.suggestion(member: member, target: target, catalog: catalog) }
  }

  /// The same without the words that depend on the project of the target.
  static func parts(
    for permissions: Set<Permission>, member: Member, target: BindingTarget, catalog: RoleCatalog?
  ) -> [RolePart] {
    let grantable = permissions.filter { obstacle(to: $0, on: target) == nil }
    let cover =
      catalog.map { coverByCatalog($0, of: grantable, member: member, target: target) }
      ?? coverByTable(of: grantable, member: member)
    var warning = cover.unknown.isEmpty ? nil : unknownWords(cover.unknown.sorted())
    var parts: [RolePart] = cover.picks.map { pick in
      var suggestion = suggestion(of: pick, member: member, target: target)
      if let words = warning.take() { suggestion.warnings.append(words) }
      return .predefined(suggestion)
    }
    // IAM's limit is far above what one member lacks; a hostile log may pass it.
    let rest = cover.rest.sorted()
    for start in stride(from: 0, to: rest.count, by: CustomRole.permissionLimit) {
      let part = Array(rest[start..<min(start + CustomRole.permissionLimit, rest.count)])
      parts.append(.custom(part, warning: warning.take()))
    }
    return parts
  }

  /// Why there is no role for `permission`, as a sentence; `nil` if there may be one.
  package static func absence(of permission: Permission, in catalog: RoleCatalog?) -> String? {
    guard let catalog, catalog.permission(like: permission) == nil else { return nil }
    return unknownWords([permission]) + "."
  }
}
