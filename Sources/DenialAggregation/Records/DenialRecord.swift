package import DenialClassification

/// One denial and where it was read: a line of the interchange format.
///
/// A file of records is NDJSON: a header, a record a denial, a footer a source.
///
///     {"denialRecords":1,"tool":"denials-report …","rules":"…"}        with redaction, if it was redacted
///     {"class":"denial","insertId":"…","timestamp":"…",…,"source":"a.jsonl.gz","line":7,…}
///     {"class":"operation-half",…}                 what may explain a denial of another file
///     {"footer":{"source":"a.jsonl.gz","fingerprint":"…","books":{…},"records":1,"checksum":"…"}}
///
/// Records are complete enough that a report over them is the report over the logs. They merge by
/// ``DenialKey``, footers by fingerprint: fed twice, in any order or grouping, nothing changes.
package struct DenialRecord: Hashable, Sendable {
  package var denial: Denial
  /// The name of the source.
  package var source: String
  /// From 1.
  package var lineNumber: Int
  /// Where the line begins in the decompressed source, from 0.
  package var byteOffset: Int

  package init(denial: Denial, source: String, lineNumber: Int, byteOffset: Int) {
    self.denial = denial
    self.source = source
    self.lineNumber = lineNumber
    self.byteOffset = byteOffset
  }

  /// The version of the format.
  package static let version = 1
}

/// The end of a source in a file of records: its books, and what proves its records complete.
package struct RecordFooter: Hashable, Sendable {
  package var books: SourceBooks
  /// Of the records; as written, the text has the footer's own fields in it as well.
  package var checksum: RecordChecksum
  /// How many sources the run had: each has a footer, so that one that is cut off is missed.
  package var sourceCount: Int

  package init(books: SourceBooks, checksum: RecordChecksum, sourceCount: Int = 1) {
    self.books = books
    self.checksum = checksum
    self.sourceCount = sourceCount
  }
}

/// How many records there are and what they add up to, in any order.
package struct RecordChecksum: Hashable, Sendable {
  package private(set) var recordCount = 0
  package private(set) var helperCount = 0
  private var sum: UInt64 = 0

  package init() {}

  /// What a footer says.
  package init?(recordCount: Int, helperCount: Int, text: String) {
    guard let sum = UInt64(text, radix: 16) else { return nil }
    self.recordCount = recordCount
    self.helperCount = helperCount
    self.sum = sum
  }

  /// Takes in one record's line, without its line feed.
  package mutating func combine(_ line: Span<UInt8>) {
    sum &+= Self.hash(of: line)
    recordCount += 1
  }

  /// Takes in the line of a record that is no denial, without its line feed.
  package mutating func combineHelper(_ line: Span<UInt8>) {
    sum &+= Self.hash(of: line)
    helperCount += 1
  }

  /// The checksum with the text of a footer's fields in it.
  func sealed(with fields: Span<UInt8>) -> RecordChecksum {
    var checksum = self
    checksum.sum &+= Self.hash(of: fields)
    return checksum
  }

  /// What ``sealed(with:)`` was made from.
  func unsealed(from fields: Span<UInt8>) -> RecordChecksum {
    var checksum = self
    checksum.sum &-= Self.hash(of: fields)
    return checksum
  }

  private static func hash(of line: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in line.indices { hash = (hash ^ UInt64(line[index])) &* 0x100_0000_01b3 }
    return hash
  }

  /// The sum, in hexadecimal.
  package var text: String { String(sum, radix: 16) }
}
