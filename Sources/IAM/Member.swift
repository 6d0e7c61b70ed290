/// A principal as a binding writes it, such as `user:alice@example.com`.
///
/// A value of this type has been checked against a narrow grammar, so that it may stand in a shell
/// command, in a Terraform template and in a table without a second look. There is no way to write
/// `allUsers`, `allAuthenticatedUsers` or `principalSet://goog/public:all`.
///
/// - Source: https://cloud.google.com/iam/docs/principal-identifiers
public struct Member: Hashable, Sendable, CustomStringConvertible {
  /// The member with its prefix, at most ``byteLimit`` bytes of ASCII.
  public let text: String
  /// Which of the forms of a member this is.
  package let form: Form

  /// The forms of a member.
  package enum Form: Hashable, Sendable {
    case user, group, serviceAccount
    /// `serviceAccount:PROJECT.svc.id.goog[NAMESPACE/NAME]`, a workload on GKE.
    case gkeWorkload
    /// `principal://…`, one federated identity or one agent identity.
    case principal
    /// `principalSet://…`, many federated identities.
    case principalSet
    /// `deleted:…`, which a policy may still hold but nobody should add.
    case deleted
  }

  /// The longest member that is accepted.
  package static let byteLimit = 512

  /// Reads a member; `nil` if it does not fit the grammar. What that refuses gets no command.
  ///
  /// - Parameter text: From a log or from the command line, so possibly hostile.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.byteLimit, let form = Self.form(of: text) else { return nil }
    self.text = text
    self.form = form
  }

  /// An address with the prefix that it calls for; `nil` if that is too long.
  init?(_ address: EmailAddress, isServiceAccount: Bool) {
    text = (isServiceAccount ? "serviceAccount:" : "user:") + address.text
    form = isServiceAccount ? .serviceAccount : .user
    guard text.utf8.count <= Self.byteLimit else { return nil }
  }

  /// The same as ``text``.
  public var description: String { text }

  /// What the Console takes: an account without its prefix, all else as it is.
  package var consoleIdentifier: String {
    form == .gkeWorkload ? String(text.dropping(prefix: "serviceAccount:") ?? "") : email ?? text
  }

  /// The address of a user, a group or a service account.
  package var email: String? {
    switch form {
    case .user, .group, .serviceAccount:
      text.utf8.firstIndex(of: UInt8(ascii: ":")).map {
        String(text[text.utf8.index(after: $0)...])
      }
    case .gkeWorkload, .principal, .principalSet, .deleted: nil
    }
  }

  /// Whether it reaches a service account through Workload Identity, and so with that one role.
  package var usesWorkloadIdentity: Bool {
    switch form {
    case .gkeWorkload, .principal, .principalSet: true
    case .user, .group, .serviceAccount, .deleted: false
    }
  }
}

extension Member: Comparable {
  /// Orders members by their text.
  public static func < (left: Member, right: Member) -> Bool { left.text < right.text }
}

// MARK: - Grammar

extension Member {
  private static func form(of text: String) -> Form? {
    if let rest = text.dropping(prefix: "serviceAccount:") {
      if isGKEWorkload(rest) { return .gkeWorkload }
      guard let address = EmailAddress(String(rest)) else { return nil }
      return ServiceAccountEmail(address) == nil ? nil : .serviceAccount
    }
    if let rest = text.dropping(prefix: "user:") {
      guard let address = EmailAddress(String(rest)) else { return nil }
      return ServiceAccountEmail(address) == nil ? .user : nil
    }
    if let rest = text.dropping(prefix: "group:") {
      return EmailAddress(String(rest)) == nil ? nil : .group
    }
    if let rest = text.dropping(prefix: "principal://") {
      return FederatedName(rest)?.isOneIdentity == true ? .principal : nil
    }
    if let rest = text.dropping(prefix: "principalSet://") {
      return FederatedName(rest)?.isInPool == true ? .principalSet : nil
    }
    if let rest = text.dropping(prefix: "deleted:") { return isDeleted(rest) ? .deleted : nil }
    return nil
  }

  /// `PROJECT.svc.id.goog[NAMESPACE/NAME]`
  private static func isGKEWorkload(_ text: Substring) -> Bool {
    let parts = text.parts(at: "[")
    guard parts.count == 2, parts[0].isDomainName, parts[0].dropping(suffix: ".svc.id.goog") != nil
    else { return false }
    guard let names = parts[1].dropping(suffix: "]")?.parts(at: "/"), names.count == 2 else {
      return false
    }
    return names[0].isDomainLabel && (names[1].isDomainLabel || names[1].isDomainName)
  }

  /// `serviceAccount:ADDRESS?uid=NUMBER`, or the same for a user or a group.
  private static func isDeleted(_ text: Substring) -> Bool {
    let parts = text.parts(at: "?")
    guard parts.count == 2, let uid = parts[1].dropping(prefix: "uid="),
      uid.consists(of: \.isDigit)
    else { return false }
    return switch form(of: String(parts[0])) {
    case .user, .group, .serviceAccount: true
    case .gkeWorkload, .principal, .principalSet, .deleted, nil: false
    }
  }
}
