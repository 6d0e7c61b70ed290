/// A list that grows without moving: its elements stand in chunks of one size.
///
/// An array that doubles has its old half and its new whole in memory at once; and a copy of this
/// shares all chunks that are not written to.
struct Chunked<Element: Sendable>: Sendable {
  private var chunks: [[Element]] = []
  private(set) var count = 0

  private static var bits: Int { 12 }
  private static var mask: Int { 1 << bits - 1 }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always) get { chunks[index >> Self.bits][index & Self.mask] }
    @inline(__always) set { chunks[index >> Self.bits][index & Self.mask] = newValue }
  }

  /// Appends an element; its index is the count before.
  mutating func append(_ element: Element) {
    if count & Self.mask == 0 {
      chunks.append([])
      // The first one grows as it is filled, because most lists are short.
      if count > 0 { chunks[chunks.count - 1].reserveCapacity(1 << Self.bits) }
    }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  /// Takes all elements out in order and lets go of each chunk when it is done with.
  mutating func drain(_ body: (Element) -> Void) {
    for index in chunks.indices {
      var chunk: [Element] = []
      swap(&chunk, &chunks[index])
      for element in chunk { body(element) }
    }
    self = Self()
  }

  /// Removes an element and puts the last one in its place.
  mutating func swapRemove(at index: Int) {
    count -= 1
    let last = chunks[count >> Self.bits].removeLast()
    if index != count { self[index] = last }
    if chunks[count >> Self.bits].isEmpty { chunks.removeLast() }
  }
}

extension Chunked: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }
}
