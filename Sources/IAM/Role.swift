/// A role that exists and may be suggested, such as `roles/aiplatform.user`.
///
/// Some roles have no value of this type, so that no code path can suggest them, whatever table or
/// catalogue it reads: the basic roles, which grant thousands of permissions, and the roles that
/// Google keeps for its own service agents.
///
/// - Source: https://cloud.google.com/iam/docs/roles-overview,
///   https://cloud.google.com/iam/docs/service-agents
package struct Role: Hashable, Sendable, CustomStringConvertible {
  /// The name that commands take, such as `roles/aiplatform.user` or `projects/acme/roles/reader`.
  package let name: String

  /// Longer than any role that exists.
  package static let byteLimit = 128

  /// Reads `roles/` and an id; `nil` for a basic role, for a service agent's role, and for
  /// everything that is not the name of a predefined role.
  package init?(_ name: String) {
    guard let id = name.dropping(prefix: "roles/"), name.utf8.count <= Self.byteLimit else {
      return nil
    }
    guard id.consists(of: { $0.isAlphanumeric || $0.isASCII(".") || $0.isASCII("_") }) else {
      return nil
    }
    let lowercased = id.asciiLowercased
    guard !Self.basicRoles.contains(lowercased),
      !lowercased.utf8.span.holds("serviceagent".utf8.span)
    else { return nil }
    self.name = name
    home = .google
  }

  /// A role of this module's own tables.
  init(known name: StaticString) {
    guard let role = Role("\(name)") else { preconditionFailure("no role to suggest: \(name)") }
    self = role
  }

  /// A role that somebody made and a catalogue names; `nil` for the name of anything else.
  ///
  /// - Parameter name: `projects/PROJECT/roles/ID` or `organizations/NUMBER/roles/ID`.
  package init?(customRole name: String) {
    guard name.utf8.count <= Self.customByteLimit, let home = Self.home(of: name) else {
      return nil
    }
    self.name = name
    self.home = home
  }

  /// Where it was made, and so where it can be bound.
  package let home: Home

  /// Who made a role.
  package enum Home: Hashable, Sendable {
    /// Google: the role can be bound everywhere.
    case google
    /// The project of this id: the role can be bound on it and on what it holds.
    case project(String)
    /// The organization of this number: the same.
    case organization(String)
  }

  package var description: String { name }

  private static func home(of name: String) -> Home? {
    let parts = name.parts(at: "/", maxSplits: 4)
    guard parts.count == 4, parts[2] == "roles", (3...64).contains(parts[3].utf8.count),
      parts[3].consists(of: { $0.isAlphanumeric || $0.isASCII(".") || $0.isASCII("_") })
    else { return nil }
    let owner = String(parts[1])
    switch parts[0] {
    case "projects": return ProjectReference(owner).map { .project($0.name) }
    case "organizations": return owner.consists(of: \.isDigit) ? .organization(owner) : nil
    default: return nil
    }
  }

  /// A project's id and a role's id are of 30 and 64 bytes, but for domain-scoped projects.
  private static let customByteLimit = 256

  /// The three that everyone knows, and the three that succeed them.
  private static let basicRoles: Set<String> = [
    "owner", "editor", "viewer", "admin", "writer", "reader",
  ]
}

extension Role: Comparable {
  package static func < (left: Role, right: Role) -> Bool { left.name < right.name }
}
