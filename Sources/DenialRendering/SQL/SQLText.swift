/// Pieces of SQL about text; each takes expressions and makes one.
enum SQLText {
  /// A string as GoogleSQL writes it.
  static func literal(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  /// Several strings between commas.
  static func list(_ texts: [String]) -> String {
    texts.map(literal).joined(separator: ", ")
  }

  static let lowercase = "abcdefghijklmnopqrstuvwxyz"
  static let uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  static let digits = "0123456789"

  /// What is neither letter nor digit; all beyond ASCII is a letter.
  static let marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
  /// The marks that phrases have inside, and so stay what they are.
  private static let keptMarks = "()+:."

  /// With A to Z as a to z, and nothing else changed.
  static func lowered(_ text: String) -> String {
    "TRANSLATE(\(text), '\(uppercase)', '\(lowercase)')"
  }

  /// Whether text, at most a character of it, is a letter or a digit.
  static func isWord(_ character: String) -> String {
    "(\(character) != '' AND STRPOS(\(literal(" " + marks)), \(character)) = 0)"
  }

  /// Whether nothing but some characters is in a text.
  static func consists(_ text: String, of characters: String) -> String {
    "LTRIM(\(text), \(literal(characters))) = ''"
  }

  static func contains(_ text: String, _ part: String) -> String {
    "STRPOS(\(text), \(literal(part))) > 0"
  }

  /// In lower case, with `_` and every run of spaces as one space, and one at each end.
  static func spaced(_ text: String) -> String {
    let lowered = "TRANSLATE(\(text), '\(uppercase)_', '\(lowercase) ')"
    let marked = "REPLACE(REPLACE(\(lowered), ' ', CONCAT(CHR(1), CHR(2))), "
    return "CONCAT(' ', TRIM(REPLACE(\(marked)CONCAT(CHR(2), CHR(1)), ''), "
      + "CONCAT(CHR(1), CHR(2)), ' '), ' '), ' ')"
  }

  /// Text of ``spaced(_:)`` with a `|` at each end of a word, so that phrases can be found by it.
  static func bounded(_ text: String) -> String {
    let others = marks.filter { !keptMarks.contains($0) }
    let bars = String(repeating: "|", count: others.count)
    return (keptMarks + " ").reduce("TRANSLATE(\(text), \(literal(others)), '\(bars)')") {
      "REPLACE(\($0), '\($1)', '|\($1)|')"
    }
  }

  /// What a phrase looks like in ``bounded(_:)`` text, without its ends.
  static func bounded(phrase: String) -> String {
    phrase.map { (keptMarks + " ").contains($0) ? "|\($0)|" : "\($0)" }.joined()
  }

  /// What stands before the first `separator`, else all.
  static func part(of text: String, before separator: String) -> String {
    "SUBSTR(\(text), 1, STRPOS(CONCAT(\(text), '\(separator)'), '\(separator)') - 1)"
  }
}
