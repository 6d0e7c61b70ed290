import AuditLog

extension Int {
  /// Reads a decimal number that is whole however it is spelled: `7`, `7.0`, `70e-1`, `+7`, `07`.
  ///
  /// Exact and linear, whatever the length; `nil` for other text, fractions and larger numbers.
  init?(wholeNumber text: String) {
    if let digits = Self.fewDigits(text.utf8.span) {
      self = digits
      return
    }
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var significand = Significand()
    guard significand.read(from: &bytes) > 0 else { return nil }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      let count = significand.read(from: &bytes)
      guard count > 0 else { return nil }
      significand.exponent -= count
    }
    if let letter = bytes.first, letter | 0x20 == UInt8(ascii: "e") {
      bytes.removeFirst()
      guard let exponent = Self.exponent(String(Substring(bytes))) else { return nil }
      significand.exponent += exponent
      bytes = bytes[bytes.endIndex...]
    }
    guard bytes.isEmpty, let value = significand.value else { return nil }
    self = isNegative ? -value : value
  }

  /// Reads up to four digits and nothing else, which is how nearly all logs spell a code.
  private static func fewDigits(_ bytes: Span<UInt8>) -> Int? {
    guard (1...4).contains(bytes.count) else { return nil }
    var value = 0
    for index in bytes.indices {
      guard ASCII.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return value
  }

  /// Reads the number of a JSON value, or in its string.
  init?(wholeNumber value: JSONValue?) {
    switch value {
    case .number(let text), .string(let text): self.init(wholeNumber: text)
    case .object, .array, .bool, .null, nil: return nil
    }
  }

  /// What stands behind `e`; one beyond all that matters is cut down, not refused.
  private static func exponent(_ text: String) -> Int? {
    let digits =
      text.utf8.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(ASCII.isDigit) else { return nil }
    let size = Swift.min(Int(digits) ?? .max, 1 << 40)
    return text.utf8.first == UInt8(ascii: "-") ? -size : size
  }
}

/// Digits with zeros at their end set aside, so that `7000e-3` is found to be whole.
private struct Significand {
  var exponent = 0
  private var digits: Int? = 0
  private var zeroCount = 0

  /// Reads digits off the front.
  ///
  /// - Returns: How many there were.
  mutating func read(from bytes: inout Substring.UTF8View) -> Int {
    var count = 0
    while let byte = bytes.first, ASCII.isDigit(byte) {
      if byte == UInt8(ascii: "0") {
        zeroCount += 1
      } else {
        digits = Self.scaled(digits, by: zeroCount + 1)
          .flatMap { Self.sum($0, Int(byte - UInt8(ascii: "0"))) }
        zeroCount = 0
      }
      bytes.removeFirst()
      count += 1
    }
    return count
  }

  /// The whole number; `nil` if it is none, or too large.
  var value: Int? {
    guard digits != 0 else { return 0 }
    let power = exponent + zeroCount
    return power < 0 ? nil : Self.scaled(digits, by: power)
  }

  private static func scaled(_ number: Int?, by power: Int) -> Int? {
    guard var result = number else { return nil }
    for _ in 0..<power {
      let (product, isTooLarge) = result.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      result = product
    }
    return result
  }

  private static func sum(_ one: Int, _ other: Int) -> Int? {
    let (sum, isTooLarge) = one.addingReportingOverflow(other)
    return isTooLarge ? nil : sum
  }
}
