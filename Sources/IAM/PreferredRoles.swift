/// Which role to take for a permission: a table made by hand.
///
/// The smallest role is often the wrong one: a role of another product, one that is made for a
/// migration, one in BETA. Each rule names the smallest role of the service that its documentation
/// would name, a read-only one for what only reads. Names, sizes, stages and contents were compared
/// with the role catalogue of ``date``; `PreferredRolesTests` compares them again wherever that
/// catalogue is at hand. The rules of a service are read when one of its permissions is asked for.
///
/// - Source: https://cloud.google.com/iam/docs/roles-permissions,
///   https://github.com/iann0036/iam-dataset (2026-08-22)
package enum PreferredRoles {
  /// The day of the role catalogue that the table was compared with.
  package static let date = "2026-08-22"

  /// A service of the table, and its rules, which are read on first use.
  struct Service: Sendable {
    let name: String
    let rules: @Sendable () -> PreferredRoleRules

    init(_ name: String, rules: @escaping @Sendable () -> PreferredRoleRules) {
      self.name = name
      self.rules = rules
    }
  }

  static let services: [Service] =
    generativeAIServices + conversationsServices + analyticsServices + storageServices
    + databasesServices + machinesServices + containersServices + serverlessServices
    + networkingServices + identityServices + secretsServices + observabilityServices

  /// Takes the place of the token creators for a member that comes through Workload Identity.
  package static let workloadIdentity = PreferredRole(
    role: Role(known: "roles/iam.workloadIdentityUser"), titles: ["Workload Identity User"],
    size: 4, stage: .generallyAvailable,
    includes: [Role(known: "roles/iam.serviceAccountOpenIdTokenCreator")])

  /// What ``workloadIdentity`` answers.
  static let workloadIdentityPermissions: Set<Permission> = [
    Permission(known: "iam.serviceAccounts.getAccessToken"),
    Permission(known: "iam.serviceAccounts.getOpenIdToken"),
  ]

  /// The row for `permission`; `nil` if the table has none.
  ///
  /// It depends on the member whether Workload Identity is the way to a service account's tokens.
  package static func row(for permission: Permission, member: Member) -> PreferredRole? {
    if member.usesWorkloadIdentity, workloadIdentityPermissions.contains(permission) {
      return workloadIdentity
    }
    return rules(of: permission.service)?.row(for: permission.name)
  }

  /// Whether the table knows the permission and no role that is a good answer to it: none has it, or
  /// all that have it give far more power.
  static func hasNoGoodRole(for permission: Permission) -> Bool {
    guard let rules = rules(of: permission.service) else { return false }
    return rules.spelling(of: permission.name) != nil && rules.row(for: permission.name) == nil
  }

  /// The rules of a service, whose name is in lower case; `nil` if the table has none.
  static func rules(of service: String) -> PreferredRoleRules? { byService[service]?.rules() }

  private static let byService: [String: Service] = Dictionary(
    uniqueKeysWithValues: services.map { ($0.name, $0) })
}

// MARK: - All of it

extension PreferredRoles {
  /// Every row, but for ``workloadIdentity``; reads the rules of all services.
  ///
  /// A role that answers for two services is there twice.
  package static let all: [PreferredRole] = services.flatMap { $0.rules().rows }

  /// Every permission of the table; reads the rules of all services.
  package static let permissions: Set<Permission> = Set(
    services.flatMap { $0.rules().permissions })

  /// Permissions that no predefined role is a good answer to.
  ///
  /// No role has them, or only one with far more power: reading a policy should not take the role
  /// that may change it. A custom role of just the permission is the better suggestion.
  package static let withoutRole: Set<Permission> = Set(
    services.flatMap { $0.rules().withoutRole })
}
