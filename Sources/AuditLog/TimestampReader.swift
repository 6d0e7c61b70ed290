/// Reads timestamps, most of them by the hour of the one before: entries of an hour stand together.
package struct TimestampReader: Sendable {
  /// The day and the hour of a text that was read before, in two words: its bytes 0 to 7 and 5 to 12.
  private var firstWord: UInt64 = 0
  private var secondWord: UInt64 = 0
  /// When that hour begins, in nanoseconds since 1970.
  private var hour: Int64 = 0

  package init() {}

  /// What `Timestamp(utf8:)` reads, for most texts in a third of the instructions.
  package mutating func timestamp(_ text: Span<UInt8>) -> Timestamp? {
    if let timestamp = timestampInHour(text) { return timestamp }
    guard let timestamp = Timestamp(utf8: text) else { return nil }
    firstWord = ByteSearch.word(in: text, at: 0)
    secondWord = ByteSearch.word(in: text, at: 5)
    hour = timestamp.hour.nanosecondsSince1970
    // In other zones than UTC, and in leap seconds, the text does not tell the hour.
    if timestampInHour(text) != timestamp { firstWord = 0 }
    return timestamp
  }

  /// Reads `2026-11-22T10:00:00.123456789Z`, if it is in the hour that is known.
  @inline(__always)
  private func timestampInHour(_ text: Span<UInt8>) -> Timestamp? {
    let count = text.count
    guard count >= 20, ByteSearch.word(in: text, at: 0) == firstWord,
      ByteSearch.word(in: text, at: 5) == secondWord, text[13] == UInt8(ascii: ":"),
      let minute = Self.sixty(text, at: 14), text[16] == UInt8(ascii: ":"),
      let second = Self.sixty(text, at: 17), text[count &- 1] == UInt8(ascii: "Z")
    else { return nil }
    var fraction: Int64 = 0
    if count > 20 {
      guard text[19] == UInt8(ascii: "."), (22...30).contains(count) else { return nil }
      for index in 20..<count &- 1 {
        let digit = text[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        fraction = fraction &* 10 &+ Int64(digit)
      }
      for _ in count..<30 { fraction = fraction &* 10 }
    }
    return Timestamp(
      nanosecondsSince1970: hour &+ (minute &* 60 &+ second) &* 1_000_000_000 &+ fraction)
  }

  /// Two digits from `offset` on, up to 59.
  @inline(__always)
  private static func sixty(_ text: Span<UInt8>, at offset: Int) -> Int64? {
    let tens = text[offset] &- UInt8(ascii: "0")
    let ones = text[offset &+ 1] &- UInt8(ascii: "0")
    return tens < 6 && ones < 10 ? Int64(tens &* 10 &+ ones) : nil
  }
}
