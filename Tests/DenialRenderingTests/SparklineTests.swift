import Testing

@testable import DenialAggregation
@testable import DenialRendering

struct SparklineTests {
  private func window(_ first: String?, _ last: String?) -> ReportWindow {
    var window = Sample.rich.window
    (window.firstEntry, window.lastEntry) = (first, last)
    return window
  }

  private func finding(_ perHour: [(String, Int)]) -> Finding {
    var finding = Sample.rich.principals[0].findings[0]
    finding.perHour = perHour.map { ValueCount(remembered: $0.0, denials: $0.1) }
    return finding
  }

  @Test func `one bar a step, the highest for the most, and a point for none`() throws {
    let window = window("2026-11-22T00:10:00Z", "2026-11-22T09:59:59Z")
    let line = try #require(Sparkline(window, limit: 24))
    let finding = finding(
      (0..<10).map { ("2026-11-22T0\($0):00:00Z", $0 == 9 ? 0 : $0) })
    #expect(line.bars(of: finding) == "·▁▂▃▄▅▆▇█·")
    #expect(line.legend == "bars: 1 hour each")
  }

  @Test(
    arguments: [
      ("2026-11-22T00:10:00Z", "2026-11-22T23:10:00Z", "1 hour"),
      ("2026-11-22T00:10:00Z", "2026-11-23T00:10:00Z", "2 hours"),
      ("2026-11-20T00:05:00Z", "2026-11-21T23:57:00Z", "2 hours"),
      ("2026-11-01T00:10:00Z", "2026-11-14T00:10:00Z", "1 day"),
      ("2026-01-01T00:10:00Z", "2026-11-14T00:10:00Z", "14 days"),
    ])
  func `steps are as short as there is room for them`(first: String, last: String, length: String)
    throws
  {
    let line = try #require(Sparkline(window(first, last), limit: 24))
    #expect(line.legend == "bars: \(length) each")
    let bars = try #require(line.bars(of: finding([(last, 2)])))
    #expect((2...24).contains(columnCount(of: bars)) && bars.last == "█")
  }

  @Test func `what is too long ago for the longest steps is left out`() throws {
    let window = window("1996-11-22T00:10:00Z", "2026-11-22T09:59:59Z")
    let line = try #require(Sparkline(window, limit: 24))
    let finding = finding([("1997-01-01T00:00:00Z", 7), ("2026-11-22T09:00:00Z", 2)])
    let bars = try #require(line.bars(of: finding))
    #expect(bars == String(repeating: "·", count: 23) + "█")
  }

  @Test func `there are none for one step, one denial or no time`() throws {
    let hour = "2026-11-22T10:00:00Z"
    #expect(Sparkline(window(nil, nil), limit: 24) == nil)
    #expect(Sparkline(window(hour, "2026-11-22T10:59:00Z"), limit: 24) == nil)
    #expect(Sparkline(window("x", "y"), limit: 24) == nil)
    let line = try #require(Sparkline(window(hour, "2026-11-22T12:59:00Z"), limit: 24))
    #expect(line.bars(of: finding([(hour, 1)])) == nil)
    #expect(line.bars(of: finding([])) == nil)
    #expect(line.bars(of: finding([("x", 3), ("2027-11-22T10:00:00Z", 3)])) == nil)
  }
}
