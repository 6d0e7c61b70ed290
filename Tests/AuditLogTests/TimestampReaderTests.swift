import Testing

@testable import AuditLog

struct TimestampReaderTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a reader that has read others reads what a new one does`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let days = [
      "2026-11-22T10", "2026-11-22T11", "2026-11-22t10", "1677-12-31T23", "2261-12-31T23",
    ]
    let clocks = [":00:00", ":59:59", ":59:60", ":60:00", ":5:00:0", ":07:09", "-00:00", ":0a:00"]
    let fractions = ["", "", ".1", ".123456", ".123456789", ".1234567891", ".", ".12a", ",5"]
    let zones = ["Z", "Z", "Z", "Z", "z", "+01:00", "-00:30", "", "Z ", "+1"]
    var reader = TimestampReader()
    var readCount = 0
    for _ in 0..<20_000 {
      let parts = [days, clocks, fractions, zones].map { $0.randomElement(using: &generator) ?? "" }
      let text = Array(parts.joined().utf8)
      let expected = Timestamp(utf8: text.span)
      let timestamp = reader.timestamp(text.span)
      #expect(timestamp == expected, "\(String(decoding: text, as: UTF8.self))")
      if timestamp != nil { readCount += 1 }
    }
    #expect(readCount > 3000)
  }

  @Test func `a text of any length is no timestamp unless it is one`() {
    var reader = TimestampReader()
    let text = Array("2026-11-22T10:00:00.123456789Z".utf8)
    for _ in 0..<2 {
      for count in 0...text.count {
        let part = Array(text[..<count])
        let timestamp = reader.timestamp(part.span)
        #expect((timestamp != nil) == (count == text.count))
      }
    }
  }
}
