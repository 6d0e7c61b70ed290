import AuditLog
import Testing

@testable import DenialsReport

/// What the name of a sink's file says, and which files it spares.
struct SinkHoursTests {
  @Test(arguments: [
    ("bucket/activity/2026/11/21/14:00:00_14:59:59_S0.json", "14:00:00", "15:00:00"),
    ("2026/11/21/14:00:00_14:59:59_S12.json", "14:00:00", "15:00:00"),
    ("/data/2026/11/21/00:00:00_00:59:59_A0.json", "00:00:00", "01:00:00"),
    ("x/2026/11/21/14:00:00_14:59:59_A0:1795274100.json", "14:00:00", "15:00:00"),
    ("x/2026/11/21/14:00:00_14:59:59_S0.json.gz", "14:00:00", "15:00:00"),
    ("x//../2026/11/21/14:00:00_14:59:59_A10:1.json.gz", "14:00:00", "15:00:00"),
    ("x/2026/11/21/14:30:00_14:44:59_S0.json", "14:30:00", "14:45:00"),
  ])
  func `a sink's file has its hours in its path`(path: String, start: String, end: String) throws {
    let hours = try #require(SinkHours(InputPath(path)))
    #expect(hours.start.description == "2026-11-21T\(start)Z")
    #expect(hours.end.description == "2026-11-21T\(end)Z")
  }

  @Test(arguments: [
    "", "/", "14:00:00_14:59:59_S0.json", "11/21/14:00:00_14:59:59_S0.json",
    "2026/11/31/14:00:00_14:59:59_S0.json", "2026/13/21/14:00:00_14:59:59_S0.json",
    "26/11/21/14:00:00_14:59:59_S0.json", "2026/1/21/14:00:00_14:59:59_S0.json",
    "2026-11-21/14:00:00_14:59:59_S0.json", "2026/11/21/14/14:00:00_14:59:59_S0.json",
    "2026/11/21/14:00:00_14:59:59_S0.json/", "2026/11/21/14:00:00_14:59:59_S0.jsonl",
    "2026/11/21/14:00:00_14:59:59_S0", "2026/11/21/14:00:00_14:59:59_S.json",
    "2026/11/21/14:00:00_14:59:59_B0.json", "2026/11/21/14:00:00_14:59:59_s0.json",
    "2026/11/21/14:00:00_14:59:59_S0_1.json", "2026/11/21/14:00:00_14:59:59.json",
    "2026/11/21/14:00_14:59_S0.json", "2026/11/21/24:00:00_24:59:59_S0.json",
    "2026/11/21/14:59:59_14:00:00_S0.json", "2026/11/21/14:00:00_14:59:59_A0:.json",
    "2026/11/21/14:00:00_14:59:59_A0:1:2.json", "2026/11/21/14:00:00_14:59:59_S0.json.bak",
    "2026/11/21/.14:00:00_14:59:59_S0.json", "2026/11/21/14:00:00_14:59:59_S\u{662}.json",
    "2026/11/21/14:00:00Z_14:59:59Z_S0.json", "logs/audit.json",
  ])
  func `no other path says anything`(path: String) {
    #expect(SinkHours(InputPath(path)) == nil)
  }

  @Test func `a path that is no text says nothing`() {
    #expect(SinkHours(InputPath(bytes: [0xff, 0x2f, 0x80, 0x2f, 0xc3, 0x2f, 0x28])) == nil)
  }

  /// The file is of 14:00 to 15:00; three hours more count on both sides.
  @Test(arguments: [
    ("2026-11-21T17:59:59.9Z", nil, false), ("2026-11-21T18:00:00Z", nil, true),
    (nil, "2026-11-21T11:00:00Z", true), (nil, "2026-11-21T11:00:00.1Z", false),
    ("2026-11-21T14:00:00Z", "2026-11-21T15:00:00Z", false), (nil, nil, false),
    ("2026-11-21T00:00:00Z", "2026-11-21T08:00:00Z", true),
    ("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z", true),
  ])
  func `three hours away is outside`(since: String?, until: String?, areOutside: Bool) throws {
    let hours = try #require(
      SinkHours(InputPath("x/2026/11/21/14:00:00_14:59:59_S0.json")))
    let window = TimeWindow(
      since: since.flatMap { Timestamp($0) }, until: until.flatMap { Timestamp($0) })
    #expect(hours.areOutside(window) == areOutside)
  }

  private static let window = TimeWindow(since: Timestamp("2026-11-21T14:00:00Z"))
  private static let early = "tree/2026/11/21/04:00:00_04:59:59_S0.json"

  @Test func `a file of other hours is spared if it is met, not if it is named`() throws {
    let directory = try InputDirectory()
    let early = try directory.file(Self.early)
    let late = try directory.file("tree/2026/11/21/14:00:00_14:59:59_S0.json")
    let other = try directory.file("tree/2026/11/21/notes.json")
    func list(_ names: String..., window: TimeWindow = Self.window) -> InputList {
      InputList(paths: names.map { directory.path($0) }, window: window)
    }
    let walked = list("tree")
    #expect(walked.inputs.map(\.origin) == [late, other])
    #expect(walked.skippedFileCount == 1)
    #expect(walked.entries.last == .notice(.skippedHours(count: 1)))
    #expect(list("tree", window: TimeWindow()).inputs.map(\.origin) == [early, late, other])
    #expect(list("tree", window: TimeWindow()).skippedFileCount == 0)
    let named = list(Self.early)
    #expect(named.inputs.map(\.origin) == [early])
    #expect(named.skippedFileCount == 0)
    // In either order, named is named.
    for list in [list("tree", Self.early), list(Self.early, "tree")] {
      #expect(Set(list.inputs.map(\.origin)) == [early, late, other])
      #expect(list.skippedFileCount == 0)
      #expect(!list.entries.contains(.notice(.skippedHours(count: 1))))
    }
    // A directory that holds nothing else is not without files.
    let directoryAlone = list(
      "tree/2026", window: TimeWindow(since: Timestamp("2027-01-01T00:00:00Z")))
    #expect(directoryAlone.entries.last == .notice(.skippedHours(count: 2)))
    #expect(list("tree", "tree").skippedFileCount == 1)
  }
}
