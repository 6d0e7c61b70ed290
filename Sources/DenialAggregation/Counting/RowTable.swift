import AuditLog

/// The distinct denials, one row each, found by what makes entries copies of one.
struct RowTable: Sendable {
  private(set) var rows = Chunked<DenialRow>()
  private var index = HashIndex()
  /// Rows of entries without an insertId, by where they were read.
  private(set) var placed = Chunked<PlacedRow>()

  /// A row that is known by its place.
  struct PlacedRow: Sendable {
    let row: UInt32
    let source: Int
    let byteOffset: Int
  }

  var count: Int { rows.count }

  subscript(number: UInt32) -> DenialRow { rows[Int(number)] }

  /// The row of a denial, if it is here.
  func number(of key: DenialKeyHash) -> Int? {
    index.number(hash: key.value) { rows[$0].key == key }
  }

  /// Whether a denial is here with the same content.
  func has(_ key: DenialKeyHash, contentHash: UInt32) -> Bool {
    number(of: key).map { rows[$0].contentHash == contentHash } ?? false
  }

  /// Adds a row, unless a copy with a smaller hash of its content is here.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - place: Where it was read, if it has no insertId.
  /// - Returns: The number of the row of the denial.
  mutating func insert(_ row: DenialRow, place: (source: Int, byteOffset: Int)?) -> UInt32 {
    if let number = number(of: row.key) {
      if row.contentHash < rows[number].contentHash { rows[number] = row }
      return UInt32(number)
    }
    let number = UInt32(rows.count)
    append(row)
    if let place {
      placed.append(PlacedRow(row: number, source: place.source, byteOffset: place.byteOffset))
    }
    return number
  }

  /// Takes in the rows of another table.
  ///
  /// - Parameters:
  ///   - other: The rows.
  ///   - contexts: By which numbers its contexts go here.
  /// - Returns: By which numbers its rows go here.
  mutating func merge(_ other: consuming RowTable, contexts: [UInt32]) -> [UInt32] {
    var newNumbers: [UInt32] = []
    newNumbers.reserveCapacity(other.rows.count)
    other.index = HashIndex()
    var wasHere: [Bool] = []
    let hasPlaces = !other.placed.isEmpty
    other.rows.drain { row in
      var row = row
      row.context = contexts[Int(row.context)]
      let known = number(of: row.key)
      if hasPlaces { wasHere.append(known != nil) }
      if let known {
        if row.contentHash < rows[known].contentHash { rows[known] = row }
        newNumbers.append(UInt32(known))
      } else {
        newNumbers.append(UInt32(rows.count))
        append(row)
      }
    }
    other.placed.drain { placed in
      if wasHere[Int(placed.row)] { return }
      self.placed.append(
        PlacedRow(
          row: newNumbers[Int(placed.row)], source: placed.source, byteOffset: placed.byteOffset))
    }
    return newNumbers
  }

  /// Makes one of rows whose places are the same once copies of sources are known.
  ///
  /// - Parameter standsFor: The source that another is a copy of, by number.
  /// - Returns: The rows that went, each with the one that took its place.
  mutating func settle(_ standsFor: [Int: Int]) -> [UInt32: UInt32] {
    var replaced: [UInt32: UInt32] = [:]
    for place in 0..<placed.count {
      let entry = placed[place]
      guard let source = standsFor[entry.source] else { continue }
      let key = DenialKeyHash(source: source, byteOffset: entry.byteOffset)
      let row = rows[Int(entry.row)]
      if let kept = number(of: key) {
        replaced[entry.row] = UInt32(kept)
        if row.contentHash < rows[kept].contentHash {
          rows[kept] = row
          rows[kept].key = key
        }
      } else {
        rows[Int(entry.row)].key = key
        let rows = rows
        index.insert(Int(entry.row), hash: key.value) { rows[$0].key.value }
      }
    }
    return replaced
  }

  private mutating func append(_ row: DenialRow) {
    let number = rows.count
    rows.append(row)
    let rows = rows
    index.insert(number, hash: row.key.value) { rows[$0].key.value }
  }
}
