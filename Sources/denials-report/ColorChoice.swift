import ArgumentParser
import DenialsReport

/// When text has colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// What the choice comes to for standard output.
  var isColored: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      ProcessFacts.isStandardOutputTerminal && ProcessFacts.environment("NO_COLOR") == nil
        && ProcessFacts.environment("TERM") != "dumb"
    }
  }
}
