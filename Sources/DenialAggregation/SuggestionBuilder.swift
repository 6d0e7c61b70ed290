import DenialClassification
import IAM

/// From findings to bindings: what each member lacks on each target, asked for at once.
enum SuggestionBuilder {
  /// The suggested bindings, most denials first; each finding gets their ids or words of advice.
  ///
  /// - Parameters:
  ///   - drafts: All findings.
  ///   - catalog: All roles, if the user has them.
  /// - Returns: In the order of a report.
  static func suggestions(
    for drafts: inout [FindingDraft], catalog: RoleCatalog?
  ) -> [SuggestedBinding] {
    var needs: [Place: Need] = [:]
    for index in drafts.indices {
      for place in places(for: drafts[index]) {
        needs[place, default: Need()].add(drafts[index], at: index)
      }
    }
    var suggestions: [SuggestedBinding] = []
    for place in needs.keys.sorted() {
      guard let need = needs[place] else { continue }
      for suggestion in RoleChoice.suggestions(
        for: need.permissions, member: place.member, target: place.target, catalog: catalog)
      {
        guard let binding = SuggestedBinding(suggestion, place: place, need: need, drafts: drafts)
        else { continue }
        suggestions.append(binding)
        for index in need.draftIndices
        where binding.findings.contains(drafts[index].finding.id) {
          drafts[index].finding.suggestions.append(binding.id)
        }
      }
    }
    for index in drafts.indices where drafts[index].finding.suggestions.isEmpty {
      drafts[index].finding.advice = advice(for: drafts[index], catalog: catalog)
    }
    return suggestions.sorted { ($1.denials, $0.id) < ($0.denials, $1.id) }
  }

  /// A member on a target.
  struct Place: Hashable, Comparable {
    let member: Member
    let target: BindingTarget

    static func < (left: Place, right: Place) -> Bool {
      (left.member.text, left.target) < (right.member.text, right.target)
    }
  }

  /// What one member lacks on one target.
  struct Need {
    private(set) var permissions: Set<Permission> = []
    private(set) var draftIndices: [Int] = []

    mutating func add(_ draft: FindingDraft, at index: Int) {
      permissions.formUnion(draft.bindablePermissions)
      draftIndices.append(index)
    }
  }

  /// Where bindings would cure a finding; nowhere if it is not for a binding to cure.
  private static func places(for draft: FindingDraft) -> [Place] {
    let principal = draft.identity.principal
    guard draft.identity.group == .named, draft.finding.cause.isCuredByBinding,
      principal.isBindable, let member = principal.member, !draft.bindablePermissions.isEmpty
    else { return [] }
    return targets(for: draft).map { Place(member: member, target: $0) }
  }

  /// The project of the resource; or the service accounts or quota projects that were refused.
  private static func targets(for draft: FindingDraft) -> [BindingTarget] {
    let project = ProjectReference(draft.identity.project)
    switch draft.finding.cause {
    case .actAs, .impersonation:
      return draft.targets.compactMap { ServiceAccountReference($0.value) }
        .map { .serviceAccount($0, project: $0.homeProject == nil ? project : nil) }
    case .quotaProject:
      return draft.targets.compactMap { ProjectReference($0.value) }.map { .project($0) }
    default:
      return project.map { [.project($0)] } ?? []
    }
  }

  /// What to do about a finding that no binding is suggested for.
  private static func advice(for draft: FindingDraft, catalog: RoleCatalog?) -> String {
    let cause = draft.finding.cause
    if draft.finding.besideServicePerimeter > 0 { return DenialCause.besidePerimeterAdvice }
    guard cause.isCuredByBinding, draft.identity.group == .named else { return cause.advice }
    if let note = draft.identity.principal.note { return note }
    for target in targets(for: draft) {
      for permission in draft.bindablePermissions.sorted() {
        if let obstacle = RoleChoice.obstacle(to: permission, on: target) { return obstacle }
        if let absence = RoleChoice.absence(of: permission, in: catalog) { return absence }
      }
    }
    return cause.advice
  }
}

extension FindingDraft {
  /// The permissions that a binding is to give; some causes imply one that the log does not name.
  var bindablePermissions: Set<Permission> {
    switch finding.cause {
    case .quotaProject: permissions(named: ["serviceusage.services.use"])
    case .actAs: permissions(named: ["iam.serviceAccounts.actAs"])
    default: permissions(named: finding.permissions)
    }
  }

  private func permissions(named names: [String]) -> Set<Permission> {
    Set(names.compactMap { Permission($0) })
  }
}

extension SuggestedBinding {
  /// - Returns: `nil` if the role cannot be bound on the target.
  fileprivate init?(
    _ suggestion: RoleSuggestion, place: SuggestionBuilder.Place, need: SuggestionBuilder.Need,
    drafts: [FindingDraft]
  ) {
    guard
      let binding = Binding(
        member: place.member, grant: suggestion.grant, target: place.target)
    else { return nil }
    let permissions = Set(suggestion.permissions)
    let cured = need.draftIndices.map { drafts[$0] }
      .filter { !$0.bindablePermissions.isDisjoint(with: permissions) }
    var warnings = suggestion.warnings
    if cured.contains(where: \.finding.permissionsAreInferred) {
      warnings.append("the log names no permission for some of these calls; the method tells it")
    }
    self.init(
      id: binding.stableID, member: place.member.text, role: suggestion.role?.name,
      roleTitles: suggestion.titles,
      customRole: suggestion.customRole.map {
        CustomRole(permissions: $0.permissions.map(\.name), why: suggestion.why)
      },
      target: Target(type: place.target.type.rawValue, name: place.target.name),
      permissions: suggestion.permissions.map(\.name),
      denials: cured.reduce(0) { $0 + $1.denials(curedOn: place.target) },
      findings: cured.map(\.finding.id),
      why: suggestion.why, excess: suggestion.excess,
      escalation: suggestion.escalation.map(\.name), warnings: warnings,
      alternatives: suggestion.alternatives.map { Alternative(role: $0.role, why: $0.why) },
      gcloud: binding.gcloud, terraform: binding.terraform,
      console: binding.consoleSteps(titles: suggestion.titles),
      verify: suggestion.permissions.first.map(binding.verification) ?? "")
  }
}
