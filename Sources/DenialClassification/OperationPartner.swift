package import AuditLog
import IAM

/// What one half of a long-running call lends the other, if that one was refused.
///
/// Strings are limited and masked as in ``Denial``.
package struct OperationPartner: Hashable, Sendable {
  package var operation: Denial.Operation
  package var timestamp: Timestamp?
  package var caller: Denial.CallerIdentity
  package var callerIP = ""
  package var userAgent = ""
  package var key = ""
  package var oauthClientID = ""
  /// Checked and not granted, in IAM's spelling, sorted, each once.
  package var permissions: [String] = []
  /// The resource of the first check that was not granted.
  package var resource = ""
  /// Where the first permission stands in the partner.
  package var permissionPath = ""

  package init(
    operation: Denial.Operation, timestamp: Timestamp?, caller: Denial.CallerIdentity
  ) {
    (self.operation, self.timestamp, self.caller) = (operation, timestamp, caller)
  }

  /// What a half that is no denial lends.
  package init(_ half: OperationHalf) {
    let names = half.authentication
    let checks = NotGrantedChecks(half.authorization, spelling: JudgeMemory.spelling)
    self.init(
      operation: Denial.Operation(
        id: Denial.limited(half.operation.id), producer: Denial.limited(half.operation.producer),
        isFirst: half.operation.isFirst, isLast: half.operation.isLast),
      timestamp: half.timestamp,
      caller: Denial.CallerIdentity(
        email: Denial.limited(names.principalEmail),
        subject: Denial.limited(names.principalSubject), mappedPrincipal: ""))
    callerIP = Denial.limited(half.callerIP)
    userAgent = Denial.limited(half.userAgent)
    key = Denial.limited(names.serviceAccountKeyName)
    oauthClientID = Denial.limited(names.oauthClientID)
    permissions = checks.found.names.map(Denial.limited)
    resource = Denial.limited(checks.resource)
    permissionPath = checks.firstPath
  }

  /// What a denial lends that itself does not count, because of its time.
  package init?(_ denial: Denial) {
    guard let operation = denial.operation, operation.isFirst != operation.isLast else {
      return nil
    }
    self.init(operation: operation, timestamp: denial.timestamp, caller: denial.caller)
    (callerIP, userAgent) = (denial.callerIP, denial.userAgent)
    (key, oauthClientID) = (denial.key, denial.oauthClientID)
    permissions = denial.permissionsAreInferred ? [] : denial.permissions
    resource = denial.resource
    permissionPath = denial.evidence.path
  }

  /// A hash of everything in it, the same on every machine.
  package var contentHash: UInt64 {
    var hash = StableHash()
    for text in [
      operation.id, operation.producer, "\(operation.isFirst) \(operation.isLast)",
      "\(timestamp?.nanosecondsSince1970 ?? 0)", caller.email, caller.subject,
      caller.mappedPrincipal, callerIP, userAgent, key, oauthClientID, resource, permissionPath,
    ] + permissions {
      hash.combine(text)
    }
    return hash.value
  }
}

/// The checks that a log entry lists and does not say were granted.
struct NotGrantedChecks {
  private static let pathOfFirst = path(at: 0)

  private(set) var found = FoundPermissions()
  /// The resource of the first of them.
  private(set) var resource = ""
  /// Where the first of them stands.
  private(set) var firstPath = ""
  /// What the first of them is called in the log.
  private(set) var firstName = ""

  /// Looks at the first ``DeniedPermissions/checkLimit`` checks.
  ///
  /// A binding goes on one project: what was refused in another than the first is left out.
  init(_ checks: [AuthorizationInfo], spelling: (String) -> String) {
    // Nearly all entries have one such check, whose project says nothing.
    var firstResource: String?
    var project: ProjectReference?
    for index in 0..<min(checks.count, DeniedPermissions.checkLimit)
    where Self.isRefused(checks[index]) {
      let check = checks[index]
      if resource.isEmpty { resource = check.resource }
      guard !found.isEmpty else {
        firstPath = index == 0 ? Self.pathOfFirst : Self.path(at: index)
        (firstName, firstResource) = (check.permission, check.resource)
        found.insert(check.permission, spelled: spelling(check.permission))
        continue
      }
      if let name = firstResource.take() { project = ResourceName(name).project }
      let owner = ResourceName(check.resource).project
      if let owner, let project, owner.isKnownToDiffer(from: project) { continue }
      project = project ?? owner
      found.insert(check.permission, spelled: spelling(check.permission))
    }
  }

  private static func isRefused(_ check: AuthorizationInfo) -> Bool {
    check.granted != true && DeniedPermissions.isPermission(check.permission)
  }

  private static func path(at index: Int) -> String {
    "protoPayload.authorizationInfo[\(index)].permission"
  }
}
