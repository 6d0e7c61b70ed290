import AuditLog
import DenialClassification
import IAM

/// From findings to bindings: what each member lacks on each target, asked for at once.
enum SuggestionBuilder {
  /// The suggested bindings, most denials first; each finding gets their ids or words of advice.
  ///
  /// - Parameters:
  ///   - drafts: All findings.
  ///   - grantUntil: When the bindings should end, if at all.
  ///   - catalog: All roles, if the user has them.
  /// - Returns: Each binding once.
  static func suggestions(
    for drafts: inout [FindingDraft], grantUntil: Timestamp?, catalog: RoleCatalog?
  ) -> [SuggestedBinding] {
    var needs: [Member: MemberNeeds] = [:]
    for index in drafts.indices where !drafts[index].places.groups.isEmpty {
      guard let member = drafts[index].principal.member else { continue }
      needs[member, default: MemberNeeds(member: member)].add(drafts[index], at: index)
    }
    var suggestions: [SuggestedBinding] = []
    for member in needs.keys.sorted() {
      guard var need = needs[member] else { continue }
      need.settle(catalog: catalog)
      for draft in Self.bindings(
        for: need, until: grantUntil?.description, catalog: catalog)
      {
        let suggestion = SuggestedBinding(draft, drafts: drafts)
        suggestions.append(suggestion)
        for index in draft.draftIndices {
          drafts[index].finding.suggestions.append(suggestion.id)
        }
      }
    }
    for index in drafts.indices where drafts[index].finding.suggestions.isEmpty {
      drafts[index].finding.advice = advice(for: drafts[index], catalog: catalog)
    }
    return suggestions.sorted { ($1.denials, $0.id) < ($0.denials, $1.id) }
  }

  /// The bindings of one member, each with the denials that it cures.
  private static func bindings(
    for need: MemberNeeds, until moment: String?, catalog: RoleCatalog?
  ) -> [BindingDraft] {
    var bindings: [BindingDraft] = []
    var numbers: [BindingPlace: Int] = [:]
    for target in need.permissions.keys.sorted() {
      let wanted = need.permissions[target, default: []]
      for suggestion in RoleChoice.suggestions(
        for: wanted, member: need.member, target: target, catalog: catalog)
      {
        let condition = target.type.takesCondition ? moment.map(GrantCondition.init(until:)) : nil
        guard
          let binding = Binding(
            member: need.member, grant: suggestion.grant, target: target, condition: condition)
        else { continue }
        for permission in suggestion.permissions {
          numbers[BindingPlace(permission, on: target)] = bindings.count
        }
        bindings.append(
          BindingDraft(
            binding: binding, suggestion: suggestion, grantUntil: moment,
            widened: need.widened[target] ?? [:]))
      }
    }
    for (draftIndex, placed) in need.entries {
      // Two permissions of a call may have one cure: the call counts once.
      var cures: Set<Int> = []
      for place in placed.places {
        let home = BindingPlace(place.permission, on: need.home(of: place))
        guard let number = numbers[home] else { continue }
        if cures.insert(number).inserted {
          bindings[number].add(placed, draftIndex: draftIndex)
        }
        if place.isFallback { bindings[number].fallbacks.insert(place.permission) }
      }
    }
    return bindings.filter { !$0.draftIndices.isEmpty }
  }

  /// What to do about a finding that no binding is suggested for.
  private static func advice(for draft: FindingDraft, catalog: RoleCatalog?) -> String {
    let cause = draft.finding.cause
    if draft.finding.besideServicePerimeter > 0 { return DenialCause.besidePerimeterAdvice }
    guard cause.isCuredByBinding, draft.identity.group == .named else { return cause.advice }
    if let note = draft.principal.note { return note }
    if let refusal = draft.places.refusals.first { return refusal }
    for permission in draft.identity.permissions.compactMap({ Permission($0) }).sorted() {
      if let absence = RoleChoice.absence(of: permission, in: catalog) { return absence }
    }
    guard let place = draft.places.groups.first?.places.first else { return cause.advice }
    return "No predefined role that can be bound on the \(place.target.type.noun) is known for "
      + "\(place.permission), and the log does not tell where a custom role could be made: grant "
      + "it by hand."
  }
}

/// A binding while a report is made.
struct BindingDraft {
  let binding: Binding
  let suggestion: RoleSuggestion
  /// When it should end, whether its target takes a condition or not.
  let grantUntil: String?
  /// The resources that the project stands for, by permission.
  let widened: [Permission: Set<BindingTarget>]
  private(set) var denials = 0
  /// The findings that it helps, each once and in order.
  private(set) var draftIndices: [Int] = []
  /// Permissions that are given on the project for want of anything narrower that is known.
  var fallbacks: Set<Permission> = []

  init(
    binding: Binding, suggestion: RoleSuggestion, grantUntil: String?,
    widened: [Permission: Set<BindingTarget>]
  ) {
    self.binding = binding
    self.suggestion = suggestion
    self.grantUntil = grantUntil
    self.widened = widened
  }

  mutating func add(_ placed: PlacedDenials, draftIndex: Int) {
    denials += placed.denials
    if draftIndices.last != draftIndex { draftIndices.append(draftIndex) }
  }

  /// How many resources of each kind the project stands for, in the order of the kinds' names.
  var widenedCounts: [(type: TargetType, count: Int)] {
    let targets = suggestion.permissions.reduce(into: Set<BindingTarget>()) {
      $0.formUnion(widened[$1] ?? [])
    }
    return Dictionary(grouping: targets, by: \.type).map { (type: $0.key, count: $0.value.count) }
      .sorted { $0.type.rawValue < $1.type.rawValue }
  }
}

extension FindingDraft {
  /// The permissions that a binding is to give; some causes imply one that the log does not name.
  static func bindablePermissions(
    of identity: FindingIdentity, _ principal: Principal
  ) -> Set<Permission> {
    guard identity.group == .named, identity.cause.isCuredByBinding, principal.isBindable,
      principal.member != nil
    else { return [] }
    let names =
      switch identity.cause {
      case .quotaProject: ["serviceusage.services.use"]
      case .actAs: ["iam.serviceAccounts.actAs"]
      default: identity.permissions
      }
    return Set(names.compactMap { Permission($0) })
  }
}
