import ArgumentParser
import AuditLog
import DenialAggregation
import DenialsReport

/// Which entries and which denials count.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Only entries from this time on: 2026-11-22T10:00:00Z, a date or time in UTC such as 2026-11-22 \
      or 2026-11-22T10:00, or a time ago: 90m, 24h, 7d, 2w.
      """, valueName: "time"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only entries before this time; a date is its first moment, so the day itself is left out.",
      valueName: "time"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      """
      Only denials of these principals. As all options below: a part of the name, or a pattern for \
      the whole of it with * and ?; letter case does not matter; may be given several times.
      """, valueName: "text or pattern"))
  var principal: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only denials in these projects, by id or number as the log has it.",
      valueName: "text or pattern"))
  var project: [String] = []

  @Option(
    help: ArgumentHelp("Only denials by these services.", valueName: "text or pattern"),
    completion: .list(["aiplatform.googleapis.com"]))
  var service: [String] = []

  @Option(help: ArgumentHelp("Only denials of these methods.", valueName: "text or pattern"))
  var method: [String] = []

  @Option(
    help: "Only denials with these codes: 1152, 1153, 1100, or their names.",
    completion: .list(DenialFilter.codeWords))
  var code: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only denials for these causes: missing-role, quota*, …; a cause that is named in full is meant alone.",
      valueName: "cause or pattern"),
    completion: .list(DenialFilter.causeWords))
  var cause: [String] = []

  func validate() throws {
    _ = try filter()
  }

  /// Puts what was asked for into the options of a run.
  func apply(to options: inout RunOptions, now: @autoclosure () throws -> Timestamp) throws {
    options.window = try window(now: try now())
    options.filter = try filter()
  }

  /// The time of the entries that count; the clock is asked only if there is a bound.
  func window(now: @autoclosure () throws -> Timestamp) throws -> TimeWindow {
    if since == nil, until == nil { return TimeWindow() }
    let moment = try now()
    do {
      return try TimeWindow(since: since, until: until, now: moment)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private func filter() throws -> DenialFilter {
    do {
      return try DenialFilter(
        principals: principal, projects: project, services: service, methods: method, codes: code,
        causes: cause)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
