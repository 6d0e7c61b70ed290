/// A text that grows line by line and keeps to its width.
struct TextPage {
  /// The longest line, in columns.
  let width: Int
  let isColored: Bool
  private(set) var text = ""

  init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  mutating func blankLine() {
    text += "\n"
  }

  /// Adds a line that is known to fit.
  mutating func line(_ line: StyledText) {
    text += line.rendered(isColored: isColored)
    text += "\n"
  }

  /// Adds words, over as many lines as they need.
  ///
  /// - Parameters:
  ///   - words: What to add, with a space between any two.
  ///   - lead: The beginning of the first line.
  ///   - indent: Where the other lines begin.
  mutating func flow(_ words: [Word], lead: StyledText = StyledText(), indent: Int = 0) {
    var current = lead
    var isFirstOfLine = true
    for word in words {
      var rest = word
      // Only a word that no line can hold is broken, and fills up the line that it is on.
      while columnCount(of: rest.text) > width - indent {
        let space = isFirstOfLine ? 0 : 1
        let room = width - current.width - space
        if room >= Self.fragmentWidth || current.width <= indent {
          let text = prefix(of: rest.text[...], columns: max(room, 1))
          let piece = Word(String(text), word.style)
          if isFirstOfLine { current.append(piece) } else { current.appendSpaced(piece) }
          rest = Word(String(rest.text[text.endIndex...]), word.style)
        }
        next(&current, indent: indent, isFirstOfLine: &isFirstOfLine)
      }
      let isFull = current.width + (isFirstOfLine ? 0 : 1) + columnCount(of: rest.text) > width
      if isFull, current.width > indent {
        next(&current, indent: indent, isFirstOfLine: &isFirstOfLine)
      }
      if isFirstOfLine { current.append(rest) } else { current.appendSpaced(rest) }
      isFirstOfLine = false
    }
    line(current)
  }

  /// The shortest beginning of a broken word that is worth reading.
  private static let fragmentWidth = 16

  private mutating func next(
    _ current: inout StyledText, indent: Int, isFirstOfLine: inout Bool
  ) {
    line(current)
    current = StyledText()
    current.pad(to: indent)
    isFirstOfLine = true
  }

  /// Adds a command to paste, which is broken between its flags only and never cut.
  mutating func command(_ command: ShellCommand, indent: Int) {
    for text in command.lines(room: width - indent) {
      var current = StyledText()
      current.pad(to: indent)
      current.append(text, .command)
      line(current)
    }
  }
}
