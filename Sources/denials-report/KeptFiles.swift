import DenialsReport
import Synchronization

/// The files of `--rejects` and `--unclassified`, which take the place of old ones at the end.
struct KeptFiles {
  private let rejects: KeptFile?
  private let unclassified: KeptFile?

  /// Begins the files that were asked for.
  ///
  /// - Throws: ``OutputError``, if one of them cannot be written or is an input.
  init(_ options: InputOptions) throws {
    rejects = try options.rejects.map { try KeptFile($0, options) }
    unclassified = try options.unclassified.map { try KeptFile($0, options) }
  }

  /// Who gets what is to be kept.
  var lines: KeptLines {
    KeptLines(rejects: rejects?.append, unclassified: unclassified?.append)
  }

  /// Puts the files in their places.
  ///
  /// - Throws: ``OutputError``, also if a write failed before.
  func commit() throws {
    try rejects?.commit()
    try unclassified?.commit()
  }
}

/// A file that gets its lines from any thread.
private final class KeptFile: Sendable {
  private struct State: ~Copyable {
    var file: FileReplacement?
    var failure: OutputError?
  }

  private let state: Mutex<State>

  init(_ path: String, _ options: InputOptions) throws {
    let path = InputPath(path)
    if let error = OutputFile.obstacle(to: path, whileReading: options.inputPaths) { throw error }
    state = Mutex(State(file: try FileReplacement(path)))
  }

  func append(_ bytes: [UInt8]) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do throws(OutputError) {
        try state.file?.append(bytes)
      } catch {
        state.failure = error
      }
    }
  }

  func commit() throws {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      try state.file.take()?.commit()
    }
  }
}
