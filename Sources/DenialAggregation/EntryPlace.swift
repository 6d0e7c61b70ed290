/// Where an entry was read.
package struct EntryPlace: Hashable, Comparable, Sendable {
  /// The number that the run gave the source.
  package let source: Int
  /// From 1.
  package let lineNumber: Int
  /// Where it begins in the decompressed source, from 0.
  package let byteOffset: Int
  /// Present if the source is an array or the like, of which a line tells little.
  package var document: Document?

  /// One of the documents that a source is made of.
  package struct Document: Hashable, Sendable {
    /// From 1.
    package let number: Int
    /// How much of the source it takes.
    package let byteCount: Int

    package init(number: Int, byteCount: Int) {
      (self.number, self.byteCount) = (number, byteCount)
    }
  }

  package init(source: Int, lineNumber: Int, byteOffset: Int, document: Document? = nil) {
    (self.source, self.lineNumber, self.byteOffset) = (source, lineNumber, byteOffset)
    self.document = document
  }

  package static func < (left: EntryPlace, right: EntryPlace) -> Bool {
    (left.source, left.byteOffset, left.lineNumber)
      < (right.source, right.byteOffset, right.lineNumber)
  }
}
