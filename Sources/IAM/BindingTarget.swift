/// Where a binding goes: a resource that has an allow policy of its own.
///
/// Each part of its name has been checked against a narrow grammar, so that it may stand in a
/// command.
package struct BindingTarget: Hashable, Sendable {
  package let type: TargetType
  /// The project itself, or the one that owns the resource, if it has one and that is known.
  package let project: ProjectReference?
  /// What the names in the pattern stand for, in its order and without the project.
  private let parts: [String]

  /// `nil` if a part does not fit its grammar, or if the project is missing from a name.
  ///
  /// - Parameters:
  ///   - type: What it is.
  ///   - values: What each name in the pattern stands for; from a log, so possibly hostile.
  ///   - project: The one that owns the resource, if its name does not tell.
  init?(_ type: TargetType, parts values: [String: String], project: ProjectReference?) {
    self.type = type
    var parts: [String] = []
    for name in type.facts.pattern.partNames {
      guard let value = values[name], PartGrammar.byName[name]?.accepts(value) == true else {
        return nil
      }
      parts.append(value)
    }
    self.parts = parts
    let account = values["account"].flatMap { ServiceAccountReference($0) }
    if let text = values["project"], text != "-", text != "_" {
      guard let project = ProjectReference(text) else { return nil }
      self.project = project
    } else {
      // Only a service account can be named without the project.
      let isNamed = values["project"] == nil || account != nil
      self.project = Self.owner(
        of: type, account: account, number: values["number"], project: project)
      if !isNamed, self.project == nil { return nil }
    }
  }

  private static func owner(
    of type: TargetType, account: ServiceAccountReference?, number: String?,
    project: ProjectReference?
  ) -> ProjectReference? {
    guard type.facts.isInProject else { return nil }
    return account?.homeProject ?? project ?? number.flatMap { ProjectReference($0) }
  }

  private init(_ type: TargetType, parts: [String], project: ProjectReference?) {
    self.type = type
    self.parts = parts
    self.project = project
  }

  /// A project: its allow policy.
  package static func project(_ project: ProjectReference) -> BindingTarget {
    BindingTarget(.project, parts: [], project: project)
  }

  /// One service account as a resource, where act-as and impersonation belong.
  ///
  /// The project is the one that owns the account; `nil` to go by its address.
  package static func serviceAccount(
    _ account: ServiceAccountReference, project: ProjectReference?
  ) -> BindingTarget {
    BindingTarget(.serviceAccount, parts: [account.name], project: project ?? account.homeProject)
  }

  /// The name that reports show: the project's id or number, the service account's address or
  /// unique id, the bucket's name; of all else the name with its collections.
  package var name: String { text(type.facts.name) }

  /// The name that Policy Troubleshooter takes, such as
  /// `//cloudresourcemanager.googleapis.com/projects/acme-prod`.
  package var fullResourceName: String {
    "//\(type.facts.service).googleapis.com/\(relativeName)"
  }

  /// The name with its collections, such as `projects/P/topics/T`; `-` for an unknown project.
  package var relativeName: String { type.facts.pattern.name { value(of: $0) } }

  /// The service account, if it is one.
  package var serviceAccount: ServiceAccountReference? {
    type == .serviceAccount ? parts.first.flatMap { ServiceAccountReference($0) } : nil
  }

  /// Where a custom role can be made that may be bound here: `projects/P` or `organizations/N`.
  ///
  /// `nil` on folders and billing accounts, which take the custom roles of an organization that
  /// nothing here names, and where the project is not known.
  ///
  /// - Source: https://cloud.google.com/iam/docs/roles-overview#custom-role-availability
  package var customRoleParent: String? {
    switch type {
    case .organization: relativeName
    default: project.map { "projects/\($0)" }
    }
  }

  /// The template with parts in the place of their names.
  func text(_ template: String) -> String {
    guard template.hasByte("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += rest[..<open]
      result += value(of: String(rest[rest.utf8.index(after: open)..<close]))
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  private func value(of name: String) -> String {
    switch name {
    case "project": return project?.name ?? "-"
    case "ofProject": return project.map { " of project \($0)" } ?? ""
    case "resource": return relativeName
    default:
      // Tables are checked by a test: each name in a template is in the pattern.
      guard let index = type.facts.pattern.partNames.firstIndex(of: name) else {
        preconditionFailure("\(type) has no part \(name)")
      }
      return parts[index]
    }
  }
}

extension Sequence<BindingTarget> {
  /// The targets sorted; each name is made once.
  package func inOrder() -> [BindingTarget] {
    map { (order: $0.order, target: $0) }.sorted { $0.order < $1.order }.map(\.target)
  }
}

extension BindingTarget: Comparable {
  /// Projects first, then by type and name.
  package static func < (left: BindingTarget, right: BindingTarget) -> Bool {
    left.order < right.order
  }

  fileprivate var order: (Int, String, String, String) {
    (type == .project ? 0 : 1, type.rawValue, relativeName, project?.name ?? "")
  }
}
