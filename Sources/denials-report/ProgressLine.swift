import ArgumentParser
import DenialRendering
import DenialsReport
import Synchronization

/// When standard error has a line that says how far the run is.
enum ProgressChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// What the choice comes to for standard error.
  var isShown: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      ProcessFacts.isStandardErrorTerminal && ProcessFacts.environment("TERM") != "dumb"
    }
  }
}

/// The last line of standard error, written anew while a run goes on and taken away at its end.
///
/// All that is said meanwhile goes above it.
final class ProgressLine: Sendable {
  private struct State {
    var text = ""
    var isShown = false
  }

  private let state = Mutex(State())

  /// Shows the line, until ``end()``; a short run has none.
  func begin(_ progress: RunProgress) {
    state.withLock { $0.isShown = true }
    progress.tell(after: .milliseconds(500), every: .milliseconds(200)) { moment, seconds in
      self.state.withLock { state in
        guard state.isShown else { return false }
        let columns = ProcessFacts.errorTerminalColumns ?? 80
        Self.show(ProgressText.line(moment, seconds: seconds, columns: columns - 1), &state)
        return true
      }
    }
  }

  func end() {
    state.withLock { state in
      state.isShown = false
      Self.clear(&state)
    }
  }

  /// Writes a line above.
  func write(_ line: String) {
    state.withLock { state in
      let text = state.text
      Self.clear(&state)
      OutputFile.writeToStandardError(line)
      Self.show(text, &state)
    }
  }

  private static func show(_ text: String, _ state: inout State) {
    guard !text.isEmpty else { return }
    OutputFile.writePartToStandardError("\r\(text)\u{1B}[K")
    state.text = text
  }

  private static func clear(_ state: inout State) {
    guard !state.text.isEmpty else { return }
    OutputFile.writePartToStandardError("\r\u{1B}[K")
    state.text = ""
  }
}
