import Foundation

/// Data that lies beside the repository on some machines and is never part of it.
enum SharedData {
  /// `../shared/roles`, seen from the root of the package.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/roles")

  /// The path of a file there; `nil` if there is none.
  static func path(of name: String) -> String? {
    let path = folder.appending(path: name).path
    return FileManager.default.isReadableFile(atPath: path) ? path : nil
  }

  /// The fields of a table with tabs, without its comments; empty if there is no such file.
  static func rows(of name: String) throws -> [[String]] {
    guard let path = path(of: name) else { return [] }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

/// The predefined roles of one day, as `gcloud iam roles describe` gave them.
struct RoleCatalog: Decodable {
  var roles: [Entry]

  struct Entry: Decodable {
    var name: String
    var title: String
    var description: String?
    var stage: String?
    var includedPermissions: [String]?
  }

  static let fileName = "role-catalog-\(catalogDate).json.gz"
  static let isThere = SharedData.path(of: fileName) != nil && ExternalTool("gzip") != nil

  /// By name; decoded once, as it holds half a million names.
  static let byName: [String: Entry] = {
    guard let gzip = ExternalTool("gzip"), let path = SharedData.path(of: fileName) else {
      return [:]
    }
    let result = try? gzip.run(["-dc", path])
    let catalog = result.flatMap { try? JSONDecoder().decode(RoleCatalog.self, from: $0.output) }
    return Dictionary(uniqueKeysWithValues: (catalog?.roles ?? []).map { ($0.name, $0) })
  }()

  private static let catalogDate = "2026-08-22"
}
