// Forms checked with gcloud 528, after https://cloud.google.com/sdk/gcloud/reference; those of bq
// after `bq help` and https://cloud.google.com/bigquery/docs/reference/standard-sql/data-control-language.

extension Binding {
  /// The arguments of each command, the program first: the binding, after the role that it may
  /// need.
  package var commands: [[String]] {
    switch grant {
    case .predefined: [bindingCommand]
    case .custom(let role): [createCommand(for: role), bindingCommand]
    }
  }

  /// The same for a POSIX shell, one a line.
  package var gcloudCommands: [String] {
    commands.map { $0.map(ShellWord.argument).joined(separator: " ") }
  }

  /// The commands with line feeds between them.
  package var gcloud: String { gcloudCommands.joined(separator: "\n") }

  private var bindingCommand: [String] {
    let template = commandTemplate.parts(at: " ")
    let words = template.flatMap { arguments(for: String($0)) }
    // gcloud takes flags anywhere and bq before the resource, so only its rows say where.
    if template.contains("{member}") || template.contains("{grantStatement}") { return words }
    return words + ["{member}", "{role}", "{condition}"].flatMap { arguments(for: $0) }
  }

  /// A 2nd gen function has a command for invokers alone; other roles go on the service itself.
  private var commandTemplate: String {
    let type =
      target.type == .functionGen2 && roleName != "roles/run.invoker" ? .runService : target.type
    return type.facts.command ?? ""
  }

  private func arguments(for template: String) -> [String] {
    switch template {
    case "{member}": return ["--member=\(member.text)"]
    case "{role}": return ["--role=\(roleName)"]
    case "{grantStatement}": return [grantStatement]
    case "{condition}":
      // Without the flag gcloud stops to ask as soon as the policy has any condition in it.
      return usesConditionFlag ? ["--condition=\(condition?.flagValue ?? "None")"] : []
    case "--project={project}" where target.project == nil: return []
    default: return [target.text(template)]
    }
  }

  private var usesConditionFlag: Bool {
    target.type.takesCondition
      || target.type == .functionGen2 && TargetType.runService.takesCondition
  }

  private var grantStatement: String {
    "GRANT `\(roleName)` ON SCHEMA \(target.text("`{project}`.`{dataset}`")) TO \"\(member.text)\""
  }

  /// `--project=P` or `--organization=N`: where a custom role is made.
  var customRoleParentFlag: String {
    "--\(target.type == .organization ? "organization" : "project")=\(customRoleParentID)"
  }

  private func createCommand(for role: CustomRole) -> [String] {
    [
      "gcloud", "iam", "roles", "create", role.id, customRoleParentFlag,
      "--title=\(role.title)",
      "--permissions=\(role.permissions.map(\.name).joined(separator: ","))", "--stage=GA",
    ]
  }

  /// How to check that the binding helped, or what still stands in the way.
  ///
  /// - Parameter permission: One that was denied.
  /// - Returns: A command, or a sentence for members that Policy Troubleshooter does not take.
  package func verification(of permission: Permission) -> String {
    guard let email = member.email, member.form != .group else {
      return "Policy Troubleshooter takes the address of one account only: repeat the call as this "
        + "member some minutes after the grant, and see whether \(permission) is still denied."
    }
    return [
      "gcloud", "policy-intelligence", "troubleshoot-policy", "iam", target.fullResourceName,
      "--principal-email=\(email)", "--permission=\(permission.name)",
    ].map(ShellWord.argument).joined(separator: " ")
  }
}
