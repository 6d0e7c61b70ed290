package import AuditLog
package import DenialClassification
import IAM

/// What names an entry: the first fields of every line that `extract` prints.
package struct EntryHead: Hashable, Sendable {
  package let insertID: String
  /// As the log spells it.
  package var timestampText: String
  package var logName: String

  init(insertID: String, timestampText: String, logName: String) {
    (self.insertID, self.timestampText, self.logName) = (insertID, timestampText, logName)
  }

  package init(_ entry: LogEntry) {
    insertID = entry.insertID.prefix(utf8Count: Denial.byteLimit)
    timestampText = entry.timestampText.prefix(utf8Count: Denial.byteLimit)
    logName = entry.logName.prefix(utf8Count: Denial.byteLimit)
  }

  package init(_ denial: Denial) {
    (insertID, timestampText) = (denial.insertID, denial.timestampText)
    logName = denial.logName
  }
}

extension Redaction {
  package func redact(_ head: inout EntryHead) {
    head.timestampText = time(head.timestampText)
    head.logName = pseudonyms.logName(head.logName).prefix(utf8Count: Denial.byteLimit)
  }
}
