import Foundation
import Testing

/// Standard output and standard error, open, closed and full.
struct StandardStreamTests {
  /// With `log`, of which JSON and records are more than a pipe holds.
  private static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let denials = (0..<denialCount).map { number in
      let agent = "\(number) " + String(repeating: "x", count: 2000)
      return EntryText(insertID: "i\(number)", userAgent: agent).line
    }
    try workspace.file("log", lines: denials + ["bad"])
    return workspace
  }

  private static let denialCount = 40

  @Test func `nothing but the report goes to stdout`() throws {
    let workspace = try Self.workspace()
    let result = try workspace.json("log", "missing")
    #expect(result.status == 3)
    #expect(result.errorLines.count == 2)
    #expect(result.output.first == UInt8(ascii: "{"))
    #expect(result.output.count > 65_536)
    #expect(try result.report().books.denials == Self.denialCount)
    let records = try workspace.extract("log", "missing")
    #expect(records.lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  @Test(arguments: ["log", "log -f json", "extract log", "extract --all log"])
  func `a reader that has seen enough is no failure`(command: String) throws {
    let result = try Self.workspace().shell(
      #""$denials" \#(command) -q | head -c 1; echo " ${PIPESTATUS[0]}""#)
    #expect(result.text.dropFirst() == " 0\n")
    #expect(result.errors == "")
    let gone = try Self.workspace().shell(
      #"{ "$denials" \#(command) -q; echo $? >&2; } | :"#)
    #expect(gone.errors == "0\n")
  }

  @Test(arguments: ["log", "log -f json", "extract log"])
  func `stdout that is closed or full is said`(command: String) throws {
    let workspace = try Self.workspace()
    let closed = try workspace.shell(#""$denials" \#(command) -q >&-"#)
    #expect(closed.status == 2)
    #expect(closed.errorLines == ["cannot write standard output: Bad file descriptor"])
    let full = try workspace.shell(#""$denials" \#(command) -q > /dev/full"#)
    #expect(full.status == 2)
    #expect(full.errorLines == ["cannot write standard output: No space left on device"])
  }

  @Test func `stdout that is closed does not matter to files`() throws {
    let workspace = try Self.workspace()
    let result = try workspace.shell(#""$denials" log -o r.json >&-"#)
    #expect(result.status == 0)
    #expect(try workspace.contents(of: "r.json") == workspace.json("log").output)
  }

  @Test func `diagnostics never end up in a file that took the place of stderr`() throws {
    let workspace = try Self.workspace()
    let before = try workspace.contents(of: "log")
    let result = try workspace.shell(#""$denials" log missing -o r.json -f json <&- 2>&-"#)
    #expect(result.status == 3)
    #expect(try workspace.contents(of: "r.json") == result.output)
    #expect(try result.report().books["unreadableSources"] == 1)
    #expect(try workspace.contents(of: "log") == before)
    let nothing = try workspace.shell(#""$denials" log -o r.json <&- >&- 2>&-"#)
    #expect(nothing.status == 0)
    #expect(try workspace.contents(of: "r.json") == workspace.json("log").output)
  }
}
