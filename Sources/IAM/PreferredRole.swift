/// A role of the table, and what to know of it before granting it.
package struct PreferredRole: Hashable, Sendable {
  package let role: Role
  /// What consoles call it; the older name first where it was renamed.
  package let titles: [String]
  /// How many permissions it had on ``PreferredRoles/date``.
  package let size: Int
  package let stage: Stage
  /// The roles of the table that become superfluous beside it, as it has all of their permissions.
  ///
  /// Sorted.
  package let includes: [Role]

  /// How finished a role is.
  package enum Stage: Hashable, Sendable {
    case generallyAvailable
    /// Google may still change its permissions or take it away.
    case beta
  }
}
