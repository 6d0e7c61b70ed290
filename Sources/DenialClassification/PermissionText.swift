import AuditLog

/// What a message in one of IAM's text forms names: permissions, and who lacks them.
///
///     Permission 'P' denied on resource 'R' (or it may not exist).
///     Required 'P' permission for 'R'
///     X does not have P access to the Google Cloud Storage object.
///     Access Denied: User X does not have permission to perform P on resource 'R'.
///
/// - Source: https://cloud.google.com/iam/docs/permission-error-messages, and log samples
struct PermissionText: Sendable {
  private(set) var permissions: [String] = []
  /// The e-mail address before "does not have", if any.
  private(set) var subject: String?
  /// Whether the message is an IAM text form, with or without a permission.
  private(set) var isIAMForm = false

  /// The text of IAM's form that names one permission and nobody.
  init(lacking permission: String) {
    permissions = [permission]
    isIAMForm = true
  }

  init(_ message: MessageText) {
    // Any form has "permission", "perform", "required" or "have".
    guard
      message.has(.init("r", "m"), or: .init("r", "f"))
        || message.has(.init("e", "q"), or: .init("a", "v"))
    else { return }
    read(message.original)
  }

  private mutating func read(_ original: String) {
    let message = original.utf8.span
    let text = MessageWords(message)
    var previous: MessageWords.Keyword?
    for index in text.words.indices {
      if let previous, previous.isBeforePermission,
        Self.isDeniedPermission(at: index, behind: previous, in: text, message),
        MessageWords.isPermission(message, text.words[index])
      {
        isIAMForm = true
        let permission = original.utf8Slice(text.words[index])
        if !permissions.contains(permission) { permissions.append(permission) }
      }
      let keyword = text.keyword(at: index, in: message)
      if let keyword { readForm(at: index, beginningWith: keyword, in: text, of: original) }
      previous = keyword
    }
  }

  /// Whether the words around the one behind a keyword say that it is lacking.
  private static func isDeniedPermission(
    at index: Int, behind keyword: MessageWords.Keyword, in text: MessageWords,
    _ message: Span<UInt8>
  ) -> Bool {
    switch keyword {
    case .permission: text.says("denied", at: index + 1, in: message)
    case .perform: text.says("to", at: index - 2, in: message)
    case .required: text.says("permission", at: index + 1, in: message)
    case .have:
      text.says("access", at: index + 1, in: message)
        || text.says("permission", at: index + 1, in: message)
    case .does, .user: false
    }
  }

  /// Reads what begins with a keyword: who "does not have" something, and the forms that name no
  /// permission, which are BigQuery's query and Pub/Sub's refusal.
  private mutating func readForm(
    at index: Int, beginningWith keyword: MessageWords.Keyword, in text: MessageWords,
    of original: String
  ) {
    let message = original.utf8.span
    switch keyword {
    case .does:
      guard text.says("not", at: index + 1, in: message),
        text.says("have", at: index + 2, in: message)
      else { return }
      if subject == nil, index > 0, text.hasAtSign(at: index - 1, in: message) {
        subject = original.utf8Slice(text.words[index - 1])
      }
      if text.says(Self.queryForm, from: index + 3, in: message) { isIAMForm = true }
    case .user:
      if text.says(Self.pubSubForm, from: index + 1, in: message) { isIAMForm = true }
    case .permission, .perform, .required, .have: return
    }
  }

  /// Behind "does not have".
  private static let queryForm: [StaticString] = ["permission", "to", "query"]
  /// Behind "user".
  private static let pubSubForm: [StaticString] = [
    "not", "authorized", "to", "perform", "this", "action",
  ]
}

/// The words of a message, without the punctuation around them.
struct MessageWords {
  /// Where each stands; one that is all punctuation is empty.
  private(set) var words: [Range<Int>] = []

  /// A word that says what the words around it are.
  enum Keyword {
    case permission, perform, required, have, does, user

    /// Whether a permission may stand behind it.
    var isBeforePermission: Bool {
      switch self {
      case .permission, .perform, .required, .have: true
      case .does, .user: false
      }
    }
  }

  init(_ message: Span<UInt8>) {
    words.reserveCapacity(message.count / 6 + 4)
    var offset = 0
    while offset < message.count {
      guard message[offset] > ASCII.space else {
        offset += 1
        continue
      }
      var (start, end) = (offset, offset)
      while end < message.count, message[end] > ASCII.space { end += 1 }
      offset = end
      while start < end, !ASCII.isWord(message[start]) { start += 1 }
      while start < end, !ASCII.isWord(message[end - 1]) { end -= 1 }
      words.append(start..<end)
    }
  }

  /// The keyword at `index`; nearly all words are told by their length to be none.
  func keyword(at index: Int, in message: Span<UInt8>) -> Keyword? {
    switch words[index].count {
    case 4:
      if says("have", at: index, in: message) { return .have }
      if says("does", at: index, in: message) { return .does }
      return says("user", at: index, in: message) ? .user : nil
    case 7: return says("perform", at: index, in: message) ? .perform : nil
    case 8: return says("required", at: index, in: message) ? .required : nil
    case 10: return says("permission", at: index, in: message) ? .permission : nil
    default: return nil
    }
  }

  /// Whether `word`, which is in lower case, stands at `index` in any case.
  func says(_ word: StaticString, at index: Int, in message: Span<UInt8>) -> Bool {
    guard words.indices.contains(index), words[index].count == word.utf8CodeUnitCount else {
      return false
    }
    return TextSearch.stands(word, at: words[index].lowerBound, in: message)
  }

  /// Whether all of `phrase` stands from `index` on.
  func says(_ phrase: [StaticString], from index: Int, in message: Span<UInt8>) -> Bool {
    for (place, word) in phrase.enumerated()
    where !says(word, at: index + place, in: message) {
      return false
    }
    return true
  }

  func hasAtSign(at index: Int, in message: Span<UInt8>) -> Bool {
    for offset in words[index] where message[offset] == UInt8(ascii: "@") { return true }
    return false
  }

  /// Whether what stands at some bytes has the shape `service.resource.verb`.
  static func isPermission(_ message: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var partCount = 1
    var last = UInt8(ascii: ".")
    for offset in word {
      let byte = message[offset]
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
}
