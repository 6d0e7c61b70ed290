package import AuditLog

/// What one run tells the history: the distinct denials of its input, and what they are.
///
/// A value, so that nights can be made up in tests. It may hold any part of the logs, in any order,
/// and what earlier nights held as well.
package struct Night: Sendable {
  /// What time it is for the run.
  package var clock: Timestamp
  /// The denials, by their places in ``findings``; those without a time count for the day of the
  /// clock.
  package var denials: [DenialSighting]
  /// The findings of the denials, and those that the report shows.
  package var findings: [FindingDescription]
  /// The findings that the report shows, by their places in ``findings``.
  package var shownFindings: [Int]
  /// The suggested bindings of the report.
  package var suggestions: [NightSuggestion]
  /// The sources that were read.
  package var sources: [NightSource]
  /// The books of the run, a JSON object.
  package var books: String
  /// What may be joined to entries of other nights.
  package var openRecords: [OpenRecord]

  package init(
    clock: Timestamp, denials: [DenialSighting] = [], findings: [FindingDescription] = [],
    shownFindings: [Int] = [], suggestions: [NightSuggestion] = [], sources: [NightSource] = [],
    books: String = "{}", openRecords: [OpenRecord] = []
  ) {
    self.clock = clock
    self.denials = denials
    self.findings = findings
    self.shownFindings = shownFindings
    self.suggestions = suggestions
    self.sources = sources
    self.books = books
    self.openRecords = openRecords
  }
}

/// A suggested binding of a report.
package struct NightSuggestion: Hashable, Sendable {
  package var id: String
  /// Ids of its findings.
  package var findings: [String]

  package init(id: String, findings: [String]) {
    (self.id, self.findings) = (id, findings)
  }
}

/// A source that was read, by what it holds.
package struct NightSource: Hashable, Sendable {
  /// The SHA-256 of its bytes, in hexadecimal.
  package var fingerprint: String
  /// As a message may show it; another run may call it otherwise.
  package var name: String
  package var byteCount: Int
  package var lastEntry: Timestamp?

  package init(fingerprint: String, name: String, byteCount: Int, lastEntry: Timestamp?) {
    self.fingerprint = fingerprint
    self.name = name
    self.byteCount = byteCount
    self.lastEntry = lastEntry
  }
}

/// An entry that may be joined to entries of other nights, as a line of denial records.
package struct OpenRecord: Hashable, Sendable {
  /// How many a history keeps, and a run hands over of its denials: the latest.
  ///
  /// What belongs together is logged within seconds, or hours for long calls; each takes about 1.3 KB
  /// in the database, and is read by every run.
  package static let limit = 16_384

  package enum Kind: Int, Hashable, Sendable {
    case denial = 0
    case helper = 1
  }

  package var kind: Kind
  /// What copies of it have in common.
  package var key: DenialSighting.Key
  /// Of copies that differ, the one with the smaller order is kept.
  package var order: UInt64
  package var timestamp: Timestamp?
  /// The line, without its line feed.
  package var line: String

  package init(
    kind: Kind, key: DenialSighting.Key, order: UInt64, timestamp: Timestamp?, line: String
  ) {
    self.kind = kind
    self.key = key
    self.order = order
    self.timestamp = timestamp
    self.line = line
  }
}
