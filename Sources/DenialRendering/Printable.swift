internal import DenialAggregation

/// A text that a terminal shows as it is and does not obey, whoever wrote it.
///
/// Control, format, invisible, private-use and unassigned characters become `\u{1B}`, `\u{202E}`
/// and so on. So do combining marks that pile up, which would write over the neighbouring lines,
/// and those on spaces and punctuation, which would change what is around a value.
func printable(_ text: String) -> String {
  if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
  var result = ""
  // As many as a letter bears in real text: Vietnamese needs two, biblical Hebrew three.
  let markLimit = 3
  var marksLeft = 0
  for scalar in text.unicodeScalars {
    if scalar.isConcealed || scalar.hasNoMeaning {
      result += escaped(scalar)
      marksLeft = 0
    } else if !scalar.isCombiningMark {
      result.unicodeScalars.append(scalar)
      marksLeft = scalar.isASCII && !scalar.properties.isAlphabetic ? 0 : markLimit
    } else if marksLeft > 0 {
      result.unicodeScalars.append(scalar)
      marksLeft -= 1
    } else {
      result += escaped(scalar)
    }
  }
  return result
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
}

extension Unicode.Scalar {
  /// Whether the character is drawn on top of the one before it.
  var isCombiningMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether every font and terminal may show the character differently, or not at all.
  fileprivate var hasNoMeaning: Bool {
    switch properties.generalCategory {
    case .unassigned, .privateUse, .surrogate: true
    default: false
    }
  }
}
