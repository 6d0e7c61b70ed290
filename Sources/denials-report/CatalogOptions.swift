import ArgumentParser
import DenialAggregation
import DenialsReport

/// Which roles suggestions are searched in.
struct CatalogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Search suggestions among all roles of this file as well, gzipped or not: what \
      scripts/refresh-role-catalog or the IAM API's roles.list with view=FULL gives.
      """, valueName: "file"),
    completion: .file())
  var roleCatalog: String?

  /// The catalogue, if one was asked for.
  ///
  /// - Throws: The end of the command, if it cannot be read: a report by less than was asked for would
  ///   look like one by all of it.
  func catalog(_ console: Console) throws -> NamedRoleCatalog? {
    guard let roleCatalog else { return nil }
    return try console.orFail {
      try RoleCatalogFile.read(ProcessFacts.paths(of: [roleCatalog])[0])
    }
  }
}
