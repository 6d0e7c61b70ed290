/// A role of a catalogue that may be suggested, with what the search weighs.
package struct CatalogRole: Hashable, Sendable {
  package let role: Role
  /// What consoles call it, as the catalogue has it: text of somebody else.
  package let title: String
  package let stage: PreferredRole.Stage
  /// How many permissions it has.
  package let size: Int
  /// The service that it is made for, by its id, such as `storage`; empty for a custom role.
  let service: String
  /// Whether it is one of the roles that are made after a pattern for every service, such as
  /// `roles/run.editor`, or one that stands for something else, such as an access control list.
  let isGeneric: Bool
  /// Whether it is made for a job rather than for a service.
  let isWide: Bool
  /// How many of its permissions may change something.
  let writingCount: Int
  /// The weights of its permissions by service, in the order of services.
  let weights: [ServiceWeight]

  /// What the permissions of one service weigh.
  struct ServiceWeight: Hashable, Sendable {
    let service: Int32
    var weight: Int
  }

  /// From so many services on, a role is made for a job.
  ///
  /// In August 2026 it parted `roles/composer.worker` and its kin, made for a service that uses
  /// others, from `roles/iam.networkAdmin` (19) and what is wider.
  static let wideServiceCount = 19

  /// Whether it is a role for administrators, by its name.
  var isAdministrators: Bool {
    let name = role.name.asciiLowercased
    return ["admin", "admin.v1", "owner"].contains { name.dropping(suffix: $0) != nil }
  }

  /// Whether it was made for `service`: its id begins so, or is known to belong there.
  func isMade(for service: String) -> Bool {
    if self.service == service { return true }
    return Self.kin.contains { $0.service == service && $0.prefix == self.service }
  }

  /// Roles whose id begins otherwise than the permissions of their service.
  private static let kin: [(service: String, prefix: String)] = [
    ("resourcemanager", "browser"), ("monitoring", "stackdriver"), ("stackdriver", "monitoring"),
  ]

  /// Whether the catalogue's words, or the id, tell a role that is made after a pattern.
  ///
  /// - Parameters:
  ///   - role: The role.
  ///   - description: As the catalogue has it, such as `Editor role for dns`.
  /// - Returns: Whether it is generic.
  static func isGeneric(_ role: Role, description: String) -> Bool {
    if patternDescriptions.contains(where: { description.begins(with: $0) }) { return true }
    let id = role.name.asciiLowercased
    return id.utf8.split(separator: UInt8(ascii: ".")).contains { word in
      word.starts(with: "legacy".utf8)
    } || id.dropping(suffix: "service") != nil
  }

  private static let patternDescriptions = [
    "Admin role for ", "Editor role for ", "Viewer role for ",
  ]
}
