import AuditLog

/// Every distinct list of numbers once, by a small number; the empty list is 0.
struct ListTable: Sendable {
  private var numbers = Chunked<Int32>()
  /// Where the lists begin, each with its length; that of number 1 comes first.
  private var starts = Chunked<UInt32>()
  private var index = HashIndex()

  /// How many lists there are, the empty one among them.
  var count: Int { starts.count + 1 }

  subscript(number: Int32) -> [Int32] {
    number == 0 ? [] : Self.list(at: Int(starts[Int(number) - 1]), in: numbers)
  }

  /// The number of a list.
  mutating func number(of list: [Int32]) -> Int32 {
    if list.isEmpty { return 0 }
    let hash = Self.hash(of: list)
    return knownNumber(of: list, hash: hash) ?? append(list, hash: hash)
  }

  private func knownNumber(of list: [Int32], hash: UInt64) -> Int32? {
    let place = index.number(hash: hash) { place in
      let start = Int(starts[place])
      return Int(numbers[start]) == list.count
        && list.indices.allSatisfy { numbers[start + 1 + $0] == list[$0] }
    }
    return place.map { Int32($0 + 1) }
  }

  private mutating func append(_ list: [Int32], hash: UInt64) -> Int32 {
    let place = starts.count
    starts.append(UInt32(numbers.count))
    numbers.append(Int32(list.count))
    for number in list { numbers.append(number) }
    let (numbers, starts) = (numbers, starts)
    index.insert(place, hash: hash) {
      Self.hash(of: Self.list(at: Int(starts[$0]), in: numbers))
    }
    return Int32(place + 1)
  }

  private static func list(at start: Int, in numbers: Chunked<Int32>) -> [Int32] {
    (0..<Int(numbers[start])).map { numbers[start + 1 + $0] }
  }

  private static func hash(of list: [Int32]) -> UInt64 {
    var hash = ByteHash(seed: ByteHash.secretSeed)
    for number in list { hash.combine(number, 0) }
    return hash.value
  }
}
