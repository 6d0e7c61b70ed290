// The grammars of this module are ASCII on purpose: whatever else a log holds, be it a quote, a
// control character or a letter that merely looks like one of ours, never reaches a command.
// They work on UTF-8, as walking over a string's characters takes ten times as long.

extension UInt8 {
  /// Whether this is one of `a` to `z`.
  var isLowercaseLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }

  /// Whether this is one of `A` to `Z`.
  var isUppercaseLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

  /// Whether this is one of `0` to `9`.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether this is a lower-case letter or a digit.
  var isLowercaseAlphanumeric: Bool { isLowercaseLetter || isDigit }

  /// Whether this is a letter or a digit.
  var isAlphanumeric: Bool { isLowercaseLetter || isUppercaseLetter || isDigit }

  /// Whether this is `0` to `9` or `a` to `f`.
  var isLowercaseHexDigit: Bool {
    isDigit || self >= UInt8(ascii: "a") && self <= UInt8(ascii: "f")
  }

  /// Whether this is the ASCII character `character`.
  func isASCII(_ character: Unicode.Scalar) -> Bool { self == UInt8(ascii: character) }
}

extension StringProtocol {
  /// Whether this is not empty and every byte of it passes.
  func consists(of allowed: (UInt8) -> Bool) -> Bool {
    !isEmpty && utf8.allSatisfy(allowed)
  }

  /// Whether `byte` occurs.
  func hasByte(_ byte: Unicode.Scalar) -> Bool { utf8.contains(UInt8(ascii: byte)) }

  /// Whether `count` full stops follow each other somewhere.
  func hasDots(_ count: Int) -> Bool {
    var run = 0
    return utf8.contains { byte in
      run = byte == UInt8(ascii: ".") ? run + 1 : 0
      return run == count
    }
  }

  /// Whether this is a DNS name in lower case with at least one dot, such as `example.com`.
  var isDomainName: Bool {
    utf8.count <= 253 && hasByte(".") && hasDomainLabels
  }

  /// Whether this is one label of a DNS name in lower case: no hyphen at either end.
  var isDomainLabel: Bool { !hasByte(".") && hasDomainLabels }

  /// Whether each part between dots is a label of 1 to 63 bytes.
  private var hasDomainLabels: Bool {
    var labelBytes = 0
    var last = UInt8(ascii: ".")
    for byte in utf8 {
      if byte == UInt8(ascii: ".") {
        guard last.isLowercaseAlphanumeric else { return false }
        labelBytes = 0
      } else {
        let isInside = labelBytes > 0 && byte == UInt8(ascii: "-")
        guard byte.isLowercaseAlphanumeric || isInside, labelBytes < 63 else { return false }
        labelBytes += 1
      }
      last = byte
    }
    return last.isLowercaseAlphanumeric
  }

  /// The same text with `A` to `Z` as `a` to `z`, and nothing else changed.
  ///
  /// Unicode's lower case would turn a Kelvin sign into `k`, and so one account into another.
  var asciiLowercased: String {
    guard utf8.contains(where: \.isUppercaseLetter) else { return String(self) }
    return String(decoding: utf8.map { $0.isUppercaseLetter ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The letters and digits, with one `_` for all else between them; at most `byteLimit` bytes.
  func slug(byteLimit: Int) -> String {
    utf8.split { !$0.isAlphanumeric }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "_").prefix(byteLimit).description
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The parts between `separator`, empty ones included; at most `maxSplits` of them are taken.
  func parts(at separator: Unicode.Scalar, maxSplits: Int = .max) -> [Substring] {
    self[...].utf8.split(
      separator: UInt8(ascii: separator), maxSplits: maxSplits, omittingEmptySubsequences: false
    ).map { Substring($0) }
  }

  /// What stands before the first `separator`; all of it, if there is none.
  func before(_ separator: Unicode.Scalar) -> Substring {
    Substring(self[...].utf8.prefix { $0 != UInt8(ascii: separator) })
  }

  /// Whether it begins with just these bytes.
  func begins(with prefix: String) -> Bool { self[...].utf8.starts(with: prefix.utf8) }

  /// What follows `prefix`; `nil` if something else stands there.
  func dropping(prefix: String) -> Substring? {
    begins(with: prefix) ? Substring(self[...].utf8.dropFirst(prefix.utf8.count)) : nil
  }

  /// What comes before `suffix`; `nil` if something else stands there.
  func dropping(suffix: String) -> Substring? {
    let bytes = self[...].utf8
    guard bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else { return nil }
    return Substring(bytes.dropLast(suffix.utf8.count))
  }
}
