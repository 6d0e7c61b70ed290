import IAM

extension SuggestedBinding {
  /// A binding in all its forms and words.
  ///
  /// - Parameters:
  ///   - draft: The binding, and the denials that it cures.
  ///   - terms: What was asked for.
  ///   - suspects: The members of principals whose calls look suspicious.
  init?(_ draft: BindingDraft, _ terms: SuggestionTerms, suspects: Set<Member>) {
    let binding = draft.binding
    guard
      let suggestion = draft.part.suggestion(
        member: binding.member, target: binding.target, catalog: terms.catalog)
    else { return nil }
    let suspicion = suspects.contains(binding.member) ? [Self.suspicion] : []
    self.init(
      id: draft.id, member: binding.member.text, role: suggestion.role?.name,
      roleTitles: suggestion.titles,
      customRole: suggestion.customRole.map {
        CustomRole(permissions: $0.permissions.map(\.name), why: suggestion.why)
      },
      target: Target(type: binding.target.type.rawValue, name: binding.target.name),
      permissions: suggestion.permissions.map(\.name), denials: draft.denials,
      findings: draft.findings.map(\.hash.longHexDigits), why: Self.why(draft, suggestion),
      excess: suggestion.excess, escalation: suggestion.escalation.map(\.name),
      warnings: suspicion + Self.warnings(draft, suggestion, terms),
      alternatives: Self.alternatives(draft, suggestion), expires: binding.condition?.expiry,
      forms: .binding(binding))
  }

  private static func why(_ draft: BindingDraft, _ suggestion: RoleSuggestion) -> String {
    guard let counts = widenedText(draft) else { return suggestion.why }
    return "\(counts): one binding on their project instead of one on each; "
      + suggestion.why
  }

  private static func alternatives(
    _ draft: BindingDraft, _ suggestion: RoleSuggestion
  ) -> [Alternative] {
    let others = suggestion.alternatives.map { Alternative(role: $0.role, why: $0.why) }
    guard let counts = widenedText(draft) else { return others }
    let narrow = Alternative(
      role: suggestion.role?.name ?? "custom role",
      why: "bound on each of the \(counts) instead, if the member needs no others")
    return [narrow] + others
  }

  /// Such as `7 buckets`; `nil` if the binding is where the permissions are checked.
  private static func widenedText(_ draft: BindingDraft) -> String? {
    let counts = draft.widened.map { kind in
      let isCut = kind.count >= FindingPlaces.groupLimit
      return "\(isCut ? "at least " : "")\(kind.count) \(kind.type.nouns)"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  private static func warnings(
    _ draft: BindingDraft, _ suggestion: RoleSuggestion, _ terms: SuggestionTerms
  ) -> [String] {
    let target = draft.binding.target
    // A binding on the bucket need not be told that one on the bucket would do.
    let isNarrower = target.type != .project || !draft.widened.isEmpty
    var warnings = suggestion.warnings.filter {
      !isNarrower || !$0.hasPrefix("bind on the one ")
    }
    let fallbacks = draft.fallbacks.map(\.name)
    if !fallbacks.isEmpty {
      warnings.append(
        "no target narrower than the project is known for \(fallbacks.joined(separator: ", "))")
    }
    if target.isNarrow, let project = target.project, project.isNumber {
      warnings.append("some commands want the project's id: put it in the place of \(project)")
    }
    if draft.isInferred {
      warnings.append("the log names no permission for some of these calls; the method tells it")
    }
    warnings += memberWarnings(draft)
    if let moment = terms.grantUntil { warnings += expiryWarnings(draft.binding, until: moment) }
    return warnings + draft.refusals.map { "this does not cure all of it: \($0)" }
  }

  /// What to make sure of about the member.
  private static func memberWarnings(_ draft: BindingDraft) -> [String] {
    var warnings: [String] = []
    if let domain = draft.binding.member.consumerDomain {
      warnings.append(
        "anyone can have an address at \(domain): make sure who this is, and that an account "
          + "outside the organization is meant")
    }
    if let note = draft.note { warnings.append(note) }
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
}

extension SuggestedBinding.Target {
  /// What ``type`` is called in a sentence, such as `service account`.
  package var noun: String { TargetType(rawValue: type)?.noun ?? "target" }
}
