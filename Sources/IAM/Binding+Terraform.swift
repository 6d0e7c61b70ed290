// Non-authoritative resources only: `_binding` and `_policy` would remove what others have granted.
// Arguments as in the google provider 6.50:
// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam

extension Binding {
  /// The blocks of the configuration, the member resource last. Those that make or look up
  /// something are equal for equal roles and accounts, so that a file of many bindings needs each only once.
  package var terraformBlocks: [TerraformBlock] { supportingBlocks + [memberBlock] }

  /// The blocks with an empty line between them.
  package var terraform: String { terraformBlocks.map(\.text).joined(separator: "\n\n") }

  private var supportingBlocks: [TerraformBlock] {
    var blocks: [TerraformBlock] = []
    if case .custom(let role) = grant { blocks.append(customRoleBlock(for: role)) }
    if let account = lookedUpAccount { blocks.append(accountBlock(for: account)) }
    return blocks
  }

  private var memberBlock: TerraformBlock {
    let facts = target.type.facts
    var arguments = facts.arguments.compactMap { argument -> TerraformBlock.Argument? in
      if argument.value == "{project}", target.project == nil { return nil }
      return TerraformBlock.Argument(argument.name, value(of: argument.value))
    }
    arguments.append(TerraformBlock.Argument("role", roleValue))
    arguments.append(TerraformBlock.Argument("member", .string(member.text)))
    return TerraformBlock(
      kind: .resource, type: facts.terraform, label: memberLabel, arguments: arguments,
      nested: condition.map { [Self.block(of: $0)] } ?? [])
  }

  private func value(of template: String) -> TerraformBlock.Value {
    guard template == "{resource}", let account = lookedUpAccount else {
      return .string(target.text(template))
    }
    return .reference("data.google_service_account.id_\(account.name).name")
  }

  private static func block(of condition: GrantCondition) -> TerraformBlock.Nested {
    TerraformBlock.Nested(
      name: "condition",
      arguments: [
        TerraformBlock.Argument("title", .string(condition.title)),
        TerraformBlock.Argument("description", .string(condition.description)),
        TerraformBlock.Argument("expression", .string(condition.expression)),
      ])
  }

  private var roleValue: TerraformBlock.Value {
    switch grant {
    case .predefined(let role): .string(role.name)
    case .custom(let role):
      .reference("\(customRoleType).\(customRoleLabel(for: role)).id")
    }
  }

  private var customRoleType: String {
    target.type == .organization
      ? "google_organization_iam_custom_role" : "google_project_iam_custom_role"
  }

  private func customRoleBlock(for role: CustomRole) -> TerraformBlock {
    let isOrganization = target.type == .organization
    return TerraformBlock(
      kind: .resource, type: customRoleType, label: customRoleLabel(for: role),
      arguments: [
        TerraformBlock.Argument(isOrganization ? "org_id" : "project", .string(customRoleParentID)),
        TerraformBlock.Argument("role_id", .string(role.id)),
        TerraformBlock.Argument("title", .string(role.title)),
        TerraformBlock.Argument("permissions", .list(role.permissions.map(\.name))),
      ])
  }

  /// The provider takes addresses only, so a unique id has to be looked up.
  private var lookedUpAccount: ServiceAccountReference? {
    target.serviceAccount.flatMap { $0.email == nil ? $0 : nil }
  }

  private func accountBlock(for account: ServiceAccountReference) -> TerraformBlock {
    TerraformBlock(
      kind: .data, type: "google_service_account", label: "id_\(account.name)",
      arguments: [TerraformBlock.Argument("account_id", .string(target.relativeName))])
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
    for field in [role.id, customRoleParentID] { hash.combine(field) }
    return "\(role.slug)_\(customRoleParentID)".slug(byteLimit: 54).asciiLowercased
      + "_\(hash.hexDigits)"
  }
}

extension Member {
  /// A few letters that remind of the member: what stands before the `@`, or the path's last part.
  fileprivate var shortName: Substring {
    email?.before("@").prefix(24) ?? text.parts(at: "/").last?.prefix(24) ?? ""
  }
}
