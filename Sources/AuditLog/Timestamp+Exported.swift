extension Timestamp {
  /// The timestamp of an entry, with the text that reports and records show.
  ///
  /// A time that is not spelled as RFC 3339 but can be read is shown as RFC 3339.
  static func readingLog(
    _ tree: JSONTree, _ number: Int?, _ spelling: EntrySpelling, in line: Span<UInt8>
  ) -> (text: String, timestamp: Timestamp?) {
    let text: String
    if let string = tree.text(number, in: line) {
      text = string.string(in: line)
    } else if let number, spelling.isRow, tree.isNumber(number, in: line) {
      let range = tree.range(of: number)
      text = ByteSearch.string(line.extracting(range.start..<range.end))
    } else {
      return ("", nil)
    }
    if let timestamp = Timestamp(text) { return (text, timestamp) }
    let exported = Timestamp(sql: text) ?? (spelling.isRow ? Timestamp(epochSeconds: text) : nil)
    return (exported?.description ?? text, exported)
  }

  /// Whether a time may be spelled otherwise than in RFC 3339, told by one byte of it.
  @inline(__always)
  static func mayBeExported(_ line: Span<UInt8>, _ text: ByteRange) -> Bool {
    text.count > 10 && line[text.start &+ 10] == 0x20
  }

  /// Reads a time as databases print it: `2026-11-22 10:00:00.123456 UTC`.
  ///
  /// The zone may be missing, which means UTC, or an offset such as `+00` or `+00:00`.
  init?(sql text: String) {
    var bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes[10] == 0x20 else { return nil }
    bytes[10] = UInt8(ascii: "T")
    var zone = bytes[19...].drop { $0 == UInt8(ascii: ".") || JSONScanner.isDigit($0) }
    let clock = bytes[..<zone.startIndex]
    if zone.first == 0x20, zone.count > 1 { zone = zone.dropFirst() }
    let suffix: [UInt8]
    switch String(decoding: zone, as: UTF8.self) {
    case "", "UTC", "Z": suffix = [UInt8(ascii: "Z")]
    case let offset where offset.utf8.count == 3: suffix = zone + Array(":00".utf8)
    default: suffix = Array(zone)
    }
    let whole = Array(clock + suffix)
    self.init(utf8: whole.span)
  }

  /// Reads seconds since 1970 as BigQuery's API prints them: `1.767608400123456E9`.
  ///
  /// Digits after the ninth of a fraction are dropped.
  init?(epochSeconds text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let whole = rest.prefix(while: JSONScanner.isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: JSONScanner.isDigit)
      guard !fraction.isEmpty else { return nil }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty, whole.count + fraction.count <= 40,
      let exponent = Self.exponent(rest)
    else { return nil }
    // The digits of nanoseconds: those before the point move by the exponent and nine more.
    let digits = whole + fraction
    let count = whole.count + exponent + 9
    guard (0...40).contains(count) else { return nil }
    var value: Int64 = 0
    for index in 0..<count {
      let digit = index < digits.count ? digits[digits.startIndex + index] - UInt8(ascii: "0") : 0
      let (product, isLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = product.addingReportingOverflow(Int64(digit))
      guard !isLarge, !isLarger else { return nil }
      value = sum
    }
    self.init(nanosecondsSince1970: isNegative ? -value : value)
  }

  /// `E9`, `e+09`, or nothing, which is 0.
  private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return 0 }
    guard first | 0x20 == UInt8(ascii: "e"), text.count <= 5 else { return nil }
    return Int(String(decoding: text.dropFirst(), as: UTF8.self))
  }
}
