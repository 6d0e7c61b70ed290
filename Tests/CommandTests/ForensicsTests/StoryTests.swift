import Foundation
import Testing

/// What one principal was refused, in the order of time.
struct StoryTests {
  private struct Story: Decodable {
    let principal: String
    let member: String?
    let denials: Int
    let denialsLeftOut: Int
    let callerIps: [Sighting]
    let keys: [Sighting]
    let delegations: [Sighting]
    let permissions: [Sighting]
    let bursts: [Burst]

    struct Sighting: Decodable {
      let value: String
      let denials: Int
      let firstSeen: String?
    }

    struct Burst: Decodable {
      let start: String?
      let end: String?
      let denials: Int
      let steps: [Step]
    }

    struct Step: Decodable {
      let denials: Int
      let permissions: [String]
      let newPermissions: [String]
      let resources: [String]
      let otherResources: Int
      let insertIds: [String]
      let source: String
      let line: Int
    }
  }

  private func story(_ arguments: [String], in workspace: Workspace) throws -> Story {
    let result = try workspace.run(["story", "-f", "json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Story.self, from: result.output)
  }

  /// Entries at seconds after ten, of one principal.
  private func entries(_ seconds: [Double?], permission: (Int) -> String = { _ in "a.b.get" })
    -> [String]
  {
    seconds.enumerated().map { index, second in
      let time = second.map { second -> String in
        let (whole, part) = (Int(second), Int((second * 1000).rounded()) % 1000)
        let digits = [whole / 60, whole % 60, part].map { String($0 + 1000).suffix(3) }
        return "2026-11-22T10:\(digits[0].suffix(2)):\(digits[1].suffix(2)).\(digits[2])Z"
      }
      return EntryText(insertID: "i\(index)", timestamp: time, permission: permission(index)).line
    }
  }

  @Test func `five minutes between two denials are in a burst, and more begin another`() throws {
    let workspace = try Workspace()
    let lines = entries([600.001, 0, 300, 900.002, nil, 1200.002])
    try workspace.file("b.jsonl", lines: Array(lines.prefix(2)))
    try workspace.file("a.jsonl", lines: Array(lines.dropFirst(2)))
    let told = try story(["app@*", "b.jsonl", "a.jsonl"], in: workspace)
    #expect(told.denials == 6)
    #expect(told.bursts.map(\.denials) == [2, 1, 2, 1])
    #expect(
      told.bursts.map(\.start) == [
        "2026-11-22T10:00:00Z", "2026-11-22T10:10:00.001Z", "2026-11-22T10:15:00.002Z", nil,
      ])
    #expect(
      told.bursts.map { $0.steps.flatMap(\.insertIds) } == [
        ["i1", "i2"], ["i0"], ["i3", "i5"], ["i4"],
      ])
    try #require(told.bursts.count == 4)
    #expect(told.bursts[1].steps[0].source == "b.jsonl" && told.bursts[1].steps[0].line == 1)
  }

  @Test func `the order of files, workers and batches shows nowhere`() throws {
    let workspace = try Workspace()
    let lines = entries((0..<40).map { Double($0 * 7 % 40) * 70 }) { "a.b.verb\($0 % 3)" }
    try workspace.file("a.jsonl", lines: Array(lines.prefix(15)))
    try workspace.file("b.jsonl", lines: Array(lines.dropFirst(15)))
    let first = try workspace.run(["story", "app@", "-f", "json", "a.jsonl", "b.jsonl"])
    for arguments in [
      ["b.jsonl", "a.jsonl"], ["a.jsonl", "b.jsonl", "--jobs", "1"],
      ["a.jsonl", "b.jsonl", "a.jsonl", "--jobs", "3", "--batch-bytes", "3000"],
    ] {
      let other = try workspace.run(["story", "app@", "-f", "json"] + arguments)
      #expect(other.output == first.output)
    }
  }

  @Test func `equal denials are one step, and what is refused for the first time is marked`() throws
  {
    let workspace = try Workspace()
    var lines = (0..<9).map { index in
      EntryText(
        insertID: "i\(index)", timestamp: "2026-11-22T10:00:0\(index)Z", resource: "r/\(index)",
        permission: "a.b.get"
      ).line
    }
    lines.append(
      EntryText(insertID: "j", timestamp: "2026-11-22T10:00:09Z", permission: "a.b.set").line)
    lines.append(
      EntryText(insertID: "k", timestamp: "2026-11-22T10:00:10Z", permission: "a.b.get").line)
    try workspace.file("a.jsonl", lines: lines)
    let told = try story(["app@", "a.jsonl"], in: workspace)
    let steps = try #require(told.bursts.first?.steps)
    #expect(steps.map(\.denials) == [9, 1, 1])
    #expect(steps.map(\.newPermissions) == [["a.b.get"], ["a.b.set"], []])
    #expect(steps[0].resources == (0..<5).map { "r/\($0)" } && steps[0].otherResources == 4)
    #expect(steps[0].insertIds == ["i0", "i1", "i2", "i3", "i4"])
    #expect(told.permissions.map(\.value) == ["a.b.get", "a.b.set"])
    #expect(told.permissions.map(\.denials) == [10, 1])
  }

  @Test func `the sample's intruder is told with address, key and delegation`() throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("all.jsonl.gz")
    let told = try story(["ci-legacy@*", path], in: workspace)
    #expect(told.member == "serviceAccount:\(told.principal)")
    #expect(told.callerIps.map(\.value) == ["198.51.100.66"])
    #expect(told.permissions.count == 12 && told.bursts.count == 1)
    let text = try workspace.run(["story", "ci-legacy@*", path])
    #expect(text.lines.first == told.principal)
    #expect(text.text.contains("Burst 1: "))
    for step in try #require(told.bursts.first).steps {
      let id = try #require(step.insertIds.first)
      #expect(text.text.contains(id))
    }
  }

  @Test func `a story is of one principal`() throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("all.jsonl.gz")
    let several = try workspace.run(["story", "acme", path])
    #expect(several.status == 2 && several.output.isEmpty)
    #expect(several.errors.contains("principals fit acme: "))
    let none = try workspace.run(["story", "nobody\u{1B}[2J", path])
    #expect(none.status == 2)
    #expect(none.errorLines == [#"nobody who fits nobody\u{1B}[2J was refused anything"#])
    #expect(try workspace.run(["story", "", path]).status == 64)
    #expect(try workspace.run(["story", "x", "nothing.jsonl"]).status == 2)
  }

  @Test(arguments: ["\u{1B}[2J", "\u{202E}x", "a\nb", "\u{7}", "太郎"])
  func `a terminal is shown what the log says, and obeys nothing`(text: String) throws {
    let workspace = try Workspace()
    var entry = EntryText(method: text, resource: text)
    (entry.userAgent, entry.callerIP) = (text, text)
    entry.principal = "x" + text
    try workspace.file("a.jsonl", lines: [entry.line])
    let result = try workspace.run(["story", "x", "a.jsonl"])
    #expect(result.status == 0)
    let isShown = result.text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x202E && scalar.value != 0x7F
    }
    #expect(isShown)
  }
}
