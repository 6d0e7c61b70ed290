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
    ("invocation-id/7 gcloud", "gcloud"), ("a gzip(gfe)", "a"),
  ])
  func `what differs from call to call is left out`(text: String, shown: String) {
    #expect(UserAgent.shown(text) == shown)
    #expect(UserAgent.shown(shown) == shown)
  }
}
