/// Where a binding goes.
package enum BindingTarget: Hashable, Sendable {
  /// A project: its allow policy.
  case project(ProjectReference)
  /// One service account as a resource, where act-as and impersonation belong; the project is the
  /// one that owns the account, if it is known.
  case serviceAccount(ServiceAccountReference, project: ProjectReference?)

  /// The kind of target, as machine formats print it.
  package var type: String {
    switch self {
    case .project: "project"
    case .serviceAccount: "serviceAccount"
    }
  }

  /// The project's id or number, or the service account's address or unique id.
  package var name: String {
    switch self {
    case .project(let project): project.name
    case .serviceAccount(let account, _): account.name
    }
  }

  /// The name that Policy Troubleshooter takes, such as
  /// `//cloudresourcemanager.googleapis.com/projects/acme-prod`.
  package var fullResourceName: String {
    switch self {
    case .project(let project): "//cloudresourcemanager.googleapis.com/projects/\(project)"
    case .serviceAccount: "//iam.googleapis.com/\(relativeName)"
    }
  }

  /// `projects/P`, or `projects/P/serviceAccounts/ACCOUNT` with `-` for an unknown project.
  var relativeName: String {
    switch self {
    case .project(let project): "projects/\(project)"
    case .serviceAccount(let account, _):
      "projects/\(owner?.name ?? "-")/serviceAccounts/\(account)"
    }
  }

  /// The project itself, or the one that owns the service account, if it is known.
  var owner: ProjectReference? {
    switch self {
    case .project(let project): project
    case .serviceAccount(let account, let project): project ?? account.homeProject
    }
  }
}

extension BindingTarget: Comparable {
  /// Projects first, then by name.
  package static func < (left: BindingTarget, right: BindingTarget) -> Bool {
    (left.type, left.relativeName) < (right.type, right.relativeName)
  }
}
