import AuditLog
import DenialClassification
import Testing

@testable import DenialAggregation

struct NightNotesTests {
  private static func record(_ number: Int) -> OpenRecord {
    OpenRecord(
      kind: .denial, key: .init(high: UInt64(number % 7), low: UInt64(number)), order: 1,
      timestamp: Timestamp(nanosecondsSince1970: Int64(number)), line: "\(number)")
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `the latest open records are kept, in whatever order and parts they come`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let records = (0..<500).map(Self.record).shuffled(using: &generator)
    var parts = (0..<3).map { _ in OpenRecords(limit: 40) }
    for (index, record) in records.enumerated() { parts[index % 3].insert(record) }
    for part in parts.dropFirst() { parts[0].merge(part) }
    #expect(parts[0].latest.map(\.line) == (460..<500).reversed().map { "\($0)" })
  }

  @Test func `of copies that differ the one with the smaller order is kept`() {
    var records = OpenRecords(limit: 4)
    for order in [3, 1, 2] as [UInt64] {
      var record = Self.record(9)
      (record.order, record.line) = (order, "\(order)")
      records.insert(record)
    }
    #expect(records.latest.map(\.line) == ["1"])
  }

  @Test func `a denial has one key in all runs, and each part of an entry its own`() {
    let head = EntryHead(insertID: "i", timestampText: "2026-11-22T10:00:00Z", logName: "l")
    let time = Timestamp(head.timestampText)
    let key = DenialSighting.Key(head, timestamp: time, partIndex: 0)
    // Written down: what a history holds must be found by every later version.
    #expect((key.high, key.low) == (119_936_355_554_237_647, 4_443_424_246_816_893_797))
    let others = [
      DenialSighting.Key(head, timestamp: time, partIndex: 1),
      DenialSighting.Key(head, timestamp: nil, partIndex: 0),
      DenialSighting.Key(fingerprint: "i", byteOffset: 0),
    ]
    #expect(Set(others + [key]).count == 4)
  }
}
