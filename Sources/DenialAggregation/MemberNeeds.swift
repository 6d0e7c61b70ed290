import IAM

/// What one member lacks, and on which targets it is asked for.
struct MemberNeeds {
  let member: Member
  /// Each finding's groups of denials, in the order of the findings.
  private(set) var entries: [(draft: Int, placed: PlacedDenials)] = []
  /// What is asked for on each target.
  private(set) var permissions: [BindingTarget: Set<Permission>] = [:]
  /// Resources for which the binding goes on their project, by the permission that they needed.
  private(set) var widened: [BindingTarget: [Permission: Set<BindingTarget>]] = [:]
  /// What is asked for on the project instead.
  private var moved: [BindingTarget: Set<Permission>] = [:]

  /// To how many resources of one kind in one project a member gets the same role one by one.
  ///
  /// Beyond that, one binding on the project is easier to review and to take back than a list that
  /// nobody reads to its end.
  static let resourceLimit = 5

  init(member: Member, _ drafts: [FindingDraft]) {
    self.member = member
    for (index, draft) in drafts.enumerated() {
      for placed in draft.places.groups {
        entries.append((index, placed))
        for place in placed.places {
          permissions[place.target, default: []].insert(place.permission)
        }
      }
    }
  }

  /// Where a permission that is needed on a resource is given.
  func home(of place: BindingPlace) -> BindingTarget {
    guard let project = place.target.projectAround,
      moved[place.target]?.contains(place.permission) == true
    else { return place.target }
    return project
  }

  /// Moves to the project what too many resources need, and what it needs there anyway.
  ///
  /// - Parameter chooser: Tells which role that would be.
  mutating func settle(_ chooser: inout RoleChooser) {
    // A role on few targets is on few resources of one kind.
    if permissions.count > Self.resourceLimit { widen(&chooser) }
    guard permissions.count > 1 else { return }
    for target in Array(permissions.keys) {
      guard let project = target.projectAround, let there = permissions[project] else { continue }
      move(permissions[target, default: []].intersection(there), from: target, to: project)
    }
  }

  private mutating func widen(_ chooser: inout RoleChooser) {
    for bundle in bundles(&chooser) where bundle.targets.count > Self.resourceLimit {
      for (target, wanted) in bundle.targets {
        guard let project = target.projectAround else { continue }
        move(wanted, from: target, to: project)
        for permission in wanted {
          widened[project, default: [:]][permission, default: []].insert(target)
        }
      }
    }
  }

  private mutating func move(
    _ wanted: Set<Permission>, from target: BindingTarget, to project: BindingTarget
  ) {
    if wanted.isEmpty { return }
    moved[target, default: []].formUnion(wanted)
    permissions[target]?.subtract(wanted)
    permissions[project, default: []].formUnion(wanted)
  }

  /// One role on the resources of one kind in one project.
  private struct Bundle {
    var targets: [(BindingTarget, Set<Permission>)] = []
  }

  private struct BundleKey: Hashable {
    let project: BindingTarget
    let type: TargetType
    let grant: Binding.Grant
  }

  /// Needs that the same role would meet; the role depends on the permissions and on the kind of
  /// target, not on which one it is.
  private func bundles(_ chooser: inout RoleChooser) -> [Bundle] {
    var numbers: [BundleKey: Int] = [:]
    var bundles: [Bundle] = []
    for (target, wanted) in permissions {
      guard let project = target.projectAround, !wanted.isEmpty else { continue }
      for part in chooser.parts(for: wanted, member: member, target: target) {
        guard let grant = part.grant(member: member, target: target, catalog: chooser.catalog)
        else { continue }
        let key = BundleKey(project: project, type: target.type, grant: grant)
        let number = numbers[key] ?? bundles.count
        if number == bundles.count {
          numbers[key] = number
          bundles.append(Bundle())
        }
        bundles[number].targets.append((target, Set(part.permissions)))
      }
    }
    return bundles
  }
}
