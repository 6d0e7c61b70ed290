/// Why a line is no ``Suppression``; lines count from 1.
package enum SuppressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It would hide everything.
  case noSubject(line: Int)
  case missing(line: Int, String)
  case unknownName(line: Int, String)
  case repeated(line: Int, String)
  /// Something that is not `name=value`.
  case noWord(line: Int, String)
  case openQuote(line: Int)
  case badPattern(line: Int, String)
  case unknownCause(line: Int, String)
  case noDate(line: Int, String)
  /// A pattern of names that are replaced by pseudonyms.
  case unreadable(line: Int, String)
  /// More than ``Suppression/limit``.
  case tooMany

  package var description: String {
    switch self {
    case .noSubject(let line):
      "line \(line): name at least one of principal, permission, project and cause"
    case .missing(let line, let name):
      "line \(line): \(name)= is missing, which each line must have"
    case .unknownName(let line, let name):
      "line \(line): there is no '\(name)'; names are "
        + SuppressionWords.Field.allCases.map(\.rawValue).joined(separator: ", ")
    case .repeated(let line, let name): "line \(line): \(name)= stands there twice"
    case .noWord(let line, let word):
      "line \(line): '\(word)' is not name=value; a value with blanks stands in quotes"
    case .openQuote(let line): "line \(line): a quote is not closed"
    case .badPattern(let line, let name):
      "line \(line): \(name)= takes a name or a pattern with * or ?, of at most "
        + "\(TextPattern.byteLimit) bytes"
    case .unknownCause(let line, let value): "line \(line): no cause is called '\(value)'"
    case .noDate(let line, let value):
      "line \(line): expires= takes a date such as 2026-12-31, not '\(value)'"
    case .unreadable(let line, let name):
      "line \(line): \(name)= is a pattern of names that --redact replaces; give a whole name, or a "
        + "pseudonym"
    case .tooMany: "more than \(Suppression.limit) suppressions"
    }
  }
}
