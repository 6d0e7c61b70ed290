import Testing

struct ImportTests {
  /// What is of the system or a dependency, and the only modules that may import it.
  @Test(arguments: [
    ("ArgumentParser", ["denials-report", "scan-benchmark"]), ("CByteMask", ["AuditLog"]),
    ("CMalloc", ["DenialsReport"]),
    ("CNettle", ["GzipStream"]), ("CZlib", ["GzipStream"]),
    ("CISAL", ["GzipStream"]),
    ("Dispatch", ["DenialsReport"]), ("GRDB", ["DenialHistory"]), ("Glibc", ["DenialsReport"]),
    ("Synchronization", ["DenialAggregation", "DenialsReport", "denials-report"]),
  ])
  func `a module of the system is imported where it belongs`(name: String, modules: [String]) {
    let users = SourceTree.sources.filter { $0.imports.contains(name) }.map(\.module)
    #expect(Set(users) == Set(modules))
  }

  @Test func `Foundation is not imported`() {
    for file in SourceTree.sources {
      let names = file.imports.filter { $0.hasPrefix("Foundation") && $0 != "FoundationEssentials" }
      #expect(names.isEmpty, "\(file.path)")
    }
  }

  /// The table in CONTRIBUTING.md has a row `| module | imports | knows |` for each module.
  @Test func `the map of modules shows all imports and no others`() {
    var imports: [String: Set<String>] = [:]
    for file in SourceTree.sources { imports[file.module, default: []].formUnion(file.imports) }
    var shown: [String: Set<String>] = [:]
    for row in SourceTree.text(of: "CONTRIBUTING.md").tableRows where row.count == 3 {
      guard let module = row[0].codeSpans.first, imports[module] != nil else { continue }
      shown[module] = Set(row[1].codeSpans)
    }
    #expect(shown == imports)
  }
}
