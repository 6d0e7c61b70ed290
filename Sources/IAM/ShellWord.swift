/// Quoting for POSIX shells.
package enum ShellWord {
  /// One word that any POSIX shell reads back as `text`, which is anything without a NUL.
  package static func quoted(_ text: String) -> String {
    if text.consists(of: isPlain) { return text }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }

  /// `--name=value` with the value quoted.
  static func flag(_ name: StaticString, _ value: String) -> String {
    "--\(name)=\(quoted(value))"
  }

  /// The characters that no shell expands, wherever they stand.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || punctuation.contains(byte)
  }

  private static let punctuation = Array("_@%+=:,./-".utf8)
}
