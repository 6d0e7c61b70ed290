/// A member and a role on a target: what a person is asked to add, and in which words.
///
/// Every part has been checked against a narrow grammar, and is quoted nevertheless.
package struct Binding: Hashable, Sendable {
  package let member: Member
  package let grant: Grant
  package let target: BindingTarget

  /// The role of a binding.
  package enum Grant: Hashable, Sendable {
    case predefined(Role)
    /// A role that has to be made first.
    case custom(CustomRole)
  }

  /// `nil` for a deleted member, which nobody should add to a policy, and for a custom role on a
  /// service account: the role would have to live in a project that may be another.
  package init?(member: Member, grant: Grant, target: BindingTarget) {
    if member.form == .deleted { return nil }
    if case (.custom, .serviceAccount) = (grant, target) { return nil }
    self.member = member
    self.grant = grant
    self.target = target
  }

  /// What `--role` takes, such as `roles/aiplatform.user` or `projects/P/roles/ID`.
  package var roleName: String {
    switch grant {
    case .predefined(let role): role.name
    case .custom(let role): "\(target.relativeName)/roles/\(role.id)"
    }
  }

  /// Eight hexadecimal digits of a hash of member, role and target.
  package var stableID: String {
    var hash = StableHash()
    for field in [member.text, roleName, target.type, target.relativeName] { hash.combine(field) }
    return hash.hexDigits
  }
}
