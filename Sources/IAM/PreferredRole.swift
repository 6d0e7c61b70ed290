/// A row of the table: a role, and the permissions that it is the best answer to.
package struct PreferredRole: Hashable, Sendable {
  package let role: Role
  /// What consoles call it; the older name first where it was renamed.
  package let titles: [String]
  /// How many permissions it had on ``PreferredRoles/date``.
  package let size: Int
  package let stage: Stage
  /// Roles that become superfluous beside it, as it has all of their permissions.
  package let includes: [Role]
  /// Sorted by hand; each is in one row only.
  package let permissions: [Permission]

  /// How finished a role is.
  package enum Stage: Hashable, Sendable {
    case generallyAvailable
    /// Google may still change its permissions or take it away.
    case beta
  }

  /// The role has to be one that can be suggested, and the permissions well formed.
  init(
    _ role: StaticString, _ titles: String..., size: Int, stage: Stage = .generallyAvailable,
    includes: StaticString..., for permissions: StaticString...
  ) {
    self.role = Role(known: role)
    self.titles = titles
    self.size = size
    self.stage = stage
    self.includes = includes.map(Role.init(known:))
    self.permissions = permissions.map(Permission.init(known:))
  }
}
