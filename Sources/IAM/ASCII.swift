// The grammars of this module are ASCII on purpose: whatever else a log holds, be it a quote, a
// control character or a letter that merely looks like one of ours, never reaches a command.
// They work on spans of UTF-8: walking over a string's characters takes thirty times as long.

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

  /// `a` to `z` for `A` to `Z`, and every other byte as it is.
  var lowercased: UInt8 { isUppercaseLetter ? self | 0x20 : self }

  /// Whether this is the ASCII character `character`.
  func isASCII(_ character: Unicode.Scalar) -> Bool { self == UInt8(ascii: character) }
}

extension Span<UInt8> {
  /// Whether every byte passes.
  func allPass(_ isAllowed: (UInt8) -> Bool) -> Bool {
    for index in indices where !isAllowed(self[index]) { return false }
    return true
  }

  /// The first place of `byte` from `start` on; `nil` if there is none.
  func offset(of byte: Unicode.Scalar, from start: Int = 0) -> Int? {
    let byte = UInt8(ascii: byte)
    for index in start..<Swift.max(start, count) where self[index] == byte { return index }
    return nil
  }

  /// Whether just the bytes of `text` stand at `offset`.
  func has(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.count <= count else { return false }
    for index in text.indices where self[offset &+ index] != text[index] { return false }
    return true
  }

  /// Whether just the bytes of `text` stand anywhere.
  func holds(_ text: Span<UInt8>) -> Bool {
    guard text.count <= count else { return false }
    for start in 0...(count - text.count) where has(text, at: start) { return true }
    return false
  }

  /// Whether this is a DNS name in lower case with at least one dot, such as `example.com`.
  var isDomainName: Bool { count <= 253 && offset(of: ".") != nil && hasDomainLabels }

  /// Whether each part between dots is a label of 1 to 63 bytes, with no hyphen at either end.
  var hasDomainLabels: Bool {
    var labelBytes = 0
    var last = UInt8(ascii: ".")
    for index in indices {
      let byte = self[index]
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
}

extension StringProtocol where SubSequence == Substring {
  /// Whether this is not empty and every byte of it passes.
  func consists(of allowed: (UInt8) -> Bool) -> Bool {
    let view = self[...].utf8
    return !view.isEmpty && view.span.allPass(allowed)
  }

  /// Whether `byte` occurs.
  func hasByte(_ byte: Unicode.Scalar) -> Bool {
    let view = self[...].utf8
    return view.span.offset(of: byte) != nil
  }

  /// Whether `count` full stops follow each other somewhere.
  func hasDots(_ count: Int) -> Bool {
    let view = self[...].utf8
    var run = 0
    return !view.span.allPass { byte in
      run = byte == UInt8(ascii: ".") ? run + 1 : 0
      return run != count
    }
  }

  /// Whether this is a DNS name in lower case with at least one dot, such as `example.com`.
  var isDomainName: Bool {
    let view = self[...].utf8
    return view.span.isDomainName
  }

  /// Whether this is one label of a DNS name in lower case: no hyphen at either end.
  var isDomainLabel: Bool {
    let view = self[...].utf8
    return view.span.offset(of: ".") == nil && view.span.hasDomainLabels
  }

  /// The same text with `A` to `Z` as `a` to `z`, and nothing else changed.
  ///
  /// Unicode's lower case would turn a Kelvin sign into `k`, and so one account into another.
  var asciiLowercased: String {
    let view = self[...].utf8
    guard !view.span.allPass({ !$0.isUppercaseLetter }) else { return String(self) }
    return String(decoding: view.map(\.lowercased), as: UTF8.self)
  }

  /// The letters and digits, with one `_` for all else between them; at most `byteLimit` bytes.
  func slug(byteLimit: Int) -> String {
    var slug: [UInt8] = []
    var isAfterOther = false
    for byte in self[...].utf8 {
      guard byte.isAlphanumeric else {
        isAfterOther = true
        continue
      }
      if isAfterOther, !slug.isEmpty { slug.append(UInt8(ascii: "_")) }
      isAfterOther = false
      slug.append(byte)
    }
    return String(decoding: slug.prefix(byteLimit), as: UTF8.self)
  }

  /// The parts between `separator`, empty ones included; at most `maxSplits` of them are taken.
  func parts(at separator: Unicode.Scalar, maxSplits: Int = .max) -> [Substring] {
    let text = self[...]
    let view = text.utf8
    let bytes = view.span
    var parts: [Substring] = []
    var start = 0
    while parts.count < maxSplits, let end = bytes.offset(of: separator, from: start) {
      parts.append(text.utf8Slice(start, end))
      start = end + 1
    }
    parts.append(text.utf8Slice(start, bytes.count))
    return parts
  }

  /// What stands before the first `separator`; all of it, if there is none.
  func before(_ separator: Unicode.Scalar) -> Substring {
    let text = self[...]
    let view = text.utf8
    return view.span.offset(of: separator).map { text.utf8Slice(0, $0) } ?? text
  }

  /// Whether it begins with just these bytes.
  func begins(with prefix: String) -> Bool {
    let view = self[...].utf8
    return view.span.has(prefix.utf8.span, at: 0)
  }

  /// What follows `prefix`; `nil` if something else stands there.
  func dropping(prefix: String) -> Substring? {
    let text = self[...]
    let view = text.utf8
    guard view.span.has(prefix.utf8.span, at: 0) else { return nil }
    return text.utf8Slice(prefix.utf8.count, view.span.count)
  }

  /// What comes before `suffix`; `nil` if something else stands there.
  func dropping(suffix: String) -> Substring? {
    let text = self[...]
    let view = text.utf8
    let start = view.span.count - suffix.utf8.count
    return view.span.has(suffix.utf8.span, at: start) ? text.utf8Slice(0, start) : nil
  }
}

extension Substring {
  /// What stands from one offset in bytes up to another.
  func utf8Slice(_ start: Int, _ end: Int) -> Substring {
    Substring(utf8[utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)])
  }
}
