import Testing

@testable import DenialClassification

struct SecretMaskTests {
  /// Made up, in the shapes of real ones.
  private static let secrets = [
    "AIzaSyD3m0K3y-0123456789_abcdefGHIJKLMN",
    "ya29.a0AfB_byC-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-.0",
    "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl-_dGhhdA",
    "api_key:0123456789abcdef0123456789abcdef0123",
    "api_key:AIzaSyD3m0K3y-0123456789_abcdefGHIJKLMN",
  ]

  private static let surroundings = [
    ("", ""), ("Consumer '", "' has been suspended."), ("key=", "&alt=json"), ("(", ")"),
    ("\"", "\","),
    ("Bearer ", "\n"), ("https://x.googleapis.com/v1/models?key=", " refused"), ("é", "→"),
    ("Authorization%3A%20Bearer%20", "%0A"), ("key%3D", "%26"), ("AIza AIza ", " ya29. eyJ"),
    ("gateway_", ""), ("x-goog-api-key-", ""), ("v1.", ""),
  ]

  @Test(arguments: secrets, surroundings)
  func `no long part of a secret is left`(
    secret: String, surrounding: (before: String, after: String)
  ) {
    let masked = SecretMask.masked(surrounding.before + secret + surrounding.after)
    #expect(
      masked.hasPrefix(surrounding.before) && masked.hasSuffix("…[masked]" + surrounding.after))
    #expect(longestCommonRun(masked, secret) < 20)
  }

  @Test func `several secrets in one text are all masked`() {
    let masked = SecretMask.masked(Self.secrets.joined(separator: " and "))
    for secret in Self.secrets { #expect(longestCommonRun(masked, secret) < 20) }
    #expect(masked.split(separator: " and ").count == Self.secrets.count)
  }

  @Test(arguments: ["", " ", "  ", "'", "\"", " '", "='"])
  func `what stands behind api_key: is masked, quoted or not`(between: String) {
    let masked = SecretMask.masked("api_key:\(between)0123456789abcdef0123456789abcdef")
    #expect(masked.contains("0123456789") == between.contains("="))
  }

  @Test func `the beginning tells what kind of secret it was`() {
    let shown = Self.secrets.map { SecretMask.masked($0) }
    #expect(
      shown == [
        "AIza…[masked]", "ya29.…[masked]", "eyJ…[masked]", "api_key:…[masked]", "api_key:…[masked]",
      ])
  }

  @Test(arguments: [
    "", "AIza", "AIzaSy", "an AIza key", "ya29.", "ya29 tokens", "eyJ", "eyJ0.e", "api_key:",
    "api_key: x",
    "api_key:short", "monkeyJuiceFactory.example.com", "projects/acme-prod/keys/kAIzaStreet-12345",
    "serviceAccount:app@acme-prod.iam.gserviceaccount.com", "AIZASYD3M0K3Y0123456789",
    "0123456789abcdef0123456789abcdef", "Permission 'a.b.c' denied on resource 'x'", "Aiza", "eyj",
    "é→🚀",
  ])
  func `what only looks like a secret stays`(text: String) {
    #expect(SecretMask.masked(text) == text)
  }

  @Test func `masking twice changes nothing more`() {
    for secret in Self.secrets {
      let once = SecretMask.masked("a \(secret) b")
      #expect(SecretMask.masked(once) == once)
    }
  }

  @Test(arguments: ["AIza", "eyJ", "api_key:", "ya29.", "eyJeyJ.", "AIzaSyD3m0K3y "])
  func `long texts come to an end`(part: String) {
    let text = String(repeating: part, count: 100_000 / part.utf8.count)
    #expect(longestCommonRun(SecretMask.masked(text), "AIzaSyD3m0K3y AIzaSyD3m0K3y") < 20)
  }

  /// The length of the longest text that stands in both.
  private func longestCommonRun(_ text: String, _ secret: String) -> Int {
    let (text, secret) = (Array(text.utf8.prefix(4000)), Array(secret.utf8))
    var previous = [Int](repeating: 0, count: secret.count + 1)
    var longest = 0
    for byte in text {
      var current = [Int](repeating: 0, count: secret.count + 1)
      for index in secret.indices where secret[index] == byte {
        current[index + 1] = previous[index] + 1
        longest = max(longest, current[index + 1])
      }
      previous = current
    }
    return longest
  }
}
