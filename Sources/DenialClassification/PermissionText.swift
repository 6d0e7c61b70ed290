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

  init(_ message: String) {
    let words = message.utf8.split(whereSeparator: { $0 <= ASCII.space }).map {
      Word(String(Substring($0)))
    }
    for index in words.indices {
      let word = words[index]
      if Self.isDeniedPermission(at: index, in: words), word.isPermission {
        isIAMForm = true
        if !permissions.contains(word.text) { permissions.append(word.text) }
      }
      if Self.isLackingSubject(at: index, in: words) { subject = subject ?? word.text }
      if Self.beginsPermissionlessForm(at: index, in: words) { isIAMForm = true }
    }
  }

  /// A word without the punctuation around it.
  private struct Word {
    let text: String
    let lowercased: String

    init(_ raw: String) {
      let trimmed = raw.utf8.drop { !Self.isInner($0) }
      let count = trimmed.count - trimmed.reversed().prefix { !Self.isInner($0) }.count
      text = String(Substring(trimmed.prefix(count)))
      lowercased = text.asciiLowercased
    }

    /// Whether it has the shape `service.resource.verb`.
    var isPermission: Bool {
      let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count >= 3
        && parts.allSatisfy { part in
          !part.isEmpty
            && part.allSatisfy { ASCII.isWord($0) && $0 < 0x80 || "/-_".utf8.contains($0) }
        }
    }

    private static func isInner(_ byte: UInt8) -> Bool {
      ASCII.isWord(byte)
    }
  }

  /// Whether the words around a permission say that it is lacking.
  private static func isDeniedPermission(at index: Int, in words: [Word]) -> Bool {
    let before = index > 0 ? words[index - 1].lowercased : ""
    let after = index + 1 < words.count ? words[index + 1].lowercased : ""
    let secondBefore = index > 1 ? words[index - 2].lowercased : ""
    return switch before {
    case "permission": after == "denied"
    case "perform": secondBefore == "to"
    case "required": after == "permission"
    case "have": after == "access" || after == "permission"
    default: false
    }
  }

  /// Whether an e-mail address stands before "does not have".
  private static func isLackingSubject(at index: Int, in words: [Word]) -> Bool {
    words[index].text.utf8.contains(UInt8(ascii: "@")) && index + 3 < words.count
      && words[index + 1].lowercased == "does" && words[index + 2].lowercased == "not"
      && words[index + 3].lowercased == "have"
  }

  /// The forms that name no permission: BigQuery's query and Pub/Sub's refusal.
  private static func beginsPermissionlessForm(at index: Int, in words: [Word]) -> Bool {
    let forms = [
      ["does", "not", "have", "permission", "to", "query"],
      ["user", "not", "authorized", "to", "perform", "this", "action"],
    ]
    return forms.contains { form in
      index + form.count <= words.count
        && zip(form, words[index...]).allSatisfy { $0 == $1.lowercased }
    }
  }
}
