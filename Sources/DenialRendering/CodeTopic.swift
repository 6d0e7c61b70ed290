internal import DenialClassification

/// Something that `codes` explains: a code, a cause, or a class of entries that are no denials.
package enum CodeTopic: Hashable, Sendable {
  case code(Int)
  case cause(String)
  case entryClass(String)

  /// All names that `codes` knows, in the order of its table.
  package static let names: [String] =
    DenialCode.allCases.flatMap { code in
      [String(code.rawValue)] + DenialCause.allCases.filter { $0.code == code }.map(\.rawValue)
    } + EntryClass.allCases.map(\.rawValue)

  /// Finds what a word means: a number, a name, or a title, in any case, with spaces, `-` or `_`.
  ///
  /// - Parameter word: From the command line.
  /// - Throws: ``CodeTopicError`` with the names that come nearest.
  package init(_ word: String) throws(CodeTopicError) {
    let name = Self.normalized(word)
    if let code = DenialCode.allCases.first(where: {
      [String($0.rawValue), $0.name, Self.normalized($0.title)].contains(name)
    }) {
      self = .code(code.rawValue)
    } else if let cause = DenialCause.allCases.first(where: {
      [$0.rawValue, Self.normalized($0.title)].contains(name)
    }) {
      self = .cause(cause.rawValue)
    } else if let entryClass = EntryClass(rawValue: name) {
      self = .entryClass(entryClass.rawValue)
    } else {
      throw CodeTopicError(word: word, nearest: Array(Self.likely(name).prefix(3)))
    }
  }

  /// Names that have the word in them, else those that a few slips of the finger make of it.
  private static func likely(_ word: String) -> [String] {
    let containing = names.filter { word.utf8.count > 1 && $0.utf8Contains(Array(word.utf8)) }
    return containing.isEmpty ? NearestWord.nearest(to: word, among: names) : containing
  }

  private static func normalized(_ word: String) -> String {
    word.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
  }
}

/// A word that is neither a code nor a cause nor a class.
package struct CodeTopicError: Error, Hashable, CustomStringConvertible {
  package let word: String
  /// The names that the word may mean, the likeliest first.
  package let nearest: [String]

  package var description: String {
    let advice =
      nearest.isEmpty
      ? "denials-report codes lists them" : "did you mean \(alternatives(nearest))?"
    return "'\(cutEnd(of: printable(word), columns: 60))' is no code and no cause: \(advice)"
  }
}

/// Such as `a, b or c`.
private func alternatives(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.joined() }
  return "\(names.dropLast().joined(separator: ", ")) or \(last)"
}

extension String {
  fileprivate func utf8Contains(_ part: [UInt8]) -> Bool {
    let bytes = Array(utf8)
    guard part.count <= bytes.count else { return false }
    return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
  }
}
