/// A service perimeter by its full name, `accessPolicies/POLICY/servicePerimeters/PERIMETER`.
///
/// - Source: https://cloud.google.com/access-context-manager/docs/reference/rest/v1/accessPolicies.servicePerimeters
package struct PerimeterName: Hashable, Sendable {
  /// The number of the access policy.
  package let policy: String
  /// The short name, which commands take.
  package let perimeter: String

  /// Reads a full name; `nil` for any other text.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  package init?(_ text: String) {
    guard let (policy, name) = Self.parts(of: text, collection: "servicePerimeters") else {
      return nil
    }
    (self.policy, perimeter) = (policy, name)
  }

  /// The name of an access level, checked; `nil` if it is none of this perimeter's policy.
  package func accessLevel(_ text: String) -> String? {
    let parts = Self.parts(of: text, collection: "accessLevels")
    return parts?.policy == policy ? text : nil
  }

  private static func parts(
    of text: String, collection: String
  ) -> (policy: String, name: String)? {
    let parts = text.parts(at: "/", maxSplits: 4)
    guard parts.count == 4, parts[0] == "accessPolicies", parts[2] == collection,
      parts[1].consists(of: \.isDigit), parts[1].utf8.count <= 20, isShortName(parts[3])
    else { return nil }
    return (String(parts[1]), String(parts[3]))
  }

  /// A letter, then letters, digits and underscores: up to 50 in all.
  private static func isShortName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first.isLowercaseLetter || first.isUppercaseLetter else {
      return false
    }
    return text.utf8.count <= 50 && text.consists { $0.isAlphanumeric || $0.isASCII("_") }
  }
}

extension PerimeterName {
  /// Adds a service to those that networks inside the perimeter may use; `nil` for an unusual name.
  package func commandAllowing(service: String, isDryRun: Bool) -> String? {
    guard service.isDomainName, service.dropping(suffix: ".googleapis.com") != nil else {
      return nil
    }
    return [
      "gcloud access-context-manager perimeters\(isDryRun ? " dry-run" : "") update", perimeter,
      ShellWord.argument("--policy=\(policy)"),
      ShellWord.argument("--add-vpc-allowed-services=\(service)"),
    ].joined(separator: " ")
  }
}
