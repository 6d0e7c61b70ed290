internal import DenialClassification

/// What a piece of text means; a colour says it a second time, never alone.
enum TextStyle: Hashable, Sendable {
  case plain, strong, grant, command, warning, secondary
  case code(DenialCode)

  /// The parameters of an SGR escape sequence: the 16 colours, which follow the terminal's theme.
  ///
  /// - Source: ECMA-48, 8.3.117.
  fileprivate var parameters: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .grant: "32"
    case .command: "36"
    case .warning: "33"
    case .secondary: "2"
    case .code(.iamRejection): "31"
    case .code(.throttling): "33"
    case .code(.quotaOrCredential): "35"
    }
  }
}

/// A piece of a line that is not broken, unless it is longer than a line.
struct Word: Hashable, Sendable {
  /// Printable.
  var text: String
  var style: TextStyle

  /// A word of any text; what a terminal must not get is escaped.
  init(_ text: String, _ style: TextStyle = .plain) {
    self.text = printable(text)
    self.style = style
  }

  /// The words of a sentence.
  static func words(of sentence: String, _ style: TextStyle = .plain) -> [Word] {
    sentence.split(separator: " ").map { Word(String($0), style) }
  }
}

/// A line, or its beginning.
struct StyledText: Hashable, Sendable {
  private var words: [Word] = []
  /// In columns.
  private(set) var width = 0

  init() {}

  init(_ text: String, _ style: TextStyle = .plain) {
    append(Word(text, style))
  }

  mutating func append(_ word: Word) {
    words.append(word)
    width += columnCount(of: word.text)
  }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    append(Word(text, style))
  }

  /// Adds spaces up to a column, and at least none.
  mutating func pad(to column: Int) {
    guard width < column else { return }
    append(String(repeating: " ", count: column - width))
  }

  /// Adds a word, with a space before it.
  mutating func appendSpaced(_ word: Word) {
    append(" ", words.last?.style == word.style ? word.style : .plain)
    append(word)
  }

  /// The line without spaces at its end.
  func rendered(isColored: Bool) -> String {
    var runs: [Word] = []
    for word in words {
      if runs.last?.style == word.style {
        runs[runs.count - 1].text += word.text
      } else {
        runs.append(word)
      }
    }
    while let last = runs.popLast() {
      let text = last.text.droppingTrailingSpaces
      guard text.isEmpty else {
        runs.append(Word(String(text), last.style))
        break
      }
    }
    return runs.map { isColored ? $0.colored : $0.text }.joined()
  }
}

extension Word {
  fileprivate var colored: String {
    guard let parameters = style.parameters, text.contains(where: { $0 != " " }) else {
      return text
    }
    return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}

extension StringProtocol {
  var droppingTrailingSpaces: SubSequence {
    guard let last = lastIndex(where: { $0 != " " }) else { return self[..<startIndex] }
    return self[...last]
  }
}
