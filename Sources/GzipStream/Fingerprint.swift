import CNettle

/// The SHA-256 of bytes that come in pieces, by the system's nettle.
///
/// Sources that have the same fingerprint are the same source, however they are named.
/// A value: a copy goes on by itself.
///
/// - Source: FIPS 180-4, https://csrc.nist.gov/pubs/fips/180-4/upd1/final
package struct Fingerprint: Sendable {
  private var context = sha256_ctx()

  package init() {
    // SAFETY: nettle writes the whole context and keeps no pointer to it.
    unsafe nettle_sha256_init(&context)
  }

  /// Takes in the bytes that come next.
  package mutating func update(_ bytes: Span<UInt8>) {
    // SAFETY: nettle reads `count` bytes from `base`, all inside the span, and keeps no pointer.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe nettle_sha256_update(&context, buffer.count, base)
    }
  }

  /// The digest of all bytes so far, 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    var finished = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    // SAFETY: the array has room for the whole digest; nettle resets the copy, not our context.
    unsafe nettle_sha256_digest(&finished, digest.count, &digest)
    let text = digest.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
