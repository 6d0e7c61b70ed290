import AuditLog

/// Takes secrets out of text that a report may show.
///
/// Error messages repeat what callers sent: API keys (`AIza…`), access tokens (`ya29.…`), JSON Web
/// Tokens (`eyJ….….…`) and what stands behind `api_key:`. The first few characters stay, so that
/// a key can still be told from another.
package enum SecretMask {
  /// The text with every secret cut after its first characters.
  package static func masked(_ text: String) -> String {
    guard mayHoldSecret(text.utf8.span) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if let secret = secret(at: offset, in: bytes) {
        result.append(contentsOf: bytes[offset..<secret.shownEnd])
        result.append(contentsOf: Array("…[masked]".utf8))
        offset = secret.end
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a marker stands in a text that is long enough for a secret; nearly always not, so this
  /// look is quick.
  static func mayHoldSecret(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= shortestSecret && TextSearch.holds(telltales, in: bytes)
      && markers.contains { TextSearch.offset(of: $0, in: bytes) != nil }
  }

  /// `eyJ` and eight more.
  private static let shortestSecret = 11

  /// A rare part of each marker.
  private static let telltales = (
    TextSearch.Pair("I", "z"), TextSearch.Pair("y", "a"), TextSearch.Pair("y", "J"),
    TextSearch.Pair("_", "k")
  )

  private static let markers: [StaticString] = ["AIza", "ya29.", "eyJ", "api_key:"]

  /// The secret that begins at `offset`: where it ends, and how much of it may be shown.
  private static func secret(
    at offset: Int, in bytes: [UInt8]
  ) -> (shownEnd: Int, end: Int)? {
    guard isAfterBoundary(offset, in: bytes) else { return nil }
    for marker in markers where bytes[offset...].starts(with: marker.description.utf8) {
      var start = offset + marker.utf8CodeUnitCount
      if marker.description.hasSuffix(":") {
        while start < bytes.count, bytes[start] == ASCII.space || ASCII.isQuote(bytes[start]) {
          start += 1
        }
      }
      let end = bytes[start...].firstIndex { !isSecretByte($0) } ?? bytes.count
      if end - start >= 8 { return (start, end) }
    }
    return nil
  }

  /// Whether no letter or digit goes on at `offset`; `%3D` and its like in a URL are none.
  private static func isAfterBoundary(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset > 0, ASCII.isWord(bytes[offset - 1]), bytes[offset - 1] < 0x80 else { return true }
    return offset >= 3 && bytes[offset - 3] == UInt8(ascii: "%")
  }

  /// Letters, digits and what tokens are joined with.
  private static func isSecretByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) && byte < 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }
}
