import IAM

extension SuggestedBinding {
  /// A binding in all its forms and words.
  ///
  /// - Parameters:
  ///   - draft: The binding, and the denials that it cures.
  ///   - drafts: All findings, by the numbers that the draft uses.
  init(_ draft: BindingDraft, drafts: [FindingDraft]) {
    let (binding, suggestion) = (draft.binding, draft.suggestion)
    let cured = draft.draftIndices.map { drafts[$0] }
    self.init(
      id: binding.stableID, member: binding.member.text, role: suggestion.role?.name,
      roleTitles: suggestion.titles,
      customRole: suggestion.customRole.map {
        CustomRole(permissions: $0.permissions.map(\.name), why: suggestion.why)
      },
      target: Target(type: binding.target.type.rawValue, name: binding.target.name),
      permissions: suggestion.permissions.map(\.name), denials: draft.denials,
      findings: cured.map(\.finding.id), why: Self.why(draft),
      excess: suggestion.excess, escalation: suggestion.escalation.map(\.name),
      warnings: Self.warnings(draft, cured: cured), alternatives: Self.alternatives(draft),
      expires: binding.condition?.expiry, forms: .binding(binding))
  }

  private static func why(_ draft: BindingDraft) -> String {
    guard let counts = widenedText(draft) else { return draft.suggestion.why }
    return "\(counts): one binding on their project instead of one on each; "
      + draft.suggestion.why
  }

  private static func alternatives(_ draft: BindingDraft) -> [Alternative] {
    let others = draft.suggestion.alternatives.map { Alternative(role: $0.role, why: $0.why) }
    guard let counts = widenedText(draft) else { return others }
    let narrow = Alternative(
      role: draft.suggestion.role?.name ?? "custom role",
      why: "bound on each of the \(counts) instead, if the member needs no others")
    return [narrow] + others
  }

  /// Such as `7 buckets`; `nil` if the binding is where the permissions are checked.
  private static func widenedText(_ draft: BindingDraft) -> String? {
    let counts = draft.widenedCounts.map { kind in
      let isCut = kind.count >= FindingPlaces.groupLimit
      return "\(isCut ? "at least " : "")\(kind.count) \(kind.type.nouns)"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  private static func warnings(_ draft: BindingDraft, cured: [FindingDraft]) -> [String] {
    let target = draft.binding.target
    // A binding on the bucket need not be told that one on the bucket would do.
    let isNarrower = target.type != .project || !draft.widenedCounts.isEmpty
    var warnings = draft.suggestion.warnings.filter {
      !isNarrower || !$0.hasPrefix("bind on the one ")
    }
    let fallbacks = draft.fallbacks.sorted().prefix(listLimit).map(\.name)
    if !fallbacks.isEmpty {
      warnings.append(
        "no target narrower than the project is known for \(fallbacks.joined(separator: ", "))")
    }
    if target.isNarrow, let project = target.project, project.isNumber {
      warnings.append("some commands want the project's id: put it in the place of \(project)")
    }
    if cured.contains(where: \.finding.permissionsAreInferred) {
      warnings.append("the log names no permission for some of these calls; the method tells it")
    }
    warnings += memberWarnings(draft, cured: cured)
    if let moment = draft.grantUntil { warnings += expiryWarnings(draft.binding, until: moment) }
    let refusals = Set(cured.flatMap(\.places.refusals)).sorted().prefix(listLimit)
    return warnings + refusals.map { "this does not cure all of it: \($0)" }
  }

  /// What to make sure of about the member.
  private static func memberWarnings(_ draft: BindingDraft, cured: [FindingDraft]) -> [String] {
    var warnings: [String] = []
    if let domain = draft.binding.member.consumerDomain {
      warnings.append(
        "anyone can have an address at \(domain): make sure who this is, and that an account "
          + "outside the organization is meant")
    }
    if let note = cured.first?.principal.note { warnings.append(note) }
    return warnings
  }

  /// What to know about a grant that should end, or cannot be made to.
  private static func expiryWarnings(_ binding: Binding, until moment: String) -> [String] {
    let target = binding.target
    guard binding.condition == nil else {
      return target.type == .bucket || target.type == .managedFolder
        ? ["a bucket takes conditions only with uniform bucket-level access"] : []
    }
    let lead =
      "bindings on a \(target.type.noun) take no condition, so this one does not end at "
      + "\(moment): "
    if let expression = target.projectCondition(until: moment), let project = target.project {
      return [lead + "bind on project \(project) with the condition \(expression) instead"]
    }
    return [
      lead + "take it back then, or grant it through Privileged Access Manager, which ends it"
    ]
  }

  /// How many permissions or reasons of one kind are shown.
  private static let listLimit = 3
}

extension SuggestedBinding.Target {
  /// What ``type`` is called in a sentence, such as `service account`.
  package var noun: String { TargetType(rawValue: type)?.noun ?? "target" }
}
