import CNettle

/// A hash of texts that only the owner of a key can make: HMAC-SHA256, by the system's nettle.
///
/// - Source: RFC 2104, https://www.rfc-editor.org/rfc/rfc2104
package struct KeyedHash: Sendable {
  /// With the key in it, and nothing else.
  private let keyed: hmac_sha256_ctx

  /// - Parameter key: Any bytes; at least 16 that nobody can guess keep it a secret.
  package init(key: [UInt8]) {
    var context = hmac_sha256_ctx()
    // SAFETY: nettle reads `count` bytes of the array, writes the context, and keeps no pointer.
    unsafe nettle_hmac_sha256_set_key(&context, key.count, key)
    keyed = context
  }

  /// The first eight bytes of the hash of some texts, each followed by a byte that no text holds.
  package func value(_ texts: String...) -> UInt64 {
    var context = keyed
    for text in texts {
      Self.update(&context, text.utf8.span)
      Self.update(&context, [0xff].span)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    // SAFETY: the array has room for the whole digest; nettle resets the copy, not our context.
    unsafe nettle_hmac_sha256_digest(&context, digest.count, &digest)
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func update(_ context: inout hmac_sha256_ctx, _ bytes: Span<UInt8>) {
    // SAFETY: nettle reads `count` bytes from `base`, all inside the span, and keeps no pointer.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe nettle_hmac_sha256_update(&context, buffer.count, base)
    }
  }
}
