/// Permissions that let their holder get at more than they say.
///
/// Never suggested without a warning. Facts gathered from Google's list of lateral-movement
/// permissions and from published research on privilege escalation in Google Cloud, 2026-08.
///
/// - Source: https://cloud.google.com/policy-intelligence/docs/role-recommendations-overview,
///   https://github.com/RhinoSecurityLabs/GCP-IAM-Privilege-Escalation
package enum EscalationPermissions {
  /// The permissions with a name of their own in the table; every `*.setIamPolicy` counts as well.
  package static let all: Set<Permission> = Set(byKind.flatMap(\.permissions))

  /// How `permission` leads to more power; `nil` if it is not known to.
  package static func kind(of permission: Permission) -> EscalationKind? {
    if let kind = kinds[permission] { return kind }
    return permission.name.hasSuffix(".setIamPolicy") ? .policyEdit : nil
  }

  private static let kinds: [Permission: EscalationKind] = Dictionary(
    uniqueKeysWithValues: byKind.flatMap { row in row.permissions.map { ($0, row.kind) } })

  private static let byKind: [(kind: EscalationKind, permissions: [Permission])] = [
    (
      .selfGrant,
      list(
        "resourcemanager.organizations.setIamPolicy", "resourcemanager.folders.setIamPolicy",
        "resourcemanager.projects.setIamPolicy", "iam.serviceAccounts.setIamPolicy")
    ),
    (.roleEdit, list("iam.roles.create", "iam.roles.update")),
    (
      .impersonate,
      list(
        "iam.serviceAccounts.actAs", "iam.serviceAccounts.getAccessToken",
        "iam.serviceAccounts.getOpenIdToken", "iam.serviceAccounts.implicitDelegation",
        "iam.serviceAccounts.signBlob", "iam.serviceAccounts.signJwt")
    ),
    (
      .credential,
      list(
        "apikeys.keys.create", "apikeys.keys.getKeyString", "container.serviceAccounts.createToken",
        "iam.serviceAccountKeys.create", "iam.serviceAccountKeys.enable",
        "storage.hmacKeys.create")
    ),
    (
      // Documents spell these with a dot, the role catalogue with the service's full name.
      .federation,
      list(
        "iam.workloadIdentityPools.create", "iam.workloadIdentityPoolProviders.create",
        "iam.workloadIdentityPoolProviders.update",
        "iam.googleapis.com/workloadIdentityPools.create",
        "iam.googleapis.com/workloadIdentityPoolProviders.create",
        "iam.googleapis.com/workloadIdentityPoolProviders.update")
    ),
    (
      .guardrail,
      list(
        "orgpolicy.policies.create", "orgpolicy.policies.delete", "orgpolicy.policies.update",
        "orgpolicy.policy.set", "resourcemanager.tagValueBindings.create")
    ),
    (.runAs, runAs),
    (
      .kubernetes,
      list(
        "container.clusterRoleBindings.create", "container.clusterRoles.bind",
        "container.clusterRoles.escalate", "container.pods.exec", "container.roleBindings.create",
        "container.roles.bind", "container.roles.escalate", "container.secrets.get")
    ),
  ]

  private static let runAs = list(
    "aiplatform.customJobs.create", "aiplatform.pipelineJobs.create",
    "aiplatform.reasoningEngines.create", "cloudbuild.builds.create",
    "cloudfunctions.functions.create", "cloudfunctions.functions.sourceCodeSet",
    "cloudfunctions.functions.update", "cloudscheduler.jobs.create",
    "composer.environments.create", "compute.instances.create", "compute.instances.osAdminLogin",
    "compute.instances.setMetadata", "compute.instances.setServiceAccount",
    "compute.projects.setCommonInstanceMetadata", "config.deployments.create",
    "config.deployments.update", "dataflow.jobs.create", "dataproc.clusters.create",
    "deploymentmanager.deployments.create", "deploymentmanager.deployments.update",
    "notebooks.instances.create", "run.jobs.create", "run.jobs.update", "run.services.create",
    "run.services.update", "workflows.workflows.create")

  private static func list(_ names: StaticString...) -> [Permission] {
    names.map(Permission.init(known:))
  }
}

/// A way from a permission to more power.
package enum EscalationKind: CaseIterable, Hashable, Sendable {
  case selfGrant, policyEdit, roleEdit, impersonate, credential, federation, guardrail, runAs
  case kubernetes

  /// What the holder can do, as the end of a sentence: "it lets its holder …".
  package var reason: String {
    switch self {
    case .selfGrant: "change the policy that limits the holder, and so take any role"
    case .policyEdit: "decide who may use the resource"
    case .roleEdit: "add permissions to a role that the holder has already"
    case .impersonate: "act as a service account, with all that it may do"
    case .credential: "obtain a key or token that outlives the grant"
    case .federation: "let identities from outside act in the project"
    case .guardrail: "switch off a constraint that protects the organization"
    case .runAs: "run code as the service account that is attached to a resource"
    case .kubernetes: "reach the secrets of a cluster, or become its administrator"
    }
  }
}
