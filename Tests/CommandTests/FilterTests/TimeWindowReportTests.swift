import Foundation
import Testing

/// `--since` and `--until`, from bytes to report.
struct TimeWindowReportTests {
  /// Entries of one day, one in each of its hours and of every kind.
  private static func day(_ date: String) -> [String] {
    (0..<24).map { hour in
      var entry = EntryText(insertID: "\(date)-\(hour)")
      entry.timestamp = "\(date)T\(hour < 10 ? "0" : "")\(hour):30:00Z"
      switch hour % 4 {
      case 0: break
      case 1: entry.statusCode = nil
      case 2: entry.statusCode = 5
      default: entry.more = ["@type": "type.googleapis.com/google.cloud.other"]
      }
      return entry.line
    }
  }

  @Test func `a report of a time is the report of the entries in it`() throws {
    let workspace = try Workspace()
    let lines = try SampleLogs.lines(of: "all.jsonl.gz")
    let outside = try lines.filter { line in
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (entry?["timestamp"] as? String)?.hasPrefix("2026-11-21T") != true
    }
    try #require(outside.count > 500 && outside.count < lines.count - 500)
    let inside = Set(lines).subtracting(outside)
    try workspace.file("all", lines: lines)
    try workspace.file("day", lines: lines.filter { inside.contains($0) })
    let window = ["--since", "2026-11-21", "--until", "2026-11-22"]
    let part = try workspace.run(["-f", "json", "all"] + window)
    let whole = try workspace.run(["-f", "json", "day"] + window)
    let report = try part.report()
    report.expectBalance()
    #expect(report.books.entries == lines.count)
    #expect(report.books.otherClasses["filtered-out"] == outside.count)
    #expect(report.window.firstEntry?.hasPrefix("2026-11-21T00:") == true)
    func withoutPacking(_ json: String) -> [Substring] {
      let names = ["Bytes", "lines", "entries", "filtered-out"]
      return json.split(separator: "\n").filter { line in
        !names.contains { line.contains("\($0)\": ") }
      }
    }
    #expect(withoutPacking(part.text) == withoutPacking(whole.text))
    #expect(report.books.denials == (try whole.report()).books.denials)
  }

  @Test func `the first moment is in, the last is out, and what has no time is out`() throws {
    let workspace = try Workspace()
    let times: [String?] = [
      "2026-11-21T23:59:59.999999999Z", "2026-11-22T00:00:00Z", "2026-11-22T23:59:59.999999999Z",
      "2026-11-23T00:00:00Z", "2026-11-23T00:30:00+01:00", nil, "noon",
    ]
    for (status, entryClass) in [(7, "denials"), (nil, "ok"), (3, "other-error")] {
      let lines = times.enumerated().map { index, time in
        EntryText(insertID: "i\(index)", timestamp: time, statusCode: status).line
      }
      let path = try workspace.file(entryClass, lines: lines)
      func books(_ options: String...) throws -> ReportDocument.Books {
        let report = try workspace.run(["-f", "json", path] + options).report()
        report.expectBalance()
        return report.books
      }
      func count(_ books: ReportDocument.Books) -> Int? {
        entryClass == "denials" ? books.denials : books.otherClasses[entryClass]
      }
      let day = try books("--since", "2026-11-22", "--until", "2026-11-23")
      #expect(count(day) == 3)
      #expect(day.otherClasses["filtered-out"] == 4)
      #expect(try count(books("--since", "2026-11-23")) == 1)
      #expect(try count(books("--until", "2026-11-22")) == 1)
      #expect(try count(books()) == 7)
    }
  }

  @Test func `what is outside is listed by extract --all, and in no other trace`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: Self.day("2026-11-21") + Self.day("2026-11-22"))
    let window = ["--since", "2026-11-22", "--until", "2026-11-23"]
    let all = try workspace.run(["extract", "--all", "a"] + window)
    let others = all.lines.filter { $0.contains(#""class":"filtered-out""#) }
    #expect(others.count == 24)
    #expect(others.allSatisfy { $0.contains(#""insertId":"2026-11-21-"#) })
    let some = try workspace.run(["extract", "a"] + window)
    #expect(!some.text.contains("2026-11-21-"))
    #expect(some.lines.last?.contains(#""filtered-out":24"#) == true)
    #expect(some.lines.last?.contains("2026-11-21T") == false)
    #expect(all.lines.last == some.lines.last)
  }

  @Test func `records are cut by the time of their denials, and the books balance`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: Self.day("2026-11-21") + Self.day("2026-11-22"))
    try workspace.file("records", try workspace.extract("a").output)
    let window = ["--since", "2026-11-22T08:00", "--until", "2026-11-22T18:00"]
    let report = try workspace.run(["-f", "json", "records"] + window).report()
    let expected = try workspace.run(["-f", "json", "a"] + window).report()
    report.expectBalance()
    #expect(report.books.denials == 3)
    #expect(report.findings.map(\.examples) == expected.findings.map(\.examples))
    #expect(report.suggestions.map(\.gcloud) == expected.suggestions.map(\.gcloud))
    #expect(report.books.otherClasses["filtered-out"] == 9)
    #expect(report.books.otherClasses["ok"] == 12)
    // Of entries that are no denial, a record has the hours at best.
    #expect(report.window.firstEntry == "2026-11-22T08:30:00Z")
    #expect(report.window.lastEntry == "2026-11-22T16:30:00Z")
    #expect(expected.window.lastEntry == "2026-11-22T17:30:00Z")
  }

  @Test func `damaged records are cut as well`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: Self.day("2026-11-21") + Self.day("2026-11-22"))
    let records = try workspace.extract("a").lines
    try workspace.file("records", lines: Array(records.dropLast()))
    let result = try workspace.json("records", "--since", "2026-11-22")
    #expect(result.status == 3)
    let report = try result.report()
    report.expectBalance()
    #expect(report.books.denials == 6)
    #expect(report.books.otherClasses["filtered-out"] == 6)
  }

  @Test func `days that were extracted one by one make the report of both`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: Self.day("2026-11-21") + Self.day("2026-11-22"))
    for day in 21...22 {
      let records = try workspace.extract(
        "a", "--since", "2026-11-\(day)", "--until", "2026-11-\(day + 1)")
      try workspace.file("day-\(day)", records.output)
    }
    let whole = try workspace.json("a").report()
    let sum = try workspace.json("day-21", "day-22")
    let report = try sum.report()
    report.expectBalance()
    #expect(report.findings.map(\.id) == whole.findings.map(\.id))
    #expect(report.books.denials == whole.books.denials)
    #expect(report.books.otherClasses["ok"] == whole.books.otherClasses["ok"])
    #expect(report.books.entries == 2 * whole.books.entries)
    #expect(report.warnings.map(\.id).contains("filtered-records"))
    #expect(try workspace.json("day-22", "day-21", "day-21").output == sum.output)
    // Nor does a part take the place of the whole.
    try workspace.file("whole", try workspace.extract("a").output)
    let both = try workspace.json("day-21", "whole").report()
    both.expectBalance()
    #expect(both.books.denials == whole.books.denials)
    #expect(both.books.otherClasses["ok"] == 18)
  }

  @Test func `asking twice for the same time changes nothing`() throws {
    let workspace = try Workspace()
    try workspace.file("a", lines: SampleLogs.mixture())
    let window = ["--since", "2026-11-20T12:00", "--until", "2026-11-21T12:00"]
    let records = try workspace.run(["extract", "a"] + window).output
    let expected = try workspace.run(["-f", "json", "a"] + window)
    #expect(try workspace.run(["-f", "json"] + window, input: records).output == expected.output)
    #expect(try expected.report().books.denials > 10)
  }
}
