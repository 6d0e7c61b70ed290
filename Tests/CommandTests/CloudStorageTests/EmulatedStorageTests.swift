import Foundation
import Testing

/// `gs://` URLs, read by the real gcloud from an emulator of Cloud Storage on a loopback port.
@Suite(
  .enabled(if: Program(named: "gcloud") != nil, "no gcloud: gs:// URLs were NOT tried with it"),
  .enabled(
    if: OraclePython.withStorageEmulator != nil,
    """
    no python3 with gcp-storage-emulator (scripts/install-oracles installs it): gs:// URLs were NOT \
    tried with the real gcloud
    """))
struct EmulatedStorageTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    let hours = [EntryText.lines(4, prefix: "a"), EntryText.lines(8, prefix: "b")]
    let folder = "bucket/cloudaudit.googleapis.com/activity/2026/11/22"
    try workspace.file("\(folder)/00:00:00_00:59:59_S0.json", lines: hours[0])
    try workspace.file("\(folder)/01:00:00_01:59:59_S0.json", GzipTool.member(lines: hours[1]))
    try workspace.file("bucket/array.json.gz", Data(prettyArray(of: EntryText.lines(4)).utf8))
  }

  /// Runs `denials-report` while the emulator serves the files of `bucket`.
  private func run(_ arguments: String...) throws -> ProgramResult {
    let python = try #require(OraclePython.withStorageEmulator)
    let script = Repository.path("Tests/Oracles/storage_emulator.py")
    let configuration = workspace.url(of: "gcloud-configuration").path(percentEncoded: false)
    return try python.attempt(
      [script, "logs", "bucket", Program.denialsReport.path] + arguments, in: workspace,
      environment: ["CLOUDSDK_CONFIG": configuration])
  }

  @Test func `objects, folders and patterns are read`() throws {
    let result = try run(
      "-f", "json", "gs://logs/array.json.gz", "gs://logs/cloudaudit.googleapis.com/",
      "gs://logs/**/00:*")
    #expect(result.status == 0)
    let first = "gs://logs/cloudaudit.googleapis.com/activity/2026/11/22/00:00:00_00:59:59_S0.json"
    #expect(result.programErrorLines == ["\(first) is the same as \(first) and is read once"])
    let report = try result.report()
    #expect(report.books.sources == 3)
    #expect(report.books.entries == 16)
    #expect(report.books.denials == 4)
    report.expectBalance()
  }

  @Test func `what is not there is said with gcloud's words`() throws {
    let result = try run("gs://logs/nothing.json", "gs://other/", "gs://logs/none/")
    #expect(result.status == 2)
    let lines = result.programErrorLines
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("cannot read gs://logs/nothing.json: gcloud failed: ERROR: "))
    #expect(lines[1].hasPrefix("cannot read gs://other/: gcloud failed: ERROR: "))
    #expect(lines[2] == "no files to read in gs://logs/none/")
    #expect(lines[3] == "nothing to report: no input could be read")
  }
}

extension ProgramResult {
  /// The lines of `denials-report` alone: the emulator talks, too.
  fileprivate var programErrorLines: [String] {
    let name = "denials-report: "
    return errors.split(separator: "\n").filter { $0.hasPrefix(name) }
      .map { String($0.dropFirst(name.count)) }
  }
}
