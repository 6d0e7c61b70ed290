/// A binding as data for the configuration of ``TerraformModule``.
package struct TerraformGrant: Hashable, Sendable {
  /// Such as `google_project_iam_member`.
  package let type: String
  /// What identifies the target there: arguments and values, in order.
  package let target: [Argument]
  package let role: String
  package let member: String
  package let condition: GrantCondition?
  /// The role to make first, if it is none of Google's.
  package let customRole: NamedCustomRole?

  /// An argument of the resource.
  package struct Argument: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  /// A custom role with the project or organization that it is made in.
  package struct NamedCustomRole: Hashable, Sendable {
    /// Such as `projects/P/roles/ID`.
    package let name: String
    /// The project's or organization's id.
    package let parent: String
    package let role: CustomRole
  }
}

extension Binding {
  /// The same as ``terraform``, as data.
  package var terraformGrant: TerraformGrant {
    let facts = target.type.facts
    let arguments = facts.arguments.filter { $0.value != "{project}" || target.project != nil }
    return TerraformGrant(
      type: facts.terraform,
      target: arguments.map {
        TerraformGrant.Argument(name: $0.name, value: target.text($0.value))
      },
      role: roleName, member: member.text, condition: condition, customRole: namedCustomRole)
  }

  private var namedCustomRole: TerraformGrant.NamedCustomRole? {
    guard case .custom(let role) = grant else { return nil }
    return TerraformGrant.NamedCustomRole(
      name: roleName, parent: customRoleParentID, role: role)
  }
}
