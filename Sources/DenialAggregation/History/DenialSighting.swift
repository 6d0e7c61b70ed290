package import AuditLog

/// One distinct denial as a history knows it: so small that a month of them can be kept.
package struct DenialSighting: Hashable, Sendable {
  /// What copies of the denial have in common, the same on every machine and in every run.
  package struct Key: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
      (self.high, self.low) = (high, low)
    }
  }

  package var key: Key
  /// Of copies that differ, the one with the smaller hash counts.
  package var contentHash: UInt64
  /// The place of its finding in a list that goes with the denials.
  package var finding: Int
  /// `nil` if the log has none that can be read.
  package var timestamp: Timestamp?
  /// Whether it counts; `false` if it was folded into another denial, which does.
  package var isCounted: Bool
  /// How many entries were looked at together to tell what the denial is, if others may speak of it
  /// as well; 0 if it stands by itself. Of two answers, the one from more entries holds, of two from as
  /// many the later.
  package var evidenceCount: Int
  /// Whether the night did not read it itself, but knows of it what another night did not.
  package var isFromOtherNight = false

  package init(
    key: Key, contentHash: UInt64, finding: Int, timestamp: Timestamp?, isCounted: Bool = true,
    evidenceCount: Int = 0
  ) {
    self.key = key
    self.contentHash = contentHash
    self.finding = finding
    self.timestamp = timestamp
    self.isCounted = isCounted
    self.evidenceCount = evidenceCount
  }
}

/// What a history keeps of a finding so that it can be shown without any log.
package struct FindingDescription: Hashable, Sendable {
  /// The id that reports show.
  package var id: String
  package var code: Int
  /// The raw value of the cause.
  package var cause: String
  /// As reports show it, or a group in parentheses: hostile text, like all that follows.
  package var principal: String
  package var service: String
  package var project: String
  /// Sorted.
  package var permissions: [String]

  package init(
    id: String, code: Int, cause: String, principal: String, service: String, project: String,
    permissions: [String]
  ) {
    self.id = id
    self.code = code
    self.cause = cause
    self.principal = principal
    self.service = service
    self.project = project
    self.permissions = permissions
  }
}
