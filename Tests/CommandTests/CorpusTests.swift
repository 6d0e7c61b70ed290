import Foundation
import Testing

/// Audit logs that others have published, which lie beside the repository on some machines.
struct CorpusTests {
  private static let directory = Repository.root.deletingLastPathComponent()
    .appending(path: "shared/corpus")

  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: directory.path())) ?? [])
    .filter { $0.hasSuffix(".jsonl") }.sorted()

  @Test(
    .enabled(if: !names.isEmpty, "../shared/corpus is not here: published logs stay untested"),
    arguments: names)
  func `published logs are read without a fault`(name: String) throws {
    let path = Self.directory.appending(path: name).path()
    let workspace = try Workspace()
    let result = try workspace.json(path)
    #expect(result.status == 0)
    #expect(result.errors == "")
    let report = try result.report()
    #expect(report.books.entries > 0)
    #expect(report.books.lines == report.books.entries)
    report.expectBalance()
    let records = try workspace.extract(path)
    #expect(try workspace.json(input: records.output).output == result.output)
  }
}
