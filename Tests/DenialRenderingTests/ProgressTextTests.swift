import DenialAggregation
import Testing

@testable import DenialRendering

struct ProgressTextTests {
  private static func moment(_ change: (inout RunMoment) -> Void = { _ in }) -> RunMoment {
    var moment = RunMoment()
    moment.readBytes = 61_400_000
    moment.totalBytes = 128_000_000
    moment.textBytes = 490_000_000
    moment.entries = 230_112
    moment.denials = 1
    moment.sourceName = "logs/2026/11/22/00:00:00_00:59:59_S0.json"
    moment.begunCount = 2
    moment.sourceCount = 16
    change(&moment)
    return moment
  }

  @Test(
    arguments: [
      (
        160,
        "▕████▊     ▏  47 %  61 MB of 128 MB  230,112 entries  1 denial  0:02 left  490 MB/s  2/16 "
          + "logs/2026/11/22/00:00:00_00:59:59_S0.json"
      ),
      (
        100,
        "▕████▊     ▏  47 %  61 MB of 128 MB  230,112 entries  1 denial  0:02 left  490 MB/s  2/16 logs/…json"
      ),
      (80, "▕████▊     ▏  47 %  61 MB of 128 MB  230,112 entries  1 denial  0:02 left"),
      (40, "47 %  61 MB of 128 MB  230,112 entries"), (10, "47 %"), (3, "47…"),
    ] as [(Int, String)])
  func `what finds no room is left out, the least important first`(columns: Int, line: String) {
    let text = ProgressText.line(Self.moment(), seconds: 1, columns: columns)
    #expect(text == line)
    #expect(columnCount(of: text) <= columns)
  }

  @Test func `of a pipe nobody knows how much is left`() {
    let moment = Self.moment { moment in
      moment.totalBytes = nil
      moment.sourceCount = 1
      moment.sourceName = "(standard input)"
    }
    #expect(
      ProgressText.line(moment, seconds: 2, columns: 80)
        == "61 MB read  230,112 entries  1 denial  245 MB/s  (standard input)")
  }

  @Test(
    arguments: [
      (0, "0 B read"), (999, "999 B read"), (1_000, "1.0 kB read"), (9_949, "9.9 kB read"),
      (9_950, "10 kB read"), (999_499, "999 kB read"), (999_500, "1.0 MB read"),
      (1_240_000_000, "1.2 GB read"), (25_000_000_000_000, "25 TB read"),
    ] as [(Int, String)])
  func `sizes have two digits or more`(byteCount: Int, text: String) {
    let moment = Self.moment { moment in
      moment.totalBytes = nil
      moment.readBytes = byteCount
    }
    #expect(ProgressText.line(moment, seconds: 1, columns: 15).hasPrefix(text))
  }

  @Test(
    arguments: [(1.0, "0:02 left"), (59.5, "1:05 left"), (3_400, "1:01:28 left")]
      as [(Double, String)])
  func `the time that is left is told as clocks tell it`(seconds: Double, text: String) {
    let line = ProgressText.line(Self.moment(), seconds: seconds, columns: 90)
    #expect(line.contains("  \(text)"))
  }

  @Test func `a file that has grown meanwhile is read to at most all of it`() {
    let moment = Self.moment { $0.readBytes = 129_000_000 }
    #expect(ProgressText.line(moment, seconds: 1, columns: 70).contains("100 %"))
  }

  @Test(arguments: Sample.hostileValues)
  func `a name is shown, never obeyed, and never too long`(name: String) {
    let moment = Self.moment { $0.sourceName = name }
    for columns in [2, 60, 100, 118, 119, 200] {
      let line = ProgressText.line(moment, seconds: 1, columns: columns)
      #expect(printable(line) == line)
      #expect(columnCount(of: line) <= columns)
    }
  }
}
