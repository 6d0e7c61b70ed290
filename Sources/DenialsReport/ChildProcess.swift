// SAFETY: for the environment, a variable of the C library that nothing here changes.
@unsafe @preconcurrency import Glibc
import Synchronization

/// Another program whose standard output is read here: started without a shell, with nothing on its
/// standard input, ended and waited for at the end of its life.
///
/// What it says on standard error is kept, as much of it as a message needs.
struct ChildProcess: ~Copyable {
  /// Where its output comes in; whoever reads it closes it.
  let output: CInt
  private let processID: pid_t
  private let errorOutput: CInt
  private var errorText: [UInt8] = []
  private var isErrorOutputOpen = true
  private var isRunning = true

  /// How much of standard error is kept: its end.
  private static let errorTextLimit = 8192

  /// Starts a program.
  ///
  /// - Parameter arguments: Its name, which is looked for in `PATH`, and what it gets.
  /// - Returns: The running program.
  /// - Throws: ENOENT if there is no such program, or what else posix_spawn(3) says.
  static func start(_ arguments: [[UInt8]]) throws(SystemError) -> ChildProcess {
    guard !arguments.joined().contains(0) else { throw SystemError(code: EINVAL) }
    // One at a time: a pipe is closed to other programs only in a second step (pipe2(2), which does
    // both, is hidden behind `_GNU_SOURCE`), and whoever inherits it would keep it from ending.
    return try starting.withLock { _ throws(SystemError) in
      let output = try Pipe()
      let errorOutput = try Pipe()
      let processID = try spawn(arguments, output: output, errorOutput: errorOutput)
      return ChildProcess(
        output: output.takeReadingEnd(), processID: processID,
        errorOutput: errorOutput.takeReadingEnd())
    }
  }

  private static let starting = Mutex<Void>(())

  private init(output: CInt, processID: pid_t, errorOutput: CInt) {
    self.output = output
    self.processID = processID
    self.errorOutput = errorOutput
  }

  deinit {
    close(errorOutput)
    if isRunning {
      kill(processID, SIGTERM)
      _ = Self.wait(for: processID, options: 0)
    }
  }

  /// Waits until there is output, or its end, and takes what is said on standard error meanwhile.
  mutating func waitForOutput() {
    while isErrorOutputOpen {
      var requests = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorOutput, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Interruption.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      // SAFETY: as many as are counted, alive during the call.
      let count = unsafe poll(&requests, nfds_t(requests.count), -1)
      if count < 0, errno != EINTR { return }
      if requests[1].revents != 0 { readErrorOutput() }
      if requests[0].revents != 0 || requests[2].revents != 0 { return }
    }
  }

  /// Waits for the end of a program that has closed its output.
  ///
  /// - Returns: `nil` if all went well.
  mutating func finish() -> Failure? {
    var status: CInt?
    while isErrorOutputOpen, status == nil {
      var request = pollfd(fd: errorOutput, events: Int16(POLLIN), revents: 0)
      // Somebody whom the program has started may keep its standard error open.
      // SAFETY: one pollfd, alive during the call.
      if unsafe poll(&request, 1, Self.patienceMilliseconds) > 0 {
        readErrorOutput()
      } else {
        status = Self.wait(for: processID, options: WNOHANG)
      }
    }
    let ending = status ?? Self.wait(for: processID, options: 0)
    isRunning = false
    return ending == 0 ? nil : Failure(waitStatus: ending, errorText: errorText)
  }

  private static let patienceMilliseconds: CInt = 100

  /// Reads once, and keeps the end of all that came so far.
  private mutating func readErrorOutput() {
    var count = 0
    errorText.append(addingCapacity: 4096) { room in
      // SAFETY: read(2) writes at most `free.count` bytes at the start of `free`, and returns how
      // many; the buffer does not leave the closure.
      unsafe room.withUnsafeMutableBufferPointer { free, initializedCount in
        repeat {
          count = unsafe Glibc.read(errorOutput, free.baseAddress, free.count)
        } while count < 0 && errno == EINTR
        initializedCount = max(count, 0)
      }
    }
    isErrorOutputOpen = count > 0
    errorText.removeFirst(max(0, errorText.count - Self.errorTextLimit))
  }

  /// The status of waitpid(2); `nil` if the program is still running, or if something else waited.
  private static func wait(for processID: pid_t, options: CInt) -> CInt? {
    var status: CInt = 0
    while true {
      // SAFETY: one status, alive during the call.
      let result = unsafe waitpid(processID, &status, options)
      if result == processID { return status }
      guard result < 0, errno == EINTR else { return nil }
    }
  }
}

// MARK: Starting

extension ChildProcess {
  private static func spawn(
    _ arguments: [[UInt8]], output: borrowing Pipe, errorOutput: borrowing Pipe
  ) throws(SystemError) -> pid_t {
    // SAFETY: initialised here, used below and destroyed once; the name is a constant.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writingEnd, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errorOutput.writingEnd, STDERR_FILENO)
    var attributes = plainSignals()
    // SAFETY: as above.
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var text: [CChar] = arguments.flatMap { argument in
      argument.map { byte in CChar(bitPattern: byte) } + [0]
    }
    var processID: pid_t = 0
    // SAFETY: the pointers lead into `text`, each to bytes that end in zero, and the last is null;
    // all of them live during the call. The environment is only read.
    let code = unsafe text.withUnsafeMutableBufferPointer { text -> CInt in
      var start = 0
      var pointers = unsafe [UnsafeMutablePointer<CChar>?]()
      for argument in arguments {
        unsafe pointers.append(unsafe text.baseAddress?.advanced(by: start))
        start += argument.count + 1
      }
      unsafe pointers.append(nil)
      guard let name = unsafe pointers[0] else { return EINVAL }
      return unsafe posix_spawnp(&processID, name, &actions, &attributes, pointers, environ)
    }
    guard code == 0 else { throw SystemError(code: code) }
    return processID
  }

  /// Attributes by which a program does not inherit that we ignore SIGPIPE, nor what Dispatch blocks
  /// on its threads.
  private static func plainSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    // SAFETY: both live during the calls; the caller destroys the attributes.
    unsafe posix_spawnattr_init(&attributes)
    unsafe withUnsafeTemporaryAllocation(of: sigset_t.self, capacity: 1) { room in
      guard let signals = room.baseAddress else { return }
      unsafe sigemptyset(signals)
      unsafe posix_spawnattr_setsigmask(&attributes, signals)
      unsafe sigaddset(signals, SIGPIPE)
      unsafe posix_spawnattr_setsigdefault(&attributes, signals)
    }
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    // SAFETY: as above.
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }
}

/// A pipe(2) that no other program inherits, closed at the end of its life.
private struct Pipe: ~Copyable {
  private let readingEnd: CInt
  let writingEnd: CInt

  init() throws(SystemError) {
    var ends: [CInt] = [0, 0]
    // SAFETY: room for both ends.
    guard unsafe pipe(&ends) == 0 else { throw SystemError(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readingEnd, writingEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readingEnd)
    close(writingEnd)
  }

  /// Ends the pipe's life here but for the reading end, which the caller closes.
  consuming func takeReadingEnd() -> CInt {
    let end = readingEnd
    close(writingEnd)
    discard self
    return end
  }
}
