/// Which role to take for a permission: a table made by hand.
///
/// The smallest role is often the wrong one: a role of another product, one that is made for a
/// migration, one in BETA. Each row is the smallest role of the service that its documentation
/// would name. Names, sizes, stages and contents were compared with the role catalogue of
/// ``date``; `PreferredRolesTests` compares them again wherever that catalogue is at hand.
///
/// - Source: https://cloud.google.com/iam/docs/roles-permissions
package enum PreferredRoles {
  /// The day of the role catalogue that the table was compared with.
  package static let date = "2026-08-22"

  /// Every row, one for each role, but for ``workloadIdentity``.
  package static let all: [PreferredRole] = generativeAI + data + computing + platform

  /// Takes the place of the token creators for a member that comes through Workload Identity.
  package static let workloadIdentity = PreferredRole(
    "roles/iam.workloadIdentityUser", "Workload Identity User", size: 4,
    for: "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken")

  /// Permissions that no predefined role is known to have.
  package static let withoutRole: Set<Permission> = [
    Permission(known: "generativelanguage.models.list")
  ]

  /// Every permission of the table.
  package static let permissions: Set<Permission> = withoutRole.union(byPermission.keys)

  /// The row for `permission`; `nil` if the table has none.
  ///
  /// It depends on the member whether Workload Identity is the way to a service account's tokens.
  package static func row(for permission: Permission, member: Member) -> PreferredRole? {
    if member.usesWorkloadIdentity, workloadIdentity.permissions.contains(permission) {
      return workloadIdentity
    }
    return byPermission[permission]
  }

  private static let byPermission: [Permission: PreferredRole] = Dictionary(
    uniqueKeysWithValues: all.flatMap { row in row.permissions.map { ($0, row) } })
}
