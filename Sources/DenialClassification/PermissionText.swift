import AuditLog

/// What a message in one of IAM's text forms names: permissions, and who lacks them.
///
///     Permission 'P' denied on resource 'R' (or it may not exist).
///     Required 'P' permission for 'R'
///     X does not have P access to the Google Cloud Storage object.
///     Access Denied: User X does not have permission to perform P on resource 'R'.
///
/// - Source: https://cloud.google.com/iam/docs/permission-error-messages, and log samples
struct PermissionText {
  private(set) var permissions: [String] = []
  /// The e-mail address before "does not have", if any.
  private(set) var subject: String?
  /// Whether the message is an IAM text form, with or without a permission.
  private(set) var isIAMForm = false

  /// What any of the forms has.
  private static let signs: [StaticString] = ["permission", "perform", "required", "have"]

  init(_ message: MessageText) {
    guard Self.signs.contains(where: { message.mayHold($0) }) else { return }
    read(message.original)
  }

  private mutating func read(_ message: String) {
    let text = MessageWords(message)
    for index in text.words.indices {
      if Self.isDeniedPermission(at: index, in: text), text.isPermission(at: index) {
        isIAMForm = true
        let permission = text.string(at: index)
        if !permissions.contains(permission) { permissions.append(permission) }
      }
      if subject == nil, Self.isLackingSubject(at: index, in: text) {
        subject = text.string(at: index)
      }
      if Self.beginsPermissionlessForm(at: index, in: text) { isIAMForm = true }
    }
  }

  /// Whether the words around a permission say that it is lacking.
  private static func isDeniedPermission(at index: Int, in text: MessageWords) -> Bool {
    if text.says("permission", at: index - 1) { return text.says("denied", at: index + 1) }
    if text.says("perform", at: index - 1) { return text.says("to", at: index - 2) }
    if text.says("required", at: index - 1) { return text.says("permission", at: index + 1) }
    return text.says("have", at: index - 1)
      && (text.says("access", at: index + 1) || text.says("permission", at: index + 1))
  }

  /// Whether an e-mail address stands before "does not have".
  private static func isLackingSubject(at index: Int, in text: MessageWords) -> Bool {
    text.says("does", at: index + 1) && text.says("not", at: index + 2)
      && text.says("have", at: index + 3) && text.hasAtSign(at: index)
  }

  /// The forms that name no permission: BigQuery's query and Pub/Sub's refusal.
  private static func beginsPermissionlessForm(at index: Int, in text: MessageWords) -> Bool {
    text.says(bigQueryForm, from: index) || text.says(pubSubForm, from: index)
  }

  private static let bigQueryForm: [StaticString] = [
    "does", "not", "have", "permission", "to", "query",
  ]
  private static let pubSubForm: [StaticString] = [
    "user", "not", "authorized", "to", "perform", "this", "action",
  ]
}

/// The words of a message, without the punctuation around them.
private struct MessageWords {
  /// Where each stands; one that is all punctuation is empty.
  private(set) var words: [Range<Int>] = []
  private let bytes: [UInt8]

  init(_ message: String) {
    bytes = Array(message.utf8)
    words.reserveCapacity(bytes.count / 6 + 4)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] > ASCII.space else {
        offset += 1
        continue
      }
      var (start, end) = (offset, offset)
      while end < bytes.count, bytes[end] > ASCII.space { end += 1 }
      offset = end
      while start < end, !ASCII.isWord(bytes[start]) { start += 1 }
      while start < end, !ASCII.isWord(bytes[end - 1]) { end -= 1 }
      words.append(start..<end)
    }
  }

  /// Whether `word`, which is in lower case, stands at `index` in any case.
  func says(_ word: StaticString, at index: Int) -> Bool {
    guard words.indices.contains(index), words[index].count == word.utf8CodeUnitCount else {
      return false
    }
    return TextSearch.stands(word, at: words[index].lowerBound, in: bytes.span)
  }

  /// Whether all of `phrase` stands from `index` on.
  func says(_ phrase: [StaticString], from index: Int) -> Bool {
    for (place, word) in phrase.enumerated() where !says(word, at: index + place) { return false }
    return true
  }

  func hasAtSign(at index: Int) -> Bool { bytes[words[index]].contains(UInt8(ascii: "@")) }

  /// Whether the word has the shape `service.resource.verb`.
  func isPermission(at index: Int) -> Bool {
    var partCount = 1
    var last = UInt8(ascii: ".")
    for byte in bytes[words[index]] {
      if byte == UInt8(ascii: ".") {
        guard last != byte else { return false }
        partCount += 1
      } else {
        guard byte < 0x80, ASCII.isWord(byte) || "/-_".utf8.contains(byte) else { return false }
      }
      last = byte
    }
    return partCount >= 3 && last != UInt8(ascii: ".")
  }

  func string(at index: Int) -> String { String(decoding: bytes[words[index]], as: UTF8.self) }
}
