import Testing

@testable import GzipStream

struct KeyedHashTests {
  /// What Python's `hmac.new(key, text, "sha256")` gives, each text with a byte 0xff behind it.
  private static let vectors: [(key: [UInt8], texts: [String], value: UInt64)] = [
    (Array("a secret of 22 bytes..".utf8), ["project", "acme-prod"], 0x1de3_baaa_b610_f110),
    ([UInt8](repeating: 7, count: 100), [""], 0xe1cf_21ef_fb17_33d5),
  ]

  @Test func `the value is the beginning of HMAC-SHA256`() {
    let vector = Self.vectors[0]
    #expect(KeyedHash(key: vector.key).value(vector.texts[0], vector.texts[1]) == vector.value)
    let long = Self.vectors[1]
    #expect(KeyedHash(key: long.key).value(long.texts[0]) == long.value)
    #expect(KeyedHash(key: []).value() == 0xb613_679a_0814_d9ec)
  }

  @Test func `a hash may be asked again, by copies too, and where texts end matters`() {
    let hash = KeyedHash(key: Array("0123456789abcdef".utf8))
    let copy = hash
    #expect(hash.value("ab", "c") == copy.value("ab", "c"))
    #expect(hash.value("ab", "c") == hash.value("ab", "c"))
    #expect(hash.value("ab", "c") != hash.value("a", "bc"))
    #expect(hash.value("ab", "c") != hash.value("abc"))
    #expect(hash.value("ab") != KeyedHash(key: Array("0123456789abcdeF".utf8)).value("ab"))
  }
}
