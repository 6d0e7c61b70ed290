/// A role to be made: exactly the permissions that were denied.
package struct CustomRole: Hashable, Sendable {
  /// Sorted; at least one.
  package let permissions: [Permission]

  /// The most permissions that one role may have.
  ///
  /// - Source: https://cloud.google.com/iam/quotas
  package static let permissionLimit = 3_000

  /// A role with just `permissions`; `nil` if there is none, too many, or one that is not IAM's.
  package init?(_ permissions: Set<Permission>) {
    guard (1...Self.permissionLimit).contains(permissions.count) else { return nil }
    guard !permissions.contains(where: \.isKubernetes) else { return nil }
    self.permissions = permissions.sorted()
  }

  /// The role's id, `[A-Za-z0-9_.]{3,64}`: equal permissions give an equal id.
  ///
  /// Such as `aiplatform_endpoints_predict_5c0f1a2b`, or `aiplatform_storage_0d1e2f3a` for more.
  package var id: String {
    var hash = StableHash()
    for permission in permissions { hash.combine(permission.name) }
    return "\(slug)_\(hash.hexDigits)"
  }

  /// The permission, or the services of several, as letters, digits and `_`; begins with a letter.
  var slug: String {
    let words = permissions.count == 1 ? permissions.map(\.name) : services
    return words.joined(separator: "_").slug(byteLimit: 55)
  }

  /// What the Console shows, at most 100 bytes of letters, digits, dots, commas and spaces.
  package var title: String {
    if permissions.count == 1 { return String(permissions[0].name.suffix(100)) }
    let full = "\(permissions.count) permissions of " + services.joined(separator: ", ")
    return full.utf8.count <= 100 ? full : "\(permissions.count) permissions"
  }

  /// The services of the permissions, sorted, each once.
  private var services: [String] { Set(permissions.map(\.service)).sorted() }
}
