import AuditLog
import DenialAggregation

/// Whole lines of one source, to be scanned by one worker.
struct LineBatch: Sendable {
  /// The number that the run gave the source.
  let source: Int
  /// Lines and their line feeds; the last line of a source may lack one.
  let bytes: [UInt8]
  /// Of the first line, from 1; of the first document, if each line is one that was put there.
  ///
  /// 1 in each batch of a ``LineBatcher`` that leaves the counting of lines to ``LineCounts``.
  var firstLineNumber: Int
  /// Of the first line, in the decompressed source, from 0.
  let byteOffset: Int
  /// Where each line begins in the source, if lines are documents that were put there.
  var documents: [DocumentFramer.Place] = []

  /// Where a line stands in the source.
  ///
  /// - Parameters:
  ///   - lineNumber: Counted from ``firstLineNumber`` on.
  ///   - start: Where it begins in ``bytes``.
  /// - Returns: The place that messages and records show.
  func place(ofLine lineNumber: Int, at start: Int) -> EntryPlace {
    guard !documents.isEmpty else {
      return EntryPlace(
        source: source, lineNumber: lineNumber, byteOffset: byteOffset + start)
    }
    let place = documents[lineNumber - firstLineNumber]
    return EntryPlace(
      source: source, lineNumber: place.lineNumber, byteOffset: place.byteOffset,
      document: EntryPlace.Document(number: lineNumber, byteCount: place.byteCount))
  }
}
