/// Whole lines of one source, to be scanned by one worker.
struct LineBatch: Sendable {
  /// The number that the run gave the source.
  let source: Int
  /// Lines and their line feeds; the last line of a source may lack one.
  let bytes: [UInt8]
  /// Of the first line, from 1.
  let firstLineNumber: Int
  /// Of the first line, in the decompressed source, from 0.
  let byteOffset: Int
}
