/// A service account as a resource: its e-mail address, or the unique id that logs often have.
package struct ServiceAccountReference: Hashable, Sendable, CustomStringConvertible {
  /// The address or the id, safe to put into a command.
  package let name: String
  /// The address; `nil` for a unique id.
  package let email: String?
  /// The project in the address, if it names one.
  package let homeProject: ProjectReference?

  /// Reads an address under `gserviceaccount.com`, or 15 to 25 digits; `nil` for all else.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    if text.consists(of: \.isDigit), (15...25).contains(text.utf8.count) {
      email = nil
      homeProject = nil
    } else {
      let address = EmailAddress(text)
      guard let account = address.flatMap(ServiceAccountEmail.init) else { return nil }
      email = text
      homeProject = account.homeProject
    }
    name = text
  }

  package var description: String { name }
}

extension ServiceAccountReference: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}
