package import AuditLog
package import DenialClassification

/// What makes two entries copies of one denial.
///
/// Cloud Logging's own rule: the same log, timestamp and insertId. Without an insertId an entry is
/// itself wherever it is read from: a byte of a source. The parts of a divided entry are no copies
/// of each other.
/// - Source: https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry (insertId)
package enum DenialKey: Hashable, Sendable {
  /// A timestamp that cannot be read counts as its text.
  case entry(
    logName: ExactText, timestamp: TimestampKey, insertID: ExactText, partIndex: Int)
  /// A place in a source, by the number that a ``Tally`` gives the source.
  case place(source: Int, byteOffset: Int)

  /// A moment, or the text of one that cannot be read.
  package enum TimestampKey: Hashable, Sendable {
    case moment(Timestamp)
    case text(ExactText)
  }

  package init(_ denial: Denial, source: Int, byteOffset: Int) {
    self.init(
      EntryHead(denial), partIndex: denial.split?.index ?? 0, source: source,
      byteOffset: byteOffset)
  }

  package init(_ head: EntryHead, partIndex: Int, source: Int, byteOffset: Int) {
    if head.insertID.isEmpty {
      self = .place(source: source, byteOffset: byteOffset)
    } else {
      self = .entry(
        logName: ExactText(head.logName),
        timestamp: Timestamp(head.timestampText).map(TimestampKey.moment)
          ?? .text(ExactText(head.timestampText)),
        insertID: ExactText(head.insertID), partIndex: partIndex)
    }
  }
}
