package import DenialAggregation
package import IAM

/// Which roles have some permissions: what the command `roles` is asked, checked.
package struct RoleQuery: Sendable {
  /// Sorted, each once, in IAM's spelling where it is known.
  package let permissions: [Permission]
  /// Who is to get the roles, if it was said.
  package let member: Member?
  /// Where the bindings would go, if it was said.
  package let project: ProjectReference?
  package let catalog: NamedRoleCatalog?

  /// Checks what was asked.
  ///
  /// - Parameters:
  ///   - names: Permissions.
  ///   - member: As a binding writes it, or an e-mail address; `nil` for anybody.
  ///   - project: An id or a number; `nil` for any.
  ///   - catalog: All roles, if the user has them.
  /// - Throws: What cannot be understood.
  package init(
    permissions names: [String], member: String?, project: String?, catalog: NamedRoleCatalog?
  ) throws(RoleQueryError) {
    var permissions: Set<Permission> = []
    for name in names {
      permissions.insert(try Self.permission(named: name, catalog: catalog?.roles))
    }
    self.permissions = permissions.sorted()
    self.member = try member.map { (text) throws(RoleQueryError) in
      let principal = Principal(email: text, subject: "", mappedPrincipal: "")
      guard let member = Member(text) ?? principal.member, member.form != .deleted else {
        throw .noMember(text)
      }
      return member
    }
    self.project = try project.map { (text) throws(RoleQueryError) in
      guard let project = ProjectReference(text) else { throw .noProject(text) }
      return project
    }
    self.catalog = catalog
  }

  /// A choice on one target.
  package struct Choice: Sendable {
    package let target: BindingTarget
    package let suggestion: RoleSuggestion
    /// What to paste; `nil` unless member and project were said and the account is no example.
    package let gcloud: String?
  }

  /// The roles to take; what belongs on a service account after what belongs on the project.
  package var choices: [Choice] {
    let onAccount = permissions.filter { reason(against: $0, on: projectTarget) != nil }
    let accountTarget = Self.exampleAccount.map { BindingTarget.serviceAccount($0, project: nil) }
    return choices(of: permissions, on: projectTarget)
      + (accountTarget.map { choices(of: onAccount, on: $0) } ?? [])
  }

  /// The permissions that no role on a project or a service account should give, and why.
  package var refusals: [(permission: Permission, reason: String)] {
    let account = Self.exampleAccount.map { BindingTarget.serviceAccount($0, project: nil) }
    return permissions.compactMap { permission in
      guard let reason = reason(against: permission, on: projectTarget) else { return nil }
      if let account, self.reason(against: permission, on: account) == nil { return nil }
      return (permission, reason)
    }
  }

  private func reason(against permission: Permission, on target: BindingTarget) -> String? {
    RoleChoice.obstacle(to: permission, on: target)
  }

  private func choices(of permissions: [Permission], on target: BindingTarget) -> [Choice] {
    guard let someone = member ?? Self.anybody else { return [] }
    let suggestions = RoleChoice.suggestions(
      for: Set(permissions), member: someone, target: target, catalog: catalog?.roles)
    return suggestions.map { suggestion in
      let isReal = member != nil && project != nil && target == projectTarget
      let binding = isReal ? Binding(member: someone, grant: suggestion.grant, target: target) : nil
      return Choice(target: target, suggestion: suggestion, gcloud: binding?.gcloud)
    }
  }

  private var projectTarget: BindingTarget {
    project.map { .project($0) } ?? Self.exampleProject
  }

  private static let anybody = Member("user:somebody@example.com")
  private static let exampleAccount = ServiceAccountReference(
    "account@example-project.iam.gserviceaccount.com")
  private static let exampleProject: BindingTarget = {
    guard let project = ProjectReference("example-project") else {
      preconditionFailure("an example that is no project")
    }
    return .project(project)
  }()

  private static func permission(
    named name: String, catalog: RoleCatalog?
  ) throws(RoleQueryError) -> Permission {
    guard let permission = Permission(name) else {
      throw .noPermission(name, nearest: nearest(to: name, catalog))
    }
    guard let catalog else { return permission }
    guard let known = catalog.permission(like: permission) else {
      if permission.isKubernetes { return permission }
      throw .unknownPermission(permission.name, nearest: nearest(to: name, catalog))
    }
    return known
  }

  private static func nearest(to name: String, _ catalog: RoleCatalog?) -> [String] {
    let known =
      catalog?.permissions
      ?? PreferredRoles.permissions.union(EscalationPermissions.all).sorted()
    return NearestWord.nearest(to: name, among: known.map(\.name))
  }
}

/// What the command `roles` cannot answer.
package enum RoleQueryError: Error, Hashable, Sendable {
  /// Not the form of a permission.
  case noPermission(String, nearest: [String])
  /// The catalogue has no such permission.
  case unknownPermission(String, nearest: [String])
  case noMember(String)
  case noProject(String)
}

extension RoleQueryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noPermission(let name, let nearest):
      "'\(Self.shown(name))' is no permission such as storage.objects.get\(Self.hint(nearest))"
    case .unknownPermission(let name, let nearest):
      "the role catalogue does not know \(Self.shown(name)), so any role would be a guess"
        + Self.hint(nearest)
    case .noMember(let text):
      "'\(Self.shown(text))' is no member such as user:alice@example.com that a binding may have"
    case .noProject(let text): "'\(Self.shown(text))' is no project, neither an id nor a number"
    }
  }

  private static func shown(_ text: String) -> String {
    cutEnd(of: printable(text), columns: 80)
  }

  private static func hint(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : ": did you mean \(nearest.joined(separator: " or "))?"
  }
}
