import AuditLog
import DenialClassification
import IAM

/// What makes denials one finding: principal, code, cause, service, project, permissions; and for
/// callers without a name, who they may have been.
struct FindingIdentity: Hashable, Sendable {
  private(set) var group: PrincipalGroup
  var cause: DenialCause
  private var exactName: ExactText
  private let exactService: ExactText
  private var exactProject: ExactText
  private var exactPermissions: [ExactText]
  private var exactCaller: [ExactText]?

  /// The identity that a table holds by numbers.
  ///
  /// Of a redacted caller, `caller` has IP address, OAuth client and user agent; else nothing.
  init(
    group: PrincipalGroup, name: String, cause: DenialCause, service: String, project: String,
    permissions: [String], caller: [String]
  ) {
    (self.group, self.cause) = (group, cause)
    (exactName, exactService) = (ExactText(name), ExactText(service))
    exactProject = ExactText(project)
    exactPermissions = permissions.map(ExactText.init)
    exactCaller = caller.isEmpty ? nil : caller.map(ExactText.init)
  }

  init(_ denial: Denial) {
    let principal = denial.caller.principal
    (group, exactName) = Self.named(principal)
    if principal.name.isEmpty { group = PrincipalGroup(denial, principal) }
    cause = denial.cause
    exactService = ExactText(denial.service)
    exactProject = ExactText(denial.project)
    exactPermissions = denial.permissions.map(ExactText.init)
    exactCaller =
      group == .redacted
      ? [denial.callerIP, denial.oauthClientID, UserAgent.shown(denial.userAgent)]
        .map(ExactText.init) : nil
  }

  /// The name of ``PrincipalGroup/named`` callers; empty for the groups.
  var name: String { exactName.string }
  var service: String { exactService.string }
  var project: String {
    get { exactProject.string }
    set { exactProject = ExactText(newValue) }
  }
  /// Sorted.
  var permissions: [String] {
    get { exactPermissions.map(\.string) }
    set { exactPermissions = newValue.map(ExactText.init) }
  }

  /// Takes the name of a caller from another entry of the same call.
  mutating func takeCaller(from other: FindingIdentity) {
    (group, exactName, exactCaller) = (other.group, other.exactName, other.exactCaller)
  }

  /// Takes a caller that has a name.
  mutating func takeCaller(_ principal: Principal) {
    (group, exactName) = Self.named(principal)
    exactCaller = nil
  }

  /// Gives up a name that no entry will tell: it is hidden or never was.
  ///
  /// - Parameter caller: IP address, OAuth client and user agent as shown.
  mutating func becomeNameless(caller: [String]) {
    group = cause.isOfCredentials ? .anonymous : .redacted
    exactCaller = group == .redacted ? caller.map(ExactText.init) : nil
  }

  /// The group and the name of a caller, who has one.
  static func named(_ principal: Principal) -> (PrincipalGroup, ExactText) {
    let group = PrincipalGroup(nameOf: principal)
    // A person's address means the same in any case; the member has it as IAM does.
    return (
      group, ExactText(group == .named ? principal.member?.email ?? principal.name : "")
    )
  }

  /// IP address, OAuth client and user agent of a redacted caller, or nothing.
  var caller: [String] { (exactCaller ?? []).map(\.string) }

  /// Who a redacted caller may have been.
  var redactedCaller: Caller? {
    exactCaller.map { parts in
      Caller(
        ip: parts[0].string.nonEmpty, oauthClientID: parts[1].string.nonEmpty,
        userAgent: parts[2].string.nonEmpty)
    }
  }

  /// The principal as reports show it.
  var principalName: String { group == .named ? name : group.rawValue }

  /// What the form of the name says; nothing for the groups.
  var principal: Principal { Principal(shownAs: name) }

  /// The same on every machine and in every run.
  var id: String { hash.longHexDigits }

  /// What ``id`` writes down.
  var hash: StableHash {
    var hash = StableHash()
    for text in [principalName, "\(cause.code.rawValue)", cause.rawValue, service, project] {
      hash.combine(text)
    }
    for permission in permissions { hash.combine(permission) }
    for part in exactCaller ?? [] { hash.combine(part.string) }
    return hash
  }
}

extension Principal {
  /// What the form of a name says that findings have.
  init(shownAs name: String) { self.init(email: name, subject: "", mappedPrincipal: "") }
}

/// Callers that have a name, and the three groups of those that have none.
///
/// The groups mean different things: hidden for privacy, never authenticated, and named only in
/// another entry that is not here.
enum PrincipalGroup: String, Hashable, Sendable {
  case named
  case redacted = "(redacted)"
  case anonymous = "(anonymous)"
  case unknown = "(unknown)"

  /// The group of a caller who has a name.
  init(nameOf principal: Principal) {
    // A name that looks like a group, which only a forged log has, must not be a second group.
    self =
      Self(rawValue: principal.name) ?? (principal.kind == .anonymous ? .anonymous : .named)
  }

  init(_ denial: Denial, _ principal: Principal) {
    if principal.name.isEmpty {
      self.init(nameless: denial)
    } else {
      self.init(nameOf: principal)
    }
  }

  /// The group of a caller whom the entry does not name.
  init(nameless denial: borrowing Denial) {
    if denial.operation.map({ $0.isFirst != $0.isLast }) ?? false || denial.split != nil {
      self = .unknown
    } else {
      self = denial.cause.isOfCredentials ? .anonymous : .redacted
    }
  }

  /// What machine formats print as the kind of principal.
  var kind: String { String(rawValue.filter { $0 != "(" && $0 != ")" }) }
}

extension DenialCause {
  /// Whether it says that the caller was never identified.
  var isOfCredentials: Bool {
    switch self {
    case .apiKeyExpired, .apiKeyInvalid, .apiKeyRestricted, .credentialsMissing,
      .credentialsExpired, .credentialsInvalid, .credentialsUnspecified:
      true
    default: false
    }
  }
}
