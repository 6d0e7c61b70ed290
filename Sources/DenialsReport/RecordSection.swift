import AuditLog
import DenialAggregation
import DenialClassification

/// One source in a section of a file of records, while it is read.
struct RecordSection {
  let number: Int
  var checksum = RecordChecksum()
  var footer: RecordFooter?
  /// How many parts of divided entries came with each class.
  var partCounts: [EntryClass: Int] = [:]
  /// Records that are outside of the window.
  var outsideCount = 0
  /// The timestamps of those that are not.
  var times = SourceBooks()

  /// The books, if they can be trusted, of what is inside a window.
  ///
  /// Entries that are no denial stay as they were counted: when they were written is known by the
  /// hour at best.
  func books(in window: TimeWindow) -> SourceBooks? {
    guard let footer, footer.checksum == checksum, footer.books.balance,
      footer.books.denialEntries >= checksum.recordCount,
      partCounts.allSatisfy({ footer.books[$0.key] >= $0.value })
    else { return nil }
    if window.isUnbounded { return footer.books }
    var books = footer.books
    books.forgetTimes(outside: window)
    books += times
    books.leaveOut(denialEntries: outsideCount)
    return books
  }

  /// What can be said of a source whose footer cannot be trusted: its records, one entry each.
  func booksOfDamaged(named name: String) -> SourceBooks {
    var books = SourceBooks(name: name)
    books.fingerprint = "records-\(checksum.recordCount)-\(checksum.text)-\(name)"
    books.denialEntries = checksum.recordCount
    for (entryClass, count) in partCounts { books[entryClass] = count }
    books.entries = books.denialEntries + books.otherEntries
    books.lines = books.entries
    books.leaveOut(denialEntries: outsideCount)
    books.isCorrupt = true
    return books
  }
}
