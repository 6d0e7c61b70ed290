/// A status message, read for the text rules and for permissions.
struct ReadMessage: Sendable {
  let text: MessageText
  let permissions: PermissionText

  init(_ message: String) {
    text = MessageText(message)
    permissions = PermissionText(text)
  }

  /// Reads IAM's most common text, in which nothing but the two names has to be looked at:
  ///
  ///     Permission 'P' denied on resource '//R' (or it may not exist).
  ///
  /// `nil` for every other text, also for one of this form whose names have anything unusual.
  init?(iamForm message: String) {
    let bytes = message.utf8.span
    let start = Self.beginning.utf8.count
    let resourceEnd = bytes.count - Self.ending.utf8.count
    guard bytes.count <= Self.formByteLimit, bytes.has(Self.beginning, at: 0),
      bytes.has(Self.ending, at: resourceEnd), let end = bytes.apostrophe(from: start),
      bytes.has(Self.middle, at: end)
    else { return nil }
    let resource = end + Self.middle.utf8.count
    guard bytes.apostrophe(from: resource) == resourceEnd,
      MessageWords.isPermission(bytes, start..<end), ASCII.isWord(bytes[start]),
      ASCII.isWord(bytes[end - 1])
    else { return nil }
    for index in resource..<resourceEnd where bytes[index] <= ASCII.space { return nil }
    text = MessageText(message, plain: Self.plain)
    permissions = PermissionText(lacking: message.utf8Slice(start..<end))
  }

  private static let beginning = "Permission '"
  private static let middle = "' denied on resource '//"
  private static let ending = "' (or it may not exist)."
  /// Far below the distance from which on a quote is not taken to be closed.
  private static let formByteLimit = 2048

  /// What is left of the text without the names.
  private static let plain = MessageText(beginning + "a.b.c" + middle + "r" + ending).plain
}

extension Span<UInt8> {
  /// Whether just the bytes of `text` stand at `offset`.
  fileprivate func has(_ text: String, at offset: Int) -> Bool {
    let text = text.utf8.span
    guard offset >= 0, offset + text.count <= count else { return false }
    for index in text.indices where self[offset &+ index] != text[index] { return false }
    return true
  }

  /// Where the first apostrophe from `start` on stands.
  fileprivate func apostrophe(from start: Int) -> Int? {
    for index in start..<Swift.max(start, count) where self[index] == UInt8(ascii: "'") {
      return index
    }
    return nil
  }
}
