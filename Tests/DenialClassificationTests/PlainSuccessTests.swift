import AuditLog
import Foundation
import Testing

@testable import DenialClassification

/// What one look calls a plain success is one to the full reading as well.
struct PlainSuccessTests {
  private static let countPerSeed = 2500

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `generated entries are judged alike at a glance and in full`(seed: UInt64) throws {
    var generator = EntryGenerator(seed: seed)
    var plainCount = 0
    var answers: [Answer: Int] = [:]
    for _ in 0..<Self.countPerSeed {
      let line = generator.line()
      if try isPlainAndAlike(line) { plainCount += 1 }
      answers[Answer(Judgement(try LogEntry(line: line.utf8.span)).verdict), default: 0] += 1
    }
    // A generator of one kind of entry would prove nothing.
    #expect(plainCount > Self.countPerSeed / 5)
    let others = [
      Answer(.softDeny), Answer(.dryRun), Answer(.vpcServiceControlsDryRun),
      Answer(.notAnAuditEntry),
      Answer(.unspecified), Answer(.rateLimit), Answer(.capacity),
    ]
    #expect(others.filter { answers[$0] == nil } == [])
    #expect((answers[Answer(.ok)] ?? 0) >= plainCount)
  }

  @Test func `labelled entries are judged alike at a glance and in full`() throws {
    let plain = try LabelledCase.fixtures.filter { try isPlainAndAlike($0.line) }
    #expect(!plain.isEmpty)
  }

  @Test(
    .enabled(if: TestFiles.canUnpack, "gzip is missing: the sample logs were not read"),
    arguments: (try? TestFiles.paths(below: "sample-logs", endings: [".gz", ".json"])) ?? [])
  func `sample logs are judged alike at a glance and in full`(path: String) throws {
    let lines = try TestFiles.lines(of: path)
    #expect(!lines.isEmpty)
    for line in lines where !line.isEmpty { _ = try isPlainAndAlike(line) }
  }

  @Test(
    .enabled(
      if: TestFiles.exists("../shared/corpus"),
      "../shared/corpus is not beside this repository: published entries were not read"))
  func `published entries are judged alike at a glance and in full`() throws {
    var plainCount = 0
    let paths = try TestFiles.paths(below: "../shared/corpus", endings: [".jsonl"])
    for path in paths {
      for line in try TestFiles.lines(of: path) where try isPlainAndAlike(line) { plainCount += 1 }
    }
    #expect(paths.count >= 7 && plainCount > 100)
  }

  /// Whether a line is a plain success; that the full reading says the same is expected.
  private func isPlainAndAlike(_ line: String) throws -> Bool {
    let bytes = Array(line.utf8)
    let span = bytes.span
    let outline = try LineOutline(line: span)
    guard outline.isPlainSuccess(in: span) else { return false }
    let entry = try LogEntry(line: span)
    let time = outline.timestamp.flatMap { range in
      Timestamp(utf8: bytes.span.extracting(range.start..<range.end))
    }
    let isAlike = Judgement(entry).verdict.answer == .other(.ok) && time == entry.timestamp
    #expect(isAlike, "\(line.prefix(2000))")
    return true
  }
}
