/// A predefined role that may be suggested, such as `roles/aiplatform.user`.
///
/// Some roles have no value of this type, so that no code path can suggest them, whatever table or
/// catalogue it reads: the basic roles, which grant thousands of permissions, and the roles that
/// Google keeps for its own service agents.
///
/// - Source: https://cloud.google.com/iam/docs/roles-overview,
///   https://cloud.google.com/iam/docs/service-agents
package struct Role: Hashable, Sendable, CustomStringConvertible {
  /// The name that commands take, with `roles/` in front.
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
    guard !Self.basicRoles.contains(lowercased), !lowercased.contains("serviceagent") else {
      return nil
    }
    self.name = name
  }

  /// A role of this module's own tables.
  init(known name: StaticString) {
    guard let role = Role("\(name)") else { preconditionFailure("no role to suggest: \(name)") }
    self = role
  }

  package var description: String { name }

  /// The three that everyone knows, and the three that succeed them.
  private static let basicRoles: Set<String> = [
    "owner", "editor", "viewer", "admin", "writer", "reader",
  ]
}

extension Role: Comparable {
  package static func < (left: Role, right: Role) -> Bool { left.name < right.name }
}
