/// Quoting for POSIX shells.
package enum ShellWord {
  /// One word that any POSIX shell reads back as `text`, which is anything without a NUL.
  package static func quoted(_ text: String) -> String {
    if text.consists(of: isPlain) { return text }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }

  /// The same, but of `--name=value` only the value is quoted, as people write it.
  package static func argument(_ text: String) -> String {
    let parts = text.parts(at: "=", maxSplits: 1)
    guard parts.count == 2, text.begins(with: "--"), parts[0].consists(of: isPlain) else {
      return quoted(text)
    }
    return "\(parts[0])=\(quoted(String(parts[1])))"
  }

  /// The characters that no shell expands, wherever they stand.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || punctuation.contains(byte)
  }

  private static let punctuation = Array("_@%+=:,./-".utf8)
}
