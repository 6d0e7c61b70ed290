import Foundation
import Testing

/// Which entries are explained, and what is said if there is none.
struct ExplainSelectionTests {
  private static let denial = EntryText(insertID: "d1").line
  private static let copy = EntryText(insertID: "d1").line
  private static let namesake = EntryText(insertID: "d1", timestamp: "2026-11-22T11:00:00Z").line
  private static let ok = EntryText(insertID: "k1", statusCode: nil).line
  private static let fault = #"{"insertId":"x",}"#

  private func explain(
    _ arguments: [String], lines: [String] = [], in workspace: Workspace? = nil
  ) throws -> (result: ProgramResult, document: ExplainDocument?) {
    let workspace = try workspace ?? Workspace()
    let input = Data(lines.map { $0 + "\n" }.joined().utf8)
    let result = try workspace.run(["explain", "-f", "json"] + arguments, input: input)
    let document = try? JSONDecoder().decode(ExplainDocument.self, from: result.output)
    return (result, document)
  }

  @Test(arguments: [
    ([ok], [1], 0, 0), ([denial], [1], 0, 0), ([ok, denial], [2], 0, 1),
    ([denial, ok, namesake], [1, 3], 0, 1), ([ok, ok, ok, ok], [1, 2, 3], 0, 1),
    ([fault, ok], [2], 0, 0), (["", ok, " "], [2], 0, 0),
    ([ok] + Array(repeating: denial, count: 5), [2, 3, 4], 2, 1),
  ])
  func `without a choice denials are explained, or else the first entries`(
    lines: [String], explained: [Int], denialsLeftOut: Int, othersLeftOut: Int
  ) throws {
    let (result, document) = try explain([], lines: lines)
    #expect(result.status == 0)
    #expect(document?.explanations.map(\.line) == explained)
    #expect(document?.leftOut == ["denials": denialsLeftOut, "others": othersLeftOut])
    #expect(document?.rejected.isEmpty == true)
  }

  @Test(arguments: [
    (1, 1), (2, 2), (3, 3), (1000, 5),
  ])
  func `--limit bounds what is explained`(limit: Int, count: Int) throws {
    let lines = Array(repeating: Self.denial, count: 5)
    let (_, document) = try explain(["--limit", "\(limit)"], lines: lines)
    #expect(document?.explanations.count == count)
    #expect(document?.leftOut["denials"] == 5 - count)
    let (_, chosen) = try explain(["--limit", "\(limit)", "--insert-id", "d1"], lines: lines)
    #expect(chosen?.explanations.count == count)
    #expect(chosen?.leftOut["denials"] == 5 - count)
  }

  @Test func `--insert-id finds all entries with it across sources, copies and namesakes`() throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: [Self.ok, Self.denial])
    try workspace.file("b.jsonl", lines: [Self.copy, Self.fault, Self.namesake])
    let (result, document) = try explain(
      ["--insert-id", "d1", "a.jsonl", "b.jsonl"], in: workspace)
    let found = try #require(document).explanations
    #expect(found.map { "\($0.source):\($0.line)" } == ["a.jsonl:2", "b.jsonl:1", "b.jsonl:3"])
    #expect(found.map { $0.copyOf?.source } == [nil, "a.jsonl", nil])
    #expect(found[1].copyOf?.line == 2)
    #expect(result.status == 0)
    #expect(result.errorLines == ["b.jsonl:2: not valid JSON at byte 16, which is }"])
  }

  @Test(arguments: [
    (#""d\u0031""#, "d1"), (#""a\/b""#, "a/b"), (#""e\u0301""#, "e\u{301}"),
    (#""\ud83d\ude00""#, "😀"),
  ])
  func `an insertId is found however the log spells it`(spelling: String, id: String) throws {
    for entry in [Self.denial, EntryText(insertID: "d1", statusCode: nil).line] {
      let line = entry.replacingOccurrences(of: #""d1""#, with: spelling)
      let (result, document) = try explain(["--insert-id", id], lines: [Self.ok, line])
      #expect(result.status == 0)
      #expect(document?.explanations.map(\.line) == [2])
    }
  }

  @Test func `an insertId is not found by characters that only look the same`() throws {
    let line = EntryText(insertID: "\u{e9}", statusCode: nil).line
    let (result, _) = try explain(["--insert-id", "e\u{301}"], lines: [line])
    #expect(result.status == 2)
    #expect(result.errorLines == ["none of 1 entry has this insertId"])
  }

  @Test func `--line finds a line of a gzipped file, whatever its batch`() throws {
    let workspace = try Workspace()
    let lines = EntryText.lines(2000)
    try workspace.file("a.jsonl.gz", GzipTool.member(lines: lines))
    for number in [1, 2, 999, 2000] {
      let (result, document) = try explain(["--line", "\(number)", "a.jsonl.gz"], in: workspace)
      #expect(result.status == 0)
      #expect(document?.explanations.map(\.insertId) == ["e\(number - 1)"])
      #expect(document?.explanations.map(\.line) == [number])
      let offset = lines.prefix(number - 1).reduce(0) { $0 + $1.utf8.count + 1 }
      #expect(document?.explanations.map(\.byteOffset) == [offset])
    }
  }

  @Test func `FILE:LINE names a line as diagnostics do, unless there is such a file`() throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: [Self.ok, Self.denial])
    let (_, second) = try explain(["a.jsonl:2"], in: workspace)
    #expect(second?.explanations.map { "\($0.source):\($0.line)" } == ["a.jsonl:2"])
    let (missing, _) = try explain(["a.jsonl:9"], in: workspace)
    #expect(missing.errorLines == ["there is no line 9: the source has 2"])
    for name in ["a.jsonl:0", "a.jsonl:x", "b.jsonl:1", ":1"] {
      let (result, _) = try explain([name], in: workspace)
      #expect(result.errorLines.first?.hasPrefix("cannot open \(name): ") == true)
    }
    try workspace.file("a.jsonl:2", lines: [Self.namesake])
    let (_, file) = try explain(["a.jsonl:2"], in: workspace)
    #expect(file?.explanations.map { "\($0.source):\($0.line)" } == ["a.jsonl:2:1"])
  }

  @Test func `all entries with an insertId are explained, copies in short`() throws {
    let lines = Array(repeating: Self.denial, count: 20) + [Self.namesake]
    let (_, document) = try explain(["--insert-id", "d1"], lines: lines)
    #expect(document?.explanations.count == 21)
    let input = Data(lines.joined(separator: "\n").utf8)
    let text = try Workspace().run(["explain", "--insert-id", "d1"], input: input).text
    #expect(text.components(separatedBy: "\nWhy\n").count == 3)
    let note = "of (standard input):1, which is explained there; a denial counts once"
    #expect(text.components(separatedBy: note).count == 20)
  }

  @Test func `colour says nothing that words do not`() throws {
    let input = Data([Self.denial, Self.fault].joined(separator: "\n").utf8)
    let workspace = try Workspace()
    let plain = try workspace.run(["explain"], input: input).text
    let colored = try workspace.run(["explain", "--color", "always"], input: input).text
    #expect(!plain.contains("\u{1b}") && colored.contains("\u{1b}["))
    #expect(colored.replacing(#/\u{1b}\[[0-9;]*m/#, with: "") == plain)
    #expect(try workspace.run(["codes", "--color=always"]).text.contains("\u{1b}["))
  }

  @Test(arguments: [
    ("2", "not valid JSON at byte 16, which is }", 3), ("3", "a blank line", 0),
    ("4", "longer than 2000 bytes, not read; see --max-entry-bytes", 3),
    ("5", "not valid JSON at byte 1, which is 0x01", 3),
    ("6", "cut off at byte 5, inside a JSON value", 3),
    ("7", "JSON, but not an object; a log entry is one object a line", 3),
  ])
  func `a line that is no entry is explained as well`(
    line: String, reason: String, status: Int32
  ) throws {
    let lines = [
      Self.denial, Self.fault, " ", String(repeating: "x", count: 3000), "{\u{1}", #"{"a":"#, "[1]",
    ]
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: lines)
    let (result, document) = try explain(
      ["--line", line, "--max-entry-bytes=2000", "a.jsonl"], in: workspace)
    #expect(result.status == status)
    #expect(document?.rejected.map(\.reason) == [reason])
    #expect(document?.rejected.map(\.line) == [try #require(Int(line))])
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [[], ["--line", "1"]])
  func `a lone line that is no entry is what was asked about`(arguments: [String]) throws {
    let (result, document) = try explain(arguments, lines: [Self.fault])
    #expect(result.status == 3)
    #expect(document?.rejected.count == 1)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [
    (["--insert-id", "nope"], [ok, denial], "none of 2 entries has this insertId"),
    (["--line", "9"], [ok, denial], "there is no line 9: the source has 2"),
    ([], [], "nothing to explain: the input holds no log entry"),
    ([], ["", " "], "nothing to explain: the input holds no log entry"),
    ([], [fault, fault], "nothing to explain: the input holds no log entry"),
    (["--insert-id", "x"], [], "nothing to explain: the input holds no log entry"),
    (["missing.jsonl"], [], "nothing to explain: no input could be read"),
  ])
  func `if there is nothing to explain it says why, and fails`(
    arguments: [String], lines: [String], message: String
  ) throws {
    let (result, _) = try explain(arguments, lines: lines)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.last == message)
  }

  @Test func `denial records are told from logs`() throws {
    let workspace = try Workspace()
    let records = try workspace.extract(input: Data(Self.denial.utf8)).output
    try workspace.file("records.ndjson", records)
    try workspace.file("headless.ndjson", records.drop { $0 != UInt8(ascii: "\n") }.dropFirst())
    for name in ["records.ndjson", "headless.ndjson"] {
      let (result, _) = try explain([name], in: workspace)
      #expect(result.status == 2)
      #expect(
        result.errorLines.first?.hasPrefix("\(name): denial records, which hold no entries") == true
      )
    }
  }

  @Test func `damaged input is told as in a report, and the rest is explained`() throws {
    let workspace = try Workspace()
    try workspace.file("a.jsonl.gz", GzipTool.member(lines: EntryText.lines(400)).dropLast(20))
    try workspace.file("b.jsonl", lines: [Self.denial])
    let paths = ["a.jsonl.gz", "missing", "b.jsonl"]
    let (result, document) = try explain(["--insert-id", "d1"] + paths, in: workspace)
    let report = try workspace.json("a.jsonl.gz", "missing", "b.jsonl")
    #expect(document?.explanations.map(\.source) == ["b.jsonl"])
    #expect(result.status == 3)
    #expect(result.errorLines == report.errorLines)
    #expect(result.errorLines.count > 1)
  }

  @Test(arguments: [
    ["--line", "0"], ["--line", "x"], ["--line", "1", "--insert-id", "x"], ["--insert-id", ""],
    ["--limit", "0"], ["--limit", "1001"], ["--max-entry-bytes", "0"], ["-f", "markdown"],
    ["--color", "blue"], ["--jobs", "2"], ["--line", "1", "a", "b"],
  ])
  func `a wrong option is wrong usage`(arguments: [String]) throws {
    let workspace = try Workspace()
    try workspace.file("a", Self.denial)
    try workspace.file("b", Self.ok)
    let result = try workspace.run(["explain"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: "))
  }

  @Test func `--strict and --quiet mean what they mean for a report`() throws {
    let lines = [Self.fault, Self.denial, Self.ok]
    let (loose, _) = try explain([], lines: lines)
    #expect(loose.status == 0 && loose.errorLines.count == 1)
    let (strict, _) = try explain(["--strict", "-q"], lines: lines)
    #expect(strict.status == 3 && strict.errors.isEmpty && !strict.output.isEmpty)
  }
}
