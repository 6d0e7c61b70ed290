/// A project as a log or a resource name gives it: an id such as `acme-prod`, or a number.
///
/// One project has both, and nothing in a log says which belong together. So an id compares with an
/// id and a number with a number only; see ``isKnownToDiffer(from:)``.
package struct ProjectReference: Hashable, Sendable, CustomStringConvertible {
  /// The id or the number, safe to put into a command.
  package let name: String
  /// Whether ``name`` is a number.
  package let isNumber: Bool

  /// Reads an id, a domain-scoped id such as `example.com:proj`, or a number.
  ///
  /// Google gives out ids of 6 to 30 characters; a few old projects have shorter ones. `nil` for
  /// everything else, `_` and `-` (any project) among it.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  /// - Source: https://cloud.google.com/resource-manager/docs/creating-managing-projects
  package init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// The same of a whole string, which is what nearly all come as.
  package init?(_ text: String) {
    isNumber = text.consists(of: \.isDigit)
    guard isNumber ? Self.isNumber(text) : Self.isID(text) else { return nil }
    name = text
  }

  package var description: String { name }

  /// Whether the two are certainly not the same project.
  ///
  /// False for an id and a number, which may well be the same.
  package func isKnownToDiffer(from other: ProjectReference) -> Bool {
    isNumber == other.isNumber && name != other.name
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 20 && !text.begins(with: "0")
  }

  private static func isID(_ text: String) -> Bool {
    guard text.hasByte(":") else { return isPlainID(text[...]) }
    let parts = text.parts(at: ":")
    return parts.count == 2 && parts[0].isDomainName && isPlainID(parts[1])
  }

  /// Whether this is a project id without a domain.
  private static func isPlainID(_ text: Substring) -> Bool {
    text.utf8.count <= 30 && text.utf8.first?.isLowercaseLetter == true && text.isDomainLabel
  }
}

extension ProjectReference: Comparable {
  package static func < (left: ProjectReference, right: ProjectReference) -> Bool {
    left.name < right.name
  }
}
