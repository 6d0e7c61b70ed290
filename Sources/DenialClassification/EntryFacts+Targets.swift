import AuditLog
import IAM

/// What was refused: the resource, its project, and the account or quota project in the way.
extension EntryFacts {
  /// The resource of the check that was refused, else the one that the service or the call names.
  var resource: String {
    if !denied.resource.isEmpty { return denied.resource }
    if let named = errorInfo?.metadata["resource"]?.string, !named.isEmpty { return named }
    return payload.resourceName
  }

  /// The places that may name the project of the resource, the most exact first.
  enum ProjectPlace: CaseIterable {
    case refusedCheck, errorInfo, resourceLabel, resourceName, logName

    static let all = allCases
  }

  /// The project that a place names, if it names one.
  func project(in place: ProjectPlace) -> ProjectReference? {
    switch place {
    case .refusedCheck: ResourceName(denied.resource).project
    case .errorInfo: ResourceName(errorInfo?.metadata["resource"]?.string ?? "").project
    case .resourceLabel: ProjectReference(entry.resourceLabels["project_id"]?.string ?? "")
    case .resourceName: ResourceName(payload.resourceName).project
    case .logName: ResourceName(entry.logName).project
    }
  }

  /// The project that the most exact place names, of those that name one.
  var firstProject: ProjectReference? {
    for place in ProjectPlace.all {
      if let project = project(in: place) { return project }
    }
    return nil
  }

  /// The caller, or whoever the message names as lacking the permission.
  static func caller(
    of payload: AuditPayload, namedSubject: String?
  ) -> Denial.CallerIdentity {
    let authentication = payload.authentication
    if let namedSubject, !namedSubject.isEqualIgnoringCase(authentication.principalEmail) {
      return Denial.CallerIdentity(email: namedSubject, subject: "", mappedPrincipal: "")
    }
    return Denial.CallerIdentity(
      email: authentication.principalEmail, subject: authentication.principalSubject,
      mappedPrincipal: mappedPrincipal(in: payload.metadata))
  }

  private static func mappedPrincipal(in metadata: JSONValue) -> String {
    guard case .object = metadata else { return "" }
    return metadata.first(of: "mapped_principal", "mappedPrincipal")?.string ?? ""
  }

  /// The service account that the caller wanted to act as or to impersonate; empty if unknown.
  func serviceAccount(for cause: DenialCause) -> String {
    guard cause == .actAs || cause == .impersonation else { return "" }
    let names = [denied.resource, payload.requestName, payload.resourceName]
    let accounts = names.compactMap { ResourceName($0).serviceAccount }
    let label = entry.resourceLabels["email_id"]?.string ?? ""
    let email =
      accounts.compactMap(\.email).first
      ?? (label.isEmpty ? nil : ServiceAccountReference(label)?.email)
      ?? serviceAccountInMessage
    return email ?? accounts.first?.name ?? ""
  }

  /// The project after "to use project", or the consumer that the ErrorInfo names.
  var quotaProject: String {
    if let consumer = errorInfo?.metadata["consumer"]?.string,
      let project = ResourceName(consumer).project
    {
      return project.name
    }
    guard let rest = message.suffix(after: "to use project ") else {
      return targetProject?.name ?? ""
    }
    let word = rest.firstWord
    let name = word.last == "." || word.last == "," ? word.dropLast() : word
    return ProjectReference(name)?.name ?? ""
  }

  /// The id by which VPC Service Controls' tools find the refusal.
  var perimeterID: String {
    if let id = payload.metadata["vpcServiceControlsUniqueId"]?.string { return id }
    for violation in details.violations where violation.type == "VPC_SERVICE_CONTROLS" {
      if !violation.description.isEmpty { return violation.description }
    }
    for info in details.errorInfos where info.reason == "SECURITY_POLICY_VIOLATED" {
      if let id = info.metadata["uid"]?.string { return id }
    }
    let rest = message.suffix(after: "vpcServiceControlsUniqueIdentifier: ")
    return rest.map { String($0.firstWord) } ?? ""
  }

  /// The service account that the message names after "service account", or else first; never the
  /// caller.
  private var serviceAccountInMessage: String? {
    let rest = message.suffix(after: "service account") ?? message.original[...]
    for word in rest.split(whereSeparator: \.isWhitespace) {
      let trimmed = word.trimmingEnds { "'\"`.,:;()".unicodeScalars.contains($0) }
      if let email = ServiceAccountReference(trimmed)?.email,
        !email.isEqualIgnoringCase(caller.email)
      {
        return email
      }
    }
    return nil
  }
}

extension Substring {
  /// What stands before the first white space.
  ///
  /// Walking over characters takes a hundred times as long as over bytes, and up to a byte beyond
  /// ASCII both find the same.
  fileprivate var firstWord: Substring {
    let end = utf8.firstIndex { (9...13).contains($0) || $0 == ASCII.space || $0 >= 0x80 }
    guard let end else { return self }
    return utf8[end] < 0x80 ? self[..<end] : prefix { !$0.isWhitespace }
  }

  /// Without the scalars at both ends that `isTrimmed` names.
  fileprivate func trimmingEnds(_ isTrimmed: (Unicode.Scalar) -> Bool) -> Substring {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
    while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
    return Substring(scalars)
  }
}
