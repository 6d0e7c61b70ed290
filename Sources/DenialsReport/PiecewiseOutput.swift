import Synchronization

/// A file or standard output, which gets its pieces from a closure that cannot fail.
final class PiecewiseOutput: Sendable {
  private struct State: ~Copyable {
    /// `nil` for standard output.
    var file: FileReplacement?
    var isOpen = true
    var failure: OutputError?
  }

  private let isStandardOutput: Bool
  private let state: Mutex<State>

  /// Standard output.
  init() {
    isStandardOutput = true
    state = Mutex(State(file: nil))
  }

  /// A file.
  init(_ file: consuming FileReplacement) {
    isStandardOutput = false
    state = Mutex(State(file: file))
  }

  /// Writes what comes next, unless that has failed before or nobody reads any more; a signal that
  /// somebody notices (``Interruption``) is a failure.
  func append(_ bytes: [UInt8]) {
    state.withLock { state in
      guard state.isOpen else { return }
      if Interruption.isRequested {
        state.isOpen = false
        state.failure = OutputError(name: "the report", reason: "interrupted")
        return
      }
      do throws(OutputError) {
        if isStandardOutput {
          state.isOpen = try OutputFile.writeToStandardOutput(bytes)
        } else {
          try state.file?.append(bytes)
        }
      } catch {
        (state.isOpen, state.failure) = (false, error)
      }
    }
  }

  /// Sees that what was written is on the disk.
  ///
  /// - Throws: ``OutputError``, also if a write failed before.
  func synchronize() throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      if let failure = state.failure { throw failure }
      try state.file?.synchronize()
    }
  }

  /// Puts what was written in its place.
  ///
  /// - Throws: ``OutputError``, also if a write failed before.
  func commit() throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      if let failure = state.failure { throw failure }
      try state.file.take()?.commit()
    }
  }
}
