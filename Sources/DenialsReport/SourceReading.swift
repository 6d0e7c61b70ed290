import DenialAggregation

/// One source while it is read.
struct SourceReading {
  var books: SourceBooks
  var isAtStart = true
  /// Present if the source is a file of denial records.
  var records: RecordReader?
  /// Why nothing of it counts.
  var refusal: String?

  var isRefused: Bool { refusal != nil }

  init(name: String) {
    books = SourceBooks(name: name)
  }
}

extension SourceBooks {
  /// Books that say of a file of records that it is damaged, and count nothing: its sources do.
  var onlyDamage: SourceBooks {
    var books = SourceBooks(name: name)
    books.fingerprint = fingerprint
    books.isCorrupt = isCorrupt
    books.isUnreadable = isUnreadable
    return books
  }
}
