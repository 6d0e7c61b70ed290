import IAM

extension Redaction {
  /// What is looked for in the place of a principal's name or pattern.
  ///
  /// - Returns: `nil` for a pattern, or a part of a name, that no pseudonym can fit.
  package func principal(for query: String) -> String? {
    if query.hasPrefix("(") || Self.isPseudonym(query) { return query }
    // The partial level keeps domains, and projects in the addresses of service accounts.
    let keepsDomain = !pseudonyms.hidesPlaces
    if Self.isPattern(query) { return keepsDomain && query.hasPrefix("*@") ? query : nil }
    if keepsDomain, query.hasPrefix("@") { return query }
    return pseudonyms.account(query)
  }

  /// The same for a project's id, number or pattern.
  package func project(for query: String) -> String? {
    if !pseudonyms.hidesPlaces || Self.isPseudonym(query) || query == "*" { return query }
    return Self.isPattern(query) ? nil : pseudonyms.project(query)
  }

  /// The same for a service; a part of a name stays, as it may be of one of Google's.
  package func service(for query: String) -> String {
    query.contains(".") && !Self.isPattern(query) ? pseudonyms.service(query) : query
  }

  private static func isPattern(_ query: String) -> Bool {
    query.utf8.contains(UInt8(ascii: "*")) || query.utf8.contains(UInt8(ascii: "?"))
  }

  /// Whether somebody has copied a pseudonym out of a report.
  private static func isPseudonym(_ query: String) -> Bool {
    ["user-", "sa-", "name-", "project-", "ns-"].contains { prefix in
      guard query.begins(with: prefix) else { return false }
      let token = query.utf8.dropFirst(prefix.utf8.count).prefix(12)
      return token.count == 12
        && token.allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".utf8.contains($0) }
    }
  }
}
