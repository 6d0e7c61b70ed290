import Foundation
import Testing

/// Records merge: in any order and grouping, as often as one likes.
struct RecordMergeTests {
  /// Three files with entries in common, their records, and one report over all of them.
  private static let prepared = Result {
    let workspace = try Workspace()
    let lines = try SampleLogs.mixture()
    let places = [EntryText(insertID: nil).line, EntryText(insertID: nil).line]
    let parts = [lines[..<20] + places, lines[15..<40] + places, lines[35..<200] + ["bad"]]
    for (index, part) in parts.enumerated() {
      try workspace.file("\(index).jsonl", lines: Array(part))
      let records = try workspace.extract("\(index).jsonl")
      try workspace.file("\(index).ndjson", records.output)
      try workspace.file("\(index).gz", GzipTool.member(records.text))
    }
    let report = try workspace.json("0.jsonl", "1.jsonl", "2.jsonl")
    try report.report().expectBalance()
    let files = try workspace.names().map { ($0, try workspace.contents(of: $0)) }
    return (files: files, report: report.output)
  }

  private static func workspace() throws -> (workspace: Workspace, report: Data) {
    let (files, report) = try prepared.get()
    let workspace = try Workspace()
    for (name, data) in files { try workspace.file(name, data) }
    return (workspace, report)
  }

  @Test(arguments: [
    ["0.ndjson", "1.ndjson", "2.ndjson"], ["2.ndjson", "0.ndjson", "1.ndjson"],
    ["0.jsonl", "1.ndjson", "2.ndjson"], ["0.ndjson", "1.jsonl", "0.jsonl", "2.ndjson"],
    ["0.jsonl", "1.jsonl", "2.jsonl", "0.ndjson", "1.ndjson", "2.ndjson"],
  ])
  func `records of parts make the report of the whole`(paths: [String]) throws {
    let (workspace, report) = try Self.workspace()
    let result = try workspace.run(["-f", "json"] + paths)
    #expect(result.output == report)
    #expect(result.status == 0)
  }

  @Test func `records that are concatenated, copied, packed or grouped change nothing`() throws {
    let (workspace, report) = try Self.workspace()
    let scripts = [
      #"cat ?.ndjson | "$denials" -f json"#,
      #"cat 2.ndjson 0.ndjson 1.ndjson 0.ndjson 2.ndjson | "$denials" -f json - 1.ndjson"#,
      #""$denials" -f json ?.gz"#,
      #"cat ?.gz | "$denials" -f json - 1.ndjson"#,
      #"sed 's/$/\r/' ?.ndjson | "$denials" -f json"#,
      #"{ echo; cat 0.ndjson; echo; echo; cat 1.ndjson 2.ndjson; } | "$denials" -f json"#,
      #""$denials" extract ?.jsonl | "$denials" -f json"#,
      #""$denials" extract 2.jsonl 0.jsonl 1.jsonl | "$denials" -f json - ?.jsonl"#,
      #"cat ?.ndjson | "$denials" -f json --batch-bytes 1 --jobs 7"#,
    ]
    for script in scripts {
      let result = try workspace.shell(script)
      #expect(result.output == report, "\(script)")
      #expect(result.status == 0)
    }
  }

  @Test func `lines between header and footers may come in any order`() throws {
    let (workspace, report) = try Self.workspace()
    let lines = try workspace.run(["extract", "0.jsonl", "1.jsonl", "2.jsonl"]).lines
    let footers = lines.filter { $0.hasPrefix(#"{"footer":"#) }
    #expect(footers.count == 3)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2 {
      let records = lines.dropFirst().dropLast(3).shuffled(using: &generator)
      let shuffled = lines.prefix(1) + records + footers.shuffled(using: &generator)
      let result = try workspace.json(input: Data(shuffled.joined(separator: "\n").utf8))
      #expect(result.output == report)
    }
  }

  @Test func `days of one project make a month, whatever copies they share`() throws {
    let workspace = try Workspace()
    let copies = (0..<3).map { EntryText(principal: "user\($0)@example.com").line }
    let days = try copies.enumerated().map { index, copy in
      try workspace.extract(
        workspace.file("\(index)", lines: [copy, EntryText(insertID: "\(index)").line])
      ).output
    }
    let expected = try workspace.json("0", "1", "2").output
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2, 1]] {
      let result = try workspace.json(input: Data(order.map { days[$0] }.joined()))
      #expect(result.output == expected)
      #expect(try result.report().books.denials == 4)
      #expect(try result.report().books.duplicates == 2)
    }
  }
}
