/// A permission and the resource on which a binding gives it.
package struct BindingPlace: Hashable, Sendable {
  package let permission: Permission
  package let target: BindingTarget
  /// Whether the project takes the place of a resource of a kind that this module does not know.
  package let isFallback: Bool

  package init(_ permission: Permission, on target: BindingTarget, isFallback: Bool = false) {
    self.permission = permission
    self.target = target
    self.isFallback = isFallback
  }
}

/// Where bindings go that give permissions on one resource; and why some have no place.
package struct BindingPlaces: Hashable, Sendable {
  /// By permission.
  package private(set) var places: [BindingPlace] = []
  /// Why there is none for the other permissions, a sentence each.
  package private(set) var refusals: [String] = []

  /// - Parameters:
  ///   - permissions: What was denied.
  ///   - resource: The resource of the check that was refused; from a log, so possibly hostile.
  ///   - project: The project of the resource, as far as the log tells.
  package init(
    of permissions: some Collection<Permission>, on resource: String, project: ProjectReference?
  ) {
    let search = PlaceSearch(
      resource: ResourceName(resource), project: project,
      made: Set(permissions.filter { $0.verb == "create" }.map(\.collection)))
    for permission in permissions.sorted() {
      switch search.place(of: permission) {
      case .found(let place): places.append(place)
      case .refused(let reason): refusals.append(reason)
      case .nowhere: break
      }
    }
  }

  /// The same for a target that is known.
  package init(of permissions: some Collection<Permission>, on target: BindingTarget) {
    for permission in permissions.sorted() {
      if let obstacle = RoleChoice.obstacle(to: permission, on: target) {
        refusals.append(obstacle)
      } else {
        places.append(BindingPlace(permission, on: target))
      }
    }
  }
}

/// The search for the narrowest resource whose policy gives a permission.
private struct PlaceSearch {
  let resource: ResourceName
  let segments: [Substring]
  let project: ProjectReference?
  /// The collections in which the call was to make something.
  let made: Set<String>

  enum Result {
    case found(BindingPlace)
    case refused(String)
    /// The log names neither a resource nor a project.
    case nowhere
  }

  init(resource: ResourceName, project: ProjectReference?, made: Set<String>) {
    self.resource = resource
    segments = resource.segments
    self.project = project
    self.made = made
  }

  func place(of permission: Permission) -> Result {
    for facts in TargetIndex.rows(for: permission) {
      guard let parts = parts(of: facts) else { continue }
      // What a call was to make does not exist, and takes no binding.
      if facts.isOwn(in: made) { continue }
      guard let target = BindingTarget(facts.type, parts: parts, project: project) else {
        return .refused(
          "The name of the \(facts.noun) holds characters that this tool puts into no command: "
            + "grant \(permission) on it by hand.")
      }
      return Self.checked(BindingPlace(permission, on: target))
    }
    guard let project = project ?? resource.project else { return .nowhere }
    return Self.checked(
      BindingPlace(permission, on: .project(project), isFallback: isUnknown(permission)))
  }

  private static func checked(_ place: BindingPlace) -> Result {
    RoleChoice.obstacle(to: place.permission, on: place.target).map { .refused($0) }
      ?? .found(place)
  }

  private func parts(of facts: TargetFacts) -> [String: String]? {
    guard let parts = facts.pattern.parts(of: segments) else { return nil }
    guard let service = resource.service else { return parts }
    // Every service has resources in folders and organizations.
    if case .any = facts.permissions { return parts }
    return service == "\(facts.service).googleapis.com" ? parts : nil
  }

  /// Whether the resource is something in a project of which this module knows no policy.
  private func isUnknown(_ permission: Permission) -> Bool {
    segments.count > 2 && !TargetIndex.isKnown(permission)
  }
}

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
