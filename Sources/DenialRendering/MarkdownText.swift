/// Pieces of GitHub's Markdown that hold any text.
///
/// - Source: https://github.github.com/gfm/
enum MarkdownText {
  /// A value of the log as code, in which nothing is a link, a mention or markup; nothing for nothing.
  ///
  /// A bar would end a cell of a table even in code, so it shows as `\u{7C}`.
  static func code(_ value: String, columns: Int = 200) -> String {
    let text = cutMiddle(of: printable(value), columns: columns).replacingBars
    guard text.contains(where: { $0 != " " }) else { return text.isEmpty ? "" : "(blank)" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    // One space on each side is taken away again.
    let isPadded = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ")
    return isPadded || text.hasSuffix(" ") ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// A sentence of our own, in which a value of the log may stand: words that Markdown, or a host of it,
  /// would make anything of are code.
  static func plain(_ sentence: String) -> String {
    let words = cutEnd(of: printable(sentence), columns: 1_000).split(separator: " ")
    return words.enumerated().map { index, word in
      let isTame =
        word.unicodeScalars.allSatisfy { tame.contains($0) || $0.value >= 0x80 }
        && !word.contains("//") && !word.lowercased().contains("www.")
      // Else it may begin a list or a line.
      let isWord = index > 0 || word.contains { $0.isLetter }
      return isTame && isWord ? String(word) : code(String(word))
    }.joined(separator: " ")
  }

  private static let tame = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:()'\"%+-=/?".unicodeScalars)

  /// A block of code; what a terminal would not show as it is does not belong there.
  static func block(_ text: String, language: String) -> [String] {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return [fence + language] + text.split(separator: "\n").map(String.init) + [fence]
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// The lines above the rows of a table; titles that end in `:` are of numbers.
  static func head(_ titles: [String]) -> [String] {
    let names = titles.map { String($0.hasSuffix(":") ? $0.dropLast() : $0[...]) }
    return [row(names), row(titles.map { $0.hasSuffix(":") ? "--:" : "---" })]
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, current) = (0, 0)
    for each in text {
      current = each == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

extension String {
  fileprivate var replacingBars: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\u{7C}")
  }
}
