import AuditLog
import Testing

/// The test's own tool, tested by itself first.
struct CanonicalJSONTests {
  @Test(arguments: [
    ("{}", "{}"), (" [ ] ", "[]"), ("[1E5, -0, 1.0]", "[1E5,-0,1.0]"),
    ("[true,false,null]", "[true,false,null]"), (#""A""#, #""0041""#), (#""🚀""#, #""d83dde80""#),
    (#"{"b":1,"a":2}"#, #"{"0061":2,"0062":1}"#), (#"{"a":1,"\u0061":2}"#, #"{"0061":2}"#),
    ("{\"\u{1F680}\":1,\"\u{FF5E}\":2}", #"{"ff5e":2,"d83dde80":1}"#),
    ("{\"e\u{301}\":1,\"\u{E9}\":2}", #"{"00650301":1,"00e9":2}"#),
  ])
  func `canonical text is the oracle's`(document: String, expected: String) throws {
    #expect(CanonicalJSON.text(of: try read(document)) == expected)
  }

  @Test(arguments: [
    (#""""#, false), (#""0041""#, false), (#""d83dde80""#, false), (#""d83d""#, true),
    (#""dfffd800""#, true), (#"{"00e9":["d800"]}"#, true), ("[1234,1e10]", false),
  ])
  func `a lone surrogate is found`(canonical: String, expected: Bool) {
    #expect(CanonicalJSON.hasLoneSurrogate(canonical) == expected)
  }
}
