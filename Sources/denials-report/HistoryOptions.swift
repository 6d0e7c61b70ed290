import ArgumentParser
import AuditLog
import DenialHistory
import DenialsReport

/// What other nights found.
struct HistoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Remember what was found in this SQLite file, made if it is not there: each denial counts once \
      however often it is read, and the report leads with what is new.
      """, valueName: "file"),
    completion: .file())
  var history: String?

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    #if !History
      if history != nil {
        throw ValidationError(
          "--history is not in this build: it was made without the trait History")
      }
    #endif
  }

  #if History
    /// Opens the history that was asked for, or makes it.
    ///
    /// - Throws: The end of the command: hours of reading would be lost.
    func open(_ console: Console) throws -> HistoryFile? {
      guard let history else { return nil }
      return try console.orFail {
        try HistoryFile(path: history, name: InputPath(history).displayName, for: .write)
      }
    }
  #endif
}

/// When a finding is quiet.
struct QuietOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "After how long without a denial a finding is quiet, as 36h, 7d or 2w.",
      valueName: "duration"))
  var quietAfter = "7d"

  func validate() throws {
    _ = try nanoseconds()
  }

  /// The time after which it is.
  func nanoseconds() throws -> Int64 {
    let start = Timestamp(nanosecondsSince1970: 0)
    guard let end = start.later(byDuration: quietAfter) else {
      throw ValidationError(
        "--quiet-after takes a duration such as 36h, 7d or 2w, not '\(quietAfter)'")
    }
    return end.nanosecondsSince1970
  }
}
