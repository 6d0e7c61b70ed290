package import AuditLog
package import DenialClassification

/// What makes two entries copies of one denial.
///
/// Cloud Logging's own rule: the same log, timestamp and insertId. Without an insertId an entry is
/// itself wherever it is read from: a byte of a source.
/// - Source: https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry (insertId)
package enum DenialKey: Hashable, Sendable {
  /// A timestamp that cannot be read counts as its text.
  case entry(logName: ExactText, timestamp: TimestampKey, insertID: ExactText)
  /// A place in a source, by the number that a ``Tally`` gives the source.
  case place(source: Int, byteOffset: Int)

  /// A moment, or the text of one that cannot be read.
  package enum TimestampKey: Hashable, Sendable {
    case moment(Timestamp)
    case text(ExactText)
  }

  package init(_ denial: Denial, source: Int, byteOffset: Int) {
    if denial.insertID.isEmpty {
      self = .place(source: source, byteOffset: byteOffset)
    } else {
      self = .entry(
        logName: ExactText(denial.logName),
        timestamp: denial.timestamp.map(TimestampKey.moment)
          ?? .text(ExactText(denial.timestampText)),
        insertID: ExactText(denial.insertID))
    }
  }
}
