extension PreferredRoles {
  /// What a reader should know before granting the role for a permission.
  package static func note(on permission: Permission) -> String? { notes[permission] }

  /// Roles that answer all of `permissions` as well, and when to prefer them.
  ///
  /// In the order of the table.
  package static func alternatives(to permissions: Set<Permission>) -> [RoleSuggestion.Alternative]
  {
    otherRoles.filter { permissions.isSubset(of: $0.permissions) }.map {
      RoleSuggestion.Alternative(role: $0.role.name, why: $0.why)
    }
  }

  /// The other roles with the permissions that they answer, for comparison with a catalogue.
  static let otherRoles: [(role: Role, permissions: Set<Permission>, why: String)] = [
    (
      Role(known: "roles/aiplatform.expressUser"),
      list(
        "aiplatform.endpoints.predict", "aiplatform.reasoningEngines.create",
        "aiplatform.reasoningEngines.delete", "aiplatform.reasoningEngines.get",
        "aiplatform.reasoningEngines.list", "aiplatform.reasoningEngines.query",
        "aiplatform.reasoningEngines.update", "aiplatform.sandboxEnvironments.execute"),
      "smaller (38 permissions) but BETA; meant for express mode and for agent identities"
    ),
    (
      Role(known: "roles/aiplatform.user"), list("aiplatform.reasoningEngines.query"),
      "the role that the documentation of Agent Engine names; it may change resources as well"
    ),
    (
      Role(known: "roles/iam.securityReviewer"), list("resourcemanager.projects.getIamPolicy"),
      "the usual role of auditors; it reads the policies of every service (2,533 permissions)"
    ),
    (
      Role(known: "roles/run.invoker"), list("run.routes.invoke"),
      "the older role for the same, with two permissions more"
    ),
    (
      Role(known: "roles/storage.legacyBucketReader"), list("storage.buckets.get"),
      "generally available, but can be granted on the bucket only, and lists its objects as well"
    ),
  ]

  private static let notes: [Permission: String] = Dictionary(
    uniqueKeysWithValues: noteTexts.map { (Permission(known: $0.permission), $0.text) })

  private static let noteTexts: [(permission: StaticString, text: String)] = [
    (
      "bigquery.jobs.create",
      "jobs are created in the project that pays for them: bind there, not where the data is"
    ),
    (
      "cloudfunctions.functions.create",
      "deploying also takes iam.serviceAccounts.actAs on the runtime service account"
    ),
    (
      "iam.serviceAccountKeys.create",
      "a key outlives the grant: let the caller impersonate the service account instead"
    ),
    (
      "logging.privateLogEntries.list", "Data Access logs may hold personal data"
    ),
    (
      "resourcemanager.projects.list",
      "lists only what the member can see: bind on the folder or organization to list all of it"
    ),
    (
      "run.services.create",
      "deploying also takes iam.serviceAccounts.actAs on the runtime service account"
    ),
    (
      "run.services.update",
      "deploying also takes iam.serviceAccounts.actAs on the runtime service account"
    ),
    (
      "secretmanager.versions.access",
      "bind on the one secret if the caller needs no other"
    ),
    (
      "storage.objects.get", "bind on the one bucket if the caller needs no other"
    ),
  ]

  private static func list(_ names: StaticString...) -> Set<Permission> {
    Set(names.map(Permission.init(known:)))
  }
}
