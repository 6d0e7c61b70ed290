import AuditLog
package import DenialClassification

/// Counts that add up: the distinct denials and the books of every source read so far.
///
/// A tally is a value: workers each have one, share nothing, and in the end all are merged. Order
/// never matters: of copies that differ, the one with the smaller content hash stays.
///
///     rows      what makes copies ─► when, and which context   (one row per distinct denial)
///     tables    number ─► context, finding, text               (every distinct one once)
///     examples  the earliest denials of each call, with their insertIds
///     parts     what rows have in common that several entries speak of
///     others    halves of calls and parts of entries that are no denials, but may explain one
package struct Tally: Sendable {
  /// The books of each source, by the number that the run gave it.
  package private(set) var sources: [Int: SourceBooks] = [:]
  private(set) var rows = RowTable()
  private(set) var tables = DenialTables()
  private(set) var examples = ExampleTable()
  private(set) var parts = Chunked<RowParts>()
  /// Halves of long-running calls; they must come in the order of the input.
  package var partners = OperationPartners()
  package internal(set) var splitParts = SplitParts()
  /// What a history is to be told; `nil` if there is none.
  private(set) var notes: NightNotes?
  /// What was granted; `nil` if nobody asks.
  private(set) var grants: GrantTable?

  /// - Parameters:
  ///   - notesNight: Whether a history is to be told of it.
  ///   - notesGrants: Whether calls that went well are taken note of.
  package init(notesNight: Bool = false, notesGrants: Bool = false) {
    if notesNight { notes = NightNotes() }
    if notesGrants { grants = GrantTable() }
  }

  /// Takes note of a call that went well, if anybody asks.
  package mutating func add(_ call: GrantedCall) {
    grants?.add(call)
  }

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
    let timestamp = denial.timestamp
    let key = DenialKeyHash(denial, timestamp, source: source, byteOffset: byteOffset)
    let contentHash = UInt32(truncatingIfNeeded: denial.contentHash >> 32)
    if rows.has(key, contentHash: contentHash) { return }
    notes?.note(denial, timestamp, key)
    let row = DenialRow(
      key: key, timestamp: timestamp, context: tables.context(of: denial), contentHash: contentHash)
    let place = denial.insertID.isEmpty ? (source: source, byteOffset: byteOffset) : nil
    // Also a version that does not stay is noted, or what is shown would hang on who came first.
    let number = rows.insert(row, place: place)
    if let shared = RowParts(
      denial, row: number, contentHash: contentHash, strings: &tables.strings)
    {
      parts.append(shared)
    } else {
      let context = tables.contexts[Int(row.context)]
      guard examples.mayTake(order: row.order, for: Int(context.call)) else { return }
      var resource = tables.places[Int(context.place)].resource
      if resource == DeniedPlace.leftOut { resource = tables.strings.number(of: denial.resource) }
      examples.offer(
        .init(denial, row: (row, number: number), resource: resource, strings: &tables.strings),
        for: Int(context.call))
    }
  }

  /// Keeps a part of a divided entry that is no denial.
  package mutating func add(_ part: SplitPart, source: Int, byteOffset: Int) {
    splitParts.add(part, source: source, byteOffset: byteOffset)
  }

  /// Takes in another tally of the same run, and lets go of what it has taken.
  package mutating func merge(_ other: consuming Tally) {
    partners.merge(other.partners)
    splitParts.merge(other.splitParts)
    if let otherGrants = other.grants {
      if grants == nil { grants = otherGrants } else { grants?.merge(otherGrants) }
    }
    if rows.count == 0, sources.isEmpty {
      let (partners, splitParts, grants) = (partners, splitParts, grants)
      self = other
      (self.partners, self.splitParts, self.grants) = (partners, splitParts, grants)
      return
    }
    if let otherNotes = other.notes { notes?.merge(otherNotes) }
    for (source, books) in other.sources { add(books, to: source) }
    let map = tables.merge(other.tables)
    let newRows = rows.merge(other.rows, contexts: map.contexts)
    examples.merge(other.examples, rows: newRows, map: map)
    other.parts.drain { parts.append($0.renumbered(rows: newRows, strings: map.strings)) }
  }

  /// Takes note that only other nights have read a denial.
  mutating func noteOfOtherNight(_ key: DenialKeyHash) {
    notes?.noteOfOtherNight(key)
  }

  /// What was noted, with the denials that are known by their places.
  mutating func takeNotes() -> NightNotes? {
    guard var notes = notes.take() else { return nil }
    notes.note(rows.placed, in: rows, self)
    return notes
  }

  /// Makes one of the copies of whole sources, once every source is known.
  ///
  /// Copies have the same bytes and the same selection. Of two selections from the same bytes each
  /// has books of its own, and a place in those bytes is still one place.
  mutating func settle() -> SettledSources {
    var firstWith: [String: Int] = [:]
    var standsFor: [Int: Int] = [:]
    var marks: [String: RedactionMark] = [:]
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
        if let mark = books.redaction { marks[books.fingerprint] = mark }
      } else {
        firstWith[books.fingerprint] = source
      }
    }
    // Of a source that was read with pseudonyms and without, nobody knows which names have stayed.
    for index in kept.indices where kept[index].redaction == nil {
      kept[index].redaction = marks[kept[index].fingerprint]
    }
    if standsFor.isEmpty { return SettledSources(books: kept, replacedRows: [:]) }
    splitParts.settle(standsFor)
    return SettledSources(books: kept, replacedRows: rows.settle(standsFor))
  }

  /// What makes two sources copies of one.
  private struct SourceIdentity: Hashable {
    let fingerprint: String
    let selection: Selection

    init(_ books: SourceBooks) {
      (fingerprint, selection) = (books.fingerprint, books.selection)
    }
  }
}

/// What counts once every source is known.
struct SettledSources {
  let books: [SourceBooks]
  /// The rows that are copies because their sources are, each with the one that stays.
  let replacedRows: [UInt32: UInt32]
}
