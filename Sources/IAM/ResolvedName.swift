/// What the form of a caller's name tells.
struct ResolvedName {
  var kind: Principal.Kind
  var member: Member?
  var serviceAccount: ServiceAccountEmail?

  /// - Parameter name: As the log has it, hence hostile; possibly empty.
  init(_ name: String) {
    if let account = Self.account(in: name) {
      self.init(account: account)
    } else if name.isEmpty || name == "anonymous" {
      self.init(kind: .anonymous)
    } else if let subject = name.dropping(prefix: "spiffe://") {
      self.init(federated: subject, prefix: "principal://")
    } else if let subject = name.dropping(prefix: "principal://") {
      self.init(federated: subject, prefix: "principal://")
    } else if let subject = name.dropping(prefix: "principalSet://") {
      self.init(federated: subject, prefix: "principalSet://")
    } else if name.begins(with: "deleted:") {
      self.init(kind: .deleted, member: Member(name))
    } else {
      self.init(kind: .kubernetes)
    }
  }

  /// The service account that a caller is; `nil` if it is none.
  static func serviceAccount(named name: String) -> ServiceAccountEmail? {
    account(in: name).flatMap { EmailAddress($0.asciiLowercased) }.flatMap(ServiceAccountEmail.init)
  }

  /// What may be an account's address in a name; `nil` if the name has the form of something else.
  private static func account(in name: String) -> String? {
    if name.isEmpty || name == "anonymous" { return nil }
    guard name.hasByte(":") else { return name }
    if otherForms.contains(where: { name.begins(with: $0) }) { return nil }
    // The prefix in a log is not to be trusted: entries call service accounts users, and users
    // service accounts. The address decides.
    let bare = name.dropping(prefix: "serviceAccount:") ?? name.dropping(prefix: "user:")
    return bare.map(String.init) ?? name
  }

  private static let otherForms = [
    "spiffe://", "principal://", "principalSet://", "deleted:", "system:",
  ]

  private init(
    kind: Principal.Kind, member: Member? = nil, serviceAccount: ServiceAccountEmail? = nil
  ) {
    self.kind = kind
    self.member = member
    self.serviceAccount = serviceAccount
  }

  /// Whether something stands on both sides of the one at sign, and nowhere a colon.
  private static func isAddress(_ name: Substring) -> Bool {
    let view = name.utf8
    let bytes = view.span
    guard let sign = bytes.offset(of: "@"), bytes.offset(of: "@", from: sign + 1) == nil else {
      return false
    }
    return sign > 0 && sign + 1 < bytes.count && bytes.offset(of: ":") == nil
  }

  private init(federated subject: Substring, prefix: String) {
    let federated = FederatedName(subject)
    self.init(
      kind: federated?.isAgentIdentity == true ? .agentIdentity : .federated,
      member: federated.flatMap { Member(prefix + $0.normalized) })
  }

  private init(account name: String) {
    // An address in the narrow form has no brackets, and fits all that is asked of others.
    guard let address = EmailAddress(name.asciiLowercased) else {
      self.init(unusualAccount: name)
      return
    }
    guard let serviceAccount = ServiceAccountEmail(address) else {
      self.init(kind: .user, member: Member(address, isServiceAccount: false))
      return
    }
    self.init(
      kind: serviceAccount.isServiceAgent ? .serviceAgent : .serviceAccount,
      member: Member(address, isServiceAccount: true), serviceAccount: serviceAccount)
  }

  private init(unusualAccount name: String) {
    if name.hasByte("["), name.before("[").dropping(suffix: ".svc.id.goog") != nil {
      self.init(kind: .gkeWorkload, member: Member("serviceAccount:\(name)"))
    } else if Self.isAddress(name[...]), !name.hasDots(3) {
      self.init(kind: .user)
    } else {
      self.init(kind: .unresolved)
    }
  }
}
