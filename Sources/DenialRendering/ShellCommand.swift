/// Shell commands that can be shown on a terminal and pasted from it.
struct ShellCommand: Hashable, Sendable {
  /// Each command as the pieces between which a line may be broken.
  private var commands: [[String]] = []
  /// The pieces of the command that is read, in UTF-8.
  private var pieces: [[UInt8]] = [[]]

  /// Reads commands, one a line; a line that ends in `\` goes on in the next.
  ///
  /// `nil` if a quote is open at the end of a line, or if a terminal would not show each character
  /// as it is: what is pasted would not be what was read.
  init?(_ script: String) {
    let isShown = script.utf8.split(separator: .lineFeed).allSatisfy { line in
      let line = String(decoding: line, as: UTF8.self)
      return printable(line) == line
    }
    guard isShown else { return nil }
    var quote: UInt8?
    // What a shell obeys is ASCII, and no byte of another character is.
    var rest = Array(script.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case .lineFeed:
        guard quote == nil else { return nil }
        endCommand()
      case .backslash where quote == nil && rest.first == .lineFeed:
        rest = rest.dropFirst().drop { $0 == .space }
        append(.space)
        if rest.starts(with: "--".utf8) { pieces.append([]) }
      case .backslash where quote != .quote:
        guard let escaped = rest.popFirst(), escaped != .lineFeed else { return nil }
        append(byte)
        append(escaped)
      case .space where quote == nil && rest.starts(with: "--".utf8):
        pieces.append([])
      case .quote, .doubleQuote:
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
        append(byte)
      default:
        append(byte)
      }
    }
    guard quote == nil else { return nil }
    endCommand()
  }

  private mutating func append(_ byte: UInt8) {
    pieces[pieces.count - 1].append(byte)
  }

  private mutating func endCommand() {
    let trimmed = pieces.map(Self.trimmed).filter { !$0.isEmpty }
    pieces = [[]]
    guard let first = trimmed.first else { return }
    // A comment ends with its line.
    commands.append(first.hasPrefix("#") ? [trimmed.joined(separator: " ")] : trimmed)
  }

  private static func trimmed(_ piece: [UInt8]) -> String {
    String(
      String(decoding: piece, as: UTF8.self).drop { $0 == " " }.droppingTrailingSpaces)
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

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let quote = UInt8(ascii: "'")
  fileprivate static let doubleQuote = UInt8(ascii: "\"")
}
