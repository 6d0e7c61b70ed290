import ArgumentParser
import AuditLog
import DenialsReport

/// What time it is for the run.
struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The clock of the run, RFC 3339, instead of now or SOURCE_DATE_EPOCH.", valueName: "time"))
  var now: String?

  func validate() throws {
    if now != nil { _ = try time() }
  }

  /// The time of the run: `--now`, SOURCE_DATE_EPOCH, or now.
  func time() throws -> Timestamp {
    if let now {
      guard let timestamp = Timestamp(now) else {
        throw ValidationError("--now takes an RFC 3339 time such as 2026-11-23T02:00:00Z")
      }
      return timestamp
    }
    guard let text = ProcessFacts.environment("SOURCE_DATE_EPOCH") else { return ProcessFacts.now }
    guard let epoch = Int64(text), (0...9_000_000_000).contains(epoch) else {
      throw ValidationError("SOURCE_DATE_EPOCH must be seconds since 1970, from 0 to 9000000000")
    }
    return Timestamp(nanosecondsSince1970: epoch * 1_000_000_000)
  }
}
