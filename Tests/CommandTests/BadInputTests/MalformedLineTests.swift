import Foundation
import Testing

/// Lines that are no entries: named, counted, and harmless to the others.
struct MalformedLineTests {
  @Test(arguments: [
    ("plain text", "not valid JSON at byte 0"),
    ("not JSON", "not valid JSON at byte 1"),
    (#"{"insertId":"x"} trailing"#, "not valid JSON at byte 17"),
    (#"{"insertId":01}"#, "not valid JSON at byte 13"),
    (#"{"insertId":"x""#, "cut off at byte 15, inside a JSON value"),
    (#"{"protoPayload":{"serviceName":"a"#, "cut off at byte 33, inside a JSON value"),
    (#"[{"insertId":"x"}]"#, "JSON, but not an object; a log entry is one object a line"),
    ("42", "JSON, but not an object; a log entry is one object a line"),
    ("null", "JSON, but not an object; a log entry is one object a line"),
    (#""text""#, "JSON, but not an object; a log entry is one object a line"),
    ("{}{}", "not valid JSON at byte 2"),
    ("\u{feff}x", "not valid JSON at byte 3"), ("\u{feff}\u{feff}{}", "not valid JSON at byte 3"),
    ("\u{0}", "not valid JSON at byte 0"),
    (
      String(repeating: #"{"a":"#, count: 2000), "nested deeper than 512 levels at byte 2560"
    ),
  ])
  func `a line that is no entry is named and counted`(line: String, reason: String) throws {
    let workspace = try Workspace()
    let lines = [EntryText(insertID: "a").line, line, EntryText(insertID: "b").line]
    try workspace.file("logs.jsonl", lines: lines)
    let result = try workspace.json("logs.jsonl")
    #expect(result.status == 0)
    #expect(result.errorLines == ["logs.jsonl:2: \(reason)"])
    let report = try result.report()
    #expect(report.books["malformed"] == 1)
    #expect(report.books.denials == 2)
    report.expectBalance()
  }

  @Test func `a last line that is cut off is named, and the others count`() throws {
    let lines = EntryText.lines(4)
    let text = lines.joined(separator: "\n")
    let result = try Workspace().json(input: Data(text.utf8.dropLast(10)))
    #expect(result.status == 0)
    let offset = lines[3].utf8.count - 10
    #expect(
      result.errorLines
        == ["(standard input):4: cut off at byte \(offset), inside a JSON value"])
    #expect(try result.report().books.entries == 3)
  }

  @Test(arguments: [(10, nil), (11, "1 more line that was"), (33, "23 more lines that were")])
  func `ten bad lines of a file are named and the others counted`(
    count: Int, more: String?
  ) throws {
    let workspace = try Workspace()
    let lines = EntryText.lines(40).enumerated().map { $0 < count ? "bad" : $1 }
    let names = try ["a", "b"].map { try workspace.file($0, lines: lines) }
    let result = try workspace.run(["-f", "json"] + names)
    let expected = ["a", "b"].flatMap { name in
      (1...10).map { "\(name):\($0): not valid JSON at byte 0" }
        + (more.map { ["\(name): \($0) not read"] } ?? [])
    }
    // The second file has the content of the first, is read all the same, and counts once.
    #expect(result.errorLines == expected)
    let report = try result.report()
    #expect(report.books["malformed"] == count)
    #expect(report.books.sources == 1)
    report.expectBalance()
  }

  @Test(arguments: [["--strict"], ["--strict", "--quiet"], ["-q"], []])
  func `--strict fails after the report, --quiet says nothing`(options: [String]) throws {
    let workspace = try Workspace()
    try workspace.file("logs.jsonl", lines: [EntryText().line, "bad"])
    let result = try workspace.run(["logs.jsonl", "-f", "json"] + options)
    #expect(result.status == (options.contains("--strict") ? 3 : 0))
    #expect(result.errors.isEmpty == options.contains { $0 == "-q" || $0 == "--quiet" })
    #expect(try result.report().books.denials == 1)
  }

  @Test func `--strict is content with clean input`() throws {
    let result = try Workspace().run(["--strict"], input: Data(EntryText().line.utf8))
    #expect(result.status == 0)
  }

  @Test func `any broken line leaves the books in balance`() throws {
    var generator = SeededGenerator(seed: 9)
    let lines = (EntryText.lines(40) + (try SampleLogs.mixture()).prefix(60)).map { line in
      var bytes = Array(line.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      return bytes.filter { $0 != 0x0a }
    }
    let input = Data(lines.joined(separator: [0x0a]))
    let workspace = try Workspace()
    let report = try workspace.json(input: input).report()
    #expect(report.books.lines == 100)
    #expect(report.books["malformed"] > 10)
    report.expectBalance()
    for arguments in [["extract"], ["extract", "--all"]] {
      let records = try workspace.run(arguments, input: input).output
      let again = try workspace.json(input: records)
      #expect(again.status == 0)
      #expect(try again.report().books["malformed"] == report.books["malformed"])
      #expect(try again.report().books.denials == report.books.denials)
    }
  }
}
