import ArgumentParser
import DenialsReport

/// How long one core takes to scan, judge and tally text in memory; `scripts/benchmark` runs it.
@main
struct ScanBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan-benchmark",
    abstract: "Measures how long one core takes to scan, judge and tally logs in memory.",
    discussion: "Prints the size of the text and the seconds of each pass, a line each.")

  @Option(help: "How many passes to make.")
  var runs = 3

  @Flag(help: "Only scan: neither judge nor tally.")
  var scanOnly = false

  @Argument(help: "Logs, gzipped or not; they are inflated before the clock starts.")
  var files: [String]

  func run() throws {
    let scan = try MemoryScan(reading: files.map { InputPath($0) })
    let clock = ContinuousClock()
    for _ in 0..<runs {
      var entryCount = 0
      let duration = clock.measure {
        entryCount = scanOnly ? scan.scannedEntryCount() : scan.entryCount()
      }
      guard entryCount > 0 else { throw ValidationError("there are no log entries in these files") }
      print("\(scan.byteCount)\t\(duration / .seconds(1))")
    }
  }
}
