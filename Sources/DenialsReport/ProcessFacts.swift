package import AuditLog
import Glibc

/// What the process is told by those who started it: clock, environment, terminals, processors.
package enum ProcessFacts {
  /// The time now, to the second: reports are no more exact.
  package static var now: Timestamp {
    Timestamp(nanosecondsSince1970: Int64(time(nil)) * 1_000_000_000)
  }

  /// How many processors may be used at once.
  package static var processorCount: Int {
    max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
  }

  /// An environment variable; `nil` if it is not set or empty.
  package static func environment(_ name: String) -> String? {
    // SAFETY: the string is copied at once; nothing here changes the environment.
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether a person would have to type the input.
  package static var isStandardInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether a person reads the output as it comes.
  package static var isStandardOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person reads the diagnostics as they come.
  package static var isStandardErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The width of the terminal that standard output goes to; `nil` if it is none.
  package static var terminalColumns: Int? { columns(of: STDOUT_FILENO) }

  /// The width of the terminal that standard error goes to; `nil` if it is none.
  package static var errorTerminalColumns: Int? { columns(of: STDERR_FILENO) }

  private static func columns(of descriptor: CInt) -> Int? {
    var size = winsize()
    // SAFETY: TIOCGWINSZ fills one winsize, alive during the call.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// The arguments that are paths, byte by byte: Swift repairs those that are not UTF-8.
  package static func paths(of arguments: [String]) -> [InputPath] {
    var raw: [[UInt8]] = []
    var bytes: [UInt8] = []
    if var file = try? InputFile(.file(InputPath("/proc/self/cmdline"))) {
      while let count = try? file.read(into: &bytes, atMost: 65_536), count > 0 {}
      raw = bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    }
    return InputPath.paths(of: arguments, rawArguments: raw)
  }
}
