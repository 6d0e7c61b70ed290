import AuditLog
import DenialClassification
import IAM

/// Denials that bindings on the same places would cure.
struct PlacedDenials {
  /// By permission; no permission twice.
  let places: [BindingPlace]
  var denials: Int
}

/// Where bindings would cure the denials of one finding.
///
/// A finding may speak of a thousand objects in three buckets: denials whose bindings go on the
/// same targets are one group.
struct FindingPlaces {
  /// Most denials first, as their resources come in the report.
  private(set) var groups: [PlacedDenials] = []
  /// Why some denials have no place, a sentence each; sorted.
  private(set) var refusals: [String] = []

  /// How many groups are kept; what comes after goes on the project, where a binding may.
  static let groupLimit = 1000

  private static let excess =
    "More than \(groupLimit) targets were refused; those with the fewest denials get no suggestion."

  /// - Parameters:
  ///   - tally: The denials of the finding.
  ///   - permissions: What a binding is to give, sorted.
  ///   - strings: What the numbers of the tally stand for.
  ///   - finder: Finds the resources that bindings go on.
  init(
    _ tally: FindingTally, permissions: [Permission], strings: StringTable,
    _ finder: inout BindingPlaceFinder
  ) {
    guard !permissions.isEmpty else { return }
    let project = ProjectReference(tally.identity.project)
    var numbers: [[BindingPlace]: Int] = [:]
    var reasons: Set<String> = []
    for (value, denials) in Self.resources(of: tally) {
      let found = Self.places(
        of: permissions, on: strings[value], in: project, tally.identity.cause, &finder)
      reasons.formUnion(found.refusals)
      var places = found.places
      if groups.count >= Self.groupLimit, numbers[places] == nil {
        places = Self.widened(places)
        if places.count < found.places.count { reasons.insert(Self.excess) }
      }
      if places.isEmpty { continue }
      if let number = numbers[places] {
        groups[number].denials += denials
      } else {
        numbers[places] = groups.count
        groups.append(PlacedDenials(places: places, denials: denials))
      }
    }
    refusals = reasons.sorted()
  }

  /// The resources, service accounts or quota projects that were refused, each once, as numbers of
  /// strings; those denials that name none come last, under an empty name.
  ///
  /// Where there are so many resources that only a sample is known, its places stand for all of them.
  private static func resources(of tally: FindingTally) -> [(value: Int32, denials: Int)] {
    let (values, leftOutCount) =
      switch tally.identity.cause {
      case .actAs, .impersonation, .quotaProject: (tally.targets, 0)
      default: (tally.resources, tally.leftOutCount)
      }
    let nameless = values.counts.reduce(tally.denials - leftOutCount) { $0 - $1.denials }
    let named = values.counts.map { (value: $0.number, denials: $0.denials) }
    return nameless > 0 ? named + [(value: 0, denials: nameless)] : named
  }

  private static func places(
    of permissions: [Permission], on value: String, in project: ProjectReference?,
    _ cause: DenialCause, _ finder: inout BindingPlaceFinder
  ) -> BindingPlaces {
    let target: BindingTarget?
    switch cause {
    case .actAs, .impersonation:
      target = ServiceAccountReference(value).map {
        .serviceAccount($0, project: $0.homeProject ?? project)
      }
    case .quotaProject: target = ProjectReference(value).map { .project($0) }
    default: return finder.places(of: permissions, on: value, project: project)
    }
    // Without a name there is nothing narrow enough, and a project would be too wide.
    return target.map { BindingPlaces(of: permissions, on: $0) }
      ?? BindingPlaces(of: [], on: "", project: nil)
  }

  private static func widened(_ places: [BindingPlace]) -> [BindingPlace] {
    places.compactMap { place in
      guard let project = place.target.projectAround else {
        return place.target.isNarrow ? nil : place
      }
      return BindingPlace(place.permission, on: project)
    }
  }
}

extension BindingTarget {
  /// Whether it is a resource in a project.
  var isNarrow: Bool { projectAround != nil || type == .serviceAccount }

  /// The project on which a binding could take the place of one on this resource.
  ///
  /// `nil` for what holds projects, and for service accounts: whoever may act as one of them must
  /// not become able to act as all.
  var projectAround: BindingTarget? {
    switch type {
    case .project, .serviceAccount: nil
    default: project.map { .project($0) }
    }
  }
}
