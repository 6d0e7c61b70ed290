// Steps as of https://cloud.google.com/iam/docs/granting-changing-revoking-access

extension Binding {
  /// What to do in the Google Cloud console, a step each, without numbers.
  ///
  /// The titles are what consoles call the role, the older name first; there may be none.
  package func consoleSteps(titles: [String]) -> [String] {
    var steps: [String] = []
    if case .custom(let role) = grant {
      let permissions = role.permissions.map(\.name).joined(separator: ", ")
      steps.append(
        "In IAM & Admin > Roles of \(roleParent), choose Create role: title "
          + "\"\(role.title)\", ID \(role.id), permissions \(permissions). Save.")
    }
    steps += target.type.facts.console.map { target.text($0) }
    steps.append("New principals: \(member.consoleIdentifier)")
    steps.append("Select a role: search for \(searchText)\(Self.shown(as: titles)).")
    if let condition {
      steps.append(
        "Choose Add IAM condition > Condition editor: title \"\(condition.title)\", expression "
          + "\(condition.expression)")
    }
    steps.append("Save. It takes effect in about 2 minutes, at times 7 or more.")
    return steps
  }

  /// Such as `project acme-prod`.
  private var roleParent: String {
    if target.type == .organization { return "organization \(target.text("{organization}"))" }
    return target.project.map { "project \($0)" } ?? "the project"
  }

  private var searchText: String {
    switch grant {
    case .predefined(let role): role.name
    case .custom(let role): role.id
    }
  }

  private static func shown(as titles: [String]) -> String {
    guard let first = titles.first else { return "" }
    guard let newer = titles.dropFirst().first else { return ", shown as \"\(first)\"" }
    return ", shown as \"\(first)\", in newer consoles as \"\(newer)\""
  }
}
