/// Which kinds of targets a permission may be granted on.
enum TargetIndex {
  /// The narrowest first; without the project, which is what remains.
  static func rows(for permission: Permission) -> [TargetFacts] {
    (byCollection[permission.collection] ?? []).filter { $0.admits(permission) } + containers
  }

  /// Whether it is known where the permission is checked.
  static func isKnown(_ permission: Permission) -> Bool {
    byCollection[permission.collection] != nil || ofProjects.contains(permission.service)
      || collectionsOfProjects.contains(permission.collection)
  }

  private static let byCollection: [String: [TargetFacts]] = {
    var rows: [String: [TargetFacts]] = [:]
    for facts in TargetFacts.all where facts.command != nil {
      guard case .own(let own, let inside) = facts.permissions else { continue }
      for collection in own + inside { rows[collection, default: []].append(facts) }
    }
    return rows.mapValues { $0.sorted { $1.pattern.length < $0.pattern.length } }
  }()

  private static let containers: [TargetFacts] = TargetFacts.all.filter { facts in
    switch facts.permissions {
    case .any: facts.type != .project
    case .own: false
    }
  }

  /// Services whose permissions are granted on projects, as their resources have no policy or one
  /// that neither gcloud nor the Console can add to.
  ///
  /// - Source: https://cloud.google.com/iam/docs/resource-types-with-policies
  private static let ofProjects: Set<String> = [
    "aiplatform", "cloudbuild", "cloudscheduler", "cloudsql", "container", "datastore", "dns",
    "logging", "monitoring", "serviceusage", "workflows",
  ]

  /// The same of services whose other permissions are granted on something narrower.
  private static let collectionsOfProjects: Set<String> = [
    "bigquery.jobs", "bigquery.readsessions", "resourcemanager.projects",
  ]
}
