/// Makes JSON documents with white space wherever it may stand.
struct DocumentGenerator {
  var random: SeededGenerator

  private let spaces: [String]

  /// A generator with white space of its own.
  ///
  /// - Parameters:
  ///   - seed: Equal seeds make equal documents.
  ///   - spaces: The white space to choose from.
  init(
    seed: UInt64, spaces: [String] = ["", "", "", " ", "\n", "\r\n", "\t", "\n    ", "\n\n"]
  ) {
    random = SeededGenerator(seed: seed)
    self.spaces = spaces
  }

  /// An object.
  mutating func document() -> String {
    object(depth: 0)
  }

  /// White space, which may be none.
  mutating func space() -> String {
    pick(spaces)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  mutating func count(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for _ in 0..<count(0...3) {
      members.append("\(string())\(space()):\(space())\(value(depth: depth + 1))")
    }
    return "{" + joined(members) + "}"
  }

  private mutating func value(depth: Int) -> String {
    switch count(0...(depth > 4 ? 4 : 7)) {
    case 0: return pick(["true", "false", "null"])
    case 1: return pick(["0", "-1.5e+3", "1234567890"])
    case 2...4: return string()
    case 5:
      let elements = (0..<count(0...3)).map { _ in value(depth: depth + 1) }
      return "[" + joined(elements) + "]"
    default: return object(depth: depth)
    }
  }

  private mutating func joined(_ parts: [String]) -> String {
    var text = space()
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "," + space() }
      text += part + space()
    }
    return text
  }

  private mutating func string() -> String {
    let pieces = [
      "a", "key", "{", "}", "[", "]", ",", ":", #"\""#, #"\\"#, #"\n"#, #"\u007b"#, "é", "🚀", " ",
      "},{", "\u{feff}", #"\\\""#, "]\u{7f}[",
    ]
    return "\"" + (0..<count(0...6)).map { _ in pick(pieces) }.joined() + "\""
  }
}
