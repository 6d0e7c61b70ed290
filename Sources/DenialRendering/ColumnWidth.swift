/// How many columns a terminal gives to a text that is ``printable(_:)``.
func columnCount(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.unicodeScalars.reduce(0) { $0 + $1.columnCount }
}

/// The longest beginning that fits, a base character with its marks; never empty.
func prefix(of text: Substring, columns: Int) -> Substring {
  let scalars = text.unicodeScalars
  var width = 0
  var end = scalars.startIndex
  while end < scalars.endIndex {
    width += scalars[end].columnCount
    if width > columns, end > scalars.startIndex { break }
    scalars.formIndex(after: &end)
  }
  return text[..<end]
}

/// The longest end that fits, without marks at its start.
private func suffix(of text: Substring, columns: Int) -> Substring {
  let scalars = text.unicodeScalars
  var width = 0
  var start = scalars.endIndex
  while start > scalars.startIndex {
    let before = scalars.index(before: start)
    width += scalars[before].columnCount
    if width > columns { break }
    start = before
  }
  return text[scalars[start...].drop { $0.isCombiningMark }.startIndex...]
}

/// The text, or as much of its beginning as fits with a `…` behind it.
func cutEnd(of text: String, columns: Int) -> String {
  guard columnCount(of: text) > columns else { return text }
  return prefix(of: text[...], columns: max(columns - 1, 1)) + "…"
}

/// The text, or as much of both its ends as fits with a `…` between them.
func cutMiddle(of text: String, columns: Int) -> String {
  guard columnCount(of: text) > columns else { return text }
  let head = prefix(of: text[...], columns: max(columns / 2, 1))
  return head + "…" + suffix(of: text[...], columns: columns - 1 - columnCount(of: head))
}

extension Unicode.Scalar {
  /// 0 for a mark on the character before it, 2 for a wide one, else 1.
  fileprivate var columnCount: Int {
    if value < 0x300 { return 1 }
    if isCombiningMark || Self.joinedJamo.contains(where: { $0 ~= value }) { return 0 }
    return isWide ? 2 : 1
  }

  private var isWide: Bool {
    var lower = 0
    var upper = Self.wide.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if Self.wide[middle].upperBound < value { lower = middle + 1 } else { upper = middle }
    }
    return lower < Self.wide.count && Self.wide[lower] ~= value
  }

  /// Vowels and final consonants that join the Hangul syllable before them.
  private static let joinedJamo: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FF]

  /// Characters two columns wide, in order; a range may span characters that are never shown.
  ///
  /// - Source: https://www.unicode.org/Public/17.0.0/ucd/EastAsianWidth.txt, values W and F, and
  ///   the regional indicators, which terminals show as wide.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
    0x267F...0x267F, 0x268A...0x268F, 0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB,
    0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
    0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755,
    0x2757...0x2757, 0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C,
    0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x3029, 0x3030...0x303E, 0x3041...0x3247,
    0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF2...0x1B2FB, 0x1D300...0x1D376,
    0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F1E6...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
    0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
  ]
}
