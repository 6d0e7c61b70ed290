/// A finding as `history show` lists it.
package struct RememberedFinding: Hashable, Sendable {
  package let description: FindingDescription
  package let state: FindingState
  /// Distinct denials of all nights.
  package let denials: Int
  /// RFC 3339 in UTC, as all times here.
  package let firstSeen: String?
  package let lastSeen: String?
  package let firstShown: String?

  package init(
    description: FindingDescription, state: FindingState, denials: Int, firstSeen: String?,
    lastSeen: String?, firstShown: String?
  ) {
    self.description = description
    self.state = state
    self.denials = denials
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.firstShown = firstShown
  }
}

/// A run as `history runs` lists it.
package struct RememberedRun: Hashable, Sendable {
  package let number: Int
  package let clock: String
  /// Whether its report was delivered.
  package let isShown: Bool
  package let tool: String
  package let sourceCount: Int
  /// How many of the sources an earlier run had read.
  package let knownSourceCount: Int
  package let additions: HistoryAdditions
  /// A JSON object.
  package let books: String

  package init(
    number: Int, clock: String, isShown: Bool, tool: String, sourceCount: Int,
    knownSourceCount: Int, additions: HistoryAdditions, books: String
  ) {
    self.number = number
    self.clock = clock
    self.isShown = isShown
    self.tool = tool
    self.sourceCount = sourceCount
    self.knownSourceCount = knownSourceCount
    self.additions = additions
    self.books = books
  }
}
