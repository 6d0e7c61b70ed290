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
  package init?(_ text: Substring) {
    let view = text.utf8
    guard let isNumber = Self.isNumber(view.span) else { return nil }
    (name, self.isNumber) = (String(text), isNumber)
  }

  /// The same of a whole string.
  package init?(_ text: String) {
    guard let isNumber = Self.isNumber(text.utf8.span) else { return nil }
    (name, self.isNumber) = (text, isNumber)
  }

  package var description: String { name }

  /// Whether the two are certainly not the same project.
  ///
  /// False for an id and a number, which may well be the same.
  package func isKnownToDiffer(from other: ProjectReference) -> Bool {
    isNumber == other.isNumber && name != other.name
  }

  /// Whether this is a number and no id; `nil` if it is neither.
  private static func isNumber(_ text: Span<UInt8>) -> Bool? {
    if text.isEmpty { return nil }
    if text.allPass(\.isDigit) { return text.count <= 20 && !text[0].isASCII("0") ? true : nil }
    return isID(text) ? false : nil
  }

  private static func isID(_ text: Span<UInt8>) -> Bool {
    guard let colon = text.offset(of: ":") else { return isPlainID(text) }
    return text.extracting(..<colon).isDomainName && isPlainID(text.extracting((colon + 1)...))
  }

  /// Whether this is a project id without a domain.
  private static func isPlainID(_ text: Span<UInt8>) -> Bool {
    (1...30).contains(text.count) && text[0].isLowercaseLetter && text.offset(of: ".") == nil
      && text.hasDomainLabels
  }
}

extension ProjectReference: Comparable {
  package static func < (left: ProjectReference, right: ProjectReference) -> Bool {
    left.name < right.name
  }
}
