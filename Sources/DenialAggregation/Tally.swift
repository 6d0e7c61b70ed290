package import DenialClassification

/// Counts that add up: the distinct denials and the books of every source read so far.
///
/// A tally is a value: workers each have one, share nothing, and in the end all are merged. Order
/// never matters: of copies that differ, the one with the smaller content hash stays.
///
///     denials   key -> row: which finding, when, from where   (one row per distinct denial)
///     findings  number -> what identifies a finding            (every distinct one once)
///     strings   number -> text                                 (every distinct text once)
package struct Tally: Sendable {
  /// The books of each source, by the number that the run gave it.
  package private(set) var sources: [Int: SourceBooks] = [:]
  private(set) var rows: [DenialKey: DenialRow] = [:]
  private(set) var findings = FindingTable()
  private(set) var strings = StringTable()

  package init() {}

  /// Adds to the books of a source.
  package mutating func add(_ books: SourceBooks, to source: Int) {
    sources[source, default: SourceBooks()] += books
  }

  /// Changes the books of a source.
  package mutating func updateBooks(of source: Int, _ change: (inout SourceBooks) -> Void) {
    change(&sources[source, default: SourceBooks()])
  }

  /// Counts a denial, unless it is a copy of one that is here.
  package mutating func add(_ denial: Denial, source: Int, byteOffset: Int) {
    let row = DenialRow(denial, findings: &findings, strings: &strings)
    // One copy of each log name serves all keys.
    var denial = denial
    denial.logName = strings.shared(denial.logName)
    denial.insertID = strings.shared(denial.insertID)
    insert(row, for: DenialKey(denial, source: source, byteOffset: byteOffset))
  }

  /// Takes in another tally of the same run.
  package mutating func merge(_ other: consuming Tally) {
    if rows.isEmpty, sources.isEmpty {
      self = other
      return
    }
    for (source, books) in other.sources { add(books, to: source) }
    let newStrings = strings.merge(other.strings)
    let newFindings = findings.merge(other.findings)
    for (key, row) in other.rows {
      insert(row.renumbered(strings: newStrings, findings: newFindings), for: key)
    }
  }

  /// The distinct denials once every source is known, copies of whole sources left out.
  ///
  /// - Returns: The rows by key, and the sources that are left.
  func settled() -> (rows: [DenialKey: DenialRow], sources: [SourceBooks]) {
    var firstWith: [String: Int] = [:]
    var standsFor: [Int: Int] = [:]
    // Of copies, the one with most in its books stays, so that their order shows nowhere. Books of
    // the same bytes differ if other limits held.
    let order = sources.sorted {
      $0.value == $1.value ? $0.key < $1.key : $0.value.precedes($1.value)
    }.map(\.key)
    for source in order {
      guard let books = sources[source], !books.fingerprint.isEmpty else { continue }
      if let first = firstWith[books.fingerprint] {
        standsFor[source] = first
      } else {
        firstWith[books.fingerprint] = source
      }
    }
    let kept = order.filter { standsFor[$0] == nil }.compactMap { sources[$0] }
    guard !standsFor.isEmpty else { return (rows, kept) }
    var settled = Tally()
    for (key, row) in rows {
      if case .place(let source, let byteOffset) = key, let first = standsFor[source] {
        settled.insert(row, for: .place(source: first, byteOffset: byteOffset))
      } else {
        settled.insert(row, for: key)
      }
    }
    return (settled.rows, kept)
  }

  private mutating func insert(_ row: DenialRow, for key: DenialKey) {
    if let present = rows[key], present.contentHash <= row.contentHash { return }
    rows[key] = row
  }
}
