import Foundation
import Testing

/// However entries come in, they are the same entries.
struct InputFormatTests {
  private static let lines = Result {
    try SampleLogs.lines(of: "1152.jsonl.gz").chunks(of: 4).compactMap(\.first)
      + EntryText.lines(80)
  }

  private static let expected = Result {
    try Workspace().json(input: Data(lines.get().joined(separator: "\n").utf8)).text
  }

  @Test(arguments: Packing.all)
  func `how lines are packed does not matter`(packing: Packing) throws {
    let workspace = try Workspace()
    let lines = try Self.lines.get()
    let (paths, input) = try packing.pack(lines, workspace)
    let result = try workspace.run(["-f", "json"] + paths, input: input)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(try withoutPacking(result.text) == withoutPacking(Self.expected.get()))
    let books = try result.report().books
    #expect(books.entries == lines.count)
    #expect(books.lines == lines.count)
    let small = try workspace.run(["-f", "json", "--batch-bytes", "1"] + paths, input: input)
    #expect(small.output == result.output)
  }

  @Test(arguments: [1, 65_536])
  func `blank lines count as blank and nothing else`(batchBytes: Int) throws {
    let lines = EntryText.lines(12).flatMap { [$0, "", "  \t\r"] }
    let text = "\r\n\n" + lines.map { $0 + "\n" }.joined() + " "
    let result = try Workspace().json("--batch-bytes", "\(batchBytes)", input: Data(text.utf8))
    let report = try result.report()
    #expect(result.errors == "")
    #expect(report.books.blank == 2 + 24 + 1)
    #expect(report.books.lines == 12 + 27)
    #expect(report.books.denials == EntryText.denialCount(of: 12))
    report.expectBalance()
  }

  @Test func `the sizes are those of the input, as it came and inflated`() throws {
    let workspace = try Workspace()
    let lines = EntryText.lines(50)
    let text = Data(("\u{feff}" + lines.joined(separator: "\n")).utf8)
    let member = try GzipTool.member(lines: lines)
    let books = try workspace.json(
      workspace.file("a", text), workspace.file("b", member)
    ).report().books
    #expect(books.sources == 2)
    #expect(books.compressedBytes == text.count + member.count)
    #expect(books.uncompressedBytes == text.count + text.count - 3 + 1)
  }

  @Test func `files of equal content count once, whatever their names`() throws {
    let workspace = try Workspace()
    // Without an insertId, only the content of the file tells copies.
    let lines = EntryText.lines(3) + [EntryText(insertID: nil).line]
    let once = try workspace.json(workspace.file("a.jsonl", lines: lines))
    let names = try ["b.jsonl", "c/d.jsonl"].map { try workspace.file($0, lines: lines) }
    let result = try workspace.run(["-f", "json", "a.jsonl"] + names)
    #expect(result.text == once.text)
    #expect(try result.report().books.denials == EntryText.denialCount(of: 3) + 1)
    #expect(try result.report().books.duplicates == 0)
  }

  @Test func `an entry in two files is a duplicate, unless it has no insertId`() throws {
    let workspace = try Workspace()
    let copy = EntryText().line
    let place = EntryText(insertID: nil).line
    let result = try workspace.json(
      workspace.file("a", lines: [copy, place]), workspace.file("b", lines: [place, copy]))
    let books = try result.report().books
    #expect(books.denials == 3)
    #expect(books.duplicates == 1)
  }

  @Test(arguments: ["a.jsonl", "./a.jsonl", "hard.jsonl", "soft.jsonl"])
  func `a path that was named before is said and read once`(name: String) throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: EntryText.lines(4))
    try FileManager.default.linkItem(
      at: workspace.url(of: "a.jsonl"), to: workspace.url(of: "hard.jsonl"))
    try workspace.link("soft.jsonl", to: "a.jsonl")
    let result = try workspace.json("a.jsonl", name)
    #expect(result.status == 0)
    #expect(result.errorLines == ["\(name) is the same as a.jsonl and is read once"])
    #expect(try result.report().books.lines == 4)
  }

  @Test func `standard input is read once`() throws {
    let input = Data(EntryText().line.utf8)
    let result = try Workspace().json("-", "-", input: input)
    #expect(
      result.errorLines
        == ["(standard input) is the same as (standard input) and is read once"])
    #expect(try result.report().books.denials == 1)
  }

  @Test(arguments: ["two words.jsonl", "-dash.jsonl", "ünï\u{1F680}.jsonl", "line\nfeed.jsonl"])
  func `a file may have any name`(name: String) throws {
    let workspace = try Workspace()
    try workspace.file(name, lines: [EntryText().line, "bad"])
    let result = try workspace.json("--", name)
    #expect(try result.report().books.denials == 1)
    let shown = name.replacing("\n", with: "\\u{A}")
    #expect(result.errorLines == ["\(shown):2: not valid JSON at byte 0"])
  }

  @Test func `a name that is no UTF-8 is read and shown safely`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: [EntryText().line, "bad"])
    let result = try workspace.shell(#"mv a $'\xff\x1b' && "$denials" $'\xff\x1b' -f json"#)
    #expect(try result.report().books.denials == 1)
    #expect(result.errorLines == [#"\xFF\u{1B}:2: not valid JSON at byte 0"#])
  }
}
