import AuditLog
import DenialClassification
import IAM

/// From findings to bindings: what each member lacks on each target, asked for at once.
///
/// It remembers what it found out, as most members lack what others lack as well; so one builder
/// serves many principals.
struct SuggestionBuilder {
  private let material: ReportMaterial
  private var chooser: RoleChooser
  private var finder = BindingPlaceFinder()
  private var permissions: [String: Permission?] = [:]

  init(_ material: ReportMaterial) {
    self.material = material
    chooser = RoleChooser(catalog: material.terms.catalog)
  }

  /// The suggested bindings for a principal and for those that a binding writes alike.
  mutating func bindings(forPrincipal place: Int, _ principal: Principal) -> [BindingDraft] {
    guard principal.isBindable, let member = principal.member else { return [] }
    var drafts: [FindingDraft] = []
    let twins = material.principals(sharingMemberWith: place)
    for twin in twins {
      let own = twin == place ? principal : material.identity(ofPrincipal: twin).principal
      for finding in material.hashedTallies(ofPrincipal: twin, byDenials: false)
      where finding.tally.lastGranted == nil {
        let places = places(of: finding.tally, own)
        if places.groups.isEmpty { continue }
        drafts.append(
          FindingDraft(
            place: finding.place, hash: finding.hash, places: places,
            isInferred: finding.tally.isInferred, note: own.note))
      }
    }
    return drafts.isEmpty ? [] : bindings(for: member, drafts)
  }

  /// The ids of the suggested bindings that help each finding of a principal, by place.
  mutating func cures(forPrincipal place: Int, _ principal: Principal) -> [Int: [String]] {
    var cures: [Int: [String]] = [:]
    if let index = material.builtIndex {
      for finding in material.findingPlaces(ofPrincipal: place) {
        cures[finding] = index.cures(ofFinding: finding)
      }
      return cures
    }
    for binding in bindings(forPrincipal: place, principal) {
      for finding in binding.findings { cures[finding.place, default: []].append(binding.id) }
    }
    return cures
  }

  /// What to do about a finding that no binding is suggested for.
  mutating func advice(for tally: FindingTally, of principal: Principal) -> String {
    let cause = tally.identity.cause
    if tally.besidePerimeterCount > 0 { return DenialCause.besidePerimeterAdvice }
    guard cause.isCuredByBinding, tally.identity.group == .named else { return cause.advice }
    if tally.lastGranted != nil { return Self.overAdvice }
    if let note = principal.note { return note }
    let places = places(of: tally, principal)
    if let refusal = places.refusals.first { return refusal }
    for permission in tally.identity.permissions.compactMap({ Permission($0) }).sorted() {
      if let absence = RoleChoice.absence(of: permission, in: chooser.catalog) { return absence }
    }
    guard let place = places.groups.first?.places.first else { return cause.advice }
    return "No predefined role that can be bound on the \(place.target.type.noun) is known for "
      + "\(place.permission), and the log does not tell where a custom role could be made: grant "
      + "it by hand."
  }

  private static let overAdvice =
    "Nothing, unless it comes back: the same was granted in this project after the last denial."

  private mutating func places(of tally: FindingTally, _ principal: Principal) -> FindingPlaces {
    FindingPlaces(
      tally, permissions: bindablePermissions(of: tally.identity, principal),
      strings: material.joins.strings, &finder)
  }

  /// The permissions that a binding is to give, sorted; some causes imply one that the log does not
  /// name.
  private mutating func bindablePermissions(
    of identity: FindingIdentity, _ principal: Principal
  ) -> [Permission] {
    guard identity.group == .named, identity.cause.isCuredByBinding, principal.isBindable,
      principal.member != nil
    else { return [] }
    let names =
      switch identity.cause {
      case .quotaProject: ["serviceusage.services.use"]
      case .actAs: ["iam.serviceAccounts.actAs"]
      default: identity.permissions
      }
    if names.count == 1 { return permission(named: names[0]).map { [$0] } ?? [] }
    return Set(names.compactMap { permission(named: $0) }).sorted()
  }

  private mutating func permission(named name: String) -> Permission? {
    if let known = permissions[name] { return known }
    let permission = Permission(name)
    permissions[name] = permission
    return permission
  }

  /// The bindings of one member, each with the denials that it cures.
  private mutating func bindings(for member: Member, _ drafts: [FindingDraft]) -> [BindingDraft] {
    var need = MemberNeeds(member: member, drafts)
    need.settle(&chooser)
    var bindings: [BindingDraft] = []
    var numbers: [BindingPlace: Int] = [:]
    for target in need.permissions.keys.inOrder() {
      guard let wanted = need.permissions[target], !wanted.isEmpty else { continue }
      let condition =
        target.type.takesCondition
        ? material.terms.grantUntil.map(GrantCondition.init(until:)) : nil
      for part in chooser.parts(for: wanted, member: member, target: target) {
        guard
          let grant = part.grant(member: member, target: target, catalog: chooser.catalog),
          let binding = Binding(
            member: member, grant: grant, target: target, condition: condition)
        else { continue }
        for permission in part.permissions {
          numbers[BindingPlace(permission, on: target)] = bindings.count
        }
        bindings.append(
          BindingDraft(binding: binding, part: part, widened: need.widened[target] ?? [:]))
      }
    }
    for (draft, placed) in need.entries {
      // Two permissions of a call may have one cure: the call counts once.
      var cures: Set<Int> = []
      for place in placed.places {
        let home = BindingPlace(place.permission, on: need.home(of: place))
        guard let number = numbers[home] else { continue }
        if cures.insert(number).inserted { bindings[number].add(placed, of: drafts[draft]) }
        if place.isFallback { bindings[number].addFallback(place.permission) }
      }
    }
    return bindings.filter { !$0.findings.isEmpty }
  }
}

/// What suggestions are made from of one finding.
struct FindingDraft {
  /// Its place in the material of the report.
  let place: Int
  /// Its id.
  let hash: StableHash
  /// Where bindings would cure it.
  let places: FindingPlaces
  /// Whether no denial says which permission was denied.
  let isInferred: Bool
  /// What is to be said of the principal.
  let note: String?
}
