extension Timestamp {
  /// Reads an RFC 3339 time; every entry's timestamp passes here, so nothing is allocated.
  ///
  /// An offset is taken into account, digits after the ninth of a fraction are dropped, and the
  /// second 60 is the first of the next minute.
  package init?(utf8 text: Span<UInt8>) {
    guard text.count >= 20, let year = Self.number(text, 0, 4), text[4] == UInt8(ascii: "-"),
      let month = Self.number(text, 5, 2), text[7] == UInt8(ascii: "-"),
      let day = Self.number(text, 8, 2), text[10] | 0x20 == UInt8(ascii: "t"),
      let hour = Self.number(text, 11, 2), text[13] == UInt8(ascii: ":"),
      let minute = Self.number(text, 14, 2), text[16] == UInt8(ascii: ":"),
      let second = Self.number(text, 17, 2)
    else { return nil }
    guard hour < 24, minute < 60, second <= 60,
      Self.isDay(year: year, month: month, day: day)
    else { return nil }
    var offset = 19
    guard let fraction = Self.fraction(text, &offset), let zone = Self.zoneSeconds(text, offset)
    else { return nil }
    let days = CivilDate(year: year, month: month, day: day).daysSince1970
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - zone
    guard Self.readableSeconds.contains(seconds) else { return nil }
    self.init(nanosecondsSince1970: seconds * 1_000_000_000 + fraction)
  }

  /// From 1678-01-01 to the end of 2261 in UTC, which nanoseconds in 64 bits can count.
  static let readableSeconds: Range<Int64> = -9_214_560_000..<9_214_646_400

  /// `count` digits from `offset` on.
  @inline(__always)
  private static func number(_ text: Span<UInt8>, _ offset: Int, _ count: Int) -> Int64? {
    var value: Int64 = 0
    for index in offset..<offset &+ count {
      guard JSONScanner.isDigit(text[index]) else { return nil }
      value = value &* 10 &+ Int64(text[index] &- UInt8(ascii: "0"))
    }
    return value
  }

  private static func isDay(year: Int64, month: Int64, day: Int64) -> Bool {
    if (1...28).contains(day), (1...12).contains(month) { return true }
    return CivilDate(year: year, month: month, day: day).exists
  }

  /// A point and digits, if any, in nanoseconds; `offset` moves past them.
  private static func fraction(_ text: Span<UInt8>, _ offset: inout Int) -> Int64? {
    guard text[offset] == UInt8(ascii: ".") else { return 0 }
    offset += 1
    var value: Int64 = 0
    var digits = 0
    while offset < text.count, JSONScanner.isDigit(text[offset]) {
      if digits < 9 { value = value * 10 + Int64(text[offset] - UInt8(ascii: "0")) }
      digits += 1
      offset += 1
    }
    guard digits > 0 else { return nil }
    for _ in min(digits, 9)..<9 { value *= 10 }
    return value
  }

  /// `Z` or an offset such as `+01:00`, which must end the text, in seconds east of UTC.
  private static func zoneSeconds(_ text: Span<UInt8>, _ offset: Int) -> Int64? {
    guard offset < text.count else { return nil }
    if text[offset] | 0x20 == UInt8(ascii: "z") { return offset + 1 == text.count ? 0 : nil }
    let isEast = text[offset] == UInt8(ascii: "+")
    guard isEast || text[offset] == UInt8(ascii: "-"), offset + 6 == text.count,
      let hours = number(text, offset + 1, 2), text[offset + 3] == UInt8(ascii: ":"),
      let minutes = number(text, offset + 4, 2), hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isEast ? seconds : -seconds
  }
}
