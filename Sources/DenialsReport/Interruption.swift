import Glibc
import Synchronization

/// Ctrl-C and a request to end, noticed instead of obeyed: what was read so far can still be shown.
///
/// Whoever reads asks between two reads, and does not wait for input any more; whoever writes a report
/// asks between two pieces, so that half a file can be removed. A second signal ends the process as if
/// nobody had asked for the first.
package enum Interruption {
  /// The signals that are noticed: from a terminal, and from whoever ends services.
  private static let signals: [CInt] = [SIGINT, SIGTERM]

  private static let received = Atomic<CInt>(0)
  /// A pipe that has something to read once a signal has come; -1 before anybody asked.
  private static let readingEnd = Atomic<CInt>(-1)
  private static let writingEnd = Atomic<CInt>(-1)

  /// Notices signals from now on; but those that whoever started the process lets it ignore.
  package static func begin() {
    guard readingEnd.load(ordering: .relaxed) < 0 else { return }
    var ends: [CInt] = [-1, -1]
    // SAFETY: room for both ends.
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readingEnd.store(ends[0], ordering: .sequentiallyConsistent)
    writingEnd.store(ends[1], ordering: .sequentiallyConsistent)
    for number in signals { handle(number) { Interruption.note($0) } }
  }

  /// Lets signals end the process again.
  package static func end() {
    guard readingEnd.load(ordering: .relaxed) >= 0 else { return }
    for number in signals where received.load(ordering: .relaxed) != number {
      handle(number, by: SIG_DFL)
    }
  }

  /// Sets who handles a signal, unless it is ignored.
  private static func handle(_ number: CInt, by handler: __sighandler_t?) {
    let former = Glibc.signal(number, handler)
    // SAFETY: both are addresses of functions, or the small numbers that stand for one.
    if unsafe unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      Glibc.signal(number, SIG_IGN)
    }
  }

  /// Lets signals end the process again, and forgets the one that has come: what follows is to be done
  /// in spite of it.
  package static func forget() {
    end()
    received.store(0, ordering: .sequentiallyConsistent)
  }

  /// In a signal handler: nothing here may lock or allocate.
  private static func note(_ number: CInt) {
    received.store(number, ordering: .sequentiallyConsistent)
    Glibc.signal(number, SIG_DFL)
    var byte: UInt8 = 0
    let code = errno
    // SAFETY: one byte, alive during the call.
    _ = unsafe write(writingEnd.load(ordering: .relaxed), &byte, 1)
    errno = code
  }

  /// The signal that has come, if one has.
  package static var signal: CInt? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Whether reading should end.
  package static var isRequested: Bool { received.load(ordering: .relaxed) != 0 }

  /// To be waited for beside an input; -1, which poll(2) passes over, if nobody notices signals.
  static var descriptor: CInt { readingEnd.load(ordering: .relaxed) }

  /// Waits until an input has something to read, or its end.
  ///
  /// - Returns: Whether to read it; `false` once reading should end.
  static func waitForInput(_ input: CInt) -> Bool {
    guard descriptor >= 0 else { return true }
    while !isRequested {
      var requests = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      // SAFETY: as many as are counted, alive during the call.
      let count = unsafe poll(&requests, nfds_t(requests.count), -1)
      // What poll(2) cannot wait for, read(2) says what is wrong with.
      if count < 0, errno != EINTR { return true }
      if count > 0, requests[0].revents != 0 { return !isRequested }
    }
    return false
  }
}
