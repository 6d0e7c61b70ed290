/// Shell commands that can be shown on a terminal and pasted from it.
struct ShellCommand: Hashable, Sendable {
  /// Each command as the pieces between which a line may be broken.
  private var commands: [[String]] = []
  private var pieces: [String] = [""]

  /// Reads commands, one a line; a line that ends in `\` goes on in the next.
  ///
  /// `nil` if a quote is open at the end of a line, or if a terminal would not show each character
  /// as it is: what is pasted would not be what was read.
  init?(_ script: String) {
    guard script.split(separator: "\n").allSatisfy({ printable(String($0)) == $0 }) else {
      return nil
    }
    var quote: Unicode.Scalar?
    var rest = Substring(script).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n":
        guard quote == nil else { return nil }
        endCommand()
      case "\\" where quote == nil && rest.first == "\n":
        rest = rest.dropFirst().drop { $0 == " " }
        append(" ")
        if rest.starts(with: "--".unicodeScalars) { pieces.append("") }
      case "\\" where quote != "'":
        guard let escaped = rest.popFirst(), escaped != "\n" else { return nil }
        append(scalar)
        append(escaped)
      case " " where quote == nil && rest.starts(with: "--".unicodeScalars):
        pieces.append("")
      case "'", "\"":
        if quote == nil { quote = scalar } else if quote == scalar { quote = nil }
        append(scalar)
      default:
        append(scalar)
      }
    }
    guard quote == nil else { return nil }
    endCommand()
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    pieces[pieces.count - 1].unicodeScalars.append(scalar)
  }

  private mutating func endCommand() {
    let trimmed = pieces.map(Self.trimmed).filter { !$0.isEmpty }
    pieces = [""]
    guard let first = trimmed.first else { return }
    // A comment ends with its line.
    commands.append(first.hasPrefix("#") ? [trimmed.joined(separator: " ")] : trimmed)
  }

  private static func trimmed(_ piece: String) -> String {
    String(piece.drop { $0 == " " }.droppingTrailingSpaces)
  }

  /// The commands in lines of at most `room` columns, as far as their pieces allow.
  func lines(room: Int) -> [String] {
    commands.flatMap { Self.lines(of: $0, room: room) }
  }

  private static func lines(of pieces: [String], room: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for (index, piece) in pieces.enumerated() {
      let backslash = index == pieces.count - 1 ? 0 : 2
      if current.isEmpty {
        current = piece
      } else if columnCount(of: current) + 1 + columnCount(of: piece) + backslash <= room {
        current += " " + piece
      } else {
        lines.append(current + " \\")
        current = "  " + piece
      }
    }
    return lines + [current]
  }
}
