/// A number in groups of three digits, such as `12,345`.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return result
}

/// A number and its noun, such as `1 denial` or `12,345 denials`.
func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
}

/// `2026-11-22 10:41` for `2026-11-22T10:41:05.123Z`; another text as it is.
func minute(of time: String) -> String {
  let pattern = "0000-00-00T00:00"
  let head = time.utf8.prefix(pattern.utf8.count)
  let zero = UInt8(ascii: "0")
  let isTime =
    head.count == pattern.utf8.count && time.hasSuffix("Z")
    && zip(head, pattern.utf8).allSatisfy { byte, expected in
      expected == zero ? zero...(zero + 9) ~= byte : byte == expected
    }
  guard isTime else { return cutEnd(of: printable(time), columns: 30) }
  return "\(time.prefix(10)) \(time.dropFirst(11).prefix(5))"
}
