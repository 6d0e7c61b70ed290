package import AuditLog
import IAM

/// A call that went well, as far as a story tells of it.
///
/// Strings are limited and masked as in ``Denial``.
package struct GrantedCall: Hashable, Sendable {
  package var insertID: String
  package var timestamp: Timestamp?
  package var caller: Denial.CallerIdentity
  /// The project that owns the resource, an id or a number; empty if the log does not say.
  package var project: String
  package var service: String
  package var method: String
  package var resource: String
  /// What checks granted, in IAM's spelling, sorted, each once.
  package var permissions: [String]

  init(_ facts: EntryFacts) {
    let (entry, payload) = (facts.entry, facts.payload)
    let names = payload.authentication
    insertID = Denial.limited(entry.insertID)
    timestamp = entry.timestamp
    caller = Denial.CallerIdentity(
      email: Denial.limited(names.principalEmail),
      subject: Denial.limited(names.principalSubject), mappedPrincipal: "")
    project = facts.targetProject?.name ?? ""
    service = Denial.limited(payload.serviceName)
    method = Denial.limited(payload.methodName)
    resource = Denial.limited(payload.resourceName)
    let granted = payload.authorization.prefix(DeniedPermissions.checkLimit)
      .filter { $0.granted == true && DeniedPermissions.isPermission($0.permission) }
    permissions = Set(granted.map { Denial.limited(JudgeMemory.spelling(of: $0.permission)) })
      .sorted()
  }

  /// Whether the call made a key of a service account, which its resource names.
  package var makesKey: Bool { method.hasSuffix("CreateServiceAccountKey") }
}
