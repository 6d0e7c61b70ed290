import AuditLog
import DenialAggregation

/// What a source is, by its first line that is not blank.
enum BatchHead {
  case entries, records, headlessRecords, array

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
    if Self.beginsArray(line) {
      self = .array
    } else if RecordLine.isHeader(line) {
      self = .records
    } else {
      self = RecordLine.isPartOfRecords(line) ? .headlessRecords : .entries
    }
  }

  /// Whether a line is `[` alone or begins with an array of objects.
  private static func beginsArray(_ line: Span<UInt8>) -> Bool {
    var inked: [UInt8] = []
    for index in line.indices where line[index] > 0x20 && inked.count < 2 {
      inked.append(line[index])
    }
    return inked == [UInt8(ascii: "[")] || inked == [UInt8(ascii: "["), UInt8(ascii: "{")]
  }
}
