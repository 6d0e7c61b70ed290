import Foundation
import Testing

/// Damaged compressed files: what can be read is, and the rest is said.
struct DamagedGzipTests {
  private static let members = Result {
    try ["a", "b", "c"].map { prefix in
      // Enough text for a member to have many blocks.
      try GzipTool.member(lines: EntryText.lines(400, prefix: prefix))
    }
  }

  private static let memberDenials = EntryText.denialCount(of: 400)

  @Test func `a damaged member costs its own entries, not those of others`() throws {
    let workspace = try Workspace()
    var members = try Self.members.get()
    let middle = members[1].count / 2
    members[1].replaceSubrange(middle..<middle + 20, with: Data(repeating: 0xff, count: 20))
    try workspace.file("x.gz", Data(members.joined()))
    let result = try workspace.json("x.gz", workspace.file("good", lines: EntryText.lines(4)))
    #expect(result.status == 3)
    let report = try result.report()
    let rest = report.books.denials - 2 * Self.memberDenials - EntryText.denialCount(of: 4)
    #expect((0...Self.memberDenials).contains(rest))
    #expect(report.books["corruptSources"] == 1)
    report.expectBalance()
    let damage = try #require(result.errorLines.first)
    #expect(damage.hasPrefix("x.gz: gzip data is damaged at or before compressed byte "))
    let resumedOffset = members[0].count + members[1].count
    #expect(damage.hasSuffix("; reading resumed at compressed byte \(resumedOffset)"))
    // Damage spreads through the member: ten of its broken lines are named, the others counted.
    #expect(result.errorLines.count == 1 + min(report.books["malformed"], 11))
    #expect(report.books["malformed"] > 0)
    #expect(report.warnings.map(\.id).contains("late-or-truncated-source"))
  }

  @Test(arguments: [1, 5, 300, 2000])
  func `a file that is cut short says so, and its whole lines count`(lost: Int) throws {
    let workspace = try Workspace()
    let members = try Self.members.get()
    let data = Data(members[..<2].joined()).dropLast(lost)
    let result = try workspace.json(workspace.file("x.gz", Data(data)))
    #expect(result.status == 3)
    let report = try result.report()
    #expect(report.books.denials >= Self.memberDenials)
    #expect(report.books.denials <= 2 * Self.memberDenials)
    #expect(report.books.compressedBytes == data.count)
    report.expectBalance()
    #expect(
      result.errorLines.first
        == "x.gz: gzip data is cut short after \(data.count) compressed bytes: "
        + "copy the file again; nothing after it could be read")
  }

  @Test func `garbage after a member is told from padding`() throws {
    let workspace = try Workspace()
    let member = try GzipTool.member(lines: EntryText.lines(8))
    let result = try workspace.json(workspace.file("x.gz", member + Data("plain text".utf8)))
    #expect(result.status == 3)
    #expect(
      result.errorLines
        == [
          "x.gz: not gzip data from compressed byte \(member.count), after the end of a gzip "
            + "member; nothing after it could be read"
        ])
    #expect(try result.report().books.denials == EntryText.denialCount(of: 8))
  }

  @Test func `a wrong check sum is damage, though every line was read`() throws {
    let workspace = try Workspace()
    var member = try GzipTool.member(lines: EntryText.lines(8))
    member[member.count - 6] ^= 1
    let result = try workspace.json(workspace.file("x.gz", member))
    #expect(result.status == 3)
    #expect(result.errorLines.count == 1)
    #expect(try result.report().books.denials == EntryText.denialCount(of: 8))
  }

  @Test func `damage on standard input is damage of standard input`() throws {
    let member = try GzipTool.member(lines: EntryText.lines(8))
    let result = try Workspace().json("--quiet", input: Data(member.dropLast(4)))
    #expect(result.status == 3)
    #expect(result.errors == "")
    let warning = try result.report().warnings.first { $0.id == "late-or-truncated-source" }
    #expect(warning?.text.contains("(standard input)") == true)
  }
}
