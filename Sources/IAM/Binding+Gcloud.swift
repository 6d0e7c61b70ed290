// Forms checked with gcloud 528, after https://cloud.google.com/sdk/gcloud/reference:
// projects/add-iam-policy-binding, iam/service-accounts/add-iam-policy-binding, iam/roles/create

extension Binding {
  /// The commands to run in this order, one a line: the binding, after the role that it may need.
  package var gcloudCommands: [String] {
    switch grant {
    case .predefined: [bindingCommand]
    case .custom(let role): [createCommand(for: role), bindingCommand]
    }
  }

  /// The commands with line feeds between them.
  package var gcloud: String { gcloudCommands.joined(separator: "\n") }

  private var bindingCommand: String {
    var words: [String]
    switch target {
    case .project(let project):
      words = ["gcloud projects add-iam-policy-binding", ShellWord.quoted(project.name)]
    case .serviceAccount(let account, _):
      words = [
        "gcloud iam service-accounts add-iam-policy-binding", ShellWord.quoted(account.name),
      ]
      if let owner = target.owner { words.append(ShellWord.flag("project", owner.name)) }
    }
    words.append(ShellWord.flag("member", member.text))
    words.append(ShellWord.flag("role", roleName))
    // Without it gcloud stops to ask as soon as the policy has any condition in it.
    words.append("--condition=None")
    return words.joined(separator: " ")
  }

  private func createCommand(for role: CustomRole) -> String {
    let permissions = role.permissions.map(\.name).joined(separator: ",")
    return [
      "gcloud iam roles create", ShellWord.quoted(role.id), ShellWord.flag("project", target.name),
      ShellWord.flag("title", role.title),
      ShellWord.flag("permissions", permissions),
      "--stage=GA",
    ].joined(separator: " ")
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
      "gcloud policy-intelligence troubleshoot-policy iam",
      ShellWord.quoted(target.fullResourceName),
      ShellWord.flag("principal-email", email),
      ShellWord.flag("permission", permission.name),
    ].joined(separator: " ")
  }
}
