/// An ingress or egress rule of a service perimeter, ready to be reviewed.
///
/// Every value in it fits a narrow grammar, and stands in double quotes, so that YAML reads back
/// just that. It names one caller, one service and its methods; it is never for all callers or all
/// services, and has no role.
///
/// - Source: https://cloud.google.com/vpc-service-controls/docs/ingress-egress-rules,
///   and the messages of Access Context Manager v1 in gcloud 528
package struct PerimeterRule: Hashable, Sendable {
  /// Which list of the perimeter it goes into.
  package enum Direction: String, Hashable, Sendable {
    case ingress, egress
  }

  /// Where calls may come from.
  package enum Source: Hashable, Sendable {
    /// A project by number, or a VPC network by its full name.
    case resource(String)
    case accessLevel(String)
    /// From anywhere: for ingress the access level `*`, for egress no restriction.
    case any
  }

  package let direction: Direction
  package let perimeter: PerimeterName
  let identity: Member
  package let source: Source
  let service: String
  package let selectors: [Selector]
  let targetProject: ProjectReference

  /// What a rule allows of a service.
  package enum Selector: Hashable, Sendable {
    case method(String)
    case permission(String)
    /// All methods.
    case all
  }

  /// The file for `--set-ingress-policies` or `--set-egress-policies`: a list of this one rule.
  package var yaml: String {
    let (from, to) = ("\(direction.rawValue)From", "\(direction.rawValue)To")
    var lines = ["- \(from):", "    identities:", "    - \(Self.quoted(identity.text))"]
    lines += sourceLines
    lines += ["  \(to):", "    operations:", "    - serviceName: \(Self.quoted(service))"]
    lines.append("      methodSelectors:")
    lines += selectors.map { selector in
      switch selector {
      case .method(let name): "      - method: \(Self.quoted(name))"
      case .permission(let name): "      - permission: \(Self.quoted(name))"
      case .all: #"      - method: "*""#
      }
    }
    lines += ["    resources:", "    - \(Self.quoted("projects/\(targetProject.name)"))"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var sourceLines: [String] {
    let line: String
    switch source {
    case .resource(let name): line = "    - resource: \(Self.quoted(name))"
    case .accessLevel(let name): line = "    - accessLevel: \(Self.quoted(name))"
    case .any:
      guard direction == .ingress else { return [] }
      line = #"    - accessLevel: "*""#
    }
    let restriction = "    sourceRestriction: SOURCE_RESTRICTION_ENABLED"
    return (direction == .egress ? [restriction] : []) + ["    sources:", line]
  }

  /// Grammar-checked text needs no escapes.
  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// Shows the rules that the perimeter has, which the file must hold as well.
  package func showCommand(isDryRun: Bool) -> String {
    let configuration = isDryRun ? "spec" : "status"
    return [
      "gcloud access-context-manager perimeters describe", perimeter.perimeter,
      ShellWord.argument("--policy=\(perimeter.policy)"),
      ShellWord.argument("--format=yaml(\(configuration).\(direction.rawValue)Policies)"),
    ].joined(separator: " ")
  }

  /// Replaces all rules of the direction by those in `FILE`.
  package func updateCommand(isDryRun: Bool) -> String {
    [
      "gcloud access-context-manager perimeters\(isDryRun ? " dry-run" : "") update",
      perimeter.perimeter, ShellWord.argument("--policy=\(perimeter.policy)"),
      "--set-\(direction.rawValue)-policies=FILE",
    ].joined(separator: " ")
  }
}
