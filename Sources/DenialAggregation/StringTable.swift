import AuditLog

/// Every distinct string once, by a small number.
///
/// Bytes stand in an arena, and strings are made when they are asked for: a text costs its bytes
/// and about fifteen more. Equal numbers mean equal bytes.
struct StringTable: Sendable {
  private var arena = ByteArena()
  /// Where the texts stand; that of number 1 comes first, because 0 is the empty text.
  private var starts = Chunked<UInt32>()
  private var index = HashIndex()

  /// How many strings there are, the empty one among them: each number is below.
  var count: Int { starts.count + 1 }

  subscript(number: Int32) -> String {
    number == 0 ? "" : arena.text(at: starts[Int(number) - 1])
  }

  /// The number of a string; the empty string is 0.
  mutating func number(of string: String) -> Int32 {
    number(of: string.utf8.span)
  }

  /// The number of the string that has these bytes, which are UTF-8.
  mutating func number(of bytes: Span<UInt8>) -> Int32 {
    if bytes.isEmpty { return 0 }
    let hash = Self.hash(of: bytes)
    return knownNumber(of: bytes, hash: hash) ?? append(bytes, hash: hash)
  }

  /// The hash of a string that is not empty, the same on every machine.
  func stableHash(of number: Int32) -> UInt64 {
    arena.hash(at: starts[Int(number) - 1], seed: ByteHash.commonSeed)
  }

  /// Whether one string comes before another by its bytes.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    if left == right || right == 0 { return false }
    return left == 0 || arena.precedes(starts[Int(left) - 1], starts[Int(right) - 1])
  }

  /// The number of a string that may be here.
  func knownNumber(of string: String) -> Int32? {
    let bytes = string.utf8.span
    return bytes.isEmpty ? 0 : knownNumber(of: bytes, hash: Self.hash(of: bytes))
  }

  /// Takes in all strings of another table; the result says by which numbers they go here.
  mutating func merge(_ other: consuming StringTable) -> [Int32] {
    var newNumbers: [Int32] = [0]
    newNumbers.reserveCapacity(other.count)
    other.index = HashIndex()
    other.arena.drain { bytes in newNumbers.append(number(of: bytes)) }
    return newNumbers
  }

  private func knownNumber(of bytes: Span<UInt8>, hash: UInt64) -> Int32? {
    let place = index.number(hash: hash) { arena.holds(bytes, at: starts[$0]) }
    return place.map { Int32($0 + 1) }
  }

  private mutating func append(_ bytes: Span<UInt8>, hash: UInt64) -> Int32 {
    let place = starts.count
    starts.append(arena.append(bytes))
    let (arena, starts) = (arena, starts)
    index.insert(place, hash: hash) {
      arena.hash(at: starts[$0], seed: ByteHash.secretSeed)
    }
    return Int32(place + 1)
  }

  private static func hash(of bytes: Span<UInt8>) -> UInt64 {
    var hash = ByteHash(seed: ByteHash.secretSeed)
    hash.combine(bytes)
    return hash.value
  }
}
