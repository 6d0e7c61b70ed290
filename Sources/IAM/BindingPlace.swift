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
    var finder = BindingPlaceFinder()
    self = finder.places(of: permissions.sorted(), on: resource, project: project)
  }

  /// What was found for each of some permissions.
  init(places: [BindingPlace], refusals: [String]) {
    (self.places, self.refusals) = (places, refusals)
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
