/// Finds elements of a list by their hashes: an open table of numbers of four bytes.
///
/// It holds no elements and no hashes: whoever asks says which element is meant, and what the hash
/// of an element is. Bits of a slot that its number does not need hold bits of the hash, so that an
/// element that is not meant is rarely looked at. A large table grows by half, a sixteenth of it at a
/// time, so that growing never takes much memory beside what it needs in the end.
struct HashIndex: Sendable {
  private var shards = [Shard](repeating: Shard(), count: 16)
  private var numberBits: UInt32 = 12

  private struct Shard {
    /// 0, or the number plus one below bits of the hash.
    var slots: [UInt32] = []
    var count = 0
  }

  /// Up to so many bits of numbers, slots hold bits enough of the hash to grow without asking for it.
  private static let smallBits: UInt32 = 14
  private static let capacityOfFirst = 16
  /// Up to here a shard doubles, which asks for fewer hashes again.
  private static let capacityOfLarge = 1024

  /// The number of the element that has this hash and is the one that is meant.
  @inline(__always)
  func number(hash: UInt64, where isMeant: (Int) -> Bool) -> Int? {
    let slots = shards[Int(hash >> 60)].slots
    if slots.isEmpty { return nil }
    let mask = ~Self.tagMask(numberBits)
    let tag = Self.tag(of: hash, numberBits: numberBits)
    var place = Self.home(of: hash, tag: tag, numberBits: numberBits, in: slots.count)
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if slot & ~mask == tag {
        let number = Int(slot & mask) &- 1
        if isMeant(number) { return number }
      }
      place &+= 1
      if place == slots.count { place = 0 }
    }
  }

  /// Adds an element that is not in the table.
  ///
  /// - Parameters:
  ///   - number: From 0, at most 2^32 - 2.
  ///   - hash: Its hash.
  ///   - hashOf: The hash of any element that is in the table.
  mutating func insert(_ number: Int, hash: UInt64, hashOf: (Int) -> UInt64) {
    if (number + 1) >> numberBits != 0 {
      let oldBits = numberBits
      while (number + 1) >> numberBits != 0 { numberBits += 2 }
      numberBits = min(numberBits, 32)
      for shard in shards.indices {
        rebuild(shard, capacity: shards[shard].slots.count, oldBits: oldBits, hashOf)
      }
    }
    let shard = Int(hash >> 60)
    let (count, capacity) = (shards[shard].count + 1, shards[shard].slots.count)
    // Full to at most 17 of 20 slots.
    if count * 20 > capacity * 17 {
      let growth = capacity < Self.capacityOfLarge ? capacity : capacity / 2
      let larger = max(Self.capacityOfFirst, capacity + growth)
      rebuild(shard, capacity: larger, oldBits: numberBits, hashOf)
    }
    shards[shard].count = count
    let tag = Self.tag(of: hash, numberBits: numberBits)
    Self.put(number, tag: tag, hash, numberBits, into: &shards[shard].slots)
  }

  private mutating func rebuild(
    _ shard: Int, capacity: Int, oldBits: UInt32, _ hashOf: (Int) -> UInt64
  ) {
    let mask = ~Self.tagMask(oldBits)
    var slots = [UInt32](repeating: 0, count: capacity)
    for old in shards[shard].slots where old != 0 {
      let number = Int(old & mask) - 1
      if numberBits <= Self.smallBits {
        let tag = old & ~mask & Self.tagMask(numberBits)
        Self.put(number, tag: tag, 0, numberBits, into: &slots)
      } else {
        let hash = hashOf(number)
        let tag = Self.tag(of: hash, numberBits: numberBits)
        Self.put(number, tag: tag, hash, numberBits, into: &slots)
      }
    }
    shards[shard].slots = slots
  }

  /// Puts an element where the search for it finds it; in a small table its hash does not count.
  private static func put(
    _ number: Int, tag: UInt32, _ hash: UInt64, _ numberBits: UInt32, into slots: inout [UInt32]
  ) {
    var place = home(of: hash, tag: tag, numberBits: numberBits, in: slots.count)
    while slots[place] != 0 {
      place += 1
      if place == slots.count { place = 0 }
    }
    slots[place] = tag | UInt32(number + 1)
  }

  /// The bits of the hash that a slot holds: in a small table those below the ones that chose the
  /// shard, from which the slot's home follows; in a large one the lowest, which say something else.
  @inline(__always)
  private static func tag(of hash: UInt64, numberBits: UInt32) -> UInt32 {
    numberBits <= smallBits
      ? UInt32(truncatingIfNeeded: hash >> 28) & tagMask(numberBits)
      : UInt32(truncatingIfNeeded: hash) << numberBits
  }

  /// The bits of a slot that its number does not need.
  @inline(__always)
  private static func tagMask(_ numberBits: UInt32) -> UInt32 { ~0 << numberBits }

  /// Where the search begins: by the bits below those that chose the shard.
  @inline(__always)
  private static func home(
    of hash: UInt64, tag: UInt32, numberBits: UInt32, in count: Int
  ) -> Int {
    numberBits <= smallBits
      ? Int((UInt64(tag) &* UInt64(truncatingIfNeeded: count)) >> 32)
      : Int((hash << 4).multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
  }
}
