/// A condition that limits when a binding holds.
///
/// - Source: https://cloud.google.com/iam/docs/conditions-overview
package struct GrantCondition: Hashable, Sendable {
  /// At most 100 bytes.
  package let title: String
  package let description: String
  /// In the Common Expression Language.
  package let expression: String
  /// When it stops to hold, RFC 3339 in UTC; `nil` if it does not look at the time.
  package let expiry: String?

  /// Lets a binding expire.
  ///
  /// - Parameter moment: RFC 3339 in UTC, such as `2026-12-01T00:00:00Z`; from this program's own
  ///   clock or options, never from a log.
  package init(until moment: String) {
    title = "until \(moment)"
    description = "Suggested by denials-report for the time until \(moment)"
    expression = Self.expression(until: moment)
    expiry = moment
  }

  /// A condition of any other kind.
  init(title: String, description: String, expression: String) {
    (self.title, self.description, self.expression) = (title, description, expression)
    expiry = nil
  }

  fileprivate static func expression(until moment: String) -> String {
    "request.time < timestamp(\"\(moment)\")"
  }

  /// What `--condition` takes: pairs, with a separator that none of them holds.
  ///
  /// - Source: `gcloud topic escaping`
  var flagValue: String {
    let pairs = ["expression=\(expression)", "title=\(title)", "description=\(description)"]
    guard pairs.contains(where: { $0.hasByte(",") }) else { return pairs.joined(separator: ",") }
    let separator = Self.separators.first { separator in
      !pairs.contains { $0.contains(separator) }
    }
    let chosen = separator ?? "^"
    return "^\(chosen)^" + pairs.joined(separator: chosen)
  }

  private static let separators = ["|", ";", "#", "::::"]
}

extension BindingTarget {
  /// A condition that makes a binding on the project hold for this resource alone and until then.
  ///
  /// `nil` if conditions on projects cannot tell the resource by its name.
  ///
  /// - Source: https://cloud.google.com/iam/docs/conditions-resource-attributes
  package func projectCondition(until moment: String) -> String? {
    guard type.facts.condition == .onProjectByName, project != nil else { return nil }
    // A name that merely begins alike is another resource.
    return
      "(resource.name == \"\(relativeName)\" || resource.name.startsWith(\"\(relativeName)/\"))"
      + " && " + GrantCondition.expression(until: moment)
  }
}
