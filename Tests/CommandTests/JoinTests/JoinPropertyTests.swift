import Foundation
import Testing

/// What entries are joined to does not depend on their order, their files or the workers.
struct JoinPropertyTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `any order, any division into files and any number of workers give one report`(
    seed: UInt64
  ) throws {
    let workspace = try Workspace()
    // Entries without an insertId are told apart by their place, so that copies stay copies.
    let lines = JoinedLog(seed: seed, groupCount: 60).lines
    let expected = try workspace.json(workspace.file("whole", lines: lines))
    let report = try expected.report()
    report.expectBalance()
    #expect(report.books.merged.values.reduce(0, +) > 5)
    var generator = SeededGenerator(seed: seed)
    for round in 0..<3 {
      let shuffled = lines.shuffled(using: &generator)
      let paths = try (0..<3).map { shard in
        let part = shuffled.enumerated().filter { $0.offset % 3 == shard }.map(\.element)
        return try workspace.file("\(round)-\(shard)", lines: part)
      }
      let division = ["--jobs", "\(round * 3 + 1)", "--batch-bytes", "\(1 << (4 * round + 8))"]
      let result = try workspace.run(["-f", "json"] + division + paths)
      #expect(withoutPacking(result.text) == withoutPacking(expected.text))
    }
  }

  @Test(arguments: 21...26 as ClosedRange<UInt64>)
  func `records of parts, in any order and more than once, join as the logs do`(
    seed: UInt64
  ) throws {
    let workspace = try Workspace()
    let lines = JoinedLog(seed: seed, groupCount: 60).lines
    var paths: [String] = []
    var records: [String] = []
    for shard in 0..<3 {
      let part = lines.enumerated().filter { $0.offset % 3 == shard }.map(\.element)
      paths.append(try workspace.file("\(shard).jsonl", lines: part))
      records.append(try workspace.file("\(shard).ndjson", workspace.extract(paths[shard]).output))
    }
    let expected = try workspace.run(["-f", "json"] + paths).output
    let orders = [records, records.reversed(), records + records, [records[1]] + paths]
    for order in orders {
      #expect(try workspace.run(["-f", "json"] + order).output == expected, "\(order)")
    }
  }
}
