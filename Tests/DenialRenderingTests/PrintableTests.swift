import DenialAggregation
import Testing

@testable import DenialRendering

struct PrintableTests {
  @Test(arguments: [
    ("app@proj-a.iam.gserviceaccount.com", "app@proj-a.iam.gserviceaccount.com"),
    ("yamada.太郎@例え.jp ünïcode 😀", "yamada.太郎@例え.jp ünïcode 😀"),
    ("\u{1B}]52;c;cm0gLXJm\u{7}", #"\u{1B}]52;c;cm0gLXJm\u{7}"#),
    ("a\nb\r\tc\0\u{7F}", #"a\u{A}b\u{D}\u{9}c\u{0}\u{7F}"#),
    ("\u{9B}31m\u{85}", #"\u{9B}31m\u{85}"#),
    ("user\u{202E}moc.live\u{2066}", #"user\u{202E}moc.live\u{2066}"#),
    ("a\u{200B}b\u{200D}c\u{FEFF}\u{AD}", #"a\u{200B}b\u{200D}c\u{FEFF}\u{AD}"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("\u{E0041}", #"\u{E0041}"#),
    ("\u{E000}\u{378}\u{FFFF}", #"\u{E000}\u{378}\u{FFFF}"#), ("\u{3164}x", #"\u{3164}x"#),
    ("=\u{338}'\u{301}\u{17B4}", #"=\u{338}'\u{301}\u{17B4}"#), ("e\u{301}", "e\u{301}"),
    ("\u{301}e", #"\u{301}e"#), ("\n\u{301}", #"\u{A}\u{301}"#),
    ("e\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}\\u{301}"),
  ])
  func `what a terminal obeys or hides is spelt out`(text: String, expected: String) {
    #expect(Array(printable(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `every character of Unicode is shown or spelt out`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isConcealed else { continue }
      #expect(printable(String(scalar)).utf8.first == UInt8(ascii: "\\"))
    }
  }

  @Test func `what is printable stays as it is`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let once = printable(String.random(scalarCount: 30, using: &random))
      let concealed = once.unicodeScalars.filter(\.isConcealed)
      #expect(concealed.isEmpty)
      #expect(Array(printable(once).utf8) == Array(once.utf8))
    }
  }
}
