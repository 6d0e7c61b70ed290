import Foundation
import Testing

/// What could not be read or judged is kept for a person to look at.
struct KeptLineTests {
  struct Kept: Decodable, Equatable {
    var source: String
    var line: Int?
    var byteOffset: Int?
    var kind: String
    var reason: String
    var raw: String?
    var cut: Bool?
  }

  private static func rejects(in workspace: Workspace) throws -> [Kept] {
    try String(decoding: workspace.contents(of: "rejects"), as: UTF8.self).split(separator: "\n")
      .map { try JSONDecoder().decode(Kept.self, from: Data($0.utf8)) }
  }

  @Test(arguments: [["-f", "json"], ["extract"]])
  func `every line that is not read is kept, with its place and why`(command: [String]) throws {
    let workspace = try Workspace()
    let good = EntryText().line
    let long = String(repeating: "x", count: 3000)
    try workspace.file("a", lines: [good, #"{"a": tru"#, "", long, "[1]", good])
    var member = try GzipTool.member(lines: EntryText.lines(300))
    member[2000] ^= 0xff
    try workspace.file("b.gz", member)
    let arguments = ["a", "b.gz", "missing", "--rejects", "rejects", "--max-entry-bytes", "2000"]
    let result = try workspace.run(command + arguments)
    #expect(result.status == 3)
    let kept = try Self.rejects(in: workspace)
    #expect(kept.map(\.source).prefix(3) == ["a", "a", "a"])
    #expect(kept.map(\.line).prefix(3) == [2, 4, 5])
    #expect(kept.map(\.kind).prefix(3) == ["malformed", "oversize", "malformed"])
    #expect(kept.map(\.raw).prefix(3) == [#"{"a": tru"#, long, "[1]"])
    let offset = good.utf8.count + 1
    #expect(kept.map(\.byteOffset).prefix(2) == [offset, offset + 11])
    #expect(kept.map(\.kind).contains("corrupt"))
    let last = Kept(
      source: "missing", kind: "unreadable",
      reason: "cannot open missing: No such file or directory")
    #expect(kept.last == last)
    // Each is on standard error as well, and counted.
    for line in kept { #expect(result.errors.contains(line.reason)) }
  }

  @Test(arguments: [(1, 1000), (2, 524_288), (7, 1)])
  func `they come in the order of the input, as many as the books say`(
    jobs: Int, batchBytes: Int
  ) throws {
    let workspace = try Workspace()
    var generator = SeededGenerator(seed: 5)
    var lines = EntryText.lines(200)
    for index in lines.indices where generator.next() % 3 == 0 {
      lines[index] =
        generator.next() % 4 == 0 ? String(repeating: "y", count: 2500) : "bad \(index)"
    }
    try workspace.file("a", lines: lines)
    try workspace.file("b", lines: lines.reversed())
    let options = ["--jobs", "\(jobs)", "--batch-bytes", "\(batchBytes)"]
    let result = try workspace.run(
      ["-f", "json", "--max-entry-bytes", "2000", "--rejects", "rejects", "a", "b"] + options)
    let books = try result.report().books
    let kept = try Self.rejects(in: workspace)
    #expect(kept.filter { $0.kind == "malformed" }.count == books["malformed"])
    #expect(kept.filter { $0.kind == "oversize" }.count == books["oversize"])
    let places = kept.map { [$0.source == "a" ? 0 : 1, $0.line ?? 0] }
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(kept.count > 100)
  }

  @Test func `long lines are cut, secrets are masked, and what is no UTF-8 is shown as such`()
    throws
  {
    let workspace = try Workspace()
    let key = "AIza" + String(repeating: "b", count: 35)
    let long = String(repeating: "z", count: 3_000_000)
    try workspace.file("a", Data("key \(key)\n".utf8) + Data([0xff, 0x41, 0x0a]) + Data(long.utf8))
    let result = try workspace.run(["--rejects", "rejects", "--max-entry-bytes", "2000000", "a"])
    #expect(result.status == 3)
    let kept = try Self.rejects(in: workspace)
    #expect(kept.map(\.raw?.count) == [17, 2, 1 << 20])
    #expect(kept.map(\.cut) == [false, false, true])
    #expect(kept[0].raw?.contains(key) == false)
    #expect(kept[1].raw == "\u{fffd}A")
  }

  @Test func `records that cannot be read back are kept as well`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: EntryText.lines(8))
    var lines = try workspace.extract("a").lines
    lines.insert("bad", at: 1)
    try workspace.file("records", lines: lines.dropLast())
    let result = try workspace.run(["records", "--rejects", "rejects"])
    #expect(result.status == 3)
    let kept = try Self.rejects(in: workspace)
    #expect(kept.map(\.kind) == ["malformed", "corrupt"])
    #expect(kept.first?.raw == "bad")
    #expect(kept.first?.byteOffset == lines[0].utf8.count + 1)
  }

  @Test func `what could not be judged is kept without the bodies of requests`() throws {
    let workspace = try Workspace()
    var unclear = EntryText(insertID: "u", service: "compute.googleapis.com", statusCode: 8)
    (unclear.message, unclear.more["request"]) = ("Could not allocate.", ["prompt": "secret"])
    let masked = EntryText(insertID: "m", statusCode: 5, message: "x or it may not exist")
    try workspace.file("a", lines: EntryText.lines(8) + [unclear.line, masked.line])
    let report = try workspace.json("a", "--unclassified", "unclear").report()
    let text = String(decoding: try workspace.contents(of: "unclear"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix(#"{"class":"unclassified-exhausted","insertId":"u","timestamp":"#))
    #expect(
      lines[0].contains(#""statusCode":"8","message":"Could not allocate.","source":"a","line":9,"#)
    )
    #expect(lines[1].hasPrefix(#"{"class":"possible-masked-denial","insertId":"m""#))
    #expect(!text.contains("secret"))
    #expect(report.warnings.map(\.id).contains("unclassified"))
  }

  @Test func `a file without such lines is empty, and takes the place of an old one`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: EntryText.lines(4))
    try workspace.file("rejects", "old")
    #expect(try workspace.run(["a", "--rejects", "rejects"]).status == 0)
    #expect(try workspace.contents(of: "rejects").isEmpty)
    #expect(try workspace.names() == ["a", "rejects"])
  }

  @Test(arguments: [
    (["--rejects", "a"], 2, "cannot write a: it is one of the inputs"),
    (["--unclassified", "missing/x"], 2, "cannot write missing/x: No such file or directory"),
    (["--rejects", "x", "--unclassified", "x"], 64, "take a file each"),
    (["--rejects", "x.json", "-o", "x.json"], 64, "is to get something else as well"),
  ])
  func `a file that cannot be written is said before anything is read`(
    options: [String], status: Int32, message: String
  ) throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: EntryText.lines(4))
    let before = try workspace.contents(of: "a")
    let result = try workspace.run(["a"] + options)
    #expect(result.status == status)
    #expect(result.errors.contains(message))
    #expect(result.output.isEmpty)
    #expect(try workspace.names() == ["a"])
    #expect(try workspace.contents(of: "a") == before)
  }
}
