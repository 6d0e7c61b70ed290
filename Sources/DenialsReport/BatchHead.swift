import AuditLog
import DenialAggregation

/// What a source is, by its first line that is not blank.
enum BatchHead {
  case entries, records, headlessRecords

  /// - Returns: `nil` if all lines of the batch are blank.
  init?(_ batch: LineBatch, lineByteLimit: Int) {
    let bytes = batch.bytes.span
    var start = 0
    while start < bytes.count {
      let end = Lines.end(in: bytes, from: start)
      let line = bytes.extracting(start..<end)
      if line.count > lineByteLimit || !BatchScanner.isBlank(line) {
        self = line.count > lineByteLimit ? .entries : Self(firstLine: line)
        return
      }
      start = end + 1
    }
    return nil
  }

  private init(firstLine line: Span<UInt8>) {
    if RecordLine.isHeader(line) {
      self = .records
    } else {
      self = RecordLine.isPartOfRecords(line) ? .headlessRecords : .entries
    }
  }
}
