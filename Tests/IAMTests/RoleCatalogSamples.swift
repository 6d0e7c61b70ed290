import Foundation

@testable import IAM

/// Catalogues for tests.
enum CatalogSample {
  /// A role in few words: name, permissions, and what is not as usual.
  struct RoleText {
    var name: String
    var permissions: [String]
    var stage = "GA"
    var description = ""
    var title = "A Role"
    var isDeleted = false
  }

  static func role(
    _ name: String, _ permissions: String..., stage: String = "GA", description: String = "",
    title: String = "A Role", isDeleted: Bool = false
  ) -> RoleText {
    RoleText(
      name: name, permissions: permissions, stage: stage, description: description, title: title,
      isDeleted: isDeleted)
  }

  static func catalog(_ roles: RoleText...) throws -> IAM.RoleCatalog { try catalog(roles) }

  static func catalog(_ roles: [RoleText]) throws -> IAM.RoleCatalog {
    var builder = RoleCatalogBuilder()
    for role in roles { try add(role, to: &builder) }
    return builder.finish()
  }

  static func add(_ role: RoleText, to builder: inout RoleCatalogBuilder) throws {
    var entry = RoleCatalogBuilder.Entry()
    entry.name = role.name
    entry.title = role.title
    entry.description = role.description
    entry.stage = role.stage
    entry.isDeleted = role.isDeleted
    for text in role.permissions {
      if let number = try builder.number(of: text) {
        entry.permissions.append(number)
      } else {
        entry.hasUnreadable = true
      }
    }
    try builder.add(entry)
  }

  /// The catalogue beside the repository; `nil` if there is none.
  static let shared: IAM.RoleCatalog? = {
    guard RoleCatalog.isThere else { return nil }
    return try? catalog(
      RoleCatalog.byName.values.map { entry in
        RoleText(
          name: entry.name, permissions: entry.includedPermissions ?? [],
          stage: entry.stage ?? "", description: entry.description ?? "", title: entry.title)
      })
  }()
}

/// `cases.jsonl`: which roles a reviewer would take.
struct RoleCase: Decodable {
  var id: String
  var permissions: [String]
  var member: String
  var expected: [String]
  var acceptable: [[String]]
  var why: String

  static let fileName = "cases.jsonl"
  static let isThere = SharedData.path(of: fileName) != nil

  static func all() throws -> [RoleCase] {
    guard let path = SharedData.path(of: fileName) else { return [] }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(RoleCase.self, from: Data($0.utf8)) }
  }
}
