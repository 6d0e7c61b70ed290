import AuditLog
import Testing

@testable import DenialClassification

struct MessageTextTests {
  /// The message, a phrase, and whether the full, unquoted and plain texts say it.
  @Test(
    arguments: [
      ("Quota exceeded", "quota exceeded", true, true, true),
      ("the 'quota exceeded' thing", "quota exceeded", true, false, false),
      ("the \"quota exceeded\" thing", "quota exceeded", true, false, false),
      ("the `quota exceeded` thing", "quota exceeded", true, false, false),
      ("the user's quota isn't low", "quota", true, true, true),
      ("don't 'quota' won't", "quota", true, false, false),
      ("an open 'quota forever", "quota", true, true, true),
      ("on projects/p/quota here", "quota", true, true, false),
      ("object b/quota", "quota", true, true, false),
      ("permission cloudquotas.quota.update denied", "quota", true, true, false),
      ("see cloud.google.com for quota", "quota", true, true, true),
      ("version 1.2 quota", "quota", true, true, true),
      ("Quota.", "quota", true, true, true), ("...quota...", "quota", true, true, true),
      ("a.quota.", "quota", true, true, true), ("a.quota.b.", "quota", true, true, false),
      ("-.quota.x", "quota", true, true, true), ("x.quota.-", "quota", true, true, true),
      ("the user's quota as 'x' says", "quota", true, true, true),
      ("'it isn't quota' x", "quota", true, false, false),
      ("quota_exceeded", "quota exceeded", true, true, true),
      ("quo ta", "quota", false, false, false),
      ("", "quota", false, false, false), ("'quota'", "quota", true, false, false),
    ] as [(String, Phrase, Bool, Bool, Bool)])
  func `names of things are blanked out`(
    message: String, phrase: Phrase, full: Bool, unquoted: Bool, plain: Bool
  ) {
    let text = MessageText(message)
    #expect(text.full.says(phrase) == full)
    #expect(text.unquoted.says(phrase) == unquoted)
    #expect(text.plain.says(phrase) == plain)
    #expect(text.original == message)
  }

  @Test(arguments: [(3000, false), (4089, false), (4090, true), (5000, true)])
  func `a quote that is too long quotes nothing`(length: Int, isSaid: Bool) {
    let text = MessageText("'\(String(repeating: "x", count: length)) quota' exceeded")
    #expect(text.plain.says("quota") == isSaid)
    #expect(text.plain.says("exceeded"))
  }

  @Test func `words that a name stood between are not joined`() {
    #expect(!MessageText("quota 'x' exceeded").plain.says("quotaexceeded"))
    #expect(MessageText("quota 'x' exceeded").plain.says("quota exceeded"))
    #expect(MessageText("quota projects/p exceeded").plain.says("quota exceeded"))
  }

  @Test(arguments: ["'", "\"", "`", "' ", "a 'b ", "'a' 'b'", "é", "a.b.c ", "\n", "'\u{0}"])
  func `long messages come to an end`(part: String) {
    let text = MessageText(String(repeating: part, count: 100_000 / part.utf8.count))
    #expect(!text.full.says("quota") && !text.plain.says("quota"))
  }
}

struct WordWalkTests {
  private static let pieces = [
    "quota", "Exceeded", "'", "\"", "`", " ", " ", "\n", "_", "/", ".", ".", "a", "B", "9", "-",
    "é",
    "isn't", "a.b.c", "//x/y", "(", ")", "\u{0}",
  ]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `one walk keeps what blanking step by step keeps`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let count = Int.random(in: 0...14, using: &random)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }.joined()
      for part in [MessageText.Part.full, .unquoted, .plain] {
        let walk = WordWalk(text.utf8.span, part: part)
        #expect(walk.bytes == BlankedText(text, part).words, "\(text)")
        if !walk.leavesOutNames, !walk.leavesOutQuotes {
          #expect(walk.bytes == BlankedText(text, .full).words, "\(text)")
        }
        if !walk.leavesOutNames, part == .plain {
          #expect(walk.bytes == BlankedText(text, .unquoted).words, "\(text)")
        }
      }
    }
  }
}

struct WordTextTests {
  private func text(_ string: String) -> WordText {
    MessageText(string).full
  }

  @Test(
    arguments: [
      ("rate limit", "rate limit", true), ("Rate  LIMIT.", "rate limit", true),
      ("rate\tlimit\n", "rate limit", true), ("RATE_LIMIT_EXCEEDED", "rate limit", true),
      ("rate limits", "rate limit", false), ("crate limit", "rate limit", false),
      ("(rate limit)", "rate limit", true), ("rate-limit", "rate limit", false),
      ("ratelimit", "rate limit", false), ("corporate limit, rate limit", "rate limit", true),
      ("rate", "rate limit", false), ("rate limit9", "rate limit", false),
      ("rate limité", "rate limit", false),
      ("limit: 0", "limit: 0", true), ("limit: 05", "limit: 0", false),
      ("limit: 0.", "limit: 0", true), ("limit: 0.5", "limit: 0", false),
      ("limit: 0.00", "limit: 0", true), ("limit: 0/5", "limit: 0", true),
      ("rate limit.5", "rate limit", true), ("scope(s)", "(s)", true),
      ("limit:5", "limit:", true),
      ("scope(s)", "scope(s)", true), ("pending + running", "pending + running", true),
    ] as [(String, Phrase, Bool)])
  func `a phrase is said in whole words`(string: String, phrase: Phrase, isSaid: Bool) {
    #expect(text(string).says(phrase) == isSaid)
    #expect(text("x \(string) y").says(phrase) == isSaid)
    #expect(text(string).says(any: ["no such words", phrase]) == isSaid)
  }

  @Test(
    arguments: [
      ("XRequestsPerDayPerProject", "perday", true), ("per days", "per day", true),
      ("perd ay", "perday", false),
      ("tokens", " tokens ", true), ("input_tokens", " tokens ", true),
      ("tokens: 5", " tokens ", false),
      ("a", "ab", false), ("", " ", true), ("rate ", "rate  ", false),
    ] as [(String, Phrase, Bool)])
  func `text is contained anywhere, with a space at both ends`(
    string: String, part: Phrase, isIn: Bool
  ) {
    #expect(text(string).contains(part) == isIn)
    #expect(text(string).contains(any: ["no such text", part]) == isIn)
  }

  @Test(arguments: [
    ("Requests to this", true), ("  requests", true), ("'requests'", false), ("requestsx", false),
    ("all requests", false), ("", false),
  ])
  func `a phrase begins the text or does not`(string: String, begins: Bool) {
    #expect(text(string).begins(with: "requests") == begins)
  }

  @Test(arguments: [
    ("quota exceeded", true), ("has exceeding use", true), ("EXCEED", true), ("unexceeded", false),
    ("unexceeded, exceeded", true), ("excee d", false), ("_exceeds", true), ("(exceeds)", true),
  ])
  func `a word begins with a stem`(string: String, hasWord: Bool) {
    #expect(text(string).hasWord(beginningWith: ["exhaust", "exceed"]) == hasWord)
  }
}
