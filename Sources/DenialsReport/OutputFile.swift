import Glibc

/// Writes whole files so that nobody ever sees half of one, and bytes to the standard streams.
package enum OutputFile {
  /// Puts `bytes` in place of the file at `path`, or makes it.
  ///
  /// A temporary file beside it is written, synchronised and renamed, so that a reader sees the old
  /// file or the new one. An existing file keeps its mode; a new one gets what the umask leaves.
  /// Devices and pipes are written to as they are, `/dev/stdout` as standard output.
  /// - Throws: ``OutputError``; the old file is then still there.
  package static func replace(_ path: InputPath, with bytes: [UInt8]) throws(OutputError) {
    var file = try FileReplacement(path)
    try file.append(bytes)
    try file.commit()
  }

  /// Writes what `make` passes to its argument beside the file at `path`, and no more: the new file
  /// takes its place later.
  ///
  /// - Throws: ``OutputError``, if there is no room for it or it cannot be written.
  package static func prepare(
    _ path: InputPath, _ make: (@escaping @Sendable ([UInt8]) -> Void) -> Void
  ) throws(OutputError) -> PreparedFile {
    let output = PiecewiseOutput(try FileReplacement(path))
    make { output.append($0) }
    try output.synchronize()
    return PreparedFile(output: output)
  }

  /// Writes to standard output what `make` passes to its argument; a reader that has gone is no
  /// failure.
  package static func writeToStandardOutput(
    _ make: (@escaping @Sendable ([UInt8]) -> Void) -> Void
  ) throws(OutputError) {
    let output = PiecewiseOutput()
    make { output.append($0) }
    try output.commit()
  }

  /// Whether there is a file that can be read again.
  package static func isRegular(_ path: InputPath) -> Bool {
    path != standardOutput && (try? path.status().kind) == .regular
  }

  /// By name it would be written from its start, over what others have put there.
  static let standardOutput = InputPath("/dev/stdout")

  /// Why a file cannot be written, as far as can be told before there is something to write.
  ///
  /// Hours may lie between; and a report in place of the log that it is about would be a loss.
  package static func obstacle(
    to path: InputPath, whileReading inputs: [InputPath]
  ) -> OutputError? {
    if path == standardOutput { return nil }
    let target = OutputTarget(path)
    switch target.status() {
    case .directory: return target.error("it is a directory")
    case .link: return target.error("it is a link; name the file that it leads to")
    case .device: return nil
    case nil: return target.directoryError()
    case .file:
      guard let identity = try? path.status().identity else { return nil }
      let isInput = InputList(paths: inputs).inputs.contains { input in
        guard case .file(let path) = input.origin else { return false }
        return (try? path.status().identity) == identity
      }
      return isInput ? target.error("it is one of the inputs") : target.directoryError()
    }
  }

  /// Writes bytes to standard output.
  ///
  /// - Returns: `false` if the reader has gone, as with `| head`: nothing more need be written.
  /// - Throws: ``OutputError`` for any other failure, such as a full disk.
  package static func writeToStandardOutput(_ bytes: [UInt8]) throws(OutputError) -> Bool {
    let code = OutputTarget.write(bytes, to: STDOUT_FILENO)
    if code == EPIPE { return false }
    guard code == 0 else {
      throw OutputError(name: "standard output", reason: SystemError(code: code).description)
    }
    return true
  }

  /// Writes a line to standard error; there is nobody to tell if that fails.
  package static func writeToStandardError(_ line: String) {
    writePartToStandardError(line + "\n")
  }

  /// Writes a part of a line to standard error.
  package static func writePartToStandardError(_ text: String) {
    _ = OutputTarget.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Makes the standard streams safe to use; to be called before any file is opened.
  ///
  /// Writes to a closed pipe fail, instead of ending the process. A stream that is closed, as by
  /// `>&-`, is filled with one that only fails: else the next file that is opened would take its
  /// place, be read as standard input or be written into by diagnostics.
  package static func prepareStandardStreams() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // SAFETY: the name ends in a zero byte. The lowest free descriptor is this one.
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// A file that is written and has still to take the place of another; if it is let go, nothing has
/// changed.
package struct PreparedFile: Sendable {
  fileprivate let output: PiecewiseOutput

  /// Puts it in its place.
  package func commit() throws(OutputError) {
    try output.commit()
  }
}

/// Why output was not written.
package struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Safe to print.
  let name: String
  let reason: String

  package var description: String { "cannot write \(name): \(reason)" }
}
