import AuditLog

/// What an ``InternTable`` can hold: a few numbers.
protocol Interned: Equatable, Sendable {
  /// Takes the numbers into a hash; equal values have equal hashes.
  func combine(into hash: inout ByteHash)
}

/// Every distinct value once, by a small number, in the order in which they came.
struct InternTable<Value: Interned>: Sendable {
  private(set) var values = Chunked<Value>()
  private var index = HashIndex()

  var count: Int { values.count }

  subscript(number: Int) -> Value {
    @inline(__always) get { values[number] }
  }

  /// The number of a value.
  mutating func number(of value: Value) -> Int {
    let hash = Self.hash(of: value)
    return knownNumber(of: value, hash: hash) ?? append(value, hash: hash)
  }

  private func knownNumber(of value: Value, hash: UInt64) -> Int? {
    index.number(hash: hash) { values[$0] == value }
  }

  /// Adds a value that nobody will look for.
  mutating func appendUnsought(_ value: Value) -> Int {
    values.append(value)
    return values.count - 1
  }

  /// Takes all values out in order; afterwards the table is empty.
  mutating func drain(_ body: (Value) -> Void) {
    index = HashIndex()
    values.drain(body)
  }

  private mutating func append(_ value: Value, hash: UInt64) -> Int {
    let number = values.count
    values.append(value)
    let values = values
    index.insert(number, hash: hash) { Self.hash(of: values[$0]) }
    return number
  }

  private static func hash(of value: Value) -> UInt64 {
    var hash = ByteHash(seed: ByteHash.secretSeed)
    value.combine(into: &hash)
    return hash.value
  }
}

extension ByteHash {
  /// Takes in two numbers at once.
  @inline(__always)
  mutating func combine(_ left: Int32, _ right: Int32) {
    combine(UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right)))
  }
}
