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

/// Stands for a ``DenialKey`` in tables of millions: 64 bits of a hash whose secret is another in
/// each run, so that no log can be made such that two denials are taken for one.
package struct DenialKeyHash: Hashable, Sendable {
  package let value: UInt64

  /// - Parameters:
  ///   - denial: The denial.
  ///   - timestamp: That of the denial, which takes time to read.
  ///   - source: The number of the source.
  ///   - byteOffset: Where the entry begins in it.
  package init(
    _ denial: borrowing Denial, _ timestamp: Timestamp?, source: Int, byteOffset: Int
  ) {
    if denial.insertID.isEmpty {
      self.init(source: source, byteOffset: byteOffset)
    } else {
      self.init(denial, timestamp)
    }
  }

  private init(_ denial: borrowing Denial, _ timestamp: Timestamp?) {
    var hasher = Hasher()
    hasher.combine(bytesOf: denial.logName)
    hasher.combine(bytesOf: denial.insertID)
    // A timestamp that cannot be read counts as its text.
    if let timestamp {
      hasher.combine(timestamp.nanosecondsSince1970)
    } else {
      hasher.combine(bytesOf: denial.timestampText)
    }
    hasher.combine(denial.split?.index ?? 0)
    value = UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// An entry without an insertId is itself wherever it is read from.
  package init(source: Int, byteOffset: Int) {
    var hasher = Hasher()
    hasher.combine(source)
    hasher.combine(byteOffset)
    value = UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
