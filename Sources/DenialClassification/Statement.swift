/// One thing that an entry says about who called, what for and where, and the place that says it.
package struct Statement: Hashable, Sendable {
  package let subject: Subject
  /// As the log has it, secrets masked and its length limited: hostile text.
  package let value: String
  /// The JSON path of the value, in the names of Cloud Logging's API whatever an exporter made of
  /// them; empty for what follows from other values.
  package let path: String
  /// What else there is to know of it, a clause; often empty.
  package let note: String

  init(_ subject: Subject, _ value: String, path: String, note: String = "") {
    self.subject = subject
    self.value = Denial.limited(value)
    self.path = path
    self.note = note
  }

  /// What a statement is about; the raw value is what machine formats print.
  package enum Subject: String, CaseIterable, Hashable, Sendable {
    case status, message, reason, service, method, principal, member, homeProject, permission
    case project, resource, serviceAccount, quotaProject, perimeter, violationReason, vpcScId
    case dryRun, direction, source, target, accessLevel, deviceState, callerNetwork
    case quotaMetric, quotaLimit, quotaLimitValue, quotaUnit
    case quotaPeriod, quotaModel, quotaLocation, quotaDimension
    case callerIP = "callerIp"
    case userAgent, key
    case oauthClientID = "oauthClientId"
    case delegation, operation, split

    /// One to three words for a terminal.
    package var title: String {
      switch self {
      case .status: "status"
      case .message: "message"
      case .reason: "reason"
      case .service: "service"
      case .method: "method"
      case .principal: "principal"
      case .member: "member"
      case .homeProject: "home project"
      case .permission: "permission"
      case .project: "project"
      case .resource: "resource"
      case .serviceAccount: "account"
      case .quotaProject: "quota project"
      case .perimeter: "perimeter"
      case .violationReason: "violation"
      case .vpcScId: "unique id"
      case .dryRun: "dry run"
      case .direction: "direction"
      case .source: "source"
      case .target: "target"
      case .accessLevel: "access level"
      case .deviceState: "device state"
      case .callerNetwork: "network"
      case .quotaMetric: "quota metric"
      case .quotaLimit: "quota limit"
      case .quotaLimitValue: "limit value"
      case .quotaUnit: "quota unit"
      case .quotaPeriod: "quota period"
      case .quotaModel: "model"
      case .quotaLocation: "location"
      case .quotaDimension: "dimension"
      case .callerIP: "caller IP"
      case .userAgent: "user agent"
      case .key: "key"
      case .oauthClientID: "OAuth client"
      case .delegation: "delegation"
      case .operation: "operation"
      case .split: "split entry"
      }
    }
  }
}

/// Statements under way: those without a value are not made.
struct StatementList {
  private(set) var statements: [Statement] = []

  mutating func add(
    _ subject: Statement.Subject, _ value: String?, path: String, note: String = ""
  ) {
    guard let value, !value.isEmpty else { return }
    statements.append(Statement(subject, value, path: path, note: note))
  }
}
