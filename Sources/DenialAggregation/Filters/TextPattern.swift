/// A text to look for in log strings: a part of them, or with `*` or `?` the whole of them.
///
/// `*` stands for any characters or none, `?` for one; all else, `[` and `\` included, for itself.
/// `A` to `Z` and `a` to `z` are the same, as in e-mail addresses; other letters are not folded.
///
/// No regular expression: going back to the last `*` alone bounds the time by the product of the
/// two lengths, both of which have a limit, whatever a log holds.
struct TextPattern: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    /// In lower case.
    case byte(UInt8)
    case anyCharacter
    case anyCharacters
  }

  private let pieces: [Piece]

  /// The longest pattern, in bytes; log strings end at `Denial.byteLimit`.
  static let byteLimit = 512

  /// - Returns: `nil` if the text is empty, which would be found everywhere, or too long.
  init?(_ text: String) {
    guard let pieces = Self.pieces(of: text) else { return nil }
    let isGlob = pieces.contains { $0 == .anyCharacter || $0 == .anyCharacters }
    self.pieces = isGlob ? pieces : [.anyCharacters] + pieces + [.anyCharacters]
  }

  /// A pattern for the whole of a text, also without `*` or `?`.
  ///
  /// - Returns: `nil` if the text is empty or too long.
  init?(ofWhole text: String) {
    guard let pieces = Self.pieces(of: text) else { return nil }
    self.pieces = pieces
  }

  private static func pieces(of text: String) -> [Piece]? {
    guard !text.isEmpty, text.utf8.count <= byteLimit else { return nil }
    return text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "*"): .anyCharacters
      case UInt8(ascii: "?"): .anyCharacter
      default: .byte(folded(byte))
      }
    }
  }

  /// Whether the text has the part, or is what the whole pattern describes.
  func matches(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var offset = 0
    var index = 0
    /// Where to go on if what follows the last `*` does not fit here.
    var retry: (index: Int, offset: Int)?
    while offset < bytes.count {
      if index < pieces.count, let next = Self.offset(after: pieces[index], in: bytes, from: offset)
      {
        if pieces[index] == .anyCharacters {
          if index + 1 == pieces.count { return true }
          retry = (index + 1, offset)
        }
        (index, offset) = (index + 1, next)
      } else if let last = retry {
        let next = Self.endOfCharacter(in: bytes, from: last.offset)
        retry = (last.index, next)
        (index, offset) = (last.index, next)
      } else {
        return false
      }
    }
    return pieces[index...].allSatisfy { $0 == .anyCharacters }
  }

  /// Where the text goes on behind what a piece stands for, at first nothing for a `*`; `nil` if
  /// something else stands there.
  private static func offset(
    after piece: Piece, in bytes: Span<UInt8>, from offset: Int
  ) -> Int? {
    switch piece {
    case .anyCharacters: offset
    case .anyCharacter: endOfCharacter(in: bytes, from: offset)
    case .byte(let byte): folded(bytes[offset]) == byte ? offset + 1 : nil
    }
  }

  /// The offset behind a character: a Unicode scalar, which UTF-8 may need several bytes for.
  private static func endOfCharacter(in bytes: Span<UInt8>, from offset: Int) -> Int {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
    return end
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
