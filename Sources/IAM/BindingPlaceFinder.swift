/// Finds the narrowest resources whose policies give permissions.
///
/// One finder serves many findings: what follows from a permission alone is looked up once.
package struct BindingPlaceFinder {
  private var traits: [Permission: PermissionTraits] = [:]

  package init() {}

  /// Where bindings go that give permissions on one resource.
  ///
  /// - Parameters:
  ///   - permissions: What was denied, sorted.
  ///   - resource: The resource of the check that was refused; from a log, so possibly hostile.
  ///   - project: The project of the resource, as far as the log tells.
  /// - Returns: A place or a refusal for each permission, unless the log names nothing.
  package mutating func places(
    of permissions: [Permission], on resource: String, project: ProjectReference?
  ) -> BindingPlaces {
    let asked = permissions.map { traits(of: $0) }
    let search = PlaceSearch(
      resource: ResourceName(resource), project: project,
      made: Set(asked.lazy.filter(\.makes).map(\.collection)))
    var places: [BindingPlace] = []
    var refusals: [String] = []
    for traits in asked {
      switch search.place(of: traits) {
      case .found(let place): places.append(place)
      case .refused(let reason): refusals.append(reason)
      case .nowhere: break
      }
    }
    return BindingPlaces(places: places, refusals: refusals)
  }

  private mutating func traits(of permission: Permission) -> PermissionTraits {
    if let known = traits[permission] { return known }
    let new = PermissionTraits(permission)
    traits[permission] = new
    return new
  }
}

/// What follows from a permission alone.
private final class PermissionTraits: Sendable {
  let permission: Permission
  let collection: String
  /// Whether what it is asked for on does not exist yet.
  let makes: Bool
  /// The kinds of targets that it may be granted on, the narrowest first.
  let rows: [TargetFacts]
  /// Whether it is known where it is checked.
  let isKnown: Bool

  init(_ permission: Permission) {
    self.permission = permission
    collection = permission.collection
    makes = permission.verb == "create"
    rows = TargetIndex.rows(for: permission)
    isKnown = TargetIndex.isKnown(permission)
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

  func place(of traits: PermissionTraits) -> Result {
    let permission = traits.permission
    for facts in traits.rows {
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
    // Whether the resource is something in a project of which this module knows no policy.
    let isUnknown = segments.count > 2 && !traits.isKnown
    return Self.checked(BindingPlace(permission, on: .project(project), isFallback: isUnknown))
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
}
