import Glibc

/// A path to write to.
struct OutputTarget {
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

  func systemError() -> OutputError {
    error(code: errno)
  }

  func error(code: CInt) -> OutputError {
    error(SystemError(code: code).description)
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

  /// Opens what is to be written: a temporary file, which is to be renamed, or a device.
  func openForWriting() throws(OutputError) -> (temporary: InputPath?, descriptor: CInt) {
    switch status() {
    case nil:
      let (temporary, descriptor) = try openTemporary()
      return (temporary, descriptor)
    case .file(let mode):
      let (temporary, descriptor) = try openTemporary()
      if fchmod(descriptor, mode) == 0 { return (temporary, descriptor) }
      let error = systemError()
      close(descriptor)
      Self.remove(temporary)
      throw error
    case .device:
      let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      if descriptor < 0 { throw systemError() }
      return (nil, descriptor)
    case .directory: throw error("it is a directory")
    // Renaming would put a file in place of the link, and leave what it leads to as it was.
    case .link: throw error("it is a link; name the file that it leads to")
    }
  }

  /// Makes a file in the same directory, with a name that is no longer than names may be.
  ///
  /// A killed process may have left one, and process ids come again, above all in containers.
  func openTemporary() throws(OutputError) -> (path: InputPath, descriptor: CInt) {
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

  /// Puts a temporary file in place of the target.
  func takePlace(from temporary: InputPath) throws(OutputError) {
    // SAFETY: both names end in a zero byte.
    if unsafe rename(temporary.zeroTerminated, path.zeroTerminated) != 0 { throw systemError() }
  }

  static func remove(_ temporary: InputPath) {
    // SAFETY: the name ends in a zero byte.
    _ = unsafe unlink(temporary.zeroTerminated)
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
