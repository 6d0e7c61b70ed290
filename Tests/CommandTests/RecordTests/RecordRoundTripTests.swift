import Foundation
import Testing

/// Reading records gives the report that reading the logs would have given, byte for byte.
struct RecordRoundTripTests {
  /// An input that is hard to tell in full.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var status: Int32 = 0
    var options: [String] = []
    var path = "."
    /// Makes the files that are read.
    let write: @Sendable (Workspace) throws -> Void
  }

  private static let cases = [
    Case(testDescription: "sample logs") { workspace in
      let lines = try SampleLogs.mixture()
      try workspace.file("a.gz", GzipTool.member(lines: lines))
      try workspace.file("logs/b.jsonl", lines: Array(lines.suffix(60)) + EntryText.lines(20))
    },
    Case(testDescription: "a Cloud Storage sink", path: SampleLogs.path("gcs-sink")) { _ in },
    Case(testDescription: "bad lines, and files that are no logs") { workspace in
      let lines = try SampleLogs.mixture().enumerated().map { $0 % 10 == 3 ? "bad" : $1 }
      try workspace.file("logs.jsonl", lines: lines)
      try workspace.file("README.md", "a\nb\n\nc\nd\n")
      try workspace.file("empty", Data())
    },
    Case(testDescription: "damaged gzip", status: 3) { workspace in
      var member = try GzipTool.member(lines: EntryText.lines(300))
      member[2000] ^= 0xff
      try workspace.file("a.gz", member + GzipTool.member(lines: EntryText.lines(8, prefix: "x")))
      try workspace.file("b.gz", GzipTool.member(lines: EntryText.lines(8)).dropLast(20))
    },
    Case(testDescription: "long lines", options: ["--max-entry-bytes", "1900"]) { workspace in
      try workspace.file("a", lines: SampleLogs.lines(of: "1152.jsonl.gz").prefix(20) + [])
    },
    Case(testDescription: "entries without insertId or timestamp") { workspace in
      let lines = [
        EntryText(insertID: nil), EntryText(insertID: nil), EntryText(timestamp: nil),
        EntryText(insertID: nil, timestamp: nil), EntryText(insertID: "", timestamp: "yesterday"),
      ].map(\.line)
      try workspace.file("a", lines: lines + lines)
      try workspace.file("b", lines: lines)
    },
    Case(testDescription: "copies of one insertId that differ") { workspace in
      let copies = (0..<6).map { EntryText(principal: "user\($0)@example.com").line }
      try workspace.file("a", lines: copies + copies.reversed())
      try workspace.file("b", lines: copies.reversed())
    },
    Case(testDescription: "files of equal content") { workspace in
      let lines = [EntryText().line, EntryText(insertID: nil).line]
      for name in ["b", "a", "c"] { try workspace.file(name, lines: lines) }
    },
    Case(testDescription: "hostile text") { workspace in
      let hostile = "quote\" back\\ nul\u{0} esc\u{1b}[2J bidi\u{202e} \u{1f680} " + long
      var entry = EntryText(insertID: hostile, principal: hostile, service: hostile)
      (entry.method, entry.resource, entry.message) = (hostile, hostile, hostile)
      (entry.userAgent, entry.permission) = (hostile, hostile)
      try workspace.file("a\n\u{1b}\u{202e}\"\\", lines: [entry.line, EntryText().line])
    },
  ]

  private static let long = String(repeating: "\u{e9}", count: 3000)

  @Test(arguments: cases)
  func `a report over records is the report over the logs`(input: Case) throws {
    let workspace = try Workspace()
    try input.write(workspace)
    let records = try [[], ["--all"]].map { options in
      let result = try workspace.run(["extract", input.path] + input.options + options)
      #expect(result.status == input.status)
      return result.output
    }
    #expect(records[1].count >= records[0].count)
    for (format, records) in [("json", records), ("text", [records[0]])] {
      let command = ["-f", format, "--top", "0"]
      let expected = try workspace.run(command + [input.path] + input.options)
      #expect(expected.status == input.status)
      if format == "json" { try expected.report().expectBalance() }
      for record in records {
        let result = try workspace.run(command, input: record)
        #expect(result.output == expected.output)
        #expect(result.status == input.status)
      }
    }
  }

  @Test func `what could not be opened is in the records`() throws {
    let workspace = try Workspace()
    let paths = try ["missing", workspace.file("a", lines: EntryText.lines(4))]
    let records = try workspace.run(["extract"] + paths)
    #expect(records.status == 3)
    let result = try workspace.json(input: records.output)
    #expect(try result.output == workspace.run(["-f", "json"] + paths).output)
    #expect(result.status == 3)
    let nothing = try workspace.extract("missing")
    #expect(nothing.status == 2)
    #expect(nothing.errorLines.last == "nothing to extract: no input could be read")
  }
}
