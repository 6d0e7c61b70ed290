/// Quoting for POSIX shells.
package enum ShellWord {
  /// One word that any POSIX shell reads back as `text`, which is anything without a NUL.
  package static func quoted(_ text: String) -> String {
    if text.utf8.last != UInt8(ascii: "="), text.consists(of: isPlain) { return text }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }

  /// The same, but of `--name=value` only the value is quoted, as people write it.
  package static func argument(_ text: String) -> String {
    // Most words need no quotes, whether they are flags or not.
    if text.consists(of: isPlain) { return text }
    let parts = text.parts(at: "=", maxSplits: 1)
    guard parts.count == 2, text.begins(with: "--"), parts[0].consists(of: isPlain) else {
      return quoted(text)
    }
    return "\(parts[0])=\(quoted(String(parts[1])))"
  }

  /// The characters that no shell expands, wherever they stand.
  private static func isPlain(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    return switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: "/"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
