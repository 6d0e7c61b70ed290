import ArgumentParser
import AuditLog
import DenialsReport

/// How suggested bindings are written.
struct GrantOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Let suggested bindings end after such a time, as 30m, 4h or 7d from the clock of the run, \
      where their target takes an IAM condition.
      """, valueName: "duration"))
  var grantFor: String?

  /// When suggested bindings end; the clock is asked only if they do.
  func end(now: @autoclosure () throws -> Timestamp) throws -> Timestamp? {
    guard let grantFor else { return nil }
    guard let end = try now().later(byDuration: grantFor) else {
      throw ValidationError(
        "--grant-for takes a duration such as 90m, 4h, 7d or 2w, not '\(grantFor)'")
    }
    return end
  }
}
