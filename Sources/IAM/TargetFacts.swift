/// What is known of one kind of target: a row of the table.
///
/// In the texts `{name}` stands for a part of the resource's name, `{project}` for the project that
/// owns it, `{resource}` for its whole name.
///
/// - Source: https://cloud.google.com/iam/docs/resource-types-with-policies (which have a policy),
///   https://cloud.google.com/iam/docs/conditions-resource-attributes,
///   https://cloud.google.com/iam/help/conditions/resource-policies (which take conditions),
///   https://cloud.google.com/iam/docs/full-resource-names; commands were parsed by gcloud 528,
///   resources are of the google provider 6.50. Read in August 2026.
///
/// A class, so that looking a row up does not copy it.
final class TargetFacts: Sendable {
  let type: TargetType
  /// As a sentence says it, such as `bucket`.
  let noun: String
  /// For more than one.
  let nouns: String
  /// The service, without `.googleapis.com`.
  let service: String
  /// Such as `projects/{project}/topics/{topic}`.
  let pattern: ResourcePattern
  /// The name that reports show; a text with parts.
  let name: String
  let permissions: PermissionScope
  /// The command; `nil` if there is none that adds one binding.
  let command: String?
  let condition: ConditionSupport
  /// Such as `google_pubsub_topic_iam_member`.
  let terraform: String
  /// What identifies the resource there, in the order of the documentation.
  let arguments: [(name: String, value: String)]
  /// How to get to the place in the Google Cloud console where access is granted, a step each.
  let console: [String]

  /// Whether a binding may have a condition.
  enum ConditionSupport: Sendable {
    case taken
    /// Not on the resource itself, but on the project, where `resource.name` can tell it.
    case onProjectByName
    case refused
  }

  /// Which permissions are checked on the resource.
  enum PermissionScope: Sendable {
    /// All that are checked on it or inside it.
    case any
    /// Those of its own kind, but for those that are about the collection it is in; and those of
    /// what it contains. Each without the verb, such as `storage.buckets`.
    case own([String], inside: [String] = [])
  }

  init(
    _ type: TargetType, _ noun: String, _ nouns: String, service: String, _ pattern: String,
    name: String = "{resource}", permissions: PermissionScope, command: String?,
    condition: ConditionSupport = .refused, terraform: String, _ arguments: [(String, String)],
    console: String...
  ) {
    self.type = type
    (self.noun, self.nouns) = (noun, nouns)
    self.service = service
    self.pattern = ResourcePattern(pattern)
    self.name = name
    self.permissions = permissions
    self.command = command
    self.condition = condition
    self.terraform = "google_\(terraform)_iam_member"
    self.arguments = arguments.map { (name: $0.0, value: $0.1) }
    self.console = console
  }

  /// Whether a project owns the resource, whether its name says so or not.
  var isInProject: Bool {
    pattern.begins(with: "projects") || command?.contains("{project}") == true
  }

  /// Whether a role on the resource gives `permission` for it.
  func admits(_ permission: Permission) -> Bool {
    switch permissions {
    case .any: true
    case .own(let own, let inside):
      inside.contains(permission.collection)
        || own.contains(permission.collection) && !permission.isAboutCollection
    }
  }

  /// Whether such a resource is in one of `collections`, as named in permissions.
  func isOwn(in collections: Set<String>) -> Bool {
    switch permissions {
    case .any: false
    case .own(let own, _): own.contains(where: collections.contains)
    }
  }

  /// Every row.
  static let all: [TargetFacts] = containers + data + computing + platform

  static func facts(of type: TargetType) -> TargetFacts {
    guard let facts = byType[type] else { preconditionFailure("no facts of \(type)") }
    return facts
  }

  private static let byType: [TargetType: TargetFacts] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.type, $0) })
}

extension Permission {
  /// What stands before the verb, such as `storage.buckets`.
  var collection: String {
    let bytes = name.utf8
    return bytes.lastIndex(of: UInt8(ascii: ".")).map { String(Substring(bytes[..<$0])) } ?? ""
  }

  /// What stands after the last full stop.
  var verb: String {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(Substring(bytes[bytes.index(after: dot)...]))
  }

  /// Whether it is checked on the parent of the resources, as for `list` and `create`.
  var isAboutCollection: Bool { Self.collectionVerbs.contains(verb) }

  /// A deleted resource cannot be named in a policy, so those that bring one back are among them.
  private static let collectionVerbs: Set<String> = [
    "create", "createOnPush", "getFromFamily", "list", "restore", "search", "undelete",
  ]
}
