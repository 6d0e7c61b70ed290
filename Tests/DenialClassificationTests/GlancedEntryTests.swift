import AuditLog
import Testing

@testable import DenialClassification

/// An entry that a glance has found is the one that a careful reading finds.
struct GlancedEntryTests {
  @Test(arguments: 5...8 as ClosedRange<UInt64>)
  func `generated entries are the same, quickly read and carefully`(seed: UInt64) throws {
    var generator = EntryGenerator(seed: seed)
    var seenCount = 0
    for _ in 0..<500 where try isGlancedAndSame(generator.line()) { seenCount += 1 }
    #expect(seenCount > 50)
  }

  /// Whether a line is seen at a glance; that it is then read alike is expected.
  private func isGlancedAndSame(_ line: String) throws -> Bool {
    let before = Array("{\"a\":1}\n".utf8)
    let bytes = before + Array(line.utf8) + [UInt8](repeating: 0x0a, count: 129)
    guard let glance = LineGlance(bytes.span, from: before.count) else { return false }
    let quick = shown(Result { try LogEntry(glance, in: bytes.span) })
    let careful = shown(Result { try LogEntry(line: line.utf8.span) })
    #expect(quick == careful, "\(line.prefix(2000))")
    return true
  }

  private func shown(_ entry: Result<LogEntry, any Error>) -> String {
    var text = ""
    dump(entry, to: &text)
    return text
  }
}
