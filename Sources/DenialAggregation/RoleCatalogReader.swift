import AuditLog
package import IAM

/// Reads the roles of documents, one document after another, whatever shape each has:
///
///     {"roles": [{"name": "roles/run.invoker", …}, …], "nextPageToken": "…"}   a page of the IAM API
///     {"name": "roles/run.invoker", "includedPermissions": […], …}             one role
///
/// - Source: https://cloud.google.com/iam/docs/reference/rest/v1/roles/list
package struct RoleCatalogReader: Sendable {
  private var builder = RoleCatalogBuilder()
  private var lastDocumentHasNextPage = false

  package init() {}

  /// Reads one document.
  ///
  /// - Throws: What is wrong with the document.
  package mutating func read(_ document: Span<UInt8>) throws(RoleCatalogFault) {
    do {
      try readThrowing(document)
    } catch let fault as RoleCatalogFault {
      throw fault
    } catch let error as LogEntryError {
      throw .notJSON(error)
    } catch let limit as RoleCatalogLimit {
      throw .tooLarge(limit)
    } catch {
      preconditionFailure("an error that nothing throws: \(error)")
    }
  }

  /// The catalogue.
  ///
  /// - Throws: What is wrong with all of it.
  package consuming func finish() throws(RoleCatalogFault) -> RoleCatalog {
    guard builder.roleCount > 0 else { throw .noRole }
    guard builder.hasContents else { throw .basicView(roleCount: builder.roleCount) }
    guard !lastDocumentHasNextPage else { throw .missingPage }
    return builder.finish()
  }

  private mutating func readThrowing(_ document: Span<UInt8>) throws {
    var scanner = JSONScanner()
    guard try scanner.enterObject(in: document) else { throw RoleCatalogFault.notARole }
    lastDocumentHasNextPage = false
    var role = RoleCatalogBuilder.Entry()
    var isRole = false
    while let key = try scanner.nextKey(in: document) {
      switch key.string(in: document) {
      case "roles":
        guard try scanner.enterArray(in: document) else { throw RoleCatalogFault.notARole }
        while try scanner.nextElement(in: document) { try readRole(&scanner, in: document) }
      case "nextPageToken":
        let token = try JSONValue(from: &scanner, in: document).string ?? ""
        lastDocumentHasNextPage = !token.isEmpty
      case "error":
        let message = try JSONValue(from: &scanner, in: document)["message"]?.string
        throw RoleCatalogFault.errorAnswer(Self.plain(message ?? "no message"))
      case let name:
        isRole = true
        try readField(name, of: &role, &scanner, in: document)
      }
    }
    try scanner.finish(in: document)
    // A page without roles is {}.
    if isRole { try add(role) }
  }

  /// As much of a message as may go to a terminal, with `?` for what is not plain ASCII.
  private static func plain(_ message: String) -> String {
    let bytes = message.utf8.prefix(200).map { (0x20...0x7e).contains($0) ? $0 : UInt8(ascii: "?") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func readRole(_ scanner: inout JSONScanner, in document: Span<UInt8>) throws {
    guard try scanner.enterObject(in: document) else { throw RoleCatalogFault.notARole }
    var role = RoleCatalogBuilder.Entry()
    while let key = try scanner.nextKey(in: document) {
      try readField(key.string(in: document), of: &role, &scanner, in: document)
    }
    try add(role)
  }

  private mutating func add(_ role: RoleCatalogBuilder.Entry) throws {
    guard role.name.contains("roles/") else { throw RoleCatalogFault.notARole }
    try builder.add(role)
  }

  private mutating func readField(
    _ name: String, of role: inout RoleCatalogBuilder.Entry, _ scanner: inout JSONScanner,
    in document: Span<UInt8>
  ) throws {
    switch name {
    case "includedPermissions":
      guard try scanner.enterArray(in: document) else { throw RoleCatalogFault.notARole }
      while try scanner.nextElement(in: document) {
        guard let text = try JSONValue(from: &scanner, in: document).string,
          let number = try builder.number(of: text)
        else {
          role.hasUnreadable = true
          continue
        }
        role.permissions.append(number)
      }
    case "name": role.name = try JSONValue(from: &scanner, in: document).string ?? ""
    case "title": role.title = try JSONValue(from: &scanner, in: document).string ?? ""
    case "description":
      role.description = try JSONValue(from: &scanner, in: document).string ?? ""
    case "stage": role.stage = try JSONValue(from: &scanner, in: document).string ?? ""
    case "deleted": role.isDeleted = try JSONValue(from: &scanner, in: document).bool ?? false
    default: try scanner.skipValue(in: document)
    }
  }
}
