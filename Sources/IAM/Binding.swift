/// A member and a role on a target: what a person is asked to add, and in which words.
///
/// Every part has been checked against a narrow grammar, and is quoted nevertheless.
package struct Binding: Hashable, Sendable {
  package let member: Member
  package let grant: Grant
  package let target: BindingTarget
  /// What limits it, if anything does.
  package let condition: GrantCondition?

  /// The role of a binding.
  package enum Grant: Hashable, Sendable {
    case predefined(Role)
    /// A role that has to be made first.
    case custom(CustomRole)
  }

  /// `nil` for what no policy takes, or should take: a deleted member; a custom role where none can
  /// be made for the target; a role that is granted on projects only, on anything narrower; a
  /// condition on a target that knows none; and whatever no command can add.
  package init?(
    member: Member, grant: Grant, target: BindingTarget, condition: GrantCondition? = nil
  ) {
    guard member.form != .deleted, target.type.facts.command != nil,
      condition == nil || target.type.takesCondition
    else { return nil }
    switch grant {
    case .predefined(let role): if !role.isGrantable(on: target.type) { return nil }
    case .custom: if target.customRoleParent == nil { return nil }
    }
    self.member = member
    self.grant = grant
    self.target = target
    self.condition = condition
  }

  /// What `--role` takes, such as `roles/aiplatform.user` or `projects/P/roles/ID`.
  package var roleName: String {
    switch grant {
    case .predefined(let role): role.name
    case .custom(let role): "\(target.customRoleParent ?? "-")/roles/\(role.id)"
    }
  }

  /// The id of the project or organization in which a custom role is made; empty if there is none.
  var customRoleParentID: String {
    (target.customRoleParent ?? "").parts(at: "/").last.map(String.init) ?? ""
  }

  /// Eight hexadecimal digits of a hash of member, role and target.
  package var stableID: String {
    var hash = StableHash()
    for field in [member.text, roleName, target.type.rawValue, target.relativeName] {
      hash.combine(field)
    }
    return hash.hexDigits
  }
}

extension Role {
  /// Whether IAM takes the role in a policy of such a target.
  ///
  /// A role can be granted where one of its permissions is checked; what these have is checked on
  /// projects and above.
  ///
  /// - Source: https://cloud.google.com/bigquery/docs/access-control ("lowest-level resources")
  package func isGrantable(on type: TargetType) -> Bool {
    switch type {
    case .project, .folder, .organization, .billingAccount: true
    default: !Self.ofProjects.contains(name)
    }
  }

  private static let ofProjects: Set<String> = [
    "roles/bigquery.jobUser", "roles/bigquery.readSessionUser", "roles/bigquery.resourceAdmin",
    "roles/bigquery.resourceEditor", "roles/bigquery.resourceViewer", "roles/browser",
    "roles/serviceusage.serviceUsageConsumer",
  ]
}
