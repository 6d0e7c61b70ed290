package import AuditLog
package import DenialClassification

/// A finding that somebody knows of and does not want to hear of for a time: a line of a file.
///
///     # who, what and where: globs for whole names; at least one of them
///     principal=ci-legacy@* cause=missing-role project=acme-* permission=storage.* \
///       owner=platform expires=2026-12-31 reason="retired in December"
package struct Suppression: Hashable, Sendable {
  /// From 1.
  package let lineNumber: Int
  /// What it is about, as in the file.
  package let subject: String
  package let owner: String
  package let reason: String
  /// From when on it holds no more.
  package let expires: Timestamp
  private let principal: TextPattern?
  private let permission: TextPattern?
  private let project: TextPattern?
  private let cause: TextPattern?

  /// How many a file may have: each is tried on every finding.
  package static let limit = 10_000

  /// Reads a line that is neither blank nor a comment.
  init(_ words: SuppressionWords, lineNumber: Int) throws(SuppressionError) {
    self.lineNumber = lineNumber
    principal = try words.pattern(.principal)
    permission = try words.pattern(.permission)
    project = try words.pattern(.project)
    cause = try words.pattern(.cause)
    if let cause, !DenialCause.allCases.contains(where: { cause.matches($0.rawValue) }) {
      throw .unknownCause(line: lineNumber, words[.cause] ?? "")
    }
    let subjects = SuppressionWords.Field.allCases.filter(\.isSubject)
    subject = subjects.compactMap { field in words[field].map { "\(field.rawValue)=\($0)" } }
      .joined(separator: " ")
    if subject.isEmpty { throw .noSubject(line: lineNumber) }
    owner = try words.required(.owner)
    reason = try words.required(.reason)
    let date = try words.required(.expires)
    guard date.utf8.count == 10, let moment = Timestamp("\(date)T00:00:00Z") else {
      throw .noDate(line: lineNumber, date)
    }
    expires = moment
  }

  /// Whether it is about a finding: all that it names fits, and of permissions each.
  func matches(_ identity: FindingIdentity) -> Bool {
    fits(principal, identity.principalName) && fits(project, identity.project)
      && fits(cause, identity.cause.rawValue)
      && (permission == nil
        || !identity.permissions.isEmpty
          && identity.permissions.allSatisfy { fits(permission, $0) })
  }

  private func fits(_ pattern: TextPattern?, _ text: String) -> Bool {
    pattern?.matches(text) ?? true
  }
}

extension Suppression {
  /// Reads the next line of a file.
  ///
  /// - Parameters:
  ///   - line: Without its line feed.
  ///   - lineNumber: From 1.
  ///   - redaction: What the names of the denials were replaced by; the words of people are hidden.
  /// - Returns: `nil` for a blank line or a comment.
  /// - Throws: ``SuppressionError``.
  package static func read(
    _ line: String, lineNumber: Int, redaction: Redaction? = nil
  ) throws(SuppressionError) -> Suppression? {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.isEmpty || text.hasPrefix("#") || text == "\r" { return nil }
    var words = try SuppressionWords(String(text), lineNumber: lineNumber)
    if let redaction { try words.redact(by: redaction) }
    return try Suppression(words, lineNumber: lineNumber)
  }
}

/// The words of a line, `name=value` or `name="a value with blanks"`, each name once.
struct SuppressionWords {
  enum Field: String, CaseIterable {
    case principal, permission, project, cause, owner, reason, expires

    /// Whether it says what the suppression is about.
    var isSubject: Bool {
      switch self {
      case .principal, .permission, .project, .cause: true
      case .owner, .reason, .expires: false
      }
    }
  }

  private var values: [Field: String] = [:]
  private let lineNumber: Int

  init(_ line: String, lineNumber: Int) throws(SuppressionError) {
    self.lineNumber = lineNumber
    var rest = Substring(line)
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard let equals = rest.firstIndex(where: { $0 == "=" || $0.isWhitespace }) else { break }
      let name = String(rest[..<equals])
      guard rest[equals] == "=" else { throw .noWord(line: lineNumber, name) }
      rest = rest[rest.index(after: equals)...]
      guard let field = Field(rawValue: name) else { throw .unknownName(line: lineNumber, name) }
      let value = try Self.takeValue(from: &rest, lineNumber)
      guard values.updateValue(value, forKey: field) == nil else {
        throw .repeated(line: lineNumber, name)
      }
    }
    if !rest.isEmpty { throw .noWord(line: lineNumber, String(rest)) }
  }

  subscript(field: Field) -> String? { values[field] }

  /// Puts pseudonyms in the place of names, and hides what people have written.
  mutating func redact(by redaction: Redaction) throws(SuppressionError) {
    let queries = [(Field.principal, redaction.principal), (.project, redaction.project)]
    for (field, query) in queries {
      guard let value = values[field] else { continue }
      guard let shown = query(value) else {
        throw .unreadable(line: lineNumber, field.rawValue)
      }
      values[field] = shown
    }
    for field in [Field.owner, .reason] where !(values[field] ?? "").isEmpty {
      values[field] = Redaction.hiddenText
    }
  }

  /// The pattern of a field, for whole names; `nil` if the line does not have it.
  func pattern(_ field: Field) throws(SuppressionError) -> TextPattern? {
    guard let value = values[field] else { return nil }
    guard let pattern = TextPattern(ofWhole: value) else {
      throw .badPattern(line: lineNumber, field.rawValue)
    }
    return pattern
  }

  func required(_ field: Field) throws(SuppressionError) -> String {
    guard let value = values[field], !value.isEmpty else {
      throw .missing(line: lineNumber, field.rawValue)
    }
    return value
  }

  private static func takeValue(
    from rest: inout Substring, _ lineNumber: Int
  ) throws(SuppressionError) -> String {
    guard rest.first == "\"" else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return String(value)
    }
    let value = rest.dropFirst().prefix { $0 != "\"" }
    guard value.endIndex < rest.endIndex else { throw .openQuote(line: lineNumber) }
    rest = rest[rest.index(after: value.endIndex)...]
    return String(value)
  }
}
