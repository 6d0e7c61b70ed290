extension RoleChoice {
  /// Why a binding on `target` is not the way to `permission`, as a sentence; `nil` if it is.
  package static func obstacle(to permission: Permission, on target: BindingTarget) -> String? {
    if permission.isKubernetes {
      return "\(permission) belongs to Kubernetes: grant it with RBAC in the cluster."
    }
    switch target.type.facts.permissions {
    case .any:
      // Higher up the role would hold for every service account below, now and later.
      if serviceAccountOnly.contains(permission) {
        return "\(permission) is to be granted on the one service account, never on the "
          + "\(target.type.noun)."
      }
      if target.type == .project, isAboveProjects(permission) {
        return "\(permission) is granted on the folder, organization or billing account itself."
      }
      return nil
    case .own:
      if target.type.facts.admits(permission) { return nil }
      return "\(permission) cannot be had by a role on a \(target.type.noun)."
    }
  }

  /// Whether a binding for `permission` may go on the project in place of a resource in it.
  package static func mayWiden(_ permission: Permission) -> Bool {
    !serviceAccountOnly.contains(permission)
  }

  private static func isAboveProjects(_ permission: Permission) -> Bool {
    aboveProjects.contains(where: { permission.name.begins(with: $0) })
  }

  /// Acting as a service account: bound on that account, never wider.
  private static let serviceAccountOnly: Set<Permission> = [
    Permission(known: "iam.serviceAccounts.actAs"),
    Permission(known: "iam.serviceAccounts.getAccessToken"),
    Permission(known: "iam.serviceAccounts.getOpenIdToken"),
    Permission(known: "iam.serviceAccounts.implicitDelegation"),
    Permission(known: "iam.serviceAccounts.signBlob"),
    Permission(known: "iam.serviceAccounts.signJwt"),
  ]

  /// What is checked above projects; IAM refuses such roles on a project.
  private static let aboveProjects = [
    "accesscontextmanager.", "billing.accounts.", "resourcemanager.folders.",
    "resourcemanager.organizations.",
  ]
}
