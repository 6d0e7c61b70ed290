package import DenialAggregation

/// The job beside the report: logs in, some entries explained.
package enum ExplainRun {
  /// Which entries are to be explained.
  package enum Selection: Hashable, Sendable {
    /// The denials; all entries if none is a denial.
    case denials
    /// The one on this line of the only source, from 1.
    case line(Int)
    /// All that have this insertId, copies too.
    case insertID(String)
  }

  /// How many entries are explained at most if nobody chose them.
  package static let defaultLimit = 3
  /// The most that may be asked for: explanations are kept until all input is read.
  package static let greatestLimit = 1000

  /// What a run comes to.
  package struct Outcome: Sendable {
    package let report: ExplanationReport
    /// Whether at least one input could be read.
    package let hasReadableInput: Bool
    /// What was read: all of the input, but for a selection by line, which ends the reading.
    package let books: Books
    /// Why there is nothing to show; `nil` if there is something.
    package let absence: ExplainError?
  }

  /// Explains the selected entries.
  ///
  /// Input that cannot be read is told to `diagnose` as in a report.
  /// - Parameters:
  ///   - paths: Files, directories, or `-` for standard input.
  ///   - selection: Which entries.
  ///   - limit: How many at most, the first ones.
  ///   - options: How to read them; one worker does it.
  ///   - toolVersion: What JSON says made the explanations.
  ///   - diagnose: Called on the caller's thread.
  /// - Returns: Explanations in the order of the input.
  /// - Throws: `notOneSource`, before anything is read.
  package static func explain(
    _ paths: [InputPath], selection: Selection, limit: Int, options: RunOptions,
    toolVersion: String, diagnose: @escaping (Diagnostic) -> Void
  ) throws(ExplainError) -> Outcome {
    let list = InputList(paths: paths)
    if case .line = selection, list.inputs.count > 1 { throw .notOneSource(list.inputs.count) }
    var search = EntrySearch(
      selection: selection, limit: limit, options: options, toolVersion: toolVersion,
      diagnose: diagnose)
    for (index, entry) in list.entries.enumerated() where !search.isFinished {
      search.read(entry, index: index)
    }
    return search.finish()
  }
}

/// Why there is nothing to explain.
package enum ExplainError: Error, Hashable, Sendable {
  /// A line was asked for, and the paths lead to so many sources.
  case notOneSource(Int)
  /// The source ends before the line that was asked for.
  case noSuchLine(Int, lineCount: Int)
  /// No entry has the insertId.
  case noSuchInsertID(entryCount: Int)
  /// The input holds no entry.
  case noEntry
}

extension ExplainError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notOneSource(let count):
      "--line takes a line of one source, and there are \(count): name one file"
    case .noSuchLine(let lineNumber, let lineCount):
      "there is no line \(lineNumber): the source has \(lineCount)"
    case .noSuchInsertID(let entryCount):
      "none of \(entryCount) \(entryCount == 1 ? "entry has" : "entries has") this insertId"
    case .noEntry: "nothing to explain: the input holds no log entry"
    }
  }
}
