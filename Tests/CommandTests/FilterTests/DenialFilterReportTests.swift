import Foundation
import Testing

/// `--principal`, `--project`, `--service`, `--method`, `--code`, `--cause`, from bytes to report.
struct DenialFilterReportTests {
  private static let log = SampleLogs.path("all.jsonl.gz")

  private static func findings(_ report: ReportDocument) -> [String: Int] {
    report.findings.reduce(into: [:]) { $0[$1.id] = $1.denials }
  }

  @Test func `a filtered report has what fits, counts the rest, and says so`() throws {
    let workspace = try Workspace()
    let whole = try workspace.json(Self.log).report()
    let result = try workspace.json(
      Self.log, "--principal", "CAPTION-*", "--principal", "pipeline", "--code", "iam-rejection")
    let report = try result.report()
    report.expectBalance()
    #expect(
      report.filters
        == .init(principal: ["CAPTION-*", "pipeline"], code: [1152]))
    #expect(whole.filters == .init())
    #expect(report.books.denials > 20 && report.books.denials < whole.books.denials)
    #expect(
      report.books.otherClasses["filtered-out"] == whole.books.denials - report.books.denials)
    for principal in report.principals {
      #expect(principal.principal.hasPrefix("caption-") || principal.principal.contains("pipeline"))
    }
    let expected = Self.findings(whole).filter { Self.findings(report)[$0.key] != nil }
    #expect(Self.findings(report) == expected)
    #expect(report.codes.map { $0.denials > 0 } == [true, false, false])
    let text = try workspace.run([Self.log, "--principal", "CAPTION-*", "--cause", "vpc*"])
    #expect(text.lines[2] == "Only denials with principal CAPTION-*, cause vpc*")
  }

  @Test(
    arguments: [
      (["--principal", "(redacted)"], ["(redacted)"]), (["--principal", "nobody-at-all"], []),
      (["--principal", "*@example.com", "--code", "1152"], nil),
    ] as [([String], [String]?)])
  func `groups are names, and nothing may fit`(options: [String], principals: [String]?) throws {
    let report = try Workspace().run(["-f", "json", Self.log] + options).report()
    report.expectBalance()
    if let principals { #expect(report.principals.map(\.principal) == principals) }
    #expect(
      report.principals.allSatisfy { $0.principal.contains("(") || $0.principal.contains("@") })
  }

  /// So many options of each kind as a user might combine.
  private static let choices: [[String]] = [
    ["--principal", "caption*"], ["--principal", "(redacted)"], ["--principal", "@example.com"],
    ["--project", "acme-vision"], ["--project", "*-prod"], ["--service", "aiplatform"],
    ["--service", "storage.*"], ["--method", "*Content"], ["--method", "insert"],
    ["--code", "1152"], ["--code", "throttling"], ["--cause", "missing-role"],
    ["--cause", "quota"],
    ["--since", "2026-11-20T10:00"], ["--since", "2026-11-21"], ["--until", "2026-11-21T14:30"],
    ["--until", "2026-11-21T20:00"],
  ]

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the books balance under any filters, and workers and batches show nowhere`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let workspace = try Workspace()
    var lines = try SampleLogs.mixture()
    for index in stride(from: 3, to: lines.count, by: 17) { lines[index].removeLast(9) }
    try workspace.file("b.jsonl", lines: lines + EntryText.lines(20))
    let options = (0..<3).flatMap { _ in
      Self.choices[Int(generator.next() % UInt64(Self.choices.count))]
    }
    for command in [["-f", "json"], ["--top", "0"], ["extract", "--all"]] {
      let arguments = command + options + ["b.jsonl", SampleLogs.path("gcs-sink")]
      let expected = try workspace.run(arguments + ["--jobs", "1", "--batch-bytes", "3000"])
      #expect(expected.status == 0, "\(options)")
      for division in [["--jobs", "2"], ["--jobs", "7", "--batch-bytes", "1"]] {
        let result = try workspace.run(arguments + division)
        #expect(result.output == expected.output, "\(options)")
        #expect(result.errors == expected.errors, "\(options)")
      }
      if command == ["-f", "json"] { try expected.report().expectBalance() }
    }
  }

  @Test(arguments: [
    ["--code", "1152"], ["--principal", "caption*"], ["--cause", "quota", "--method", "*"],
    ["--project", "nothing-like-this"], ["--service", "aiplatform", "--since", "2026-11-21"],
  ])
  func `asking twice for the same denials changes nothing`(options: [String]) throws {
    let workspace = try Workspace()
    let lines = try SampleLogs.mixture()
    try workspace.file("a", lines: lines + lines.prefix(40))
    let records = try workspace.run(["extract", "a"] + options)
    #expect(records.status == 0)
    let expected = try workspace.run(["-f", "json", "a"] + options)
    let again = try workspace.run(["-f", "json"] + options, input: records.output)
    #expect(again.output == expected.output)
    let unfiltered = try workspace.json(input: records.output).report()
    unfiltered.expectBalance()
    #expect(unfiltered.books.denials == (try expected.report()).books.denials)
    #expect(unfiltered.warnings.map(\.id).contains("filtered-records"))
  }

  @Test func `extract says in its records and lines what a filter left out`() throws {
    let workspace = try Workspace()
    let entries = (0..<6).map { number in
      EntryText(insertID: "i\(number)", principal: number % 2 == 0 ? "a@x.com" : "b@x.com").line
    }
    try workspace.file("log", lines: entries + entries)
    let records = try workspace.extract("log", "--principal", "a@*")
    #expect(records.lines.count == 5)
    let footer = try #require(records.lines.last)
    for part in [
      #""filters":{"principal":["a@*"],"project":[],"#, #""filtered-out":3"#, #""records":3"#,
    ] { #expect(footer.contains(part)) }
    let all = try workspace.extract("log", "--principal", "a@*", "--all").lines
    #expect(all.count { $0.contains(#""class":"filtered-out""#) } == 3)
    #expect(all.count { $0.contains(#""class":"duplicate""#) } == 6)
    #expect(all.last == footer)
    let report = try workspace.json(input: records.output).report()
    #expect(report.books.denials == 3)
    #expect(report.books.duplicates == 6)
    report.expectBalance()
  }

  @Test func `a pattern that would take a regular expression for ever takes no time`() throws {
    let workspace = try Workspace()
    let name = String(repeating: "a", count: 2000)
    let lines = (0..<50).map { EntryText(insertID: "i\($0)", method: "\(name)\($0)").line }
    try workspace.file("a", lines: lines)
    let pattern = String(repeating: "*a", count: 200) + "b"
    let report = try workspace.json("a", "--method", pattern).report()
    #expect(report.books.denials == 0)
    #expect(report.books.otherClasses["filtered-out"] == 50)
  }
}
