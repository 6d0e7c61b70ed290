/// How much a permission that nobody asked for adds to the danger of a role.
package enum PermissionPower: UInt8, Hashable, Sendable {
  /// Looks at what a resource is.
  case reading
  /// Changes, creates or deletes.
  case writing
  /// Gets at content: objects, rows, secrets, messages, plain text.
  case sensitive
  /// Leads to more power than it says (``EscalationPermissions``).
  case escalating

  package init(of permission: Permission) {
    if EscalationPermissions.kind(of: permission) != nil {
      self = .escalating
    } else if Self.isSensitive(permission) {
      self = .sensitive
    } else {
      self = Self.isReadOnly(permission) ? .reading : .writing
    }
  }

  /// What one such permission costs in the search for a role.
  ///
  /// Found by trying on cases with a known answer; the order matters more than the numbers.
  package var weight: Int {
    switch self {
    case .reading: 1
    case .writing: 3
    case .sensitive: 6
    case .escalating: 25
    }
  }

  /// Whether a permission changes nothing, told by its verb: `get`, `listAll`, `searchResources`.
  package static func isReadOnly(_ permission: Permission) -> Bool {
    let verb = verb(of: permission)
    if credentialVerbs.contains(verb) { return false }
    return readingVerbs.contains { read in
      guard let rest = verb.dropping(prefix: read) else { return false }
      return rest.utf8.first.map(\.isUppercaseLetter) ?? true
    } || readingEnds.contains { verb.dropping(suffix: $0) != nil }
  }

  private static func isSensitive(_ permission: Permission) -> Bool {
    contentVerbs.contains(verb(of: permission)) || contentPermissions.contains(permission.name)
  }

  /// What stands behind the last dot.
  private static func verb(of permission: Permission) -> String {
    permission.name.parts(at: ".").last.map(String.init) ?? ""
  }

  private static let readingVerbs = [
    "access", "aggregate", "analyze", "batchGet", "check", "count", "describe", "download",
    "explain", "export", "fetch", "find", "fullView", "get", "list", "lookup", "preview", "query",
    "read", "resolve", "sampleRowKeys", "search", "select", "show", "test", "view", "watch",
  ]
  /// In names such as `aiDevToolsSettingsGet`.
  private static let readingEnds = ["Get", "List", "Read"]
  /// They read something that lets the reader act.
  private static let credentialVerbs: Set<String> = [
    "fetchAccessToken", "getAccessToken", "getAdminKubeconfig", "getKeyString", "getOpenIdToken",
  ]
  private static let contentVerbs: Set<String> = [
    "access", "consume", "download", "executeSql", "export", "exportData", "getData",
    "getDocuments", "getSecret", "read", "readData", "readFile", "readRows", "select",
  ]
  private static let contentPermissions: Set<String> = [
    "cloudkms.cryptoKeyVersions.useToDecrypt", "container.secrets.list", "datastore.entities.get",
    "firebaseauth.users.get", "logging.privateLogEntries.list", "storage.objects.get",
  ]
}
