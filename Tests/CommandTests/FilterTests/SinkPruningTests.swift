import Foundation
import Testing

/// Files of a Cloud Storage sink that need not be opened.
struct SinkPruningTests {
  private static let sink = SampleLogs.path("gcs-sink")

  @Test func `a file that cannot matter is not opened, and the report says how many`() throws {
    let workspace = try Workspace()
    for hour in 0..<24 {
      let number = hour < 10 ? "0\(hour)" : "\(hour)"
      let entry = EntryText(insertID: number, timestamp: "2026-11-22T\(number):10:00Z")
      try workspace.file(
        "sink/2026/11/22/\(number):00:00_\(number):59:59_S0.json", lines: [entry.line])
    }
    // Whoever opens it finds that it is no gzip.
    try workspace.file("sink/2026/11/22/01:00:00_01:59:59_A0:7.json.gz", Data([0x1f, 0x8b, 0xff]))
    let window = ["--since", "2026-11-22T12:00", "--until", "2026-11-22T13:00"]
    let result = try workspace.run(["-f", "json", "sink"] + window)
    #expect(result.status == 0)
    #expect(
      result.errorLines == [
        "did not open 18 files of hours outside --since and --until, by their names: "
          + "name them on the command line to read them"
      ])
    let report = try result.report()
    report.expectBalance()
    #expect(report.window.skippedFiles == 18)
    #expect(report.books.sources == 7)
    #expect(report.books.denials == 1)
    #expect(report.books.otherClasses["filtered-out"] == 6)
    let text = try workspace.run(["sink", "-q"] + window)
    #expect(text.text.contains("18 files of other hours not opened, from 7 sources"))
    #expect(text.errors == "")
  }

  @Test func `sparing files changes nothing but the count of what is left out`() throws {
    let workspace = try Workspace()
    let root = URL(filePath: Self.sink)
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.sink)
      .filter { $0.hasSuffix(".json") }
    #expect(names.count == 10)
    for (since, until, skippedCount) in [
      ("2026-11-21T13:20", "2026-11-21T14:40", 0), ("2026-11-21T17:10", "2026-11-22", 3),
      ("2026-11-21T18:00", "2026-11-22", 7), ("2026-11-20", "2026-11-21", 10),
      ("2026-11-20", "2026-11-21T11:30", 3),
    ] {
      let window = ["-f", "json", "--since", since, "--until", until]
      let walked = try workspace.run(window + [Self.sink])
      let named = try workspace.run(
        window + names.map { root.appending(path: $0).path(percentEncoded: false) })
      #expect(walked.status == 0)
      #expect(try walked.report().window.skippedFiles == skippedCount)
      #expect(try named.report().window.skippedFiles == 0)
      #expect(try named.report().books.sources == 10)
      #expect(try walked.report().books.denials == named.report().books.denials)
      #expect(tail(walked.text) == tail(named.text))
    }
  }

  /// Everything after the books.
  private func tail(_ json: String) -> Substring {
    json.range(of: "\"codes\": [").map { json[$0.lowerBound...] } ?? ""
  }

  @Test func `if no file can matter, the report says that nothing is known`() throws {
    let workspace = try Workspace()
    let result = try workspace.json(Self.sink, "--since", "2026-11-22")
    #expect(result.status == 0)
    let report = try result.report()
    #expect(report.books.sources == 0)
    #expect(report.window.skippedFiles == 10)
    #expect(report.warnings.map(\.id) == ["hour-gap"])
    let records = try workspace.extract(Self.sink, "--since", "2026-11-22")
    #expect(records.status == 0)
    #expect(records.lines.count == 1)
    // Without a window nothing is spared.
    #expect(try workspace.json(Self.sink).report().window.skippedFiles == 0)
  }
}
