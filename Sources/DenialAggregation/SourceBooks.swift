package import AuditLog
package import DenialClassification
import IAM

/// What was read from one source, and what was seen in it; books of parts add up.
package struct SourceBooks: Hashable, Sendable {
  /// The name as a report shows it: a path, or `-` for standard input.
  package var name = ""
  /// SHA-256 of the bytes read, in hexadecimal; empty while it is not known.
  package var fingerprint = ""
  package var compressedBytes = 0
  package var uncompressedBytes = 0
  package var lines = 0
  package var blank = 0
  package var entries = 0
  /// Entries that are denials, copies among them.
  package var denialEntries = 0
  package var malformed = 0
  package var oversize = 0
  /// Whether the compressed stream is damaged, or records are without their footer.
  package var isCorrupt = false
  /// Whether it could not be opened, or not read to its end.
  package var isUnreadable = false
  package var firstEntry: Timestamp?
  package var lastEntry: Timestamp?
  /// The hours with at least one entry, each by its first moment.
  package internal(set) var hours: Set<Timestamp> = []
  /// The services with at least one entry in a Data Access log.
  package private(set) var dataAccessServices: Set<ExactText> = []
  /// What of the source is in its records, if not all; the rest counts as `filtered-out`.
  package var selection = Selection()
  /// What made the names in it pseudonyms, if they are.
  package var redaction: RedactionMark?
  /// Whether ``hours`` or ``dataAccessServices`` is full.
  package var isCapped = false
  private var classCounts = ClassCounts()

  /// How many hours and services are remembered: eleven years, and more services than Google has.
  package static let hourLimit = 100_000
  package static let serviceLimit = 10_000

  package init() {}

  package init(name: String) {
    self.name = name
  }

  /// How many entries have a class.
  package subscript(entryClass: EntryClass) -> Int {
    get { classCounts[entryClass] }
    set { classCounts[entryClass] = newValue }
  }

  /// The sum of all classes but denials.
  package var otherEntries: Int {
    EntryClass.allCases.reduce(0) { $0 + self[$1] }
  }

  /// Whether every line and every entry is accounted for.
  package var balance: Bool {
    lines == entries + blank + malformed + oversize && entries == denialEntries + otherEntries
  }

  /// Takes note of when an entry was written.
  package mutating func note(_ timestamp: Timestamp) {
    firstEntry = min(firstEntry ?? timestamp, timestamp)
    lastEntry = max(lastEntry ?? timestamp, timestamp)
    noteHour(timestamp.hour)
  }

  package mutating func noteHour(_ hour: Timestamp) {
    guard !hours.contains(hour) else { return }
    if hours.count < Self.hourLimit { hours.insert(hour) } else { isCapped = true }
  }

  package mutating func noteDataAccess(of service: String) {
    let name = ExactText(service)
    guard !service.isEmpty, !dataAccessServices.contains(name) else { return }
    if dataAccessServices.count < Self.serviceLimit {
      dataAccessServices.insert(name)
    } else {
      isCapped = true
    }
  }

  /// Puts pseudonyms in the place of names.
  package mutating func redact(by redaction: Redaction) {
    self.redaction = redaction.mark
    let names = dataAccessServices.map { redaction.pseudonyms.service($0.string) }
    dataAccessServices = Set(names.map { ExactText($0) })
    selection.filter = selection.filter.hidden(by: redaction)
  }

  /// An order of books by what they hold, the fullest first, and then by name.
  func precedes(_ other: SourceBooks) -> Bool {
    let pairs =
      [
        (entries, other.entries), (denialEntries, other.denialEntries), (lines, other.lines),
        (blank, other.blank), (uncompressedBytes, other.uncompressedBytes),
        (compressedBytes, other.compressedBytes), (malformed, other.malformed),
        (oversize, other.oversize), (hours.count, other.hours.count),
        (dataAccessServices.count, other.dataAccessServices.count),
        (isCorrupt ? 0 : 1, other.isCorrupt ? 0 : 1),
      ] + EntryClass.allCases.map { (self[$0], other[$0]) }
    if let (own, others) = pairs.first(where: { $0.0 != $0.1 }) { return own > others }
    return ExactText(name) < ExactText(other.name)
  }

  /// Adds the books of another part of the same source.
  package static func += (books: inout SourceBooks, part: SourceBooks) {
    if books.name.isEmpty { books.name = part.name }
    if books.fingerprint.isEmpty { books.fingerprint = part.fingerprint }
    if books.selection.isEverything { books.selection = part.selection }
    if books.redaction == nil { books.redaction = part.redaction }
    books.compressedBytes += part.compressedBytes
    books.uncompressedBytes += part.uncompressedBytes
    books.lines += part.lines
    books.blank += part.blank
    books.entries += part.entries
    books.denialEntries += part.denialEntries
    books.malformed += part.malformed
    books.oversize += part.oversize
    books.isCorrupt = books.isCorrupt || part.isCorrupt
    books.isUnreadable = books.isUnreadable || part.isUnreadable
    books.isCapped = books.isCapped || part.isCapped
    for entryClass in EntryClass.allCases { books[entryClass] += part[entryClass] }
    books.firstEntry = [books.firstEntry, part.firstEntry].compactMap(\.self).min()
    books.lastEntry = [books.lastEntry, part.lastEntry].compactMap(\.self).max()
    for hour in part.hours { books.noteHour(hour) }
    for service in part.dataAccessServices { books.noteDataAccess(of: service.string) }
  }
}

/// A count for each class, without a dictionary: every entry counts here.
private struct ClassCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: EntryClass.allCases.count)

  subscript(entryClass: EntryClass) -> Int {
    get { counts[entryClass.index] }
    set { counts[entryClass.index] = newValue }
  }
}

extension EntryClass {
  /// The place among all cases.
  fileprivate var index: Int {
    switch self {
    case .ok: 0
    case .softDeny: 1
    case .vpcServiceControlsDryRun: 2
    case .dryRun: 3
    case .capacity: 4
    case .possibleMaskedDenial: 5
    case .unclassifiedExhausted: 6
    case .unclassifiedStatus: 7
    case .otherError: 8
    case .notAnAuditEntry: 9
    case .filteredOut: 10
    }
  }
}
