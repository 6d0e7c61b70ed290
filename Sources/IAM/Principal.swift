/// Who called: `authenticationInfo` of a log entry, and what follows from the form of the name.
///
/// - Source: https://cloud.google.com/iam/docs/principal-identifiers,
///   https://github.com/googleapis/googleapis/blob/master/google/cloud/audit/audit_log.proto
public struct Principal: Hashable, Sendable {
  /// The identifier as the log has it, hence hostile text; empty if there is none.
  ///
  /// The e-mail address; without one the mapped principal, if that is a `principal://` URI;
  /// without that the subject.
  public let name: String
  /// What the form of ``name`` says about the caller.
  public let kind: Kind
  /// The caller as a binding writes it; `nil` if no binding can name it, or no command should.
  public let member: Member?
  /// The project that the caller belongs to; only service accounts have one in their name.
  package let homeProject: ProjectReference?

  private let isBigQueryConnection: Bool

  /// The kinds of callers; the raw value is what machine formats print.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case user
    case serviceAccount
    /// An account that Google owns and uses for a project.
    case serviceAgent
    /// A member of a workload or workforce identity pool.
    case federated
    /// A Kubernetes service account on GKE, in the form with brackets.
    case gkeWorkload
    /// An agent with an identity of its own, such as one on Vertex AI Agent Engine.
    case agentIdentity
    case deleted
    /// A subject of a cluster, `system:…`: not an IAM principal.
    case kubernetes
    /// No identity: unauthenticated, an API key, or a redacted e-mail address.
    case anonymous
    /// A name that no rule explains.
    case unresolved
  }

  /// - Parameters:
  ///   - email: `authenticationInfo.principalEmail`, or empty.
  ///   - subject: `authenticationInfo.principalSubject`, or empty.
  ///   - mappedPrincipal: `metadata.mapped_principal` of a token exchange, or empty.
  package init(email: String, subject: String, mappedPrincipal: String) {
    name = Self.name(email: email, subject: subject, mappedPrincipal: mappedPrincipal)
    let resolved = ResolvedName(name)
    kind = resolved.kind
    member = resolved.member
    homeProject = resolved.serviceAccount?.homeProject
    isBigQueryConnection = resolved.serviceAccount?.isBigQueryConnection == true
  }

  /// What ``homeProject`` is of a principal with such a name, worked out without the rest of it.
  package static func homeProject(named name: String) -> ProjectReference? {
    ResolvedName.serviceAccount(named: name)?.homeProject
  }

  /// Which of the names that a log has for a caller is the ``name``: all else follows from that one.
  package static func name(email: String, subject: String, mappedPrincipal: String) -> String {
    if !email.isEmpty { return email }
    return mappedPrincipal.begins(with: "principal://") ? mappedPrincipal : subject
  }

  /// Whether a name is an address that a member has just as it is: in lower case, and without
  /// anything unusual.
  ///
  /// So it mostly is, and this takes a small part of what a principal takes to read.
  package static func isPlainAddress(_ name: String) -> Bool {
    guard EmailAddress(name) != nil else { return false }
    return name.utf8.span.allPass { !($0 &- UInt8(ascii: "A") < 26) }
  }

  /// Whether a binding for this caller may be rendered.
  public var isBindable: Bool {
    guard member != nil else { return false }
    return switch kind {
    case .user, .serviceAccount, .federated, .gkeWorkload, .agentIdentity: true
    case .serviceAgent: isBigQueryConnection
    case .deleted, .kubernetes, .anonymous, .unresolved: false
    }
  }

  /// Advice in words, where the kind of caller calls for some.
  public var note: String? {
    switch kind {
    case .serviceAgent:
      if isBigQueryConnection { return Self.connectionNote }
      return Self.serviceAgentNote
    case .deleted: return "The account was deleted: fix the caller, do not grant a role to it."
    case .kubernetes: return "A subject of a Kubernetes cluster: use RBAC there, not an IAM role."
    case .anonymous:
      return "The log names no caller: it was not authenticated, used an API key, or its e-mail "
        + "address is redacted. Never grant a role to allUsers for it."
    case .unresolved: return Self.unresolvedNote(for: name)
    case .user, .serviceAccount, .federated, .gkeWorkload, .agentIdentity:
      return member == nil ? Self.unusualNote : nil
    }
  }

  private static let serviceAgentNote =
    "A service agent, owned by Google: it usually fails because its own role was removed. See "
    + "which role it should have at https://cloud.google.com/iam/docs/service-agents and grant "
    + "that again; gcloud beta services identity create makes a missing agent."
  private static let connectionNote =
    "The service account of a BigQuery connection: it starts without roles, and granting it one "
    + "on the project is the documented way."
  private static let unusualNote =
    "The name holds characters that this tool puts into no command: grant the role by hand."

  private static func unresolvedNote(for name: String) -> String {
    name.hasDots(3)
      ? "The log shows only a part of the e-mail address: find out who it is first."
      : "Not a name that IAM knows. If it is the subject of an outside identity provider, look "
        + "for metadata.mapped_principal in the log of the token exchange."
  }
}
