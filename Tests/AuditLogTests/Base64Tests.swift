import Foundation
import Testing

@testable import AuditLog

struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
    ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"), ("Zg", "f"), ("Zm8", "fo"),
  ])
  func `the standard's examples are decoded, padded or not`(text: String, decoded: String) {
    #expect(Base64.decoded(text) == Array(decoded.utf8))
  }

  @Test func `both alphabets are read`() {
    #expect(Base64.decoded("+/-_") == [0xfb, 0xff, 0xbf])
  }

  @Test(arguments: [
    "Z", "Zm9vY", "Zg=", "Zg===", "Zm9v=", "Zm8==", "=", "Zm=8", "Zm 9v", "Zm9v\n", "Zmé", "Zm9v*",
    "{\"a\":1}",
  ])
  func `what is not base64 is refused`(text: String) {
    #expect(Base64.decoded(text) == nil)
  }

  @Test func `any bytes come back as Foundation encodes them`() {
    var random = SeededGenerator(seed: 5)
    for count in 0...200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decoded(Data(bytes).base64EncodedString()) == bytes)
    }
  }
}
