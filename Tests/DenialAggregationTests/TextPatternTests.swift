import Testing

@testable import DenialAggregation

struct TextPatternTests {
  @Test(arguments: [
    ("app", "app@acme.iam.gserviceaccount.com", true), ("acme", "app@ACME.example", true),
    ("ALICE@Example.com", "alice@example.com", true), ("bob", "alice@example.com", false),
    ("app@", "my-app@acme", true), ("app@*", "my-app@acme", false), ("app@*", "app@acme", true),
    ("*app@*", "my-app@acme", true), ("*", "", true), ("*", "anything", true), ("?", "", false),
    ("?", "a", true), ("?", "ab", false), ("??", "ab", true), ("a*b", "ab", true),
    ("a*b", "axxb", true), ("a*b", "axxbx", false), ("a**b", "ab", true), ("*a", "bca", true),
    ("*a", "bcab", false), ("a?c*", "abc", true), ("a?c*", "ac", false),
    (
      "*.StreamGenerateContent",
      "google.cloud.aiplatform.v1.PredictionService.StreamGenerateContent", true
    ),
    ("*.streamgeneratecontent", "x.StreamGenerateContent", true), ("*ab*ab*", "xabab", true),
    ("*ab*ab*", "xaba", false), ("*aab", "aaab", true), ("*a?b", "aaxab", false),
    // Nothing but the two is special.
    ("[ab]", "a", false), ("[ab]", "x[ab]", true), ("[a-z]*", "[A-Z]x", true),
    ("a.c", "abc", false),
    ("a\\*", "a*", false), ("a\\*", "a\\x", true), ("^app", "app", false),
    ("(redacted)", "(redacted)", true),
    ("a+", "aa", false), ("$", "a", false), ("{a,b}", "a", false),
    // A character beyond ASCII is one character, and is not folded.
    ("?", "é", true), ("??", "é", false), ("caf?", "café", true), ("?", "🚀", true),
    ("*é", "x🚀é", true),
    ("É", "é", false), ("\u{212a}", "k", false), ("k", "\u{212a}", false),
    ("e\u{301}", "\u{e9}", false), ("*?", "é", true), ("*??", "é", false),
    ("x", "", false), ("@", "`", false), ("[", "{", false),
  ])
  func `a pattern fits as its reader expects`(pattern: String, text: String, fits: Bool) throws {
    #expect(try #require(TextPattern(pattern)).matches(text) == fits)
  }

  @Test func `nothing and too much are no patterns`() {
    #expect(TextPattern("") == nil)
    #expect(TextPattern(String(repeating: "a", count: TextPattern.byteLimit)) != nil)
    #expect(TextPattern(String(repeating: "a", count: TextPattern.byteLimit + 1)) == nil)
    #expect(TextPattern(String(repeating: "é", count: TextPattern.byteLimit)) == nil)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a pattern fits what the simplest matcher says`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var fitCount = 0
    for _ in 0..<500 {
      let length = Int(generator.next() % 7) + 1
      let pattern = (0..<length).map { _ in generator.pick(["a", "b", "A", "*", "?", "é", "*"]) }
        .joined()
      let text = (0..<Int(generator.next() % 9)).map { _ in
        generator.pick(["a", "b", "B", "é", "ß"])
      }
      .joined()
      let fits = try #require(TextPattern(pattern)).matches(text)
      #expect(fits == Reference.matches(pattern, text), "\(pattern) and \(text)")
      fitCount += fits ? 1 : 0
    }
    #expect((50..<450).contains(fitCount))
  }

  /// A matcher that goes back to every `*` would not come to an end.
  @Test(arguments: [
    (String(repeating: "a*", count: 255) + "b", false),
    (String(repeating: "*a", count: 255) + "*", true),
    ("*" + String(repeating: "a", count: 500) + "b*", false),
    (String(repeating: "?", count: 511) + "*", true), (String(repeating: "a", count: 511), true),
    (String(repeating: "a", count: 510) + "b", false), (String(repeating: "*?", count: 256), true),
  ])
  func `no text takes a pattern more than the product of both lengths`(pattern: String, fits: Bool)
    throws
  {
    let text = String(repeating: "a", count: 2048)
    let compiled = try #require(TextPattern(pattern))
    #expect(compiled.matches(text) == fits)
  }
}

/// What `*` and `?` mean, in a few lines that are slow and easy to believe.
private enum Reference {
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let isGlob = pattern.contains { $0 == "*" || $0 == "?" }
    let pieces = Array((isGlob ? pattern : "*\(pattern)*").unicodeScalars)
    return matches(pieces[...], Array(text.unicodeScalars)[...])
  }

  private static func matches(
    _ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*" {
      return matches(rest, text) || !text.isEmpty && matches(pattern, text.dropFirst())
    }
    guard let character = text.first else { return false }
    let isSame = first == "?" || folded(first) == folded(character)
    return isSame && matches(rest, text.dropFirst())
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    scalar.isASCII ? String(scalar).lowercased() : String(scalar)
  }
}
