// Non-authoritative resources only: `_binding` and `_policy` would remove what others have granted.
// Arguments as in the google provider 6.50:
// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam

extension Binding {
  /// The blocks of the configuration. Those that make or look up something are equal for equal
  /// roles and accounts, so that a file of many bindings needs each only once.
  package var terraformBlocks: [String] {
    supportingBlocks.map(\.text) + [memberBlock.text]
  }

  /// The blocks with an empty line between them.
  package var terraform: String { terraformBlocks.joined(separator: "\n\n") }

  private var supportingBlocks: [TerraformBlock] {
    switch (grant, target) {
    case (.custom(let role), _): [customRoleBlock(for: role)]
    case (.predefined, .serviceAccount(let account, _)) where account.email == nil:
      [accountBlock(for: account)]
    case (.predefined, _): []
    }
  }

  private var memberBlock: TerraformBlock {
    switch target {
    case .project(let project):
      TerraformBlock(
        head: #"resource "google_project_iam_member""#, label: memberLabel,
        arguments: [
          ("project", .string(project.name)), ("role", roleValue), ("member", .string(member.text)),
        ])
    case .serviceAccount(let account, _):
      TerraformBlock(
        head: #"resource "google_service_account_iam_member""#, label: memberLabel,
        arguments: [
          ("service_account_id", accountValue(for: account)), ("role", roleValue),
          ("member", .string(member.text)),
        ])
    }
  }

  private var roleValue: TerraformBlock.Value {
    switch grant {
    case .predefined(let role): .string(role.name)
    case .custom(let role):
      .reference("google_project_iam_custom_role.\(customRoleLabel(for: role)).id")
    }
  }

  private func customRoleBlock(for role: CustomRole) -> TerraformBlock {
    TerraformBlock(
      head: #"resource "google_project_iam_custom_role""#, label: customRoleLabel(for: role),
      arguments: [
        ("project", .string(target.name)), ("role_id", .string(role.id)),
        ("title", .string(role.title)), ("permissions", .list(role.permissions.map(\.name))),
      ])
  }

  /// The provider takes addresses only, so a unique id has to be looked up.
  private func accountBlock(for account: ServiceAccountReference) -> TerraformBlock {
    TerraformBlock(
      head: #"data "google_service_account""#, label: "id_\(account.name)",
      arguments: [("account_id", .string(target.relativeName))])
  }

  private func accountValue(for account: ServiceAccountReference) -> TerraformBlock.Value {
    account.email == nil
      ? .reference("data.google_service_account.id_\(account.name).name")
      : .string(target.relativeName)
  }

  private var memberLabel: String {
    let role =
      switch grant {
      case .predefined(let role): role.name.dropFirst("roles/".count)
      case .custom: Substring("custom")
      }
    let slug = "\(member.shortName)_\(role)".slug(byteLimit: 54).asciiLowercased
    let isLabel = slug.utf8.first?.isLowercaseLetter == true
    return "\(isLabel ? "" : "m_")\(slug)_\(stableID)"
  }

  /// The project is part of the label, as each needs a role of its own.
  private func customRoleLabel(for role: CustomRole) -> String {
    var hash = StableHash()
    for field in [role.id, target.name] { hash.combine(field) }
    return "\(role.slug)_\(target.name)".slug(byteLimit: 54).asciiLowercased + "_\(hash.hexDigits)"
  }
}

extension Member {
  /// A few letters that remind of the member: what stands before the `@`, or the path's last part.
  fileprivate var shortName: Substring {
    email?.before("@").prefix(24) ?? text.parts(at: "/").last?.prefix(24) ?? ""
  }
}
