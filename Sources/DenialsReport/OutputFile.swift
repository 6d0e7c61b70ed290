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
    // Opened by name, it would be written from its start, over what others have put there.
    if path == standardOutput {
      _ = try writeToStandardOutput(bytes)
      return
    }
    let target = OutputTarget(path)
    switch target.status() {
    case nil: try target.replace(with: bytes, mode: nil)
    case .file(let mode): try target.replace(with: bytes, mode: mode)
    case .device: try target.overwrite(with: bytes)
    case .directory: throw target.error("it is a directory")
    // Renaming would put a file in place of the link, and leave what it leads to as it was.
    case .link: throw target.error("it is a link; name the file that it leads to")
    }
  }

  private static let standardOutput = InputPath("/dev/stdout")

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
    _ = OutputTarget.write(Array((line + "\n").utf8), to: STDERR_FILENO)
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

/// Why output was not written.
package struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Safe to print.
  let name: String
  let reason: String

  package var description: String { "cannot write \(name): \(reason)" }
}

/// A path to write to.
private struct OutputTarget {
  let path: InputPath

  enum Status {
    case file(mode: mode_t), directory, link, device
  }

  init(_ path: InputPath) {
    self.path = path
  }

  func error(_ reason: String) -> OutputError {
    OutputError(name: path.displayName, reason: reason)
  }

  private func systemError() -> OutputError {
    error(SystemError(code: errno).description)
  }

  /// What is there; `nil` if nothing is. A link to a device counts as the device.
  func status() -> Status? {
    var status = stat()
    let name = path.zeroTerminated
    // SAFETY: the name ends in a zero byte, and both calls fill the whole struct or fail.
    if unsafe stat(name, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return .directory
      case S_IFREG: break
      default: return .device
      }
    }
    // SAFETY: as above.
    guard unsafe lstat(name, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFLNK { return .link }
    return .file(mode: status.st_mode & 0o7777)
  }

  /// Whether a file may be made beside the target.
  func directoryError() -> OutputError? {
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let directory = InputPath(bytes: slash.map { Array(path.bytes[...$0]) } ?? Array("./".utf8))
    // SAFETY: the name ends in a zero byte.
    return unsafe access(directory.zeroTerminated, W_OK) == 0 ? nil : systemError()
  }

  func replace(with bytes: [UInt8], mode: mode_t?) throws(OutputError) {
    let (temporary, descriptor) = try openTemporary()
    var code: CInt = 0
    if let mode, fchmod(descriptor, mode) != 0 { code = errno }
    if code == 0 { code = Self.write(bytes, to: descriptor) }
    if code == 0, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    // SAFETY: both names end in a zero byte.
    if code == 0, unsafe rename(temporary.zeroTerminated, path.zeroTerminated) != 0 { code = errno }
    guard code != 0 else { return }
    // SAFETY: the name ends in a zero byte.
    _ = unsafe unlink(temporary.zeroTerminated)
    throw error(SystemError(code: code).description)
  }

  /// Makes a file in the same directory, with a name that is no longer than names may be.
  ///
  /// A killed process may have left one, and process ids come again, above all in containers.
  private func openTemporary() throws(OutputError) -> (path: InputPath, descriptor: CInt) {
    let directory = path.bytes.prefix((path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)
    for number in 0..<Self.temporaryLimit {
      let name = ".denials-report-\(getpid())-\(number).tmp"
      let temporary = InputPath(bytes: directory + Array(name.utf8))
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)
      if descriptor >= 0 { return (temporary, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw systemError()
  }

  private static let temporaryLimit = 100

  func overwrite(with bytes: [UInt8]) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError() }
    let code = Self.write(bytes, to: descriptor)
    close(descriptor)
    if code != 0, code != EPIPE { throw error(SystemError(code: code).description) }
  }

  /// Writes all bytes, in as many calls as it takes; the errno if one fails, else 0.
  static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
    var offset = 0
    while offset < bytes.count {
      // SAFETY: write(2) reads at most the bytes of the slice, which is alive during the call.
      let count = unsafe bytes[offset...].withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        offset += count
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private func open(_ path: InputPath, _ flags: CInt) -> CInt {
    // SAFETY: the name ends in a zero byte.
    unsafe Glibc.open(path.zeroTerminated, flags, 0o666 as mode_t)
  }
}

extension InputPath {
  /// The bytes for a system call; a path with a zero byte inside ends there, and names no file.
  fileprivate var zeroTerminated: [CChar] {
    bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
  }
}
