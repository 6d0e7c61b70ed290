package import AuditLog
package import IAM

/// What is wrong with a role catalogue.
package enum RoleCatalogFault: Error, Hashable, Sendable {
  /// A document that is no JSON, or is cut off.
  case notJSON(LogEntryError)
  /// A document that is JSON, but neither a page of roles nor a role.
  case notARole
  /// A document in which the API says what went wrong, in its words.
  case errorAnswer(String)
  case tooLarge(RoleCatalogLimit)
  /// Nothing at all.
  case noRole
  /// None of so many roles says what it holds.
  case basicView(roleCount: Int)
  /// The last page names a next one.
  case missingPage
}

extension RoleCatalogFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notJSON(let error): "\(error)"
    case .notARole:
      "neither a role nor a page of roles as IAM's roles.list gives them; \(Self.remedy)"
    case .errorAnswer(let message): "an error that the IAM API answered: \(message); \(Self.remedy)"
    case .tooLarge(let limit): "\(limit), which is more than is read"
    case .noRole: "no role in it; \(Self.remedy)"
    case .basicView(let roleCount):
      "none of its \(roleCount) roles says what it includes, as gcloud iam roles list leaves that "
        + "out; \(Self.remedy)"
    case .missingPage: "its last page names a next one, which is missing; \(Self.remedy)"
    }
  }

  private static let remedy =
    "make it by scripts/refresh-role-catalog, or by roles.list with view=FULL"
}
