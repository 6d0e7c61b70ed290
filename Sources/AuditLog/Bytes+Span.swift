extension [UInt8] {
  /// Appends bytes of a span, many at a time.
  package mutating func append(copying bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count) { room in
      // Room that is there is filled by a loop that the compiler widens; one that appends is not.
      room.append(repeating: 0, count: bytes.count)
      var copy = room.mutableSpan
      for index in bytes.indices { copy[index] = bytes[index] }
    }
  }
}
