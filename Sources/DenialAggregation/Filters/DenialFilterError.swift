import DenialClassification

/// Why values make no ``DenialFilter``.
public enum DenialFilterError: Error, Hashable, Sendable {
  /// An empty value would be found everywhere: most likely a shell variable is not set.
  case empty(option: String)
  case tooLong(option: String)
  case tooMany(option: String)
  /// A pattern of names that are replaced by pseudonyms.
  case unreadable(option: String, String)
  case unknownCode(String)
  /// No cause has this name or part of a name, or fits this pattern.
  case unknownCause(String)
}

extension DenialFilterError: CustomStringConvertible {
  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .empty(let option):
      "\(option) takes a part of a name, or a pattern with * or ?, not nothing"
    case .tooLong(let option):
      "\(option) takes at most \(TextPattern.byteLimit) bytes"
    case .tooMany(let option):
      "\(option) can be given at most \(DenialFilter.valueLimit) times"
    case .unreadable(let option, let value):
      "\(option) '\(value)' is a pattern of names that --redact replaces: give a whole name, or a "
        + "pseudonym"
    case .unknownCode(let value):
      "--code takes \(Self.listed(DenialCode.allCases.map { "\($0.rawValue) (\($0.name))" })), "
        + "not '\(value)'"
    case .unknownCause(let value):
      "--cause takes \(Self.listed(DenialFilter.causeWords)), a part of one, or a "
        + "pattern with * or ?, not '\(value)'"
    }
  }

  private static func listed(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
