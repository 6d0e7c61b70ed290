import AuditLog
package import DenialClassification

/// Counts that add up: the distinct denials and the books of every source read so far.
///
/// A tally is a value: workers each have one, share nothing, and in the end all are merged. Order
/// never matters: of copies that differ, the one with the smaller content hash stays.
///
///     denials   key -> row: which finding, when, from where   (one row per distinct denial)
///     findings  number -> what identifies a finding            (every distinct one once)
///     strings   number -> text                                 (every distinct text once)
///     details   number -> perimeter, quota, state of credentials  (likewise)
///     others    halves of calls and parts of entries that are no denials, but may explain one
package struct Tally: Sendable {
  /// The books of each source, by the number that the run gave it.
  package private(set) var sources: [Int: SourceBooks] = [:]
  private(set) var rows: [DenialKey: DenialRow] = [:]
  private(set) var findings = FindingTable()
  private(set) var strings = StringTable()
  private(set) var details = DetailsTable()
  /// Halves of long-running calls; they must come in the order of the input.
  package var partners = OperationPartners()
  package private(set) var splitParts = SplitParts()

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
    let row = DenialRow(denial, findings: &findings, strings: &strings, details: &details)
    // One copy of each log name serves all keys.
    var denial = denial
    denial.logName = strings.shared(denial.logName)
    denial.insertID = strings.shared(denial.insertID)
    insert(row, for: DenialKey(denial, source: source, byteOffset: byteOffset))
  }

  /// Keeps a part of a divided entry that is no denial.
  package mutating func add(_ part: SplitPart, source: Int, byteOffset: Int) {
    splitParts.add(part, source: source, byteOffset: byteOffset)
  }

  /// Takes in another tally of the same run.
  package mutating func merge(_ other: consuming Tally) {
    partners.merge(other.partners)
    splitParts.merge(other.splitParts)
    if rows.isEmpty, sources.isEmpty {
      let (partners, splitParts) = (partners, splitParts)
      self = other
      (self.partners, self.splitParts) = (partners, splitParts)
      return
    }
    for (source, books) in other.sources { add(books, to: source) }
    let newStrings = strings.merge(other.strings)
    let newFindings = findings.merge(other.findings)
    let newDetails = details.merge(other.details)
    for (key, row) in other.rows {
      insert(
        row.renumbered(strings: newStrings, findings: newFindings, details: newDetails), for: key)
    }
  }

  /// The distinct denials once every source is known, copies of whole sources left out.
  ///
  /// Copies have the same bytes and the same selection. Of two selections from the same bytes each
  /// has books of its own, and a place in those bytes is still one place.
  func settled() -> SettledDenials {
    var firstWith: [String: Int] = [:]
    var standsFor: [Int: Int] = [:]
    var counted: Set<SourceIdentity> = []
    var kept: [SourceBooks] = []
    // Of copies, the one with most in its books stays, so that their order shows nowhere. Books of
    // the same bytes differ if other limits held.
    let order = sources.sorted {
      $0.value == $1.value ? $0.key < $1.key : $0.value.precedes($1.value)
    }.map(\.key)
    for source in order {
      guard let books = sources[source] else { continue }
      if books.fingerprint.isEmpty || counted.insert(SourceIdentity(books)).inserted {
        kept.append(books)
      }
      if books.fingerprint.isEmpty { continue }
      if let first = firstWith[books.fingerprint] {
        standsFor[source] = first
      } else {
        firstWith[books.fingerprint] = source
      }
    }
    guard !standsFor.isEmpty else {
      return SettledDenials(rows: rows, splitParts: splitParts.byUID, sources: kept)
    }
    let renamed = { (key: DenialKey) -> DenialKey in
      guard case .place(let source, let byteOffset) = key, let first = standsFor[source] else {
        return key
      }
      return .place(source: first, byteOffset: byteOffset)
    }
    var settled = Tally()
    for (key, row) in rows { settled.insert(row, for: renamed(key)) }
    settled.splitParts.merge(splitParts, renamed)
    return SettledDenials(
      rows: settled.rows, splitParts: settled.splitParts.byUID, sources: kept)
  }

  /// What makes two sources copies of one.
  private struct SourceIdentity: Hashable {
    let fingerprint: String
    let selection: Selection

    init(_ books: SourceBooks) {
      (fingerprint, selection) = (books.fingerprint, books.selection)
    }
  }

  private mutating func insert(_ row: DenialRow, for key: DenialKey) {
    if let present = rows[key], present.contentHash <= row.contentHash { return }
    rows[key] = row
  }
}

/// What counts once every source is known.
struct SettledDenials {
  let rows: [DenialKey: DenialRow]
  /// Parts of divided entries that are no denials, by what the parts have in common.
  let splitParts: [ExactText: [SplitPart]]
  let sources: [SourceBooks]
}
