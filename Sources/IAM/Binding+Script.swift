extension Binding {
  /// The commands for a script that may run again, one a line: a role that is there already is not
  /// made a second time. Adding a binding twice changes nothing.
  package var scriptLines: [String] {
    let commands = gcloudCommands
    guard case .custom(let role) = grant, let create = commands.first else { return commands }
    let describe = ["gcloud", "iam", "roles", "describe", role.id, customRoleParentFlag]
      .map(ShellWord.argument).joined(separator: " ")
    return ["\(describe) >/dev/null 2>&1 || \(create)"] + commands.dropFirst()
  }
}
