import Glibc

/// An open input: a file, a pipe, standard input or what a program prints, closed at the end of its
/// life.
///
/// This file has the system calls on inputs, and their pointers.
struct InputFile: ~Copyable {
  let origin: InputOrigin
  private let descriptor: CInt
  /// The program that writes into the pipe, if it is one that was started to be read.
  private var program: ChildProcess?

  /// Opens an input for reading from its start.
  ///
  /// - Throws: `cannotOpen`. A directory opens; reading it fails.
  init(_ origin: InputOrigin) throws(InputError) {
    switch origin {
    case .standardInput:
      self.init(takingOver: STDIN_FILENO, origin: origin)
    case .file(let path):
      do {
        let descriptor = try path.open(flags: O_RDONLY | O_NOCTTY)
        self.init(takingOver: descriptor, origin: origin)
      } catch {
        throw .cannotOpen(origin, error)
      }
    case .object(let url):
      try self.init(running: GcloudStorage.printing(url), origin: origin)
    }
  }

  /// Reads what gcloud prints.
  ///
  /// - Throws: `noGcloud`, `cannotOpen`. That gcloud failed shows at the end of what it prints.
  init(running arguments: [[UInt8]], origin: InputOrigin) throws(InputError) {
    do {
      self.init(takingOver: try ChildProcess.start(arguments), origin: origin)
    } catch {
      throw error.code == ENOENT ? .noGcloud(origin) : .cannotOpen(origin, error)
    }
  }

  private init(takingOver program: consuming ChildProcess, origin: InputOrigin) {
    self.init(takingOver: program.output, origin: origin)
    self.program = consume program
  }

  /// Reads from a descriptor that is open, such as the end of a pipe, and closes it.
  init(takingOver descriptor: CInt, origin: InputOrigin) {
    self.origin = origin
    self.descriptor = descriptor
    program = nil
    // Both are requests to the kernel that may fail without harm. A pipe takes the second: 1 MiB
    // instead of 64 KiB lets a fast writer run ahead (spec: 2 to 3.4 times the throughput).
    if posix_fadvise(descriptor, 0, 0, CInt(POSIX_FADV_SEQUENTIAL)) == ESPIPE {
      _ = fcntl(descriptor, Self.setPipeSize, Self.pipeBytes)
    }
  }

  deinit {
    // Standard input belongs to the process. A failing close of something read loses nothing.
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Appends what one read(2) gives, at most `count` bytes, and waits for it if need be.
  ///
  /// - Returns: How many bytes; 0 is the end, also if an ``Interruption`` came first.
  /// - Throws: `cannotRead`; at the end `gcloudFailed`, if the program that wrote it failed.
  mutating func read(into buffer: inout [UInt8], atMost count: Int) throws(InputError) -> Int {
    precondition(count > 0, "a read needs room")
    program?.waitForOutput()
    guard Interruption.waitForInput(descriptor) else { return 0 }
    var readCount = 0
    var code: CInt = 0
    buffer.append(addingCapacity: count) { room in
      // SAFETY: read(2) writes at most `free.count` bytes at the start of `free`, and returns how
      // many; the buffer does not leave the closure.
      unsafe room.withUnsafeMutableBufferPointer { free, initializedCount in
        repeat {
          readCount = unsafe Glibc.read(descriptor, free.baseAddress, free.count)
          code = readCount < 0 ? errno : 0
        } while code == EINTR || (code == EAGAIN && waitForInput())
        initializedCount = max(readCount, 0)
      }
    }
    guard readCount >= 0 else { throw .cannotRead(origin, SystemError(code: code)) }
    if readCount == 0, !Interruption.isRequested, let failure = program?.finish() {
      throw .gcloudFailed(origin, failure)
    }
    return readCount
  }

  /// Waits on a descriptor that somebody made non-blocking, as shells and terminals may leave it.
  private func waitForInput() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // SAFETY: one pollfd, alive during the call.
    return unsafe poll(&request, 1, -1) >= 0 || errno == EINTR
  }

  /// `F_SETPIPE_SZ` of linux/fcntl.h, which Glibc hides behind `_GNU_SOURCE`.
  private static let setPipeSize: CInt = 1031
  /// As much as a user without privileges may ask for (/proc/sys/fs/pipe-max-size).
  private static let pipeBytes: CInt = 1024 * 1024
}

/// An errno, with the system's words for it.
struct SystemError: Error, Hashable, Sendable {
  let code: CInt
}

extension SystemError: CustomStringConvertible {
  /// Such as `No such file or directory`; English, as the process keeps the C locale.
  var description: String {
    var buffer = [CChar](repeating: 0, count: 256)
    // SAFETY: strerror_r writes at most `count` bytes into the buffer.
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// What the system knows of a name.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case regular, directory, link, special }

  /// The same for all names of a file.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  let kind: Kind
  let identity: Identity
  let byteCount: Int

  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .special
      }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    byteCount = Int(status.st_size)
  }
}

/// One name in a directory; links are not followed.
struct DirectoryEntry: Sendable {
  let name: [UInt8]
  let status: Result<FileStatus, SystemError>
}

extension InputPath {
  /// What the path leads to; links are followed.
  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    let path = try terminated()
    // SAFETY: the path ends in a zero byte, and stat(2) fills the whole struct or fails.
    guard unsafe stat(path, &status) == 0 else { throw SystemError(code: errno) }
    return FileStatus(status)
  }

  /// The names in this directory but `.` and `..`, in no particular order.
  func directoryEntries() throws(SystemError) -> [DirectoryEntry] {
    let descriptor = try open(flags: O_RDONLY | O_DIRECTORY)
    // SAFETY: the stream takes the descriptor over, unless it is not made.
    guard let stream = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw SystemError(code: code)
    }
    // SAFETY: closed once, after the last use.
    defer { unsafe closedir(stream) }
    var entries: [DirectoryEntry] = []
    while true {
      // Only errno tells the end from a failure.
      errno = 0
      // SAFETY: an entry is valid until the next readdir, and is used up before.
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw SystemError(code: errno) }
        return entries
      }
      let name = unsafe Self.name(of: entry)
      if name == [UInt8(ascii: ".")] || name == Array("..".utf8) { continue }
      entries.append(DirectoryEntry(name: name, status: Self.status(of: name, in: descriptor)))
    }
  }

  /// Opens the path for reading, not to be inherited by other programs.
  fileprivate func open(flags: CInt) throws(SystemError) -> CInt {
    let path = try terminated()
    while true {
      // SAFETY: the path ends in a zero byte.
      let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw SystemError(code: errno) }
    }
  }

  private static func status(
    of name: [UInt8], in directory: CInt
  ) -> Result<FileStatus, SystemError> {
    var status = stat()
    let path = name.map { CChar(bitPattern: $0) } + [0]
    // SAFETY: as in status().
    guard unsafe fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return .failure(SystemError(code: errno))
    }
    return .success(FileStatus(status))
  }

  /// The name in an entry, which is often shorter in memory than a `dirent`.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      preconditionFailure("the system's dirent has no name")
    }
    // SAFETY: `d_reclen` bytes belong to the entry; the name in them ends in a zero byte.
    let record = unsafe UnsafeRawBufferPointer(start: entry, count: Int(entry.pointee.d_reclen))
    return unsafe Array(record.dropFirst(offset).prefix { $0 != 0 })
  }

  /// The bytes for a system call.
  private func terminated() throws(SystemError) -> [CChar] {
    guard !bytes.contains(0) else { throw SystemError(code: EINVAL) }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }
}
