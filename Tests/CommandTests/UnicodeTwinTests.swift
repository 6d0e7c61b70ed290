import Foundation
import Testing

/// Texts that Unicode calls equivalent and that have other bytes: `é` as one character or as two.
struct UnicodeTwinTests {
  private static let composed = "caf\u{e9}"
  private static let decomposed = "cafe\u{301}"

  /// Lines long enough that each is a batch of its own.
  private static func lines(_ agents: [String]) -> [String] {
    agents.enumerated().map { number, agent in
      var entry = EntryText(insertID: "i\(number)", principal: "\(agent)@example.com")
      entry.userAgent = agent
      entry.more = ["request": ["filler": String(repeating: "x", count: 3000)]]
      return entry.line
    }
  }

  @Test func `neither workers nor order of files decide which spelling is shown`() throws {
    let workspace = try Workspace()
    let agents = [Self.decomposed, Self.composed, Self.composed, Self.decomposed]
    try workspace.file("a", lines: Self.lines(agents))
    try workspace.file("b", lines: Self.lines(agents.reversed()))
    let first = try workspace.json("a", "b", "--jobs", "1")
    for jobs in ["2", "7"] {
      for files in [["a", "b"], ["b", "a"]] {
        let result = try workspace.run(
          ["-f", "json", "--jobs", jobs, "--batch-bytes", "1"] + files)
        #expect(result.output == first.output)
      }
    }
    let names = try first.report().principals.map { Array($0.principal.utf8) }
    #expect(names.count == 2, "two principals, as the log has them")
    #expect(Set(names).count == 2)
  }

  @Test func `insertIds that are equivalent and not equal make two denials`() throws {
    let lines = [Self.composed, Self.decomposed].map { EntryText(insertID: $0).line }
    let report = try Workspace().json(input: Data(lines.joined(separator: "\n").utf8)).report()
    #expect(report.books.denials == 2)
    #expect(report.books["duplicates"] == 0)
  }
}
