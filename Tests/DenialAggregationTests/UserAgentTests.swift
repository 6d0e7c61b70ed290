import DenialClassification
import Testing

@testable import DenialAggregation

struct UserAgentTests {
  @Test(arguments: [
    ("", ""), ("curl/8.5.0", "curl/8.5.0"), ("i", "i"), ("(x)", "(x)"), ("a  b ", "a b"),
    (" curl", "curl"), ("curl/8,gzip(gfe),gzip(gfe)", "curl/8"), ("gzip(gfe)", ""),
    ("Mozilla/5.0 (X11) in one", "Mozilla/5.0 (X11) in one"),
    (
      "google-cloud-sdk gcloud/528.0.0 invocation-id/0123 environment/None,gzip(gfe)",
      "google-cloud-sdk gcloud/528.0.0 environment/None"
    ),
    ("invocation-id/7 gcloud", "gcloud"), ("a gzip(gfe)", "a"), ("a gzip(gfe) ", "a gzip(gfe)"),
    ("a (gzip),gzip(gfe)", "a (gzip)"), ("Mozilla/5.0 Safari/537.36 ", "Mozilla/5.0 Safari/537.36"),
    ("an-invocation-id/7", "an-invocation-id/7"),
  ])
  func `what differs from call to call is left out`(text: String, shown: String) {
    #expect(UserAgent.shown(text) == shown)
    if !shown.hasSuffix("gzip(gfe)") { #expect(UserAgent.shown(shown) == shown) }
    var strings = StringTable()
    let number = strings.number(ofUserAgent: text)
    #expect(strings[number] == shown)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is counted is what is shown, and nothing but words is left out`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["gcloud/1", " ", "  ", "invocation-id/7", "gzip(gfe)", ",", "(gzip)", "i", "é"]
    for _ in 0..<200 {
      let count = Int(generator.next() % 8)
      let text = (0..<count).map { _ in pieces[Int(generator.next() % 9)] }.joined()
      var strings = StringTable()
      let number = strings.number(ofUserAgent: text)
      #expect(strings[number] == UserAgent.shown(text), "\(text)")
      let words = UserAgent.shown(text).split(separator: " ", omittingEmptySubsequences: false)
      #expect(words == [""] || !words.contains(""), "\(text)")
    }
  }
}
