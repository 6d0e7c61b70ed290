import Testing

@testable import GzipStream

/// Against the examples that come with the standard.
@Suite struct FingerprintTests {
  // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values, and the
  // digest of no bytes at all.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `the standard's examples`(text: String, digest: String) {
    let bytes = Array(text.utf8)
    var fingerprint = Fingerprint()
    fingerprint.update(bytes.span)
    #expect(fingerprint.hexadecimal == digest)
  }

  @Test func `pieces of any size give the same digest`() {
    let bytes = logLines(byteCount: 1000)
    var whole = Fingerprint()
    whole.update(bytes.span)
    for size in [1, 2, 3, 7, 55, 56, 63, 64, 65, 127, 128, 999] {
      var pieces = Fingerprint()
      for start in stride(from: 0, to: bytes.count, by: size) {
        pieces.update(bytes.span.extracting(start..<min(start + size, bytes.count)))
      }
      #expect(pieces.hexadecimal == whole.hexadecimal, "pieces of \(size)")
    }
  }

  @Test func `reading the digest changes nothing, and a copy goes on by itself`() {
    let (a, b) = (Array("a".utf8), Array("bc".utf8))
    var fingerprint = Fingerprint()
    fingerprint.update(a.span)
    let digest = fingerprint.hexadecimal
    #expect(fingerprint.hexadecimal == digest)
    var copy = fingerprint
    copy.update(b.span)
    #expect(
      copy.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(fingerprint.hexadecimal == digest)
  }
}
