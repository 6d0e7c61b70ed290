package import IAM

/// A role catalogue with what tells it from others.
package struct NamedRoleCatalog: Sendable {
  package let roles: RoleCatalog
  package let summary: RoleCatalogSummary

  /// - Parameters:
  ///   - roles: What was read.
  ///   - name: Of the file, as a message may show it.
  ///   - fingerprint: The SHA-256 of the file, in hexadecimal.
  package init(_ roles: RoleCatalog, name: String, fingerprint: String) {
    self.roles = roles
    summary = RoleCatalogSummary(
      name: name, roles: roles.roleCount, permissions: roles.permissions.count,
      fingerprint: fingerprint)
  }
}
